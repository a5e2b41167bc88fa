package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.GenericUnit.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which functions of a differential system are free, and when nothing is claimed. */
class GenericUnitTest {
    private static String describe(String formula, boolean shifts) throws ExpressionSyntaxException {
        GenericUnit.Result result = GenericUnit.of(Expression.parse(formula), shifts, shifts);
        if (result instanceof GenericUnit.Unknown unknown) {
            return "unknown: " + unknown.reason();
        }
        GenericUnit unit = ((GenericUnit.Found) result).unit();
        return unit.order().stream()
                .map(unit.variables()::get)
                .map(variable -> variable.role() + " " + variable.meaning())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanh(x)            | FREE tanh(x)",
                "sigmoid(x)         | FREE sigmoid(x)",
                "exp(2*x)-1         | FREE exp(2*x)",
                "softplus(x)        | FREE sigmoid(x); SHIFT softplus(x)",
                "sin(x)             | FREE sin(x); SOLVED cos(x)",
                "x+sin(x)^2         | FREE sin(x); SOLVED cos(x); SHIFT x",
                "x*sigmoid(x)       | ARGUMENT x; FREE sigmoid(x)",
                "arctan(x)          | ARGUMENT x; SOLVED 1/(x^2 + 1); SHIFT arctan(x)",
                "x^3+x              | ARGUMENT x",
                "x*(1+erf(x))/2     | ARGUMENT x; CONSTANT 1/sqrt(pi); FREE erf(x); FREE exp(-x^2)",
                "(x+sqrt(x^2+4))/2  | ARGUMENT x; SOLVED sqrt(x^2 + 4); SOLVED 1/sqrt(x^2 + 4)",
                "x*tanh(sqrt(2/pi)*x) | ARGUMENT x; CONSTANT sqrt(2/pi); FREE tanh(x*sqrt(2/pi))",
                "log(cosh(x))       | FREE cosh(x); SOLVED 1/cosh(x); SOLVED sinh(x); SHIFT log(cosh(x))",
            })
    void rolesOfActivations(String formula, String roles) throws ExpressionSyntaxException {
        assertThat(describe(formula.trim(), true)).isEqualTo(roles.trim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "softplus(x) | ARGUMENT x; FREE softplus(x); FREE sigmoid(x)",
                "arctan(x)   | ARGUMENT x; SOLVED 1/(x^2 + 1); FREE arctan(x)",
                "tanh(x)     | ARGUMENT x; FREE tanh(x)",
                "x-tanh(x)   | ARGUMENT x; FREE tanh(x)",
                "-softplus(-x) | ARGUMENT x; FREE softplus(x); FREE sigmoid(x)",
                "log(cosh(x)) | ARGUMENT x; FREE cosh(x); SOLVED 1/cosh(x); SOLVED sinh(x); FREE log(cosh(x))",
                "erf(x)      | ARGUMENT x; CONSTANT 1/sqrt(pi); FREE erf(x); FREE exp(-x^2)",
            })
    void withoutABiasShiftsTakePart(String formula, String roles) throws ExpressionSyntaxException {
        assertThat(describe(formula.trim(), false)).isEqualTo(roles.trim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanh(x)+tanh(2*x) | algebraically independent",
                "exp(x)+exp(2*x)*tanh(x) | algebraically independent",
                "x*sin(x)+erf(x)*exp(x) | algebraically independent",
                "exp(pi*x)*x+exp(e*x) | algebraically independent",
                "x*exp(exp(x)) | algebraically independent",
                "x*tanh(e*x) | the numbers e are not known",
                "abs(x) | not built of analytic functions",
                "sqrt(x^2+1)*sqrt(x^2+2) | is not understood",
            })
    void nothingIsClaimedWhereIndependenceIsNotKnown(String formula, String reason) throws ExpressionSyntaxException {
        assertThat(describe(formula.trim(), true)).startsWith("unknown: ").contains(reason.trim());
    }

    @Test
    void onlyRationalFunctionsOfTheArgumentAreRational() throws ExpressionSyntaxException {
        for (String formula : List.of("x^2", "1/(1+x^2)", "x")) {
            assertThat(unit(formula).isRational()).as(formula).isTrue();
        }
        for (String formula : List.of("tanh(x)", "sqrt(x^2+4)", "x*sigmoid(x)", "sin(x)")) {
            assertThat(unit(formula).isRational()).as(formula).isFalse();
        }
    }

    private static GenericUnit unit(String formula) throws ExpressionSyntaxException {
        return ((GenericUnit.Found) GenericUnit.of(Expression.parse(formula), true, true)).unit();
    }

    @Test
    void irrationalCoefficientsAreListed() throws ExpressionSyntaxException {
        assertThat(unit("x^2*sqrt(2)").conductors()).hasSize(1);
        assertThat(unit("x^2*sqrt(2)+x*sqrt(3)").conductors()).hasSize(2);
        assertThat(unit("x^2").conductors()).isEmpty();
        assertThat(unit("x*(1+erf(x/sqrt(2)))").constants()).hasSize(1);
    }

    @Test
    void everyVariableOfTheOrderHasARole() throws ExpressionSyntaxException {
        for (Activation activation : Activations.named().values()) {
            if (GenericUnit.of(activation.expression(), true, true) instanceof GenericUnit.Found found) {
                GenericUnit unit = found.unit();
                assertThat(unit.order()).doesNotHaveDuplicates();
                for (int i = 0; i < unit.variables().size(); i++) {
                    assertThat(unit.variables().get(i).role() == Role.UNUSED)
                            .as("%s, variable %d", activation, i)
                            .isEqualTo(!unit.order().contains(i));
                }
            }
        }
    }
}
