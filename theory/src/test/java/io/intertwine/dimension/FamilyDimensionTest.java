package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.find.Answer;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dimensions of families, proved, against known values. */
class FamilyDimensionTest {
    private static Dimension of(String widths, String activations, boolean bias) throws FormatException {
        return FamilyDimension.of(
                JetJacobianTest.architecture(widths, activations, bias), FamilyDimension.Options.of(1));
    }

    private static void assertProved(Dimension dimension, int expected) {
        assertThat(dimension.isProved()).as("%s", dimension).isTrue();
        assertThat(dimension.lower()).isEqualTo(expected);
        assertThat(dimension.upper()).isEqualTo(BigInteger.valueOf(expected));
        assertThat(dimension.proof()).hasSize(1);
        DimensionClaim.OfFamily claim =
                (DimensionClaim.OfFamily) dimension.proof().get(0).claim();
        assertThat(claim.dimension()).isEqualTo(expected);
        assertThat(claim.exactly()).isTrue();
        assertThat(dimension.reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh",
                "sigmoid",
                "softplus",
                "silu",
                "gelu",
                "gelu_tanh",
                "sin",
                "cos",
                "arctan",
                "gaussian",
                "erf",
                "mish",
                "logcosh",
                "sech",
                "squareplus",
                "snake",
                "tanhshrink",
                "logsigmoid",
                "elu",
                "selu",
                "softsign",
                "hard_swish"
            })
    void allParametersCountWhereAnActivationHasNoSymmetry(String activation) throws FormatException {
        Dimension dimension = of("2 3 1", activation, true);
        assertProved(dimension, 13);
        assertThat(dimension.locallyIdentifiable()).isEqualTo(Answer.HOLDS);
        assertThat(dimension.symmetryDimension()).isZero();
        assertThat(dimension.ambient()).isEmpty();
        assertThat(dimension.defect()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2 3 1, exp, true, 10, 3, 0, HOLDS",
        "2 3 1, exp, false, 9, 0, 0, HOLDS",
        "2 2 2 1, exp, true, 11, 4, 0, HOLDS",
        "2 3 3 1, tanh gelu, true, 25, 0, 0, HOLDS",
        "2 3 3 1, tanh power:2, true, 19, 3, 3, REFUTED",
        "1 6 1, tanh, true, 19, 0, 0, HOLDS",
        "3 2 1, power:2, false, 5, 2, 1, REFUTED",
        "3 5 1, power:4, false, 14, 5, 1, REFUTED",
        "4 9 1, power:4, false, 34, 9, 1, REFUTED",
        "5 7 1, power:3, false, 34, 7, 1, REFUTED",
        "3 9 1, power:6, false, 27, 9, 0, HOLDS",
        "5 5 3 1, power:2, false, 32, 8, 3, REFUTED",
        "2 3 2 2, power:2, false, 8, 5, 2, REFUTED",
        "2 2 2 2, power:2, false, 8, 4, 0, HOLDS",
        "2 2 1, power:3, true, 7, 2, 0, HOLDS",
        "2 2 1, power:2, true, 6, 2, 0, REFUTED",
        "2 2 1, expr:x^3+x^2, false, 6, 0, 0, HOLDS",
        "2 2 1, expr:x^2+x, false, 5, 0, 0, REFUTED",
        "2 2 1, expr:1/(1+x^2), true, 9, 0, 0, HOLDS",
        "3 5 3, identity, false, 9, 21, 0, UNDETERMINED",
        "3 2 3, identity, false, 8, 4, 0, HOLDS",
        "2 3 3 1, relu, true, 19, 6, 0, HOLDS",
        "1 1 1 1 1, relu, true, 4, 3, 1, REFUTED",
        "2 1 1 1 2 1, relu, true, 8, 5, 1, REFUTED",
        "1 3 1, relu, false, 2, 3, 1, REFUTED",
    })
    void agreeWithKnownValues(
            String widths, String activations, boolean bias, int expected, int symmetries, int defect, Answer local)
            throws FormatException {
        Dimension dimension = of(widths, activations, bias);
        assertProved(dimension, expected);
        assertThat(dimension.symmetryDimension()).isEqualTo(BigInteger.valueOf(symmetries));
        assertThat(dimension.defect()).isEqualTo(BigInteger.valueOf(defect));
        assertThat(dimension.locallyIdentifiable()).isEqualTo(local);
    }

    @Test
    void theDimensionDoesNotDependOnPrimeAndSeed() throws FormatException {
        Architecture architecture = JetJacobianTest.architecture("2 3 2 1", "gelu", true);
        for (long prime : new long[] {65537, 8388593, 2147483647}) {
            for (long seed = 0; seed < 3; seed++) {
                Dimension dimension =
                        FamilyDimension.of(architecture, new FamilyDimension.Options(prime, seed, 2, Progress.NONE));
                assertProved(dimension, 20);
                assertThat(dimension.primes()).containsExactly(prime);
            }
        }
    }

