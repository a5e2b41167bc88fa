package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Identification;
import io.intertwine.find.Identification.Verdict;
import io.intertwine.find.Identifier;
import io.intertwine.find.Proof;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.testkit.RandomNetworks;
import io.intertwine.testkit.RandomNetworks.Architecture;
import io.intertwine.testkit.Rewriting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/**
 * Where parameters are called identifiable, no search finds another class: among all parameters with small whole numbers, among exact
 * candidates, and from random starts of a numerical search. Where another parameter is shown, brute force confirms it.
 */
class IdentifiabilityProperties {
    private static final int MOST_PARAMETERS = 6_000;
    private static final int BUCKETS = 3;
    private static final int MEMBERS = 16;

    @Provide
    Arbitrary<Activation> units() {
        List<Activation> units = new ArrayList<>();
        for (String name : List.of(
                "relu",
                "tanh",
                "abs",
                "sigmoid",
                "gelu",
                "silu",
                "softplus",
                "elu",
                "sin",
                "cos",
                "gaussian",
                "softsign",
                "arctan",
                "erf",
                "relu6",
                "hardtanh",
                "hard_sigmoid",
                "hard_swish",
                "tanhshrink",
                "sech",
                "logcosh")) {
            units.add(Activations.requireNamed(name));
        }
        units.add(Activations.leakyRelu(Scalar.of(-1, 2)));
        units.add(Activations.leakyRelu(Scalar.of(3)));
        for (int exponent : List.of(2, 3, 4, 5, 7)) {
            units.add(Activations.power(exponent));
        }
        return Arbitraries.of(units);
    }

    @Provide
    Arbitrary<Architecture> shapes() {
        List<Architecture> shapes = new ArrayList<>();
        for (List<Integer> widths : List.of(
                List.of(1, 1, 1),
                List.of(1, 2, 1),
                List.of(2, 2, 1),
                List.of(1, 3, 1),
                List.of(1, 2, 2),
                List.of(2, 2, 2),
                List.of(1, 4, 1),
                List.of(2, 3, 1),
                List.of(1, 1, 1, 1),
                List.of(1, 2, 1, 1),
                List.of(1, 2, 2, 1),
                List.of(2, 2, 2, 1),
                List.of(2, 2, 2, 2))) {
            int layers = widths.size() - 1;
            for (int mask = 0; mask < 1 << layers; mask++) {
                int bits = mask;
                shapes.add(new Architecture(
                        widths,
                        IntStream.range(0, layers)
                                .mapToObj(i -> (bits >> i) % 2 == 1)
                                .toList(),
                        false));
            }
        }
        return Arbitraries.of(shapes);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "20261201")
    void identifiableParametersAreAloneAmongThoseWithSmallWholeNumbers(
            @ForAll("units") Activation unit, @ForAll("shapes") Architecture shape, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (List<double[]> bucket : buckets(unit, shape, random)) {
            DoubleNetwork architecture = DoubleNetwork.of(network(unit, shape, bucket.get(0)));
            List<Network> members =
                    bucket.stream().limit(MEMBERS).map(architecture::network).toList();
            Network subject = members.get(0);
            Identification result = Identifier.identify(subject, seed);
            Statistics.label("verdicts").collect(result.verdict().text());
            List<Network> classes = classes(members, random);
            if (classes.isEmpty()) {
                continue;
            }
            Statistics.label("parameters with several classes seen")
                    .collect(classes.size() > 1 ? result.verdict().text() : "one class");
            boolean bounded =
                    List.of(Verdict.IDENTIFIABLE, Verdict.FINITELY_IDENTIFIABLE).contains(result.verdict());
            if (bounded) {
                assertThat(classes.size())
                        .as("%s has other classes: %s", subject, classes)
                        .isLessThanOrEqualTo(Integer.parseInt(result.classes()));
            }
        }
    }

    /** Parameters that agree at a few points, those of some functions. */
    private static List<List<double[]>> buckets(Activation unit, Architecture shape, SplittableRandom random) {
        DoubleNetwork architecture =
                DoubleNetwork.of(RandomNetworks.of(shape, unit, RandomNetworks.integers(1, random)));
        double[] values = random.nextBoolean() ? new double[] {-1, 0, 1} : new double[] {-2, -1, 1, 2};
        SplittableRandom fixed = new SplittableRandom(9);
        List<double[]> points = new ArrayList<>(List.of(architecture.points(2, 2, fixed)));
        points.addAll(List.of(architecture.points(2, 6, fixed)));
        Map<List<Long>, List<double[]>> buckets = new LinkedHashMap<>();
        double all = Math.pow(values.length, architecture.parameters());
        boolean exhaustive = all <= MOST_PARAMETERS;
        for (int k = 0; k < (exhaustive ? all : MOST_PARAMETERS); k++) {
            double[] theta = new double[architecture.parameters()];
            int rest = k;
            for (int i = 0; i < theta.length; i++) {
                theta[i] = values[exhaustive ? rest % values.length : random.nextInt(values.length)];
                rest /= values.length;
            }
            List<Long> key = new ArrayList<>();
            for (double[] point : points) {
                for (double value : architecture.evaluate(theta, point)) {
                    key.add(Math.round(value * 1e7));
                }
            }
            buckets.computeIfAbsent(key, each -> new ArrayList<>()).add(theta);
        }
        List<List<double[]>> several = new ArrayList<>(
                buckets.values().stream().filter(each -> each.size() > 1).toList());
        Collections.shuffle(several, new Random(random.nextLong()));
        List<List<double[]>> some = several.subList(0, Math.min(BUCKETS, several.size()));
        some.forEach(bucket -> Collections.shuffle(bucket, new Random(random.nextLong())));
        return some;
    }

