package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CentresTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(5));

    private static Centres centres(String formula, Remainder remainder) {
        return new Centres(Groups.formula(formula), remainder, DEADLINE);
    }

    @Test
    void aTrueCentreIsNeverExcluded() {
        assertThat(centres("tanh(x)", Remainder.CONSTANT).excluded(Expression.ZERO))
                .isEmpty();
        assertThat(centres("exp(-x^2)", Remainder.AFFINE).excluded(Expression.ZERO))
                .isEmpty();
        assertThat(centres("log(2 + tanh(x))", Remainder.CONSTANT).excluded(Groups.formula("-log(3)/4")))
                .isEmpty();
        assertThat(centres("tanh(sin(x))", Remainder.CONSTANT).excludedUpTo(Expression.PI))
                .isFalse();
    }

    @Test
    void otherPointsAreExcluded() {
        assertThat(centres("tanh(x)", Remainder.CONSTANT).excluded(Groups.formula("1/10^20")))
                .isPresent();
        assertThat(centres("softplus(x)", Remainder.CONSTANT).excluded(Expression.ZERO))
                .isPresent();
        assertThat(centres("softplus(x)", Remainder.AFFINE).excluded(Expression.ZERO))
                .isEmpty();
    }

    @Test
    void limitsOfDifferentSizeLeaveNoCentre() {
        ExpansionReader reader = new ExpansionReader(DEADLINE);
        Expression s = Groups.formula("x*(tanh(x) + 2)");
        Limitation limitation = EndBehaviour.of(
                reader.atInfinity(s).derivative(), reader.atMinusInfinity(s).derivative());
        assertThat(limitation.centres()).isEmpty();
        assertThat(limitation.open()).isEmpty();
        assertThat(limitation.steps()).anyMatch(step -> step.contains("differ in size"));
    }
}