    @Test
    void theSoftmaxTakesARowAway() throws FormatException {
        for (String activation : List.of("tanh", "relu")) {
            List<LayerShape> layers = new ArrayList<>(
                    JetJacobianTest.architecture("2 3 3", activation, true).layers());
            layers.add(new Layer.Softmax(3));
            Dimension dimension = FamilyDimension.of(new Architecture(layers), FamilyDimension.Options.of(1));
            assertProved(dimension, activation.equals("tanh") ? 17 : 14);
        }
    }

    @Test
    void activationsInARowAreComposed() throws FormatException {
        Activation tanh = Activations.requireNamed("tanh");
        Activation square = Activations.power(2);
        Architecture architecture = new Architecture(List.of(
                new LayerShape.Dense(2, 2, true),
                Layer.Entrywise.of(tanh, 2),
                Layer.Entrywise.of(square, 2),
                new LayerShape.Dense(2, 1, true)));
        assertProved(FamilyDimension.of(architecture, FamilyDimension.Options.of(1)), 9);
    }

    @Test
    void aRankThatStaysBelowTheBoundIsALowerBoundOnly() throws FormatException {
        // Sums of squares of two quadrics: rotating the two is a symmetry that no bound of ours counts.
        Dimension dimension = of("3 4 2 1", "power:2", false);
        assertThat(dimension.isProved()).isFalse();
        assertThat(dimension.lower()).isEqualTo(11);
        assertThat(dimension.upper()).isEqualTo(BigInteger.valueOf(12));
        assertThat(dimension.locallyIdentifiable()).isEqualTo(Answer.UNDETERMINED);
        assertThat(dimension.reasons()).anyMatch(reason -> reason.contains("with probability at most 2^-"));
        assertThat(dimension.primes()).hasSize(4);
        assertThat(((DimensionClaim.OfFamily) dimension.proof().get(0).claim()).exactly())
                .isFalse();
    }

    /** Two outputs and more: at as many points as inputs a matrix of rank 2 would be all that is seen. */
    @Test
    void manyOutputsNeedMorePoints() throws FormatException {
        assertProved(of("6 2 6", "power:2", false), 22);
    }

    @Test
    void whereNoGenericPointIsKnownNothingIsClaimed() throws FormatException {
        Dimension dimension = of("2 2 1", "expr:x*exp(exp(x))", true);
        assertThat(dimension.lower()).isZero();
        assertThat(dimension.proof()).isEmpty();
        assertThat(dimension.isProved()).isFalse();
        assertThat(dimension.reasons()).anyMatch(reason -> reason.contains("algebraically independent"));
    }

    @Test
    void twoTranscendentalNumbersAreRefused() throws FormatException {
        assertThat(of("2 2 2 1", "gelu gelu_tanh", true).reasons())
                .anyMatch(reason -> reason.contains("not known to be algebraically independent"));
    }

    @Test
    void largeMinorsAreFactorised() throws FormatException {
        Dimension dimension = of("31 32 30 4", "tanh", true);
        assertProved(dimension, 32 * 32 + 33 * 30 + 31 * 4);
        Certificate.Dimension certificate =
                (Certificate.Dimension) dimension.proof().get(0).certificate();
        assertThat(certificate.evidence()).isInstanceOf(DimensionEvidence.Factored.class);
        assertThat(dimension.proof().get(0).theorem().rule()).contains("below 2^-80");
    }

    @Test
    void badInputIsRefusedWithAReason() throws FormatException {
        Architecture tanh = JetJacobianTest.architecture("2 3 1", "tanh", true);
        assertThatThrownBy(() -> FamilyDimension.of(tanh, new FamilyDimension.Options(8, 1, 1, Progress.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an odd prime below 2^31, found 8");
        Architecture none = new Architecture(List.of(Layer.Entrywise.of(Activations.requireNamed("tanh"), 2)));
        assertThatThrownBy(() -> FamilyDimension.of(none, FamilyDimension.Options.of(1)))
                .hasMessageContaining("expected an architecture with parameters");
        Architecture thirds = JetJacobianTest.architecture("2 3 1", "expr:x^2/3", true);
        assertThatThrownBy(() -> FamilyDimension.of(thirds, new FamilyDimension.Options(3, 1, 1, Progress.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 divides the denominator")
                .hasMessageContaining("choose another prime");
        Architecture large = JetJacobianTest.architecture("1000 1000 1000 10", "tanh", true);
        assertThatThrownBy(() -> FamilyDimension.of(large, FamilyDimension.Options.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the family is too large")
                .hasMessageContaining("MiB");
        assertThatThrownBy(() -> FamilyDimension.of(tanh, new FamilyDimension.Options(5, 1, 1, Progress.NONE)))
                .hasMessageContaining("the prime 5 is too small");
    }
}
