package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.PiecewiseAffine.Piece;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activations as continuous piecewise affine functions. */
class PiecewiseAffineTest {
    private static PiecewiseAffine pieces(String formula) throws ExpressionSyntaxException {
        return PiecewiseAffine.of(activation(formula)).orElseThrow();
    }

    private static Activation activation(String formula) throws ExpressionSyntaxException {
        return Activations.of(Expression.parse(formula), UnitGroup::trivial);
    }

    private static Piece piece(long slope, long intercept) {
        return new Piece(Scalar.of(slope), Scalar.of(intercept));
    }

    @Test
    void reluHasTwoPieces() throws ExpressionSyntaxException {
        assertThat(pieces("relu(x)"))
                .isEqualTo(new PiecewiseAffine(List.of(Scalar.ZERO), List.of(piece(0, 0), piece(1, 0))));
    }

    @Test
    void aClampHasThreePieces() throws ExpressionSyntaxException {
        assertThat(pieces("2*clip(x - 1, -1, 3) + x"))
                .isEqualTo(new PiecewiseAffine(
                        List.of(Scalar.ZERO, Scalar.of(4)), List.of(piece(1, -2), piece(3, -2), piece(1, 6))));
    }

    @Test
    void irrationalKinksAreExact() throws ExpressionSyntaxException {
        Scalar root = Scalar.sqrt(new BigFraction(2));
        assertThat(pieces("max(x, sqrt(2))").breakpoints()).containsExactly(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu(x) - relu(-x)",
                "x",
                "3*x - 1",
                "2",
                "max(x, x)",
                "2*(3*(x + 1) - x)",
                "abs(x) - abs(-x) + x"
            })
    void affineFunctionsHaveOnePieceHoweverTheyAreWritten(String formula) throws ExpressionSyntaxException {
        assertThat(pieces(formula).isAffine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh(x)",
                "x^2",
                "x*abs(x)",
                "heaviside(x)",
                "sign(x)",
                "if(x > 0, x + 1, x)",
                "if(x > 1, x, 2)",
                "floor(x)",
                "abs(x - floor(x))",
                "max(x, pi)",
                "pi*abs(x)",
                "exp(1)*x",
                "if(x < 0, 0, x + 0*x^2 + 1)",
                "sin(x)",
                "1/(1+x^2)"
            })
    void otherFunctionsHaveNone(String formula) throws ExpressionSyntaxException {
        assertThat(PiecewiseAffine.of(activation(formula))).isEmpty();
    }

    @Test
    void aValueOffTheLineAtOnePointIsNotContinuous() throws ExpressionSyntaxException {
        assertThat(PiecewiseAffine.of(activation("abs(x) + abs(sign(x))"))).isEmpty();
        assertThat(PiecewiseAffine.of(activation("x + abs(sign(x))"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relu(x), true",
        "abs(x), true",
        "x/3 + abs(x)/5, true",
        "2*x, true",
        "x + 1, false",
        "relu(x) + 1, false",
        "relu(x - 1), false",
        "'clip(x, -1, 1)', false",
        "0, true"
    })
    void homogeneousFunctionsHaveNoOtherKinkThanZero(String formula, boolean expected)
            throws ExpressionSyntaxException {
        assertThat(pieces(formula).isHomogeneous()).isEqualTo(expected);
    }

    @Test
    void valuesAreThoseOfTheFormula() throws ExpressionSyntaxException {
        for (String formula : List.of("clip(2*x, -1, 3) - abs(x + 1)", "relu6(x)", "max(x, min(2, 1 - x))")) {
            PiecewiseAffine pieces = pieces(formula);
            for (int k = -40; k <= 40; k++) {
                Scalar x = Scalar.of(k, 4);
                assertThat(activation(formula).exact(x)).contains(pieces.apply(x));
            }
            for (Scalar point : pieces.breakpoints()) {
                assertThat(pieces.isBreakpoint(point)).isTrue();
                assertThat(pieces.isBreakpoint(point.add(Scalar.of(1, 7)))).isFalse();
            }
        }
    }

    @Test
    void kinksMustBeTrueAndInOrder() {
        List<Piece> kink = List.of(piece(0, 0), piece(1, 0));
        List<Scalar> none = List.of();
        assertThatThrownBy(() -> new PiecewiseAffine(none, kink)).hasMessageContaining("a piece more");
        List<Scalar> one = List.of(Scalar.ONE);
        assertThatThrownBy(() -> new PiecewiseAffine(one, kink)).hasMessageContaining("not a kink");
        List<Piece> straight = List.of(piece(1, 0), piece(1, 0));
        assertThatThrownBy(() -> new PiecewiseAffine(one, straight)).hasMessageContaining("not a kink");
        List<Scalar> decreasing = List.of(Scalar.ONE, Scalar.ZERO);
        List<Piece> three = List.of(piece(0, 0), piece(1, -1), piece(2, -1));
        assertThatThrownBy(() -> new PiecewiseAffine(decreasing, three)).hasMessageContaining("out of order");
    }
}
