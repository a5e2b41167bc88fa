package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.lift.NormalWeights;
import io.intertwine.match.Tolerance;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EquivarianceErrorTest {
    private static final Tolerance PERCENT = new Tolerance(0.01);

    private static Symmetry threePoints() {
        List<AffineMap> inputs = List.of(permutation(1, 0, 2), permutation(0, 2, 1));
        return WorkedExamples.symmetry(
                Presentation.symmetric(3), inputs, List.of(AffineMap.identity(1), AffineMap.identity(1)));
    }

    private static AffineMap permutation(int... images) {
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }

    private static void assertRounding(Network network, Symmetry symmetry) {
        DoubleMatrix inputs = Noise.standard(2500, network.inputs(), 3);
        EquivarianceError error = EquivarianceError.at(network, symmetry, inputs, PERCENT, 1);
        assertThat(error.overall().largest()).isLessThan(1e-13);
        assertThat(error.overall().relative().upper()).isLessThan(1e-14);
        assertThat(error.overall().above().value()).isZero();
        assertThat(error.overall().above().upper()).isCloseTo(1 - Math.pow(0.025, 1 / 2500.0), within(1e-9));
        assertThat(error.overall().notFinite()).isZero();
    }

    @Test
    void equivariantNetworksHaveOnlyTheErrorOfRounding() {
        assertRounding(WorkedExamples.swappedPair(), WorkedExamples.swap(1));
        assertRounding(WorkedExamples.antisymmetricPair(), WorkedExamples.swap(-1));
        assertRounding(WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon());
        SplittableRandom random = new SplittableRandom(4);
        for (String activation : List.of("tanh", "relu", "gelu")) {
            Architecture architecture = Architecture.ofWidths(
                    List.of(3, 9, 7, 1), Collections.nCopies(2, Activations.requireNamed(activation)), true);
            Network exact = RandomLatentActions.draw(architecture, threePoints(), random)
                    .random(5, random);
            assertRounding(exact, threePoints());
        }
    }

    @Test
    void theErrorOfALinearMapIsWhatItsMatrixSays() {
        // f(x, y) = x + 1.25 y, so that f(s x) - f(x) = (x - y) / 4
        Network network = new NetworkBuilder().dense("1 5/4").build();
        DoubleMatrix inputs = DoubleMatrix.of(4, 2, new double[] {1, 0, 0, 1, 3, 3, 4, -4});
        EquivarianceError error = EquivarianceError.at(network, WorkedExamples.swap(1), inputs, PERCENT, 1);
        double scale = Math.sqrt((1 + 1.25 * 1.25 + 6.75 * 6.75 + 1) / 4);
        assertThat(error.inputs()).isEqualTo(4);
        assertThat(error.scale()).isCloseTo(scale, within(1e-14));
        ErrorSummary summary = error.generators().get(0).error();
        assertThat(error.generators().get(0).generator()).isEqualTo("s");
        assertThat(summary.mean()).isCloseTo(2.5 / 4 / scale, within(1e-14));
        assertThat(summary.median().value()).isCloseTo(0.25 / scale, within(1e-14));
        assertThat(summary.largest()).isCloseTo(2 / scale, within(1e-14));
        assertThat(summary.worst()).isEqualTo(3);
        assertThat(summary.above()).isEqualTo(BinomialInterval.of(3, 4, 0.95));
        // 0.25 / 1, 0.25 / 1.25, 0, 2 / 1
        assertThat(summary.quotient().value()).isCloseTo(0.225, within(1e-14));
        assertThat(summary.relative().value())
                .isCloseTo(Math.sqrt((2 * 0.0625 + 4) / (4 * scale * scale)), within(1e-14));
        assertThat(error.overall()).isEqualTo(summary);
        double mean = (1 + 1.25 + 6.75 - 1) / 4;
        assertThat(error.spread()).isCloseTo(Math.sqrt(scale * scale - mean * mean), within(1e-13));
    }

    @Test
    void aPlantedViolationIsMeasuredWithinTheIntervals() {
        // x + (1 + d) y at normal inputs: the relative error is d sqrt(2) / sqrt(1 + (1 + d)^2)
        Network network = new NetworkBuilder().dense("1 3/2").build();
        double truth = 0.5 * Math.sqrt(2) / Math.sqrt(1 + 1.5 * 1.5);
        // |x - y| is normal with deviation sqrt(2), whose absolute value has the median 0.67449 sqrt(2)
        double median = 0.674489750196 * truth;
        int relative = 0;
        int medians = 0;
        for (int seed = 0; seed < 100; seed++) {
            DoubleMatrix inputs = Noise.standard(200, 2, seed);
            ErrorSummary error = EquivarianceError.at(network, WorkedExamples.swap(1), inputs, PERCENT, seed)
                    .overall();
            relative += error.relative().lower() <= truth
                            && truth <= error.relative().upper()
                    ? 1
                    : 0;
            medians +=
                    error.median().lower() <= median && median <= error.median().upper() ? 1 : 0;
        }
        // of 100 intervals that hold with 95 % fewer than 85 do so in one of 20,000 series; the scale is estimated too
        assertThat(relative).isGreaterThanOrEqualTo(85);
        assertThat(medians).isGreaterThanOrEqualTo(85);
    }

    @Test
    void generatorsAreMeasuredApartAndTogether() {
        // invariant under the first transposition only
        Network network = new NetworkBuilder().dense("1 1 2").build();
        DoubleMatrix inputs = Noise.standard(1500, 3, 1);
        EquivarianceError error = EquivarianceError.at(network, threePoints(), inputs, PERCENT, 1);
        ErrorSummary first = error.generators().get(0).error();
        ErrorSummary second = error.generators().get(1).error();
        assertThat(first.largest()).isLessThan(1e-14);
        assertThat(second.largest()).isGreaterThan(0.5);
        assertThat(error.overall().median()).isEqualTo(second.median());
        EquivarianceError other =
                EquivarianceError.at(new NetworkBuilder().dense("2 1 1").build(), threePoints(), inputs, PERCENT, 1);
        assertThat(other.overall().median())
                .isEqualTo(other.generators().get(0).error().median());
        assertThat(error.overall().relative().value())
                .isCloseTo(second.relative().value() / Math.sqrt(2), within(1e-12));
    }

    @Test
    void inputsAreEvaluatedInPartsAsOneByOne() {
        Network network = NormalWeights.of(
                Architecture.ofWidths(List.of(2, 5, 1), List.of(Activations.requireNamed("tanh")), true),
                new SplittableRandom(2));
        DoubleMatrix inputs = Noise.standard(1100, 2, 5);
        ErrorSummary all = EquivarianceError.at(network, WorkedExamples.swap(1), inputs, PERCENT, 1)
                .overall();
        double sum = 0;
        for (int i = 0; i < 1100; i++) {
            EquivarianceError one = EquivarianceError.at(
                    network, WorkedExamples.swap(1), DoubleMatrix.of(1, 2, inputs.row(i)), PERCENT, 1);
            sum += one.overall().largest() * one.scale();
        }
        double scale = EquivarianceError.at(network, WorkedExamples.swap(1), inputs, PERCENT, 1)
                .scale();
        assertThat(all.mean()).isCloseTo(sum / 1100 / scale, within(1e-12));
    }

    @Test
    void aLargeConstantShowsInTheSpread() {
        Network network = new NetworkBuilder().dense("1 2", "1000").build();
        EquivarianceError error =
                EquivarianceError.at(network, WorkedExamples.swap(1), Noise.standard(1000, 2, 1), PERCENT, 1);
        assertThat(error.overall().largest()).isLessThan(0.01);
        assertThat(error.scale()).isCloseTo(1000, within(1.0));
        assertThat(error.spread()).isCloseTo(Math.sqrt(5), within(0.2));
    }

    @Test
    void valuesThatAreNotFiniteCountAsInfiniteErrors() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation("exp")
                .dense("1 1")
                .build();
        DoubleMatrix inputs = DoubleMatrix.of(3, 2, new double[] {1, 2, 0, 800, -1, 1});
        EquivarianceError error = EquivarianceError.at(network, WorkedExamples.swap(1), inputs, PERCENT, 1);
        ErrorSummary summary = error.overall();
        assertThat(summary.notFinite()).isEqualTo(1);
        assertThat(summary.largest()).isInfinite();
        assertThat(summary.worst()).isEqualTo(1);
        assertThat(summary.mean()).isInfinite();
        assertThat(summary.relative().value()).isInfinite();
        assertThat(summary.above().value()).isEqualTo(1 / 3.0);
        assertThat(summary.median().value()).isLessThan(1e-15);
        assertThat(error.scale()).isFinite().isPositive();
    }

    @Test
    void afterASoftmaxProbabilitiesAreCompared() {
        List<Layer> layers = new ArrayList<>(
                new NetworkBuilder().dense("1 0; 0 1", "0 1").build().layers());
        layers.add(new Layer.Softmax(2));
        AffineMap swap = permutation(1, 0);
        EquivarianceError error = EquivarianceError.at(
                new Network(layers), WorkedExamples.involution(swap, swap), DoubleMatrix.zeros(1, 2), PERCENT, 1);
        // at 0 the probabilities are (1 - p, p) with p = e / (1 + e), and swapped (p, 1 - p)
        double p = Math.E / (1 + Math.E);
        assertThat(error.scale()).isCloseTo(Math.hypot(p, 1 - p), within(1e-15));
        assertThat(error.overall().largest())
                .isCloseTo(Math.sqrt(2) * (2 * p - 1) / Math.hypot(p, 1 - p), within(1e-14));
    }

    @Test
    void aNetworkThatIsZeroHasNoError() {
        Network network = new NetworkBuilder().dense("0 0").build();
        EquivarianceError error =
                EquivarianceError.at(network, WorkedExamples.swap(1), Noise.standard(10, 2, 1), PERCENT, 1);
        assertThat(error.scale()).isZero();
        assertThat(error.overall().largest()).isZero();
        assertThat(error.overall().relative()).isEqualTo(new Estimate(0, 0, 0, 0.95));
        EquivarianceError signed =
                EquivarianceError.at(network, WorkedExamples.swap(-1), DoubleMatrix.zeros(1, 2), PERCENT, 1);
        assertThat(signed.overall().mean()).isZero();
    }

    @Test
    void theNormsOfLargeValuesDoNotOverflow() {
        Network network = new NetworkBuilder().dense("1 2").build();
        double[] large = {3e200, 1e200, -1e200, 1e200};
        EquivarianceError error =
                EquivarianceError.at(network, WorkedExamples.swap(1), DoubleMatrix.of(2, 2, large), PERCENT, 1);
        EquivarianceError small = EquivarianceError.at(
                network,
                WorkedExamples.swap(1),
                DoubleMatrix.of(2, 2, Arrays.stream(large).map(x -> x * 1e-200).toArray()),
                PERCENT,
                1);
        assertThat(error.overall().mean()).isCloseTo(small.overall().mean(), within(1e-14));
        assertThat(error.overall().relative().value())
                .isCloseTo(small.overall().relative().value(), within(1e-14));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Network network = WorkedExamples.swappedPair();
        Symmetry swap = WorkedExamples.swap(1);
        for (DoubleMatrix inputs : List.of(DoubleMatrix.zeros(5, 3), DoubleMatrix.zeros(0, 2))) {
            assertThatThrownBy(() -> EquivarianceError.at(network, swap, inputs, PERCENT, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("found one from 2 to 1 and");
        }
        assertThatThrownBy(() -> EquivarianceError.at(network, threePoints(), DoubleMatrix.zeros(5, 3), PERCENT, 1))
                .hasMessageContaining("from 3 to 1 numbers");
    }
}
