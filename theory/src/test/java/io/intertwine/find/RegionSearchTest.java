package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.RegionTree;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equality of networks decided by linear regions. */
class RegionSearchTest {
    private static final Activation RELU = Activations.requireNamed("relu");

    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static RegionSearch.Result compare(Network f, Network g) {
        return RegionSearch.compare(f, g, RegionSearch.BUDGET);
    }

    private static CheckResult check(Network f, Network g, RegionTree tree) {
        return Checker.check(
                new EqualityClaim.Equal(f, g),
                new Certificate.Equality(Digest.of(f), Digest.of(g), EqualityProof.of(new Comparison.Regions(tree))));
    }

    private static void requireSame(Network f, Network g) {
        RegionSearch.Result result = compare(f, g);
        assertThat(result).isInstanceOf(RegionSearch.Result.Same.class);
        assertThat(check(f, g, ((RegionSearch.Result.Same) result).tree())).isInstanceOf(CheckResult.Accepted.class);
    }

    private static List<Scalar> requireDifferent(Network f, Network g) {
        RegionSearch.Result result = compare(f, g);
        assertThat(result).isInstanceOf(RegionSearch.Result.Different.class);
        List<Scalar> point = ((RegionSearch.Result.Different) result).point();
        assertThat(point).allMatch(Scalar::isRational);
        assertThat(Evaluation.exact(f, point)).isPresent().isNotEqualTo(Evaluation.exact(g, point));
        return point;
    }

    @Test
    void aBumpFarFromTheOriginIsFound() {
        Network zero = net().dense("0").build();
        Network bump = net().dense("1; 1; 1", "-1000000 -1000001 -1000002")
                .activation("relu")
                .dense("1 -2 1")
                .build();
        List<Scalar> point = requireDifferent(bump, zero);
        assertThat(point.get(0)).isBetween(Scalar.of(1_000_000), Scalar.of(1_000_002));
    }

    @Test
    void aBumpOnASmallTriangleIsFound() {
        // relu(1/1000 - relu(-u) - relu(-v) - relu(u + v)) where u = 1000 (x - 7), v = 1000 (y + 5): a narrow peak at
        // (7, -5).
        // peak.
        Network bump = net().dense("-1000 0; 0 -1000; 1000 1000", "7000 -5000 -2000")
                .activation("relu")
                .dense("-1 -1 -1", "1/1000")
                .activation("relu")
                .dense("1")
                .build();
        List<Scalar> point = requireDifferent(bump, net().dense("0 0").build());
        assertThat(point.get(0).subtract(Scalar.of(7)).abs()).isLessThan(Scalar.of(1, 1000));
    }

    @Test
    void identitiesOfActivationsAreProved() throws ExpressionSyntaxException {
        Network line = net().dense("1").build();
        Network pair = net().dense("1; -1").activation("relu").dense("1 -1").build();
        Network abs = net().dense("1").activation("abs").build();
        Network sum = net().dense("1; -1").activation("relu").dense("1 1").build();
        Network clamp = net().dense("1").activation("hardtanh").build();
        Network clampOfRelus = net().dense("1; 1", "1 -1")
                .activation("relu")
                .dense("1 -1", "-1")
                .build();
        Network six = net().dense("1").activation("relu6").build();
        Network sixOfRelus =
                net().dense("1; 1", "0 -6").activation("relu").dense("1 -1").build();
        Network leaky = net().dense("1")
                .activation(Activations.leakyRelu(Scalar.of(1, 100)))
                .build();
        Network leakyOfRelus =
                net().dense("1; -1").activation("relu").dense("1 -1/100").build();
        Activation maximum = Activations.of(Expression.parse("max(x, 2*x - 1)"), UnitGroup::trivial);
        Network larger = net().dense("1").activation(maximum).build();
        Network largerOfRelus = net().dense("1; -1; 1", "0 0 -1")
                .activation("relu")
                .dense("1 -1 1")
                .build();
        List<Network> networks = List.of(
                line, pair, abs, sum, clamp, clampOfRelus, six, sixOfRelus, leaky, leakyOfRelus, larger, largerOfRelus);
        for (int i = 0; i < networks.size(); i++) {
            for (int j = 0; j < networks.size(); j++) {
                if (i / 2 == j / 2) {
                    requireSame(networks.get(i), networks.get(j));
                } else {
                    requireDifferent(networks.get(i), networks.get(j));
                }
            }
        }
    }

