package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of the theory that need more than a line, and weights that differ in the last bit. */
class TheoryExamplesTest {
    /** The six permutations of three points, the identity first. */
    private static List<Permutation> symmetricGroup() {
        return List.of(
                Permutation.of(0, 1, 2),
                Permutation.of(1, 0, 2),
                Permutation.of(0, 2, 1),
                Permutation.of(1, 2, 0),
                Permutation.of(2, 0, 1),
                Permutation.of(2, 1, 0));
    }

    private static int sign(Permutation p) {
        int inversions = 0;
        for (int i = 0; i < p.size(); i++) {
            for (int j = 0; j < i; j++) {
                inversions += p.apply(j) > p.apply(i) ? 1 : 0;
            }
        }
        return inversions % 2 == 0 ? 1 : -1;
    }

    private static AffineMap permuting(Permutation p) {
        return AffineMap.monomial(p, Collections.nCopies(p.size(), Scalar.ONE));
    }

    private static Symmetry ofElement(Permutation g, boolean signed) {
        AffineMap output = AffineMap.monomial(Permutation.of(0), List.of(Scalar.of(signed ? sign(g) : 1)));
        return WorkedExamples.symmetry(
                new Presentation(List.of("g"), List.of()), List.of(permuting(g)), List.of(output));
    }

    /** Twisted regular units: unit h computes a_1 . h^-1 x and a_2 . ... with a sign of h, so that g maps h to sign(g) gh. */
    private static Network twistedRegular() {
        List<Permutation> group = symmetricGroup();
        int[] form = {1, 4, 11};
        ExactMatrix first = ExactMatrix.build(
                6,
                3,
                (h, j) -> Scalar.of(
                        (long) sign(group.get(h)) * form[group.get(h).inverse().apply(j)]));
        ExactMatrix second = ExactMatrix.build(
                4,
                6,
                (i, h) -> Scalar.of(
                        switch (i) {
                            case 0 -> 2L;
                            case 1 -> 5L * sign(group.get(h));
                            default -> i == 2 ? 3L : -5L * sign(group.get(h));
                        }));
        return new NetworkBuilder()
                .dense(first, List.of())
                .activation("tanh")
                .dense(second, NetworkBuilder.vector("0 1 0 3"))
                .activation("tanh")
                .dense("0 1 0 2", "1/2")
                .build();
    }

