package io.intertwine.symmetry;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitMap;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.PathEmbedding.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Path values of networks of positively homogeneous units. */
class PathEmbeddingTest {
    private static final long BUDGET = 100_000;

    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static Map<Path, Scalar> values(Network network) {
        return PathEmbedding.of(network, BUDGET).orElseThrow().values();
    }

    private static Network relu(String weight, String bias, String readout, String last) {
        return net().dense(weight, bias).activation("relu").dense(readout, last).build();
    }

    @Test
    void oneUnitHasThreePaths() {
        Network network = relu("2", "3", "5", "7");
        assertThat(values(network))
                .isEqualTo(Map.of(
                        new Path(-1, List.of(0, 0, 0)), Scalar.of(10),
                        new Path(0, List.of(0, 0)), Scalar.of(15),
                        new Path(1, List.of(0)), Scalar.of(7)));
    }

    @Test
    void pathsOfValueZeroAreLeftOut() {
        assertThat(values(relu("2", "0", "5", "0"))).hasSize(1);
        assertThat(values(net().dense("0").build())).isEmpty();
    }

    @Test
    void equalPathValuesDoNotFixTheFunctionWithoutTheSigns() {
        Network plus = relu("1", "1", "1", "0");
        Network minus = relu("-1", "-1", "-1", "0");
        assertThat(values(plus)).isEqualTo(values(minus));
        assertThat(PathEmbedding.haveEqualSigns(plus, minus)).isFalse();
        assertThat(PathEmbedding.rescaling(plus, minus)).isEmpty();
        assertThat(Evaluation.exact(plus, vector("0"))).isNotEqualTo(Evaluation.exact(minus, vector("0")));
    }

    @Test
    void pathsAreNotGoneThroughBeyondTheBudget() {
        // (3 + 1) 4 paths end in the hidden layer, (16 + 1) 2 in the outputs.
        Network network = relu("1 1 1; 1 1 1; 1 1 1; 1 1 1", "1 1 1 1", "1 1 1 1; 1 1 1 1", "1 1");
        assertThat(PathEmbedding.of(network, 34).orElseThrow().values()).hasSize(34);
        assertThat(PathEmbedding.of(network, 33)).isEmpty();
        assertThat(PathEmbedding.of(network, 1)).isEmpty();
    }

    @Test
    void otherNetworksHaveNoPathValues() {
        assertThat(PathEmbedding.isDefinedFor(net().dense("1").build())).isTrue();
        assertThat(PathEmbedding.isDefinedFor(
                        net().dense("1").activation("abs").dense("1").build()))
                .isTrue();
        List<Network> others = List.of(
                net().dense("1").activation("relu").build(),
                net().dense("1").dense("1").dense("1").build(),
                net().dense("1").activation("hardtanh").dense("1").build(),
                net().dense("1").activation("tanh").dense("1").build());
        for (Network other : others) {
            assertThat(PathEmbedding.isDefinedFor(other)).isFalse();
            assertThatThrownBy(() -> PathEmbedding.of(other, BUDGET))
                    .hasMessageContaining("expected dense layers with positively homogeneous activations");
        }
        Network one = relu("1", "1", "1", "1");
        Network two = relu("1; 1", "1 1", "1 1", "1");
        assertThatThrownBy(() -> PathEmbedding.rescaling(one, two)).hasMessageContaining("one architecture");
    }

    @Test
    void idleUnitsAreNotAdmissible() {
        assertThat(PathEmbedding.isAdmissible(relu("1", "0", "1", "0"))).isTrue();
        assertThat(PathEmbedding.isAdmissible(relu("0", "1", "1", "0"))).isTrue();
        assertThat(PathEmbedding.isAdmissible(relu("0", "0", "1", "0"))).isFalse();
        assertThat(PathEmbedding.isAdmissible(relu("1", "0", "0", "0"))).isFalse();
        assertThat(PathEmbedding.isAdmissible(net().dense("0").build())).isTrue();
    }

    private static Network random(Random random) {
        List<Layer> layers = new ArrayList<>();
        int[] widths = {2, 3, 2, 1};
        for (int i = 1; i < widths.length; i++) {
            int n = widths[i - 1];
            List<Scalar> biases = new ArrayList<>();
            for (int j = 0; j < widths[i]; j++) {
                biases.add(Scalar.of(random.nextInt(-2, 3)));
            }
            layers.add(new Layer.Dense(
                    ExactMatrix.build(widths[i], n, (j, k) -> Scalar.of(random.nextInt(-2, 3))), biases));
            if (i + 1 < widths.length) {
                layers.add(Layer.Entrywise.of(Activations.requireNamed("relu"), widths[i]));
            }
        }
        return new Network(layers);
    }

