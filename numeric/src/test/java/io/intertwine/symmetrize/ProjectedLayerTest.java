package io.intertwine.symmetrize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.Disguise;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.LatentActions;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import io.intertwine.measure.Noise;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProjectedLayerTest {
    private static final Presentation TWO = Presentation.cyclic(2);

    private static Representation swap() {
        return new Representation(
                TWO, 2, List.of(AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.ONE))));
    }

    private static Representation trivial(int n) {
        return new Representation(TWO, n, List.of(AffineMap.identity(n)));
    }

    /** x -> 2 centre - x on one coordinate. */
    private static Representation reflection(Scalar centre) {
        return new Representation(
                TWO,
                1,
                List.of(AffineMap.monomial(
                        Permutation.identity(1), List.of(Scalar.MINUS_ONE), List.of(centre.multiply(2)))));
    }

    private static Layer.Dense dense(int rows, int columns, List<Scalar> bias, double... entries) {
        return new Layer.Dense(ExactMatrix.build(rows, columns, (i, j) -> number(entries[i * columns + j])), bias);
    }

    private static Scalar number(double x) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(x));
    }

    /** The two ways to average give the same, for every layer of drawn networks. */
    @Test
    void orbitsAndTheListedGroupGiveTheSame() throws UnrepresentableException {
        for (String activation : List.of("tanh", "sigmoid")) {
            NearlyEquivariant near = NearlyEquivariant.draw("S3", activation, List.of(7, 6), 0.1, 2);
            for (int place : near.actions().architecture().densePlaces()) {
                Layer.Dense layer = (Layer.Dense) near.network().layers().get(place);
                Representation source = near.actions().action(place);
                Representation target = near.actions().action(place + 1);
                ProjectedLayer byOrbits = new SignedLayer(layer, source, target, Precision.EXACT).projected();
                assertThat(byOrbits).isEqualTo(new GeneralLayer(layer, source, target, Precision.EXACT).projected());
                assertThat(byOrbits.free()).isEqualTo(ProjectedLayer.free(layer, source, target));
            }
        }
    }

    @Test
    void biasesAreAveragedAlsoWhereTheWeightNeedsNothing() throws UnrepresentableException {
        for (Precision precision : Precision.values()) {
            assertThat(ProjectedLayer.of(
                                    dense(2, 2, List.of(number(1), number(2)), 1, 2, 2, 1), swap(), swap(), precision)
                            .layer())
                    .isEqualTo(dense(2, 2, List.of(number(1.5), number(1.5)), 1, 2, 2, 1));
        }
    }

    /** An odd function of sigmoid units: b + sum w / 2 = 0, in floats. */
    @Test
    void theBiasOfAnOddUnitIsMinusHalfTheSumOfItsWeights() throws UnrepresentableException {
        int n = 40;
        SplittableRandom random = new SplittableRandom(6);
        Representation source = new Representation(
                TWO,
                n,
                List.of(AffineMap.monomial(
                        Permutation.identity(n),
                        Collections.nCopies(n, Scalar.MINUS_ONE),
                        Collections.nCopies(n, Scalar.ONE))));
        Representation target = new Representation(
                TWO, 1, List.of(AffineMap.monomial(Permutation.identity(1), List.of(Scalar.MINUS_ONE))));
        for (int round = 0; round < 200; round++) {
            double[] weights = new double[n];
            double sum = 0;
            for (int j = 0; j < n; j++) {
                weights[j] = (float) random.nextGaussian();
                sum += weights[j];
            }
            Layer.Dense layer = dense(1, n, List.of(number((float) (0.01 - sum / 2))), weights);
            ProjectedLayer found = ProjectedLayer.of(layer, source, target, Precision.BINARY32);
            assertThat(Precision.BINARY32.holds(found.layer())).isTrue();
            assertThat(found.layer().bias(0).multiply(-2))
                    .isEqualTo(found.layer().weight().row(0).stream().reduce(Scalar.ZERO, Scalar::add));
            assertThat(LayerChange.of(0, CentredLayer.of(layer), CentredLayer.of(found.layer()), false, 0)
                            .distance())
                    .isLessThan(0.01);
        }
    }

    @Test
    void anEquivariantLayerOfFractionsIsRoundedWhereFloatsAreWanted() throws UnrepresentableException {
        Scalar third = Scalar.of(1, 3);
        Layer.Dense layer = new Layer.Dense(
                ExactMatrix.build(2, 2, (i, j) -> i == j ? third : Scalar.of(2, 7)), List.of(third, third));
        assertThat(ProjectedLayer.of(layer, swap(), swap(), Precision.EXACT).layer())
                .isEqualTo(layer);
        Layer.Dense rounded =
                ProjectedLayer.of(layer, swap(), swap(), Precision.BINARY32).layer();
        assertThat(rounded.weight().row(0)).containsExactly(number(1f / 3), number(2f / 7));
        assertThat(rounded.biases()).containsExactly(number(1f / 3), number(1f / 3));
    }

    @Test
    void aReflectedInputFixesTheBiasOfAnInvariantUnit() throws UnrepresentableException {
        // W (1/2) + b has to stay what it is, and W has to be 0.
        ProjectedLayer exact = ProjectedLayer.of(
                dense(1, 1, List.of(number(0.25)), 3), reflection(Scalar.of(1, 2)), trivial(1), Precision.EXACT);
        assertThat(exact).isEqualTo(new ProjectedLayer(dense(1, 1, List.of(number(1.75)), 0), 1));
    }

    @Test
    void aReflectionAboutNoFloatIsRefusedForFloatsOnly() throws UnrepresentableException {
        Layer.Dense layer = dense(1, 1, List.of(number(0.25)), 3);
        Representation thirds = reflection(Scalar.of(1, 3));
        assertThat(ProjectedLayer.of(layer, thirds, trivial(1), Precision.EXACT)
                        .layer()
                        .bias(0))
                .isEqualTo(Scalar.of(5, 4));
        assertThatThrownBy(() -> ProjectedLayer.of(layer, thirds, trivial(1), Precision.BINARY64))
                .isInstanceOf(UnrepresentableException.class)
                .hasMessageContaining("1/3");
    }

    @Test
    void aLayerWithoutBiasIsNotGivenOne() throws UnrepresentableException {
        Layer.Dense layer = dense(1, 1, List.of(), 3);
        assertThatThrownBy(() -> ProjectedLayer.of(layer, reflection(Scalar.of(1, 2)), trivial(1), Precision.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no bias");
        ProjectedLayer linear = ProjectedLayer.of(dense(1, 2, List.of(), 1, 4), swap(), trivial(1), Precision.BINARY32);
        assertThat(linear).isEqualTo(new ProjectedLayer(dense(1, 2, List.of(), 2.5, 2.5), 1));
    }

    @Test
    void weightsOfEveryMagnitudeKeepTheirRelativePrecisionWhereNothingIsShifted() throws UnrepresentableException {
        double tiny = Float.MIN_VALUE;
        ProjectedLayer layer = ProjectedLayer.of(
                dense(2, 2, List.of(number(1e30f), number(3e30f)), tiny, 1e-20f, 3e-20f, 3 * tiny),
                swap(),
                swap(),
                Precision.BINARY32);
        assertThat(Precision.BINARY32.holds(layer.layer())).isTrue();
        assertThat(layer.layer().weight().get(0, 0)).isEqualTo(number(2 * tiny));
        assertThat(layer.layer().bias(0)).isEqualTo(layer.layer().bias(1));
    }

    @Test
    void aGroupWithoutGeneratorsChangesNothing() throws UnrepresentableException {
        GroupDescription trivial = new Presentation(List.of(), List.of());
        Layer.Dense layer = dense(1, 2, List.of(number(5)), 1, 2);
        Representation source = new Representation(trivial, 2, List.of());
        Representation target = new Representation(trivial, 1, List.of());
        assertThat(ProjectedLayer.of(layer, source, target, Precision.BINARY32))
                .isEqualTo(new ProjectedLayer(layer, 3));
        Network network = new Network(List.of(layer));
        assertThat(Symmetrization.ofEquivariant(network, new Symmetry(source, target))
                        .orElseThrow()
                        .free())
                .isEqualTo(3);
    }

    @Test
    void logitsAreComparedUpToWhatTheSoftmaxIgnores() throws UnrepresentableException {
        Activation tanh = Activations.requireNamed("tanh");
        Layer.Dense logits = dense(2, 2, List.of(number(7), number(7.5)), 100, 102, 101.5, 100);
        Network network = new Network(List.of(
                dense(2, 2, List.of(number(1), number(1)), 1, 2, 2, 1),
                Layer.Entrywise.of(tanh, 2),
                logits,
                new Layer.Softmax(2)));
        Symmetry symmetry = new Symmetry(swap(), swap());
        LatentActions actions = LatentActions.of(Architecture.of(network), symmetry, List.of(swap().images()));
        Symmetrization found = Symmetrization.of(network, actions, Precision.BINARY64);
        LayerChange change = found.layers().get(1);
        // Less the mean of the rows the weights are +-0.75, +-1 and the biases +-0.25.
        assertThat(change.distance())
                .isCloseTo(
                        Math.sqrt((4 * 0.125 * 0.125 + 2 * 0.25 * 0.25) / (2 * (0.75 * 0.75 + 1 + 0.25 * 0.25))),
                        within(1e-12));
    }

    @Test
    void logitsThatAreEquivariantUpToWhatTheSoftmaxIgnoresStayAsTheyAre() {
        Network network = new Network(List.of(
                dense(2, 2, List.of(number(1), number(1)), 1, 2, 2, 1),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                dense(2, 2, List.of(number(7), number(7)), 8, 5, 7, 6),
                new Layer.Softmax(2)));
        Symmetrization found = Symmetrization.ofEquivariant(network, new Symmetry(swap(), swap()))
                .orElseThrow();
        assertThat(found.result()).isEqualTo(network);
        assertThat(found.layers().stream().map(LayerChange::free)).containsExactly(3L, 3L);
    }

    @Test
    void scalesAreEvenedOutOnlyBetweenUnitsThatAreExchanged() throws UnrepresentableException {
        NearlyEquivariant near = NearlyEquivariant.draw("C4", "relu", List.of(8, 6), 0.001, 3);
        Network scaled =
                Disguise.random(near.network(), new SplittableRandom(1)).network();
        Symmetry symmetry = near.actions().symmetry();
        LatentMatching matching = LatentSearch.search(scaled, symmetry);
        Symmetrization found = Symmetrization.of(matching, Precision.BINARY64);
        assertThat(found.isRescaled()).isTrue();
        Network start = found.start();
        assertThat(OutputChange.between(scaled, start, Noise.standard(50, scaled.inputs(), 1))
                        .relative())
                .isLessThan(1e-13);
        assertThat(found.layers()).allMatch(layer -> layer.distance() < 0.02);
        assertThat(OutputChange.between(scaled, found.result(), Noise.standard(50, scaled.inputs(), 1))
                        .relative())
                .isLessThan(0.02);
        assertThat(found.free())
                .isEqualTo(EquivariantParameters.of(matching.latentActions()).dimension());
        List<Double> norms = new ArrayList<>();
        for (Network network : List.of(scaled, start)) {
            norms.add(Math.log(product((Layer.Dense) network.layers().get(0))));
        }
        // The geometric means of the orbits stay.
        assertThat(norms.get(1)).isCloseTo(norms.get(0), within(1e-9));
    }

    private static double product(Layer.Dense layer) {
        double product = 1;
        for (int i = 0; i < layer.outputs(); i++) {
            double norm = 0;
            for (int j = 0; j < layer.inputs(); j++) {
                norm = Math.hypot(norm, layer.weight().get(i, j).getReal());
            }
            product *= norm;
        }
        return product;
    }
}
