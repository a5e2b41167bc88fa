package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Enclosure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expansions at infinity against proven values far out. */
class ExpansionTest {
    private static final int BITS = 2000;

    private final ExpansionReader reader = new ExpansionReader(Deadline.in(Duration.ofSeconds(20)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh(x)",
                "tanh(2x + 1)",
                "sigmoid(x)",
                "sigmoid(-x)",
                "softplus(x)",
                "softplus(-3x + 1)",
                "erf(x)",
                "erf(-x/2)",
                "x*(1 + erf(x/sqrt(2)))/2",
                "x*(1 + erf(-x/sqrt(2)))/2",
                "arctan(x)",
                "arctan(-2x + 1)",
                "arctan(1 + 1/x)",
                "arctan(exp(-x))",
                "x*tanh(softplus(x))",
                "x*tanh(softplus(-x))",
                "log(cosh(x))",
                "log(2 + tanh(x))",
                "sqrt(x^2 + 4)",
                "1/(1 + x^2 + x^4)",
                "x/sqrt(1 + x^2)",
                "exp(-x^2 + x)*(1 + x)",
                "exp(sqrt(x^2 + 1))",
                "exp(1/x)",
                "sinh(x)/(1 + cosh(x))",
                "erf(tanh(x) - 1)",
                "1/(1 + exp(-x^3/100))",
                "sigmoid(x)*tanh(x)",
                "exp(1/3 - x) + exp(1/2)"
            })
    void theErrorIsAsStated(String formula) {
        Expression f = Groups.formula(formula);
        Expansion expansion = reader.atInfinity(f);
        requireError(f, expansion);
        requireError(f.derivative(), expansion.derivative());
        requireError(f.derivative().derivative(), expansion.derivative().derivative());
    }

    /** The difference from the known terms, over the bound of the error, does not grow between two far points. */
    private static void requireError(Expression f, Expansion expansion) {
        assertThat(expansion.terms()).isNotEmpty();
        List<Expression> parts = new ArrayList<>(List.of(f));
        expansion.terms().forEach(term -> parts.add(function(term).negate()));
        Expression rest = Expression.sum(parts);
        if (expansion.error().isEmpty()) {
            assertThat(at(rest, 9).contains(BigFraction.ZERO)).isTrue();
            return;
        }
        Expression ratio = rest.over(function(expansion.error().get()));
        for (long x : new long[] {9, 13, 17}) {
            Enclosure value = at(ratio, x).abs();
            assertThat(value.isBounded()).isTrue();
            assertThat(value.width()).isLessThan(BigFraction.ONE);
            assertThat(value.upper()).as(expansion + " at " + x).isLessThan(new BigFraction(1_000_000_000));
        }
    }

    private static Enclosure at(Expression f, long x) {
        return f.enclose(Enclosure.from(new BigFraction(x), BITS));
    }

    private static Expression function(ExponentialTerm term) {
        Expression exponent = Expression.ZERO;
        for (int k = 1; k <= term.exponent().degree(); k++) {
            Expression factor = term.exponent().coefficient(k).real().expression();
            exponent = exponent.plus(factor.times(Expression.X.power(k)));
        }
        return term.coefficient()
                .real()
                .expression()
                .times(Expression.X.power(term.power()))
                .times(Expression.apply(Function.EXP, exponent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sin(x)", "x + cos(x)", "log(x)", "exp(exp(x))", "sqrt(x)", "log(-exp(x))", "sinc(x)", "tan(x)"})
    void whatHasNoExpansionOfThisKindIsRefused(String formula) {
        assertThatThrownBy(() -> reader.atInfinity(Groups.formula(formula))).isInstanceOf(UndecidedException.class);
    }
}
