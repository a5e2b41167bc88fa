package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PolynomialSpan;
import io.intertwine.exact.Scalar;
import io.intertwine.find.PencilSearch;
import io.intertwine.group.Permutation;
import io.intertwine.net.Composition;
import io.intertwine.net.MonomialNetwork;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes of parameters of networks of powers. */
class PencilRuleTest {
    private static final Network A = WorkedExamples.deepSquares(false);
    private static final Network B = WorkedExamples.deepSquares(true);

    private static FibreEvidence.Pencil roots(String text) {
        return new FibreEvidence.Pencil(text.isEmpty() ? List.of() : NetworkBuilder.vector(text));
    }

    private static List<Network> classes(Network network) {
        try {
            return PencilRule.classes(network, PencilSearch.of(network).orElseThrow());
        } catch (Rejection rejection) {
            throw new AssertionError(rejection);
        }
    }

    private static void reject(Network network, String roots, String reason) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> PencilRule.classes(network, roots(roots)))
                .withMessageContaining(reason);
    }

    /** Whether a monomial gauge relates the networks: proposed from proportional units, decided by the rule for gauges. */
    private static boolean related(Network f, Network g) {
        List<List<Polynomial>> left = MonomialNetwork.of(f).orElseThrow().units();
        List<List<Polynomial>> right = MonomialNetwork.of(g).orElseThrow().units();
        List<Integer> exponents = MonomialNetwork.of(f).orElseThrow().exponents();
        List<AffineMap> maps = new ArrayList<>();
        for (int layer = 0; layer < exponents.size(); layer++) {
            int n = left.get(layer).size();
            int[] images = new int[n];
            List<Scalar> scales = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    PolynomialSpan line =
                            PolynomialSpan.of(List.of(left.get(layer).get(j)));
                    var factor = line.coordinates(right.get(layer).get(i));
                    if (factor.isPresent()) {
                        images[j] = i;
                        scales.add(factor.get().get(0));
                    }
                }
            }
            if (scales.size() < n) {
                return false;
            }
            int exponent = exponents.get(layer);
            maps.add(AffineMap.monomial(Permutation.of(images), scales));
            maps.add(AffineMap.monomial(
                    Permutation.of(images),
                    scales.stream().map(scale -> scale.pow(exponent)).toList()));
        }
        try {
            GaugeRule.require(f, g, maps);
            return true;
        } catch (Rejection rejection) {
            return false;
        }
    }

    /** The parameter moved by random permutations and factors of the hidden units. */
    private static Network moved(Network network, Random random) {
        MonomialNetwork monomial = MonomialNetwork.of(network).orElseThrow();
        List<ExactMatrix> weights = new ArrayList<>(monomial.weights());
        for (int layer = 0; layer < monomial.exponents().size(); layer++) {
            int n = weights.get(layer).rows();
            int turn = random.nextInt(n);
            int exponent = monomial.exponents().get(layer);
            List<Scalar> factors = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                factors.add(Scalar.of(random.nextBoolean() ? 3 : -1, 1L + random.nextInt(3)));
            }
            ExactMatrix before = weights.get(layer);
            ExactMatrix after = weights.get(layer + 1);
            weights.set(
                    layer,
                    ExactMatrix.build(
                            n,
                            before.columns(),
                            (i, j) -> before.get((i + turn) % n, j).multiply(factors.get(i))));
            weights.set(
                    layer + 1,
                    ExactMatrix.build(
                            after.rows(),
                            n,
                            (i, j) -> after.get(i, (j + turn) % n)
                                    .divide(factors.get(j).pow(exponent))));
        }
        return monomial.at(weights);
    }

    @Test
    void theDeepSquaresHaveTwoRealClasses() {
        List<Network> classes = classes(A);
        assertThat(classes).hasSize(2);
        assertThat(classes.get(0)).isEqualTo(A);
        assertThat(related(classes.get(1), B)).isTrue();
        assertThat(related(A, B)).isFalse();
    }

    @Test
    void everyParameterOfTheDeepSquaresIsRelatedToExactlyOneRepresentative() {
        Random random = new Random(20261127);
        for (int round = 0; round < 10; round++) {
            Network network = moved(random.nextBoolean() ? A : B, random);
            List<Network> classes = classes(network);
            assertThat(classes).hasSize(2);
            assertThat(classes.get(0)).isEqualTo(network);
            boolean first = related(network, A);
            assertThat(related(network, B)).isNotEqualTo(first);
            assertThat(related(classes.get(1), first ? B : A)).isTrue();
        }
    }

    /**
     * With u, v the outputs of one layer less, the planes of u^2 + v^2, u^2 - v^2 contain the square of 2 u v too, with real pairs below
     * two of the three: u, v, and u + v, u - v, which are the outputs of two layers less. So the numbers of classes are those of Fibonacci.
     */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 5"})
    void deeperSquaresHaveMoreClasses(int layers, int expected) {
        Network network = network("1 0; 0 1" + " | power:2 | 1 1; 1 -1".repeat(layers) + " | power:2 | 1 0; 0 1");
        List<Network> classes = classes(network);
        assertThat(classes).hasSize(expected);
        for (int i = 0; i < classes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(related(classes.get(i), classes.get(j))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2; 3 -1 | power:3 | 1 1; 2 -1; 0 1",
                "1 2; 3 -1 | power:2 | 1 1; 2 -1",
                "1 2 3 | power:2 | -2 | power:4 | 1; 3",
                "1 1 | power:2 | 1; 2 | power:2 | 1 0; 1 1 | power:1 | 1",
                "1 2 0; 0 1 1; 1 0 3 | power:2 | 1 0 0; 1 1 0; 0 2 1",
                "1 0; 0 1; 1 1 | power:3 | 1 0 0; 0 1 0; 0 0 1",
                "1 0 0; 0 1 0; 0 0 1 | power:2 | 1 1 0; 0 1 1; 1 2 4 | power:8 | 1 0 0; 0 1 0; 0 0 1; 1 1 1",
                "1 2; 3 4"
            })
    void powersThatAreAloneLeaveOneClass(String text) {
        Network network = network(text.contains("power:1 ") ? "1 1 | power:2 | 1 | power:2 | 1" : text);
        assertThat(classes(network)).containsExactly(network);
    }

    private static Network network(String text) {
        NetworkBuilder builder = new NetworkBuilder();
        for (String part : text.split("\\|")) {
            if (part.contains("power:")) {
                builder.activation(
                        Activations.power(Integer.parseInt(part.trim().substring(6))));
            } else {
                builder.dense(part.trim());
            }
        }
        return builder.build();
    }

    /** The planes of x^2 + 2 y^2 and x y: the squares of x + sqrt(2) y and x - sqrt(2) y, at irrational weights. */
    @Test
    void aClassMayNeedIrrationalWeights() {
        // (a x^2 + ...)^2 with N = x^2 + 2 y^2, M = x^2 - 2 y^2, N^2 - M^2 = 8 (x y)^2.
        Network network = network("1 0; 0 1 | power:2 | 1 2; 1 -2 | power:2 | 1 0; 0 1");
        List<Network> classes = classes(network);
        assertThat(classes).hasSize(2);
        MonomialNetwork other = MonomialNetwork.of(classes.get(1)).orElseThrow();
        assertThat(other.weights().get(0).isRational()).isFalse();
        ExactMatrix first = other.weights().get(0);
        assertThat(first.get(0, 1).divide(first.get(0, 0)).abs()).isEqualTo(Scalar.sqrt(new BigFraction(2)));
    }

    @Test
    void otherNetworksAreRejected() {
        reject(network("1 2 | power:2"), "", "expected dense layers");
        reject(
                new NetworkBuilder()
                        .dense("1", "1")
                        .activation(Activations.power(2))
                        .dense("1")
                        .build(),
                "",
                "expected dense layers");
        reject(network("1 | power:65 | 1"), "", "the degree 65 is above the limit 64");
        reject(network("1 0; 0 1 | power:3 | 1 1"), "", "span 1 dimensions, not 2");
        reject(network("1 0; 0 1; 1 1 | power:2 | 1 0 0; 0 1 0; 0 0 1"), "", "are not excluded");
        reject(
                network("1 0 0; 0 1 0; 0 0 1 | power:2 | 1 1 0; 0 1 1; 1 2 4 | power:2 | 1 0 0; 0 1 0; 0 0 1"),
                "",
                "are not excluded");
        reject(network("1+sqrt(10007) sqrt(10009) | power:2 | 1"), "", "the polynomials are too large");
    }

    @Test
    void aMissingRootIsNoticed() throws Rejection {
        List<Scalar> all = PencilSearch.of(A).orElseThrow().roots();
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        for (Scalar root : all) {
            List<Scalar> rest =
                    all.stream().filter(other -> !other.equals(root)).toList();
            assertThatExceptionOfType(Rejection.class)
                    .as("without " + root)
                    .isThrownBy(() -> PencilRule.classes(A, new FibreEvidence.Pencil(rest)))
                    .withMessageContaining("are missing");
        }
        reject(A, "0 1", "are missing");
        List<Scalar> more = new ArrayList<>(all);
        more.addAll(all);
        more.add(Scalar.of(17, 5));
        assertThat(PencilRule.classes(A, new FibreEvidence.Pencil(more))).hasSize(2);
    }

    @Test
    void theLargestDegreeIsAccepted() throws Rejection {
        Network network = network("2 | power:64 | 3");
        assertThat(PencilRule.classes(network, roots(""))).containsExactly(network);
    }

    /** C3: p(H x) = 4 T p(x), and the generator exchanges the classes. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHadamardMatrixExchangesTheClasses(boolean normalised) throws Rejection {
        Symmetry symmetry = WorkedExamples.hadamard(normalised);
        AffineMap input = symmetry.input().images().get(0);
        AffineMap output = symmetry.output().images().get(0);
        for (Network network : List.of(A, B)) {
            Network moved = Composition.before(network, input);
            ExpansionRule.requireEqual(moved, Composition.after(network, output));
            Network inFibre = Composition.after(moved, output.inverse());
            assertThat(related(inFibre, network)).isFalse();
            assertThat(related(inFibre, network.equals(A) ? B : A)).isTrue();
            assertThat(classes(network).stream().filter(representative -> related(representative, inFibre)))
                    .hasSize(1);
        }
    }
}