    @Test
    void theTwistedRegularRepresentationIsFoundOnAllProducts() {
        List<Permutation> group = symmetricGroup();
        List<List<AffineMap>> actions = new ArrayList<>();
        for (Permutation g : group) {
            Verification result = Verifier.verify(twistedRegular(), ofElement(g, false), 1);
            assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.Layerwise.class);
            actions.add(((Verification.Layerwise) result).actions().get(0));
        }
        assertThat(actions.get(0)).allMatch(AffineMap::isIdentity);
        assertThat(actions.get(1).get(0).scales()).containsOnly(Scalar.MINUS_ONE);
        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < 6; b++) {
                int product = group.indexOf(group.get(a).after(group.get(b)));
                for (int space = 0; space < actions.get(0).size(); space++) {
                    assertThat(actions.get(a).get(space).after(actions.get(b).get(space)))
                            .isEqualTo(actions.get(product).get(space));
                }
            }
        }
    }

    @Test
    void theSymmetricGroupActsByItsGenerators() {
        Symmetry symmetry = WorkedExamples.symmetry(
                Presentation.symmetric(3),
                List.of(permuting(Permutation.of(1, 0, 2)), permuting(Permutation.of(0, 2, 1))),
                List.of(AffineMap.identity(1), AffineMap.identity(1)));
        assertThat(Verifier.verify(twistedRegular(), symmetry, 1)).isInstanceOf(Verification.Layerwise.class);
    }

    @Test
    void aLeftActionIsNotAnAntihomomorphism() {
        // A regular action of a group that is not commutative tells g -> A(g) from g -> A(g)^-1.
        List<Permutation> group = symmetricGroup();
        ExactMatrix first = ExactMatrix.build(
                6,
                3,
                (h, j) -> Scalar.of(new int[] {1, 4, 11}[group.get(h).inverse().apply(j)]));
        Network network = new NetworkBuilder()
                .dense(first, List.of())
                .activation("relu")
                .dense("1 1 1 1 1 1")
                .build();
        Permutation cycle = Permutation.of(1, 2, 0);
        Verification result = Verifier.verify(network, ofElement(cycle, false), 1);
        AffineMap found = ((Verification.Layerwise) result).actions().get(0).get(0);
        for (int h = 0; h < 6; h++) {
            assertThat(found.permutation().apply(h)).isEqualTo(group.indexOf(cycle.after(group.get(h))));
        }
    }

    @Test
    void theReluHatAtWidthFourIsLayerwiseEquivariant() {
        Network wide = new NetworkBuilder()
                .dense("1; -1; 1; -1", "0 0 -1 -1")
                .activation("relu")
                .dense("-1 -1 1 1", "1")
                .build();
        assertThat(Verifier.verify(wide, WorkedExamples.reflection(1, 1), 1))
                .isInstanceOf(Verification.Layerwise.class);
        for (int k = -20; k <= 20; k++) {
            List<Scalar> x = List.of(Scalar.of(k, 7));
            assertThat(Evaluation.exact(wide, x)).isEqualTo(Evaluation.exact(WorkedExamples.hat("relu"), x));
        }
    }

    /** A network of n/2 exchanged pairs of units with random binary64 weights, one of them changed in its last bit. */
    private static Network pairs(int width, String activation, boolean changed, SplittableRandom random) {
        long[][] rows = new long[width][2];
        for (int i = 0; i < width; i += 2) {
            for (int j = 0; j < 2; j++) {
                long bits = (random.nextLong() & 0x800fffffffffffffL) | ((1018L + random.nextInt(6)) << 52);
                rows[i][j] = bits;
                rows[i + 1][1 - j] = bits;
            }
        }
        if (changed) {
            rows[random.nextInt(width)][random.nextInt(2)] ^= 1;
        }
        long[] flat = new long[2 * width];
        long[] readout = new long[width];
        for (int i = 0; i < width; i++) {
            flat[2 * i] = rows[i][0];
            flat[2 * i + 1] = rows[i][1];
            readout[i] = i % 2 == 1 ? readout[i - 1] : (random.nextLong() & 0x800fffffffffffffL) | (1022L << 52);
        }
        return new Network(List.of(
                new Layer.Dense(ExactMatrix.ofBinary64(width, 2, flat), List.of()),
                Layer.Entrywise.of(Activations.requireNamed(activation), width),
                new Layer.Dense(ExactMatrix.ofBinary64(1, width, readout), List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, 2",
        "tanh, 8",
        "tanh, 32",
        "tanh, 64",
        "relu, 2",
        "relu, 8",
        "relu, 32",
        "relu, 64",
        "sigmoid, 16"
    })
    void aLastBitIsRefutedWithAWitness(String activation, int width) {
        for (int k = 0; k < 4; k++) {
            SplittableRandom random = new SplittableRandom(1000L * width + k);
            Network intact = pairs(width, activation, false, random.split());
            assertThat(Verifier.verify(intact, WorkedExamples.swap(1), k)).isInstanceOf(Verification.Layerwise.class);
            Network changed = pairs(width, activation, true, random);
            Verification result = Verifier.verify(changed, WorkedExamples.swap(1), k);
            assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.NotEquivariant.class);
            Claim claim = new SymmetryClaim.NotEquivariant(changed, WorkedExamples.swap(1));
            assertThat(Checker.check(claim, ((Verification.NotEquivariant) result).witness()))
                    .isInstanceOf(CheckResult.Accepted.class);
        }
    }

    @Test
    void theLargestDifferenceIsTiny() {
        Network changed = pairs(8, "relu", true, new SplittableRandom(5));
        Verification.NotEquivariant result =
                (Verification.NotEquivariant) Verifier.verify(changed, WorkedExamples.swap(1), 1);
        assertThat(SeparationSearch.size(result.witness().difference()).doubleValue())
                .isPositive()
                .isLessThan(1e-10);
        assertThat(result.subgroup()).isEmpty();
    }

    @Test
    void theSubgroupNamesTheGeneratorsThatStillAct() {
        Symmetry both = WorkedExamples.symmetry(
                new Presentation(List.of("s", "t"), List.of()),
                List.of(
                        permuting(Permutation.of(1, 0)),
                        AffineMap.monomial(Permutation.of(0, 1), NetworkBuilder.vector("-1 -1"))),
                List.of(AffineMap.identity(1), AffineMap.identity(1)));
        Verification result = Verifier.verify(WorkedExamples.swappedPair(), both, 1);
        assertThat(((Verification.NotEquivariant) result).subgroup()).containsExactly("s");
        assertThat(((Verification.NotEquivariant) result).witness().generator()).isEqualTo("t");
    }
}
