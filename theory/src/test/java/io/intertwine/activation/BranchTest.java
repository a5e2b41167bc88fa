package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Enclosure;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of a piece. */
class BranchTest {
    private static Enclosure between(int lower, int upper) {
        return Enclosure.fromBounds(new BigFraction(lower), new BigFraction(upper), 64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tanh(x); -1; 1; tanh(x)",
                "abs(x); 1; 2; x",
                "abs(x); -2; -1; -x",
                "abs(x) + tanh(x); -2; -1; -x + tanh(x)",
                "sign(x) * x; -2; -1; -x",
                "sign(x) * x; 1; 2; x",
                "heaviside(x) * x + exp(x); -2; -1; exp(x)",
                "heaviside(x) * x; 1; 2; x",
                "max(x, 0); 1; 2; x",
                "max(x, 0); -2; -1; 0",
                "min(x, 3); 1; 2; x",
                "min(x, 3); 4; 5; 3",
                "if(x > 0, x, exp(x) - 1); 1; 2; x",
                "if(x > 0, x, exp(x) - 1); -2; -1; exp(x) - 1",
                "if(sign(x) > 0, x, 1 - x); -2; -1; 1 - x",
                "exp(max(abs(x), 2)); 3; 4; exp(x)"
            })
    void thePieceOfAnIntervalIsFound(String formula, int lower, int upper, String piece)
            throws ExpressionSyntaxException {
        assertThat(Branch.at(Expression.parse(formula), between(lower, upper))).hasValue(Expression.parse(piece));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abs(x); -1; 1",
                "abs(x); 0; 0",
                "max(x, 0); 0; 1",
                "exp(abs(x)); -1; 1",
                "if(x > 0, x, exp(x) - 1); 0; 0",
                "if(abs(x) > 0, x, 1); -1; 1",
                "floor(x); 1; 1"
            })
    void aKinkHasNoPiece(String formula, int lower, int upper) throws ExpressionSyntaxException {
        assertThat(Branch.at(Expression.parse(formula), between(lower, upper))).isEmpty();
    }
}
