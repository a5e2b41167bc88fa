package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.activation.Activations;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.group.Permutation;
import io.intertwine.lift.NormalWeights;
import io.intertwine.match.FloatingMap;
import io.intertwine.measure.LatentMaps.Form;
import io.intertwine.measure.LatentResidual.Constant;
import io.intertwine.measure.LatentResidual.Measured;
import io.intertwine.net.Architecture;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatentMapsTest {
    private static final FloatingMap SWAP =
            FloatingMap.from(WorkedExamples.swap(1).input().images().get(0));

    private static DoubleMatrix noise(int inputs, int coordinates, long seed) {
        return Noise.standard(inputs, coordinates, seed);
    }

    private static List<LatentFit> fit(Network network, FloatingMap element, int inputs, Form form) {
        return LatentMaps.leastSquares(
                        network,
                        List.of(element),
                        noise(inputs, network.inputs(), 1),
                        noise(501, network.inputs(), 2),
                        form)
                .get(0);
    }

    private static Measured measured(LatentResidual residual) {
        assertThat(residual).isInstanceOf(Measured.class);
        return (Measured) residual;
    }

    private static double distance(FloatingMap a, FloatingMap b) {
        double distance = 0;
        for (int i = 0; i < a.dimension(); i++) {
            distance = Math.max(distance, Math.abs(a.shift(i) - b.shift(i)));
            for (int j = 0; j < a.dimension(); j++) {
                distance = Math.max(distance, Math.abs(a.entry(i, j) - b.entry(i, j)));
            }
        }
        return distance;
    }

    @Test
    void theLatentSwapOfAPairIsFound() {
        LatentFit found =
                fit(WorkedExamples.swappedPair(), SWAP, 50, Form.LINEAR).get(0);
        assertThat(distance(found.map(), SWAP)).isLessThan(1e-11);
        assertThat(found.rank()).isEqualTo(2);
        assertThat(found.fitted()).isLessThan(1e-13);
        Measured residual = measured(found.residual());
        assertThat(residual.layer()).isEqualTo(1);
        assertThat(residual.units()).isEqualTo(2);
        assertThat(residual.residual().upper()).isLessThan(1e-12);
        assertThat(residual.silent() + residual.notFinite()).isZero();
    }

    /** For every space behind an activation that is not the last layer the map of a generator there. */
    private static List<FloatingMap> planted(EquivariantParameters parameters, Network network, int generator) {
        List<FloatingMap> maps = new ArrayList<>();
        for (int layer : LatentMaps.layers(network)) {
            maps.add(FloatingMap.from(
                    parameters.actions().action(layer + 1).images().get(generator)));
        }
        return maps;
    }

    @ParameterizedTest
    @CsvSource({"tanh, LINEAR", "relu, LINEAR", "sigmoid, AFFINE"})
    void aPlantedActionIsRecovered(String activation, Form form) {
        AffineMap negation = AffineMap.monomial(
                Permutation.of(1, 0, 3, 2),
                List.of(
                        io.intertwine.exact.Scalar.ONE,
                        io.intertwine.exact.Scalar.ONE,
                        io.intertwine.exact.Scalar.MINUS_ONE,
                        io.intertwine.exact.Scalar.MINUS_ONE));
        Symmetry symmetry = WorkedExamples.involution(negation, AffineMap.identity(2));
        Architecture architecture = Architecture.ofWidths(
                List.of(4, 6, 5, 2), Collections.nCopies(2, Activations.requireNamed(activation)), true);
        SplittableRandom random = new SplittableRandom(12);
        EquivariantParameters parameters = RandomLatentActions.draw(architecture, symmetry, random);
        Network network = parameters.random(3, random);
        FloatingMap element = FloatingMap.from(negation);
        List<FloatingMap> planted = planted(parameters, network, 0);
        DoubleMatrix inputs = noise(400, 4, 3);
        List<LatentFit> fits = LatentMaps.leastSquares(network, List.of(element), inputs, noise(400, 4, 4), form)
                .get(0);
        List<LatentResidual> candidates = LatentMaps.ofCandidates(network, element, planted, noise(400, 4, 4));
        assertThat(fits).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(measured(candidates.get(i)).largest()).isLessThan(1e-13);
            assertThat(measured(fits.get(i).residual()).residual().upper()).isLessThan(1e-9);
            if (fits.get(i).rank() == planted.get(i).dimension() + (form == Form.AFFINE ? 1 : 0)) {
                assertThat(distance(fits.get(i).map(), planted.get(i))).isLessThan(1e-6);
            }
        }
    }

    @Test
    void aReflectionOfSigmoidUnitsNeedsATranslation() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation("sigmoid")
                .dense("5 7")
                .build();
        FloatingMap negation = FloatingMap.monomial(Permutation.identity(2), new double[] {-1, -1}, new double[2]);
        LatentFit affine = fit(network, negation, 50, Form.AFFINE).get(0);
        FloatingMap reflection =
                FloatingMap.monomial(Permutation.identity(2), new double[] {-1, -1}, new double[] {1, 1});
        assertThat(distance(affine.map(), reflection)).isLessThan(1e-12);
        assertThat(affine.rank()).isEqualTo(3);
        assertThat(measured(affine.residual()).largest()).isLessThan(1e-12);
        LatentFit linear = fit(network, negation, 50, Form.LINEAR).get(0);
        assertThat(measured(linear.residual()).residual().lower()).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINEAR", "AFFINE"})
    void clonesSilentUnitsAndDependentUnitsDoNoHarm(Form form) {
        // rows: a pair, clones of it, a unit that is always 0, and s(x) - s(-x) = x as a combination of others
        Network network = new NetworkBuilder()
                .dense("1 2; 2 1; 1 2; 2 1; 0 0; 1 0; -1 0; 0 1; 0 -1; 1 1; -1 -1", "3 3 3 3 -1 0 0 0 0 0 0")
                .activation("relu")
                .dense("1 1 2 2 9 1 1 1 1 3 4")
                .build();
        LatentFit found = fit(network, SWAP, 300, form).get(0);
        // s(x) - s(-x) + s(y) - s(-y) = s(x + y) - s(-x - y): of eight different units that are not silent seven are
        // independent
        assertThat(found.rank()).isEqualTo(form == Form.AFFINE ? 8 : 7);
        assertThat(found.fitted()).isLessThan(1e-12);
        assertThat(measured(found.residual()).largest()).isLessThan(1e-10);
        assertThat(found.map().entry(0, 0)).isCloseTo(0, within(1e-10));
        // equal units get equal shares
        assertThat(found.map().entry(0, 1)).isCloseTo(0.5, within(1e-10));
        assertThat(found.map().entry(0, 3)).isCloseTo(0.5, within(1e-10));
    }

    @Test
    void networksWithoutTheSymmetryHaveResidualsFarFromZero() {
        Architecture architecture = Architecture.ofWidths(
                List.of(8, 16, 16, 1), Collections.nCopies(2, Activations.requireNamed("tanh")), true);
        Network network = NormalWeights.of(architecture, new SplittableRandom(8));
        FloatingMap shift = FloatingMap.monomial(Permutation.of(1, 2, 3, 4, 5, 6, 7, 0), ones(8), new double[8]);
        for (LatentFit found : fit(network, shift, 1000, Form.LINEAR)) {
            assertThat(measured(found.residual()).residual().lower()).isGreaterThan(0.02);
            assertThat(found.fitted()).isGreaterThan(0.02);
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void severalElementsAreFittedAtOnceAsOneByOne() {
        Network network = WorkedExamples.starOfTypeA2();
        FloatingMap turn =
                FloatingMap.from(WorkedExamples.hexagon().input().images().get(0));
        FloatingMap square = turn.after(turn);
        List<List<LatentFit>> both =
                LatentMaps.leastSquares(network, List.of(turn, square), noise(50, 2, 1), noise(501, 2, 2), Form.LINEAR);
        assertThat(distance(
                        both.get(1).get(0).map(),
                        fit(network, square, 50, Form.LINEAR).get(0).map()))
                .isZero();
        // the square permutes the three units, the turn itself does not act on them linearly
        assertThat(measured(both.get(1).get(0).residual()).largest()).isLessThan(1e-13);
        assertThat(both.get(1).get(0).map().entry(1, 1)).isCloseTo(0, within(1e-13));
        assertThat(measured(both.get(0).get(0).residual()).residual().lower()).isGreaterThan(0.1);
    }

    @Test
    void manyInputsAreMeasuredInPartsAsAtOnce() {
        Network network = WorkedExamples.splitClones();
        DoubleMatrix inputs = noise(2500, 2, 6);
        List<FloatingMap> candidates = List.of(FloatingMap.identity(3));
        Measured all = measured(
                LatentMaps.ofCandidates(network, SWAP, candidates, inputs).get(0));
        double[] quotients = new double[2500];
        for (int i = 0; i < quotients.length; i++) {
            DoubleMatrix one = DoubleMatrix.of(1, 2, inputs.row(i));
            quotients[i] = measured(LatentMaps.ofCandidates(network, SWAP, candidates, one)
                            .get(0))
                    .residual()
                    .value();
        }
        assertThat(all.residual()).isEqualTo(MedianInterval.of(quotients, 0, 0.95));
        assertThat(all.largest()).isEqualTo(Arrays.stream(quotients).max().orElseThrow());
    }

    @Test
    void valuesThatVaryAtSomeInputAreNotConstant() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1", "-1 -1")
                .activation("relu")
                .dense("1 1")
                .build();
        DoubleMatrix inputs = DoubleMatrix.zeros(2000, 2);
        assertThat(LatentMaps.ofCandidates(network, SWAP, List.of(SWAP), inputs).get(0))
                .isEqualTo(new Constant(1, 2, 0));
        for (int place : new int[] {5, 1999}) {
            DoubleMatrix varied = DoubleMatrix.zeros(2000, 2);
            varied.set(place, 0, 3);
            Measured found = measured(LatentMaps.ofCandidates(network, SWAP, List.of(SWAP), varied)
                    .get(0));
            assertThat(found.silent()).isEqualTo(1999);
            assertThat(found.largest()).isZero();
        }
        DoubleMatrix halves = DoubleMatrix.zeros(2 * Parts.SIZE, 2);
        Arrays.fill(halves.entries(), 0, 2 * Parts.SIZE, 2);
        Arrays.fill(halves.entries(), 2 * Parts.SIZE, 4 * Parts.SIZE, 3);
        assertThat(LatentMaps.ofCandidates(network, SWAP, List.of(SWAP), halves).get(0))
                .isInstanceOf(Measured.class);
    }

    @Test
    void aWrongCandidateIsMeasured() {
        DoubleMatrix inputs = DoubleMatrix.of(1, 2, new double[] {0, -1});
        LatentResidual residual = LatentMaps.ofCandidates(
                        WorkedExamples.swappedPair(), SWAP, List.of(FloatingMap.identity(2)), inputs)
                .get(0);
        // the values at (0, -1) are (tanh 1, tanh 2), at the image (tanh 2, tanh 1)
        double expected = Math.sqrt(2) * (Math.tanh(2) - Math.tanh(1)) / Math.hypot(Math.tanh(1), Math.tanh(2));
        assertThat(measured(residual).residual().value()).isCloseTo(expected, within(1e-15));
        assertThat(measured(residual).residual().upper()).isInfinite();
        assertThatThrownBy(() -> LatentMaps.ofCandidates(WorkedExamples.swappedPair(), SWAP, List.of(), inputs))
                .hasMessage("expected a map for each of the 1 latent spaces, found 0");
        assertThatThrownBy(() -> LatentMaps.ofCandidates(
                        WorkedExamples.swappedPair(), SWAP, List.of(FloatingMap.identity(3)), inputs))
                .hasMessageContaining("expected 3, found 2");
    }

    @Test
    void fewerInputsThanUnitsAreRefused() {
        Network network = WorkedExamples.nonSplitClones();
        DoubleMatrix test = noise(9, 2, 2);
        List<FloatingMap> elements = List.of(SWAP);
        assertThatThrownBy(() -> LatentMaps.leastSquares(network, elements, noise(3, 2, 1), test, Form.LINEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 4 inputs for the 4 units of layer 1, found 3");
        assertThatThrownBy(() -> LatentMaps.leastSquares(network, elements, noise(4, 2, 1), test, Form.AFFINE))
                .hasMessageContaining("at least 5 inputs");
        assertThatThrownBy(() -> LatentMaps.leastSquares(network, elements, noise(9, 3, 1), test, Form.LINEAR))
                .hasMessageContaining("input of 2 numbers");
        assertThatThrownBy(() -> LatentMaps.leastSquares(
                        network, elements, noise(9, 2, 1), DoubleMatrix.zeros(0, 2), Form.LINEAR))
                .hasMessageContaining("found 0 of 2");
    }

    @Test
    void constantLayersAreCalledSo() {
        Network silent = new NetworkBuilder()
                .dense("0 0; 0 0", "-1 -2")
                .activation("relu")
                .dense("1 1; 1 2", "3 4")
                .activation("tanh")
                .dense("1 1")
                .build();
        List<LatentFit> fits = fit(silent, SWAP, 9, Form.LINEAR);
        assertThat(fits.get(0).residual()).isEqualTo(new Constant(1, 2, 0));
        assertThat(fits.get(0).rank()).isZero();
        Constant second = (Constant) fits.get(1).residual();
        assertThat(second.layer()).isEqualTo(3);
        assertThat(second.size()).isCloseTo(Math.hypot(Math.tanh(3), Math.tanh(4)), within(1e-15));
    }

    @Test
    void smallValuesThatVaryAreNotConstant() {
        Network small = new NetworkBuilder()
                .dense("1e-20 2e-20; 2e-20 1e-20", "3e-20 3e-20")
                .activation("tanh")
                .dense("1 1")
                .build();
        assertThat(measured(fit(small, SWAP, 9, Form.LINEAR).get(0).residual()).largest())
                .isLessThan(1e-12);
    }

    @Test
    void inputsWhereAllUnitsAreSilentAreCounted() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation("relu")
                .dense("1 1")
                .build();
        DoubleMatrix inputs = DoubleMatrix.of(3, 2, new double[] {1, 2, -1, -1, 3, -1});
        Measured found = measured(
                LatentMaps.ofCandidates(network, SWAP, List.of(SWAP), inputs).get(0));
        assertThat(found.silent()).isEqualTo(1);
        assertThat(found.largest()).isZero();
        FloatingMap shifted = FloatingMap.monomial(Permutation.identity(2), ones(2), ones(2));
        assertThat(measured(LatentMaps.ofCandidates(network, SWAP, List.of(shifted), inputs)
                                .get(0))
                        .largest())
                .isInfinite();
    }

    @Test
    void valuesThatAreNotFiniteAreRefusedInTheFitAndCountedInTheTest() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation("exp")
                .dense("1 1")
                .build();
        DoubleMatrix large = DoubleMatrix.of(3, 2, new double[] {1, 2, 800, 1, 0, 1});
        Measured found = measured(
                LatentMaps.ofCandidates(network, SWAP, List.of(SWAP), large).get(0));
        assertThat(found.notFinite()).isEqualTo(1);
        assertThat(found.largest()).isInfinite();
        assertThat(found.residual().value()).isZero();
        assertThatThrownBy(() -> LatentMaps.leastSquares(network, List.of(SWAP), large, noise(3, 2, 1), Form.LINEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer 1 are not finite at input 1");
    }

    @Test
    void aLastActivationIsNoLatentSpace() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation("tanh")
                .activation("relu")
                .dense("1 1")
                .activation("tanh")
                .build();
        assertThat(LatentMaps.layers(network)).containsExactly(1, 2);
    }
}
