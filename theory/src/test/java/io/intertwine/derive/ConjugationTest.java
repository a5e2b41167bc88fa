package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An affine change of variables conjugates the group: if x -> a x + c is in that of s, then the same is for p s(q x + r) + u x + t. */
class ConjugationTest {
    private static final List<String> FORMULAS = List.of(
            "tanh(x)",
            "sigmoid(x)",
            "erf(x)",
            "arctan(x)",
            "exp(-x^2)",
            "sin(x)",
            "x + sin(x)^2",
            "softplus(x)",
            "x*sigmoid(x)",
            "x*(1 + erf(x/sqrt(2)))/2",
            "x*tanh(softplus(x))",
            "sin(x) + cos(2x)",
            "sin(x) + sin(2x) + cos(3x)",
            "x/(1 + x^2)",
            "log(cosh(x))",
            "exp(sin(x))",
            "tanh(x) + tanh(2x + 1)",
            "exp(-x^2) + 2exp(-(x - 1)^2)",
            "exp(x)",
            "x*sin(x)");

    @Test
    void affineChangesOfVariablesConjugateTheGroup() {
        SplittableRandom random = new SplittableRandom(20260307);
        for (String formula : FORMULAS) {
            for (Remainder remainder : Remainder.values()) {
                requireConjugate(formula, number(random), number(random), number(random), number(random), remainder);
            }
        }
    }

    private static void requireConjugate(
            String formula, Expression p, Expression q, Expression r, Expression t, Remainder remainder) {
        Expression s = Groups.formula(formula);
        Expression changed = p.times(s.after(q, r)).plus(t);
        if (remainder == Remainder.AFFINE) {
            changed = changed.plus(r.times(Expression.X));
        }
        UnitSymmetries before = Analytic.symmetries(s, remainder);
        UnitSymmetries after = Analytic.symmetries(changed, remainder);
        assertThat(after.complete())
                .as(changed + "\n" + String.join("\n", after.steps()))
                .isTrue();
        assertThat(after.families()).hasSameSizeAs(before.families());
        assertThat(after.generators()).hasSameSizeAs(before.generators());
        for (int i = 0; i < before.generators().size(); i++) {
            requireConjugate(before, i, after.generators().get(i), q, r);
        }
    }

    /** q c' + (a - 1) r is c, up to the sign of a translation and up to translations for a reflection. */
    private static void requireConjugate(UnitSymmetries before, int i, Element after, Expression q, Expression r) {
        Element element = before.generators().get(i);
        assertThat(after.a()).isEqualTo(element.a());
        boolean reflection = !element.a().equals(Expression.ONE);
        RealConstant image = ConstantReader.read(q.times(after.c())
                .plus(r.times(element.a().minus(Expression.ONE)).negate()));
        RealConstant difference = image.subtract(ConstantReader.read(element.c()));
        if (!reflection) {
            RealConstant sum = image.add(ConstantReader.read(element.c()));
            assertThat(difference.isZero() || sum.isZero()).isTrue();
            return;
        }
        boolean same = before.generators().size() == 1
                ? difference.isZero()
                : isWhole(difference.divide(
                        ConstantReader.read(before.generators().get(0).c())));
        assertThat(same).as(image + " against " + element.c()).isTrue();
    }

    private static boolean isWhole(RealConstant turns) {
        return turns.scalar().filter(value -> value.equals(value.floor())).isPresent();
    }

    /** A fraction other than 0. */
    private static Expression number(SplittableRandom random) {
        int numerator = random.nextInt(1, 6) * (random.nextBoolean() ? 1 : -1);
        return Expression.of(numerator, random.nextInt(1, 5));
    }
}