    @Test
    void aReluAfterAReluDoesNothing() {
        Network once =
                net().dense("1 2; 3 -1", "1 1").activation("relu").dense("1 1").build();
        Network twice = net().dense("1 2; 3 -1", "1 1")
                .activation("relu")
                .activation("relu")
                .dense("1 0; 0 1")
                .dense("1 1")
                .build();
        requireSame(once, twice);
        requireSame(twice, once);
    }

    @Test
    void activationsMayComeFirstAndLast() {
        Layer.Entrywise relu = Layer.Entrywise.of(RELU, 2);
        Layer.Dense identity = new Layer.Dense(ExactMatrix.identity(2), List.of());
        requireSame(new Network(List.of(relu, identity)), new Network(List.of(identity, relu)));
        requireDifferent(new Network(List.of(relu)), new Network(List.of(identity)));
    }

    @ParameterizedTest
    @CsvSource({"relu, 3", "abs, 3", "leaky, 2"})
    void disguisedAndSplitNetworksAreProvedEqual(String name, int inputs) {
        Activation activation =
                name.equals("leaky") ? Activations.leakyRelu(Scalar.of(1, 4)) : Activations.requireNamed(name);
        Random random = new Random(3);
        for (int run = 0; run < 5; run++) {
            Network f = Samples.network(random, activation, inputs, 4, 3, 2);
            requireSame(f, Samples.disguised(random, f));
            requireSame(Samples.split(random, f), Samples.disguised(random, f));
        }
    }

    @Test
    void changedNetworksAreFoundDifferentAndNoTreeProvesThemEqual() {
        Random random = new Random(4);
        for (int run = 0; run < 20; run++) {
            Network f = Samples.network(random, RELU, 2, 4, 3, 1);
            Network g = Samples.disguised(random, f);
            Network h = changed(random, g);
            RegionTree tree = ((RegionSearch.Result.Same) compare(f, g)).tree();
            if (compare(f, h) instanceof RegionSearch.Result.Same same) {
                // The changed weight had no influence.
                assertThat(check(f, h, same.tree())).isInstanceOf(CheckResult.Accepted.class);
                continue;
            }
            requireDifferent(f, h);
            assertThat(check(f, h, tree)).isInstanceOf(CheckResult.Rejected.class);
            for (int k = 0; k < 30; k++) {
                RegionTree mutant = Mutants.of(random, tree);
                assertThat(check(f, h, mutant)).isInstanceOf(CheckResult.Rejected.class);
            }
        }
    }

    @Test
    void mutantsThatAreAcceptedProveTheSameClaim() {
        Random random = new Random(5);
        int rejected = 0;
        for (int run = 0; run < 10; run++) {
            Network f = Samples.network(random, RELU, 2, 3, 2, 1);
            Network g = Samples.disguised(random, f);
            RegionTree tree = ((RegionSearch.Result.Same) compare(f, g)).tree();
            for (int k = 0; k < 40; k++) {
                RegionTree mutant = Mutants.of(random, tree);
                boolean accepted = check(f, g, mutant) instanceof CheckResult.Accepted;
                rejected += accepted ? 0 : 1;
            }
        }
        assertThat(rejected).isGreaterThan(250);
    }

    private static Network changed(Random random, Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int index = 2 * random.nextInt((layers.size() + 1) / 2);
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        int row = random.nextInt(dense.outputs());
        int column = random.nextInt(dense.inputs());
        layers.set(
                index,
                new Layer.Dense(
                        ExactMatrix.build(
                                dense.outputs(),
                                dense.inputs(),
                                (i, j) -> i == row && j == column
                                        ? dense.weight().get(i, j).add(Scalar.of(1, 1000))
                                        : dense.weight().get(i, j)),
                        dense.biases()));
        return new Network(layers);
    }

