package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Answer;
import io.intertwine.find.Equality;
import io.intertwine.find.EqualitySearch;
import io.intertwine.find.Identification;
import io.intertwine.find.Identifier;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.testkit.RandomNetworks;
import io.intertwine.testkit.RandomNetworks.Architecture;
import io.intertwine.testkit.Rewriting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * Networks whose parameters are unique: W_2 relu(W_1 x) with invertible matrices (Bökman, Kahl 2023, arXiv 2305.17017), and irreducible
 * layered networks of tanh units (Fefferman 1994; Vlačić, Bölcskei 2021).
 */
class UniquenessProperties {
    /**
     * f is equivariant exactly if W_1 rho_0 W_1^-1 = W_2^-1 rho_L W_2 is a positive monomial matrix. The actions are built from two
     * matrices of one finite order, which are equal or not, and positive monomial or not.
     */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, seed = "20261401")
    void equivarianceOfTwoInvertibleLayersIsEquivarianceOfEachLayer(
            @ForAll @IntRange(min = 2, max = 4) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ExactMatrix first = invertible(n, random);
        ExactMatrix second = invertible(n, random);
        ExactMatrix before = monomial(n, random);
        ExactMatrix after = switch (random.nextInt(3)) {
            case 0 -> before;
            case 1 -> monomial(n, random);
            default -> conjugate(before, invertible(n, random));
        };
        boolean negative = random.nextInt(4) == 0;
        ExactMatrix input = negative ? negated(before) : before;
        ExactMatrix output = negative && random.nextBoolean() ? negated(after) : after;
        int order = 24;
        Symmetry symmetry = new Symmetry(
                representation(order, conjugate(input, first)),
                representation(order, conjugate(output, second.inverse())));
        Network network = new Network(List.of(
                new Layer.Dense(first, List.of()),
                Layer.Entrywise.of(Activations.requireNamed("relu"), n),
                new Layer.Dense(second, List.of())));
        boolean expected = !negative && before.equals(after);
        assertThat(Identifier.identify(network, seed).verdict()).isEqualTo(Identification.Verdict.IDENTIFIABLE);
        Verification result = Verifier.verify(network, symmetry, seed);
        Statistics.collect(expected, result.getClass().getSimpleName());
        assertThat(result)
                .as("%s under %s", network, symmetry)
                .isInstanceOf(expected ? Verification.Layerwise.class : Verification.NotEquivariant.class);
        assertThat(result.survey().given()).isEqualTo(expected ? Answer.HOLDS : Answer.REFUTED);
    }

    private static Representation representation(int order, ExactMatrix matrix) {
        return new Representation(
                Presentation.cyclic(order),
                matrix.rows(),
                List.of(AffineMap.of(matrix, Collections.nCopies(matrix.rows(), Scalar.ZERO))));
    }

    /** W^-1 M W. */
    private static ExactMatrix conjugate(ExactMatrix matrix, ExactMatrix by) {
        return by.inverse().multiply(matrix).multiply(by);
    }

    private static ExactMatrix negated(ExactMatrix matrix) {
        return ExactMatrix.build(
                matrix.rows(), matrix.columns(), (i, j) -> matrix.get(i, j).negate());
    }

    /** A product of unipotent matrices and a diagonal one. */
    private static ExactMatrix invertible(int n, SplittableRandom random) {
        ExactMatrix upper =
                ExactMatrix.build(n, n, (i, j) -> Scalar.of(i == j ? 1 : i < j ? random.nextInt(-2, 3) : 0));
        ExactMatrix lower = ExactMatrix.build(
                n,
                n,
                (i, j) -> Scalar.of(i == j ? (random.nextBoolean() ? 1 : -2) : i > j ? random.nextInt(-2, 3) : 0));
        return upper.multiply(lower);
    }

    /** A positive monomial matrix, not the identity, whose order divides 24. */
    private static ExactMatrix monomial(int n, SplittableRandom random) {
        int[] image = Permutation.identity(n).toArray();
        for (int k = 0; k < 3 || Permutation.of(image).equals(Permutation.identity(n)); k++) {
            int i = random.nextInt(n);
            int j = random.nextInt(n);
            int swap = image[i];
            image[i] = image[j];
            image[j] = swap;
        }
        List<Scalar> scales = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            scales.add(Scalar.of(random.nextInt(1, 4), random.nextInt(1, 3)));
        }
        return ExactMatrix.build(n, n, (i, j) -> image[j] == i ? scales.get(i).divide(scales.get(j)) : Scalar.ZERO);
    }

    private static final List<List<Integer>> DEEP = List.of(
            List.of(1, 2, 2, 1),
            List.of(2, 2, 2, 1),
            List.of(1, 2, 2, 2),
            List.of(1, 2, 2, 2, 1),
            List.of(2, 3, 2, 1),
            List.of(1, 1, 2, 1),
            List.of(1, 2, 1, 1));

    /** Many networks with small whole numbers; where two irreducible ones agree, a signed permutation takes one to the other. */
    @Property(tries = 14, edgeCases = EdgeCasesMode.NONE, seed = "20261402")
    void irreducibleTanhNetworksWithOneFunctionAreRelated(
            @ForAll @IntRange(min = 0, max = 6) int shape, @ForAll boolean biases, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Architecture architecture = Architecture.of(DEEP.get(shape), biases);
        DoubleNetwork networks = DoubleNetwork.of(tanh(architecture, random));
        double[][] points = networks.points(3, 1.5, random);
        Map<List<Long>, double[]> seen = new LinkedHashMap<>();
        int collisions = 0;
        for (int k = 0; k < 20_000; k++) {
            double[] theta = new double[networks.parameters()];
            for (int i = 0; i < theta.length; i++) {
                theta[i] = random.nextInt(3) == 0 ? 2 : random.nextBoolean() ? 1 : -1;
            }
            List<Long> key = new ArrayList<>();
            for (double[] point : points) {
                for (double value : networks.evaluate(theta, point)) {
                    key.add(Math.round(value * 1e9));
                }
            }
            double[] known = seen.putIfAbsent(key, theta);
            if (known == null || collisions > 60) {
                continue;
            }
            Network f = networks.network(known);
            Network g = networks.network(theta);
            if (isIrreducible(f) && !EqualityProperties.differAtRandomPoints(f, g, random)) {
                collisions++;
                assertThat(BruteForce.related(f, g)).as("%s and %s", f, g).isTrue();
                if (collisions < 4) {
                    assertThat(Identifier.identify(f, seed).verdict()).isEqualTo(Identification.Verdict.IDENTIFIABLE);
                    assertThat(EqualitySearch.compare(f, g, seed)).isInstanceOf(Equality.Equal.class);
                }
            }
        }
        Statistics.label("irreducible networks with one function").collect(collisions > 0);
    }

    /** A second parameter from a numerical search, or by a latent element, is the first one up to a signed permutation. */
    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, seed = "20261403")
    void aSecondParameterOfAnIrreducibleTanhNetworkIsRelated(
            @ForAll @IntRange(min = 0, max = 6) int shape, @ForAll boolean biases, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = tanh(Architecture.of(DEEP.get(shape), biases), random);
        if (!isIrreducible(network)) {
            Statistics.label("search").collect("reducible");
            return;
        }
        assertThat(Identifier.identify(network, seed).verdict()).isEqualTo(Identification.Verdict.IDENTIFIABLE);
        Network moved = Rewriting.GAUGE.apply(network, random);
        assertThat(BruteForce.related(network, moved)).isTrue();
        assertThat(EqualitySearch.compare(network, moved, seed)).isInstanceOf(Equality.Equal.class);
        Network changed = EqualityProperties.changed(moved, random);
        if (EqualityProperties.differAtRandomPoints(network, changed, random)) {
            assertThat(EqualitySearch.compare(network, changed, seed)).isInstanceOf(Equality.Different.class);
        } else {
            assertThat(BruteForce.related(network, changed)).isTrue();
        }
        DoubleNetwork architecture = DoubleNetwork.of(network);
        double[] theta = DoubleNetwork.values(network);
        int converged = 0;
        for (int start = 0; start < 6; start++) {
            for (double[] end : architecture.search(theta, random)) {
                converged++;
                assertThat(architecture.related(theta, end)).as("%s", network).isTrue();
            }
        }
        Statistics.label("search").collect(converged > 0 ? "converged" : "did not converge");
    }

    private static Network tanh(Architecture architecture, SplittableRandom random) {
        return RandomNetworks.of(
                architecture,
                Activations.requireNamed("tanh"),
                () -> Scalar.of(random.nextBoolean() ? random.nextInt(1, 4) : random.nextInt(-3, 0), 2));
    }

    /** No zero row, no zero column, no two rows with bias equal up to sign. */
    private static boolean isIrreducible(Network network) {
        for (int i = 0; i + 2 < network.layers().size(); i += 2) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(i);
            ExactMatrix columns =
                    ((Layer.Dense) network.layers().get(i + 2)).weight().transpose();
            for (int j = 0; j < dense.outputs(); j++) {
                List<Scalar> row = row(dense, j);
                if (dense.weight().isZeroRow(j) || columns.isZeroRow(j)) {
                    return false;
                }
                for (int k = 0; k < j; k++) {
                    List<Scalar> other = row(dense, k);
                    if (row.equals(other)
                            || row.equals(other.stream().map(Scalar::negate).toList())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static List<Scalar> row(Layer.Dense dense, int unit) {
        List<Scalar> row = new ArrayList<>(dense.weight().row(unit));
        row.add(dense.bias(unit));
        return row;
    }
}