    private static List<List<Scalar>> randomScales(Random random) {
        List<List<Scalar>> result = new ArrayList<>();
        for (int width : new int[] {3, 2}) {
            List<Scalar> scales = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                scales.add(Scalar.of(random.nextInt(1, 6), random.nextInt(1, 4)));
            }
            result.add(scales);
        }
        return result;
    }

    private static Network rescaled(Network f, List<List<Scalar>> scales) {
        List<Layer> layers = new ArrayList<>(f.layers());
        for (int i = 0; i < scales.size(); i++) {
            List<Scalar> here = scales.get(i);
            Layer.Dense first = (Layer.Dense) layers.get(2 * i);
            Layer.Dense second = (Layer.Dense) layers.get(2 * i + 2);
            List<Scalar> biases = new ArrayList<>();
            for (int j = 0; j < here.size(); j++) {
                biases.add(first.bias(j).multiply(here.get(j)));
            }
            layers.set(
                    2 * i,
                    new Layer.Dense(
                            ExactMatrix.build(
                                    here.size(),
                                    first.inputs(),
                                    (j, k) -> first.weight().get(j, k).multiply(here.get(j))),
                            biases));
            layers.set(
                    2 * i + 2,
                    new Layer.Dense(
                            ExactMatrix.build(
                                    second.outputs(),
                                    here.size(),
                                    (j, k) -> second.weight().get(j, k).divide(here.get(k))),
                            second.biases()));
        }
        return new Network(layers);
    }

    @Test
    void rescalingsOfAdmissibleParametersAreFoundAndKeepThePathValues() {
        Random random = new Random(1);
        int admissible = 0;
        for (int run = 0; run < 200; run++) {
            Network f = random(random);
            List<List<Scalar>> scales = randomScales(random);
            Network g = rescaled(f, scales);
            assertThat(values(g)).isEqualTo(values(f));
            assertThat(PathEmbedding.haveEqualSigns(f, g)).isTrue();
            if (PathEmbedding.isAdmissible(f)) {
                admissible++;
                assertThat(PathEmbedding.rescaling(f, g)).contains(scales);
            }
        }
        assertThat(admissible).isGreaterThan(100);
    }

    /** Whether a rescaling matches the layers, by the maps of the layers' latent groups: the search of the proof of gauge matching. */
    private static boolean isRelatedByScalings(Network f, Network g) {
        AffineMap before = AffineMap.identity(f.inputs());
        for (int i = 0; i < f.layers().size(); i += 2) {
            Layer.Dense mine = (Layer.Dense) f.layers().get(i);
            Layer.Dense theirs = (Layer.Dense) g.layers().get(i);
            List<Scalar> scales = new ArrayList<>();
            for (int j = 0; j < mine.outputs(); j++) {
                UnitRow row = UnitRow.of(mine, j);
                // theirs after the scales before it, as a form on f's space.
                UnitRow target = new UnitRow(theirs.weight(), j, before, theirs.bias(j));
                Optional<Scalar> scale = i + 1 == f.layers().size()
                        ? Optional.of(Scalar.ONE)
                        : row.transporter(Activations.requireNamed("relu").group(), target)
                                .map(UnitMap::scale);
                if (scale.isEmpty() || !row.isImage(new UnitMap(scale.get(), Scalar.ZERO), target)) {
                    return false;
                }
                scales.add(scale.get());
            }
            before = AffineMap.monomial(
                    Permutation.identity(scales.size()), scales, Collections.nCopies(scales.size(), Scalar.ZERO));
        }
        return true;
    }

    @Test
    void equalPathValuesAndSignsMeanTheSameAsARescaling() {
        Random random = new Random(2);
        int related = 0;
        for (int run = 0; run < 3000; run++) {
            Network f = random(random);
            Network g = run % 2 == 0 ? rescaled(f, randomScales(random)) : nearby(random, f);
            if (!PathEmbedding.isAdmissible(f)) {
                continue;
            }
            boolean equal = values(f).equals(values(g)) && PathEmbedding.haveEqualSigns(f, g);
            assertThat(PathEmbedding.rescaling(f, g).isPresent()).isEqualTo(equal);
            assertThat(isRelatedByScalings(f, g)).isEqualTo(equal);
            related += equal ? 1 : 0;
        }
        assertThat(related).isGreaterThan(800);
    }

    /** A rescaled network with one weight of another sign or size, which often keeps many path values. */
    private static Network nearby(Random random, Network f) {
        Network g = rescaled(f, randomScales(random));
        List<Layer> layers = new ArrayList<>(g.layers());
        int index = 2 * random.nextInt(3);
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        int row = random.nextInt(dense.outputs());
        int column = random.nextInt(dense.inputs());
        Scalar factor = Scalar.of(random.nextInt(-1, 4));
        layers.set(
                index,
                new Layer.Dense(
                        ExactMatrix.build(
                                dense.outputs(),
                                dense.inputs(),
                                (i, j) -> i == row && j == column
                                        ? dense.weight().get(i, j).multiply(factor)
                                        : dense.weight().get(i, j)),
                        dense.biases()));
        return new Network(layers);
    }

    @Test
    void theOutputIsASumOfValuesOfActivePaths() {
        Random random = new Random(3);
        for (int run = 0; run < 50; run++) {
            Network f = random(random);
            List<Scalar> x = vector("3 -2");
            List<List<Scalar>> hidden = List.of(
                    Evaluation.exact(new Network(f.layers().subList(0, 2)), x).orElseThrow(),
                    Evaluation.exact(new Network(f.layers().subList(0, 4)), x).orElseThrow());
            Scalar sum = Scalar.ZERO;
            for (Map.Entry<Path, Scalar> path : values(f).entrySet()) {
                int start = path.getKey().layer();
                List<Integer> units = path.getKey().units();
                boolean active = true;
                for (int k = 0; k < units.size() - 1; k++) {
                    int layer = start + k;
                    active &= layer < 0 || hidden.get(layer).get(units.get(k)).signum() > 0;
                }
                Scalar factor = start < 0 ? x.get(units.get(0)) : Scalar.ONE;
                sum = active ? sum.add(factor.multiply(path.getValue())) : sum;
            }
            assertThat(Evaluation.exact(f, x)).contains(List.of(sum));
        }
    }

    @Test
    void unitsWithoutWeightsAreScaledByTheirBiases() {
        Network f = relu("0", "2", "3", "1");
        Network g = relu("0", "1", "6", "1");
        assertThat(PathEmbedding.rescaling(f, g)).contains(List.of(vector("1/2")));
        Network idle = relu("0", "0", "3", "1");
        assertThat(PathEmbedding.rescaling(idle, idle)).contains(List.of(vector("1")));
        assertThat(PathEmbedding.rescaling(f, relu("0", "1", "5", "1"))).isEmpty();
    }
}