    /** Points so dense that two networks of one input that agree there are the same: kinks, points between, and beyond. */
    private static List<List<Scalar>> probes(Network... networks) {
        TreeSet<Scalar> kinks = new TreeSet<>(List.of(Scalar.ZERO));
        for (Network network : networks) {
            for (int end = 1; end <= network.layers().size(); end += 2) {
                Network part = new Network(network.layers().subList(0, end));
                List<Scalar> known = new ArrayList<>(kinks);
                known.add(0, known.get(0).subtract(Scalar.of(2)));
                known.add(known.get(known.size() - 1).add(Scalar.of(2)));
                for (int k = 0; k + 1 < known.size(); k++) {
                    Scalar a = known.get(k).multiply(2).add(known.get(k + 1)).divide(Scalar.of(3));
                    Scalar b = known.get(k + 1).multiply(2).add(known.get(k)).divide(Scalar.of(3));
                    List<Scalar> left = Evaluation.exact(part, List.of(a)).orElseThrow();
                    List<Scalar> right = Evaluation.exact(part, List.of(b)).orElseThrow();
                    for (int i = 0; i < left.size(); i++) {
                        Scalar rise = right.get(i).subtract(left.get(i));
                        if (!rise.isZero()) {
                            // Also roots of the extension beyond the interval; they do no harm.
                            kinks.add(a.subtract(
                                    left.get(i).multiply(b.subtract(a)).divide(rise)));
                        }
                    }
                }
            }
        }
        List<Scalar> all = new ArrayList<>(kinks);
        all.add(all.get(0).subtract(Scalar.ONE));
        all.add(all.get(all.size() - 2).add(Scalar.ONE));
        return all.stream().map(List::of).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void networksOfOneInputAreDecidedAsByTheirKinks(int width) {
        Random random = new Random(6);
        int same = 0;
        for (int run = 0; run < 60; run++) {
            Network f = Samples.network(random, RELU, 1, width, width, 1);
            Network g = run % 2 == 0 ? Samples.disguised(random, f) : changed(random, f);
            boolean agree = probes(f, g).stream()
                    .allMatch(point -> Evaluation.exact(f, point).equals(Evaluation.exact(g, point)));
            if (agree) {
                requireSame(f, g);
                same++;
            } else {
                requireDifferent(f, g);
            }
        }
        assertThat(same).isBetween(30, 55);
    }

    @Test
    void irrationalWeightsAreDecidedExactly() {
        // The hexagonal norm does not change under the rotation by 60 degrees.
        String rows = "1 0; -1 0; 1/2 sqrt(3)/2; -1/2 -sqrt(3)/2; -1/2 sqrt(3)/2; 1/2 -sqrt(3)/2";
        Network norm = net().dense(rows).activation("relu").dense("1 1 1 1 1 1").build();
        Network rotated = net().dense("1/2 -sqrt(3)/2; sqrt(3)/2 1/2")
                .dense(rows)
                .activation("relu")
                .dense("1 1 1 1 1 1")
                .build();
        requireSame(norm, rotated);
        Network turned = net().dense("0 -1; 1 0")
                .dense(rows)
                .activation("relu")
                .dense("1 1 1 1 1 1")
                .build();
        requireDifferent(norm, turned);
    }

    @Test
    void softmaxesAreComparedByDifferencesOfLogits() {
        Network f = softmax(net().dense("1; -1").activation("relu").dense("1 0; 0 1"));
        Network g = softmax(net().dense("1; -1").activation("relu").dense("2 1; 1 2"));
        Network h = softmax(net().dense("1; -1").activation("relu").dense("2 1; 1 3"));
        requireSame(f, g);
        assertThat(compare(f, h)).isInstanceOf(RegionSearch.Result.Different.class);
        assertThat(compare(f, net().dense("1; 1").build()))
                .isEqualTo(new RegionSearch.Result.NotPiecewiseAffine("a softmax is not piecewise affine"));
    }

    private static Network softmax(NetworkBuilder builder) {
        List<Layer> layers = new ArrayList<>(builder.build().layers());
        layers.add(new Layer.Softmax(2));
        return new Network(layers);
    }

    @Test
    void otherActivationsAreRefusedByName() {
        Network f = net().dense("1").activation("relu").build();
        Network tanh = net().dense("1").activation("tanh").build();
        assertThat(compare(f, tanh))
                .isEqualTo(new RegionSearch.Result.NotPiecewiseAffine(
                        "the activation tanh is not known to be continuous and piecewise affine"));
        assertThatThrownBy(() -> compare(f, net().dense("1 1").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1 and 2 to 1");
    }

    @Test
    void theSearchEndsWithItsBudget() {
        Network f = Samples.network(new Random(7), RELU, 6, 30, 30, 1);
        RegionSearch.Result result = RegionSearch.compare(f, f, 3_000_000);
        assertThat(result).isInstanceOf(RegionSearch.Result.Spent.class);
        assertThat(((RegionSearch.Result.Spent) result).reason()).contains("its budget of 3000000 operations");
    }

    @Test
    void differencesAreShownAtShortNumbers() {
        Network f =
                net().dense("1; 1", "0 -1/3").activation("relu").dense("1 1").build();
        Network g =
                net().dense("1; 1", "0 -1/3").activation("relu").dense("1 2").build();
        assertThat(requireDifferent(f, g)).isEqualTo(vector("1"));
    }
}
