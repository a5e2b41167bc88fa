package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The groups of analytic activations; an element is written a, c, b, slope, constant. */
class AnalyticTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tanh(x)                       | -1, 0, -1, 0, 0
            erf(x)                        | -1, 0, -1, 0, 0
            arctan(x)                     | -1, 0, -1, 0, 0
            x - tanh(x)                   | -1, 0, -1, 0, 0
            sinh(x)                       | -1, 0, -1, 0, 0
            x + tanh(x)                   | -1, 0, -1, 0, 0
            x/(1 + x^2)                   | -1, 0, -1, 0, 0
            x/sqrt(1 + x^2)               | -1, 0, -1, 0, 0
            tanh(x) + 1/2                 | -1, 0, -1, 0, 1
            sigmoid(x)                    | -1, 0, -1, 0, 1
            sigmoid(2x) - 1/2             | -1, 0, -1, 0, 0
            1/(1 + 3exp(x))               | -1, -2*log(3), -1, 0, 1
            1/(1 + exp(-x^3))             | -1, 0, -1, 0, 1
            2tanh(3x + 1) - x             | -1, -2/3, -1, 0, 2/3
            exp(-x^2)                     | -1, 0, 1, 0, 0
            1/cosh(x)                     | -1, 0, 1, 0, 0
            cosh(x)                       | -1, 0, 1, 0, 0
            exp(x) + 3exp(-x)             | -1, log(3), 1, 0, 0
            log(cosh(x))                  | -1, 0, 1, 0, 0
            sqrt(1 + x^4)                 | -1, 0, 1, 0, 0
            log(1 + x^2)                  | -1, 0, 1, 0, 0
            x*sin(x)                      | -1, 0, 1, 0, 0
            sin(x^2)                      | -1, 0, 1, 0, 0
            sinc(x)                       | -1, 0, 1, 0, 0
            sinc(x - 1/2)                 | -1, 1, 1, 0, 0
            exp(-x^2/2)*cos(5x)           | -1, 0, 1, 0, 0
            exp(-x^2) + exp(-(x - 1)^2)   | -1, 1, 1, 0, 0
            1/(x^2 - x + 1)               | -1, 1, 1, 0, 0
            sin(x) + sin(sqrt(2)*x)       | -1, 0, -1, 0, 0
            sin(x) + sin(pi*x)            | -1, 0, -1, 0, 0
            sin(x)                        | 1, pi, -1, 0, 0; -1, 0, -1, 0, 0
            cos(x)                        | 1, pi, -1, 0, 0; -1, 0, 1, 0, 0
            sin(x)^3                      | 1, pi, -1, 0, 0; -1, 0, -1, 0, 0
            sin(x - 1/3)                  | 1, pi, -1, 0, 0; -1, 2/3, -1, 0, 0
            sin(x) + cos(x)               | 1, pi, -1, 0, 0; -1, pi/2, 1, 0, 0
            sin(x) + cos(2x)              | 1, 2pi, 1, 0, 0; -1, pi, 1, 0, 0
            sin(x) + cos(3x)              | 1, pi, -1, 0, 0
            exp(sin(x))                   | 1, 2pi, 1, 0, 0; -1, pi, 1, 0, 0
            exp(sin(x)^2)                 | 1, pi, 1, 0, 0; -1, 0, 1, 0, 0
            exp(sin(x)^2*cos(x)^2)        | 1, pi/2, 1, 0, 0; -1, 0, 1, 0, 0
            exp(-x)*sin(x)                | 1, pi, -exp(-pi), 0, 0
            """)
    void theSameGroupIsFoundWithConstantAndWithAffineRemainder(String formula, String elements) {
        for (UnitSymmetries group : List.of(Groups.constant(formula), Groups.affine(formula))) {
            assertThat(group.complete()).as(String.join("\n", group.steps())).isTrue();
            assertThat(Groups.elements(group.generators())).isEqualTo(Groups.expected(elements));
            assertThat(group.families()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x*(1 + erf(x/sqrt(2)))/2                           |                       | -1, 0, 1, -1, 0
            x/2*(1 + tanh(sqrt(2/pi)*(x + 44715/1000000*x^3))) |                       | -1, 0, 1, -1, 0
            x*sigmoid(x)                                       |                       | -1, 0, 1, -1, 0
            softplus(x)                                        |                       | -1, 0, 1, -1, 0
            softplus(x - 1/3)                                  |                       | -1, 2/3, 1, -1, 1/3
            -softplus(-x)                                      |                       | -1, 0, 1, -1, 0
            log(sigmoid(x))                                    |                       | -1, 0, 1, -1, 0
            log(1 + 3exp(x))                                   |                       | -1, -2*log(3), 1, -1, -log(3)
            (x + sqrt(x^2 + 4))/2                              |                       | -1, 0, 1, -1, 0
            x + sin(x)^2                                       | 1, pi, 1, 0, pi; -1, pi/2, -1, 0, 1 + pi/2 | 1, pi/2, -1, 2, 1 + pi/2; -1, 0, 1, -2, 0
            2sin(3x + 1) - x                                   | 1, 2pi/3, 1, 0, -2pi/3; -1, -2/3, -1, 0, 2/3 | 1, pi/3, -1, -2, -pi/3; -1, -2/3, -1, 0, 2/3
            x + tanh(sin(x))                                   | 1, 2pi, 1, 0, 2pi; -1, 0, -1, 0, 0 | 1, pi, -1, 2, pi; -1, 0, -1, 0, 0
            sin(x) + x^2                                       |                       | 1, 2pi, 1, 4pi, 4pi^2; -1, pi, 1, -2pi, pi^2
            """)
    void anAffineRemainderAdmitsMore(String formula, String constant, String affine) {
        UnitSymmetries narrow = Groups.constant(formula);
        UnitSymmetries wide = Groups.affine(formula);
        assertThat(narrow.complete()).as(String.join("\n", narrow.steps())).isTrue();
        assertThat(wide.complete()).as(String.join("\n", wide.steps())).isTrue();
        assertThat(Groups.elements(narrow.generators())).isEqualTo(Groups.expected(constant == null ? "" : constant));
        assertThat(Groups.elements(wide.generators())).isEqualTo(Groups.expected(affine));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exp(x)      | 1, t, exp(t), 0, 0           | 1, t, exp(t), 0, 0
            exp(x) - 1  | 1, t, exp(t), 0, exp(t) - 1  | 1, t, exp(t), 0, exp(t) - 1
            3exp(-2x)   | 1, t, exp(-2t), 0, 0         | 1, t, exp(-2t), 0, 0
            exp(x) + x  |                              | 1, t, exp(t), 1 - exp(t), t
            """)
    void exponentialsAreMultipliedByEveryTranslation(String formula, String constant, String affine) {
        UnitSymmetries narrow = Groups.constant(formula);
        UnitSymmetries wide = Groups.affine(formula);
        assertThat(narrow.complete() && wide.complete()).isTrue();
        assertThat(narrow.generators()).isEmpty();
        assertThat(wide.generators()).isEmpty();
        assertThat(Groups.elements(narrow.families())).isEqualTo(Groups.expected(constant == null ? "" : constant));
        assertThat(Groups.elements(wide.families())).isEqualTo(Groups.expected(affine));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*tanh(softplus(x))",
                "tanh(x) + exp(-x^2)",
                "tanh(x) + exp(-x^2)/10^30",
                "sigmoid(x)*tanh(x)",
                "sigmoid(x)^2",
                "tanh(x) + tanh(2x + 1)",
                "tanh(x)^3 + x^2",
                "exp(-x^2) + 2exp(-(x - 1)^2)",
                "exp(-exp(x))",
                "exp(-exp(-x))",
                "tanh(exp(x))",
                "x*exp(x)",
                "exp(2x) + x^2",
                "exp(x) + exp(2x)",
                "x^3*sin(x) + x^2*sin(x)",
                "x^2*exp(-x^2) + x^3",
                "exp(x) + tanh(x)",
                "exp(-x^2)*(1 + x)"
            })
    void functionsWithoutSymmetryAreProvedToHaveNone(String formula) {
        for (UnitSymmetries group : List.of(Groups.constant(formula), Groups.affine(formula))) {
            assertThat(group.complete()).as(String.join("\n", group.steps())).isTrue();
            assertThat(group.generators()).isEmpty();
            assertThat(group.families()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin(x) + sin(2x) + cos(3x)", "exp(sin(x) + sin(2x)/2)"})
    void periodicFunctionsWithoutReflectionHaveTheirPeriodOnly(String formula) {
        for (UnitSymmetries group : List.of(Groups.constant(formula), Groups.affine(formula))) {
            assertThat(group.complete()).as(String.join("\n", group.steps())).isTrue();
            assertThat(Groups.elements(group.generators())).isEqualTo(Groups.expected("1, 2pi, 1, 0, 0"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos(x)^2 + sin(x)^2 + x^2",
                "exp(x)*exp(-x)*x^3",
                "softplus(x) - softplus(-x) - x + exp(x)",
                "tanh(x) + sin(x)",
                "exp(exp(x))",
                "sin(exp(x))",
                "(sin(x) + cos(2x) + sin(3x + 1))^12",
                "sin(x) + cos(sqrt(2)*x)"
            })
    void whatIsNotDecidedIsNotClaimed(String formula) {
        for (UnitSymmetries group : List.of(Groups.constant(formula), Groups.affine(formula))) {
            assertThat(group.complete()).as(String.join("\n", group.steps())).isFalse();
            assertThat(group.steps()).anyMatch(step -> step.startsWith("Not decided: "));
            assertThat(group.families()).isEmpty();
        }
    }

    @Test
    void tooLargeExpressionsAreRefusedAtOnce() {
        Expression sum = Expression.X;
        for (int k = 1; k < 200; k++) {
            sum = sum.plus(Groups.formula("tanh(x)").after(Expression.of(k), Expression.ONE));
        }
        assertThat(Analytic.symmetries(sum, Remainder.CONSTANT).complete()).isFalse();
    }

    /** An independent look at the elements: both sides agree in enclosures at points that the derivation does not use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + sin(x)^2",
                "2sin(3x + 1) - x",
                "x + tanh(sin(x))",
                "log(1 + 3exp(x))",
                "exp(-x)*sin(x)",
                "sin(x) + x^2"
            })
    void elementsHoldAtPoints(String formula) {
        Expression s = Groups.formula(formula);
        for (UnitSymmetries group : List.of(Groups.constant(formula), Groups.affine(formula))) {
            for (Element element : group.generators()) {
                for (int k = -6; k <= 6; k++) {
                    Enclosure defect =
                            element.asRelation().defect(s).enclose(Enclosure.from(new BigFraction(10 * k + 3, 7), 200));
                    assertThat(defect.contains(BigFraction.ZERO)).isTrue();
                    assertThat(defect.width()).isLessThan(new BigFraction(1, 1L << 60));
                }
            }
        }
    }
}
