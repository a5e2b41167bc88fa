package io.intertwine.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that are polynomials, expanded. */
class PolynomialFormulaTest {
    private static Optional<List<Scalar>> coefficients(String text) {
        return PolynomialFormula.coefficients(CriterionCases.activation(text).expression());
    }

    @ParameterizedTest
    @CsvSource({
        "(x + 1)^3 - 1, 0 3 3 1",
        "(x^2 + x)^2, 0 0 1 2 1",
        "x*(2 - x)*(x + 1/2), 0 1 3/2 -1",
        "sqrt(2)*x^2 + x, 0 1 sqrt(2)",
        "x^2 - x*x + x, 0 1",
        "7 + x, 7 1"
    })
    void aPolynomialIsExpanded(String text, String expected) {
        assertThat(coefficients(text)).contains(NetworkBuilder.vector(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tanh(x)", "1/x", "x + abs(x)", "pi*x", "x^2 + 1/(1 + x^2)", "(x^20 + 1)^21", "max(x, 0)^2"})
    void otherFormulasAreNot(String text) {
        assertThat(coefficients(text)).isEmpty();
    }

    @Test
    void aCancelledFormulaHasNoTerms() {
        assertThat(coefficients("(x + 1)^2 - x^2 - 2*x - 1 + 0*x")).contains(List.of());
    }
}