    private static Network network(Activation unit, Architecture shape, double[] theta) {
        Network some = RandomNetworks.of(shape, unit, () -> Scalar.ONE);
        return DoubleNetwork.of(some).network(theta);
    }

    /** Representatives, no two related, of the members that have the function of the first; empty if that is not decided. */
    private static List<Network> classes(List<Network> members, SplittableRandom random) {
        List<Network> classes = new ArrayList<>(List.of(members.get(0)));
        try {
            for (Network member : members) {
                if (classes.stream().noneMatch(known -> BruteForce.related(known, member))
                        && !EqualityProperties.differAtRandomPoints(classes.get(0), member, random)) {
                    classes.add(member);
                }
            }
        } catch (BruteForce.AmbiguousException scaledZero) {
            return List.of();
        }
        return classes;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20261202")
    void noExactCandidateIsAnotherClassOfIdentifiableParameters(
            @ForAll("units") Activation unit, @ForAll("shapes") Architecture shape, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = RandomNetworks.of(shape, unit, RandomNetworks.integers(2, random));
        Identification result = Identifier.identify(network, seed);
        Statistics.label("verdicts").collect(result.verdict().text());
        List<Network> known = known(result);
        if (known.isEmpty()) {
            return;
        }
        int same = 0;
        for (Network candidate : candidates(network, random)) {
            if (!EqualityProperties.differAtRandomPoints(network, candidate, random)) {
                same++;
                assertThat(known)
                        .as("%s has the same function", candidate)
                        .anyMatch(each -> BruteForce.related(each, candidate));
            }
        }
        Statistics.label("candidates with the same function").collect(same > 0);
    }

    /** The classes of identifiable and finitely identifiable parameters. */
    private static List<Network> known(Identification result) {
        if (result.verdict() == Verdict.IDENTIFIABLE) {
            return List.of(result.network());
        }
        if (result.verdict() == Verdict.FINITELY_IDENTIFIABLE) {
            Certificate.Fibre fibre = (Certificate.Fibre) result.proof().get(0).certificate();
            return Checker.classes(result.network(), fibre.evidence());
        }
        return List.of();
    }

    /** Rows negated, rows and columns exchanged, parts of outgoing weights moved, all layers rescaled. */
    private static List<Network> candidates(Network network, SplittableRandom random) {
        List<Network> result = new ArrayList<>();
        for (int index = 0; index + 2 < network.layers().size(); index += 2) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(index);
            Layer.Dense next = (Layer.Dense) network.layers().get(index + 2);
            Activation unit =
                    ((Layer.Entrywise) network.layers().get(index + 1)).units().get(0);
            int n = dense.outputs();
            for (int mask = 1; mask < 1 << n; mask++) {
                for (Scalar k : List.of(Scalar.ZERO, UnitTable.slope(unit).orElse(Scalar.ONE), Scalar.of(2))) {
                    result.add(negated(network, index, mask, Scalar.ONE, k));
                    result.add(negated(network, index, mask, Scalar.MINUS_ONE, k));
                }
            }
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    if (i != j) {
                        result.add(transferred(network, index, j, i, Scalar.of(random.nextInt(1, 4), 2)));
                    }
                }
                result.add(with(network, index, unit(dense, j, Scalar.of(2)), next));
            }
        }
        for (Rewriting rewriting : List.of(Rewriting.GAUGE)) {
            result.add(rewriting.apply(network, random));
            result.add(rewriting.apply(network, random));
        }
        return result;
    }

    private static Network with(Network network, int index, Layer.Dense dense, Layer.Dense next) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(index, dense);
        layers.set(index + 2, next);
        return new Network(layers);
    }

    private static Layer.Dense unit(Layer.Dense dense, int unit, Scalar factor) {
        List<Scalar> bias = new ArrayList<>(dense.biases());
        if (dense.hasBias()) {
            bias.set(unit, bias.get(unit).multiply(factor));
        }
        return new Layer.Dense(
                ExactMatrix.build(
                        dense.outputs(),
                        dense.inputs(),
                        (i, j) -> i == unit
                                ? dense.weight().get(i, j).multiply(factor)
                                : dense.weight().get(i, j)),
                bias);
    }

    /** The rows of a set negated, their outgoing columns times a factor, and the next bias less k times their constants. */
    private static Network negated(Network network, int index, int mask, Scalar factor, Scalar k) {
        Layer.Dense dense = (Layer.Dense) network.layers().get(index);
        Layer.Dense next = (Layer.Dense) network.layers().get(index + 2);
        Layer.Dense turned = dense;
        List<Scalar> bias = new ArrayList<>(next.biases());
        for (int j = 0; j < dense.outputs(); j++) {
            if ((mask >> j) % 2 == 1) {
                turned = unit(turned, j, Scalar.MINUS_ONE);
                for (int i = 0; i < bias.size(); i++) {
                    Scalar moved = next.weight().get(i, j).multiply(k);
                    Scalar size = dense.bias(j).isZero() ? Scalar.ONE : dense.bias(j);
                    bias.set(i, bias.get(i).add(moved.multiply(size)));
                }
            }
        }
        ExactMatrix weight = ExactMatrix.build(
                next.outputs(),
                next.inputs(),
                (i, j) -> (mask >> j) % 2 == 1
                        ? next.weight().get(i, j).multiply(factor)
                        : next.weight().get(i, j));
        return with(network, index, turned, new Layer.Dense(weight, bias));
    }

    /** A part of the outgoing weights of one unit moved to another. */
    private static Network transferred(Network network, int index, int from, int into, Scalar share) {
        Layer.Dense next = (Layer.Dense) network.layers().get(index + 2);
        ExactMatrix weight = ExactMatrix.build(next.outputs(), next.inputs(), (i, j) -> {
            Scalar part = next.weight().get(i, from).multiply(share);
            Scalar old = next.weight().get(i, j);
            return j == from ? old.subtract(part) : j == into ? old.add(part) : old;
        });
        return with(network, index, (Layer.Dense) network.layers().get(index), new Layer.Dense(weight, next.biases()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20261203")
    void aNumericalSearchFindsNoOtherClassOfIdentifiableParameters(
            @ForAll("units") Activation unit, @ForAll("shapes") Architecture shape, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = RandomNetworks.of(shape, unit, nonzero(random));
        Identification result = Identifier.identify(network, seed);
        List<double[]> known = known(result).stream().map(DoubleNetwork::values).toList();
        // In doubles the small terms of a polynomial of high degree are lost.
        boolean steep = UnitTable.family(unit).equals("power") && shape.widths().size() > 3;
        if (known.isEmpty() || steep) {
            return;
        }
        DoubleNetwork architecture = DoubleNetwork.of(network);
        int converged = 0;
        for (int start = 0; start < 6; start++) {
            for (double[] end : architecture.search(DoubleNetwork.values(network), random)) {
                converged++;
                assertThat(known.stream().anyMatch(each -> architecture.related(each, end)))
                        .as("%s of %s, found again at %s", network, result.verdict(), Arrays.toString(end))
                        .isTrue();
            }
        }
        Statistics.label("the search converged").collect(converged > 0);
    }

    private static Supplier<Scalar> nonzero(SplittableRandom random) {
        return () -> Scalar.of(random.nextBoolean() ? random.nextInt(1, 5) : random.nextInt(-4, 0), 2);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, seed = "20261204")
    void anotherParameterThatIsShownIsOne(
            @ForAll("units") Activation unit,
            @ForAll("shapes") Architecture shape,
            @ForAll @Size(max = 1) List<Rewriting> rewritings,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean softmax = shape.widths().get(shape.widths().size() - 1) > 1 && random.nextBoolean();
        Architecture architecture = new Architecture(shape.widths(), shape.biases(), softmax);
        Network network = EqualityProperties.rewritten(
                RandomNetworks.of(architecture, unit, RandomNetworks.integers(1, random)), rewritings, random);
        Identification result = Identifier.identify(network, seed);
        Statistics.label("verdicts").collect(result.verdict().text());
        for (Proof proof : result.proof()) {
            assertThat(Checker.check(proof.theorem().claim(), proof.certificate()))
                    .isInstanceOf(CheckResult.Accepted.class);
        }
        for (Network other : result.witness()) {
            assertThat(other.hasArchitectureOf(network)).isTrue();
            assertThat(EqualityProperties.differAtRandomPoints(network, other, random))
                    .as("%s and %s", network, other)
                    .isFalse();
            try {
                // Softmax does not see the same number in all logits.
                assertThat(BruteForce.related(
                                Composition.logitDifferences(network), Composition.logitDifferences(other)))
                        .as("%s and %s are related", network, other)
                        .isFalse();
                Statistics.label("witnesses").collect("confirmed");
            } catch (BruteForce.AmbiguousException scaledZero) {
                Statistics.label("witnesses").collect("a zero unit that may be scaled");
            }
        }
    }

    @Example
    void finitelyManyClassesAreNotCalledInfinitelyMany() {
        // (w, v) with w v = 0, up to positive factors: (+, 0), (-, 0), (0, 0), (0, +), (0, -).
        for (String unit : List.of("relu", "abs")) {
            Network zero =
                    new NetworkBuilder().dense("3").activation(unit).dense("0").build();
            Identification result = Identifier.identify(zero, 1);
            assertThat(result.verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
            assertThat(result.classes()).isNotEqualTo("infinite");
        }
    }
}
