package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.match.UnitScores.SignRule;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HomomorphismMatchingTest {
    private static final List<Presentation> GROUPS = List.of(
            Presentation.cyclic(2),
            Presentation.cyclic(3),
            Presentation.cyclic(4),
            Presentation.dihedral(2),
            Presentation.symmetric(3),
            Presentation.dihedral(4));

    /** Scores of random vectors in copies of the regular representation, which the group permutes from the left. */
    private static UnitScores random(FiniteGroup group, SignRule rule, int n, SplittableRandom random) {
        return scores(group, rule, vectors(group, n, random), vectors(group, n, random));
    }

    private static DoubleMatrix vectors(FiniteGroup group, int n, SplittableRandom random) {
        DoubleMatrix vectors = DoubleMatrix.zeros(n, 2 * group.order());
        Arrays.setAll(vectors.entries(), k -> random.nextGaussian());
        return vectors;
    }

    private static UnitScores scores(FiniteGroup group, SignRule rule, DoubleMatrix along, DoubleMatrix aside) {
        List<DoubleMatrix> first = new ArrayList<>();
        List<DoubleMatrix> second = new ArrayList<>();
        for (int g = 0; g < group.order(); g++) {
            first.add(along.timesTransposeOf(moved(group, g, along)));
            second.add(aside.timesTransposeOf(moved(group, g, aside)));
        }
        return new UnitScores(group, rule, first, rule == SignRule.EVEN ? second : List.of());
    }

    /** Coordinate x of each copy goes to g x. */
    private static DoubleMatrix moved(FiniteGroup group, int g, DoubleMatrix vectors) {
        DoubleMatrix result = DoubleMatrix.zeros(vectors.rows(), vectors.columns());
        int order = group.order();
        for (int i = 0; i < vectors.rows(); i++) {
            for (int k = 0; k < vectors.columns(); k++) {
                result.set(i, k / order * order + group.product(g, k % order), vectors.get(i, k));
            }
        }
        return result;
    }

    private static void requireHomomorphism(FiniteGroup group, UnitScores scores, HomomorphismMatching matching) {
        double sum = 0;
        for (int x = 0; x < group.order(); x++) {
            for (int y = 0; y < group.order(); y++) {
                assertThat(matching.images().get(group.product(x, y)))
                        .isEqualTo(
                                matching.images().get(x).after(matching.images().get(y)));
            }
            for (int j = 0; j < scores.units() && x > 0; j++) {
                SignedPermutation image = matching.images().get(x);
                sum += scores.score(x, image.to(j), j, image.sign(j));
            }
        }
        assertThat(matching.score()).isCloseTo(sum, within(1e-9 * (1 + Math.abs(sum))));
        assertThat(matching.score()).isLessThanOrEqualTo(matching.upperBound());
    }

    private static List<SignedPermutation> all(int n, boolean signs) {
        List<SignedPermutation> result = new ArrayList<>();
        permutations(new int[n], 0, 0, result, signs);
        return result;
    }

    private static void permutations(int[] to, int k, int used, List<SignedPermutation> result, boolean signs) {
        int n = to.length;
        if (k == n) {
            for (int bits = 0; bits < (signs ? 1 << n : 1); bits++) {
                int mask = bits;
                int[] chosen = new int[n];
                Arrays.setAll(chosen, j -> (mask >> j & 1) == 1 ? -1 : 1);
                result.add(SignedPermutation.of(to, chosen));
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            if ((used >> i & 1) == 0) {
                to[k] = i;
                permutations(to, k + 1, used | 1 << i, result, signs);
            }
        }
    }

    /** The best of all images of the generators that satisfy the relations. */
    private static double bruteForce(FiniteGroup group, UnitScores scores) {
        List<SignedPermutation> candidates = all(scores.units(), scores.rule() != SignRule.UNSIGNED);
        double best = Double.NEGATIVE_INFINITY;
        int generators = group.generators();
        int[] choice = new int[generators];
        for (long code = 0; code < Math.round(Math.pow(candidates.size(), generators)); code++) {
            long rest = code;
            for (int g = 0; g < generators; g++) {
                choice[g] = (int) (rest % candidates.size());
                rest /= candidates.size();
            }
            best = Math.max(best, value(group, scores, candidates, choice));
        }
        return best;
    }

    private static double value(
            FiniteGroup group, UnitScores scores, List<SignedPermutation> candidates, int[] choice) {
        SignedPermutation[] images = new SignedPermutation[group.order()];
        double sum = 0;
        for (int x : group.shortFirst()) {
            images[x] = x == 0
                    ? SignedPermutation.identity(scores.units())
                    : candidates.get(choice[group.first(x)]).after(images[group.rest(x)]);
            for (int j = 0; j < scores.units() && x > 0; j++) {
                sum += scores.score(x, images[x].to(j), j, images[x].sign(j));
            }
        }
        for (int g = 0; g < choice.length; g++) {
            for (int x = 0; x < images.length; x++) {
                if (!candidates.get(choice[g]).after(images[x]).equals(images[group.leftProduct(g, x)])) {
                    return Double.NEGATIVE_INFINITY;
                }
            }
        }
        return sum;
    }

    /** The search is exact for groups of two elements; for others it may miss the best one of random scores, and does so rarely. */
    @Test
    void isNearlyAlwaysTheBestOfAllHomomorphismsOnFewUnits() {
        SplittableRandom random = new SplittableRandom(5);
        int missed = 0;
        int all = 0;
        for (Presentation presentation : GROUPS) {
            FiniteGroup group = CosetEnumeration.of(presentation);
            GroupOrbits orbits = GroupOrbits.of(group);
            for (SignRule rule : SignRule.values()) {
                for (int trial = 0; trial < 12; trial++) {
                    int n = 1 + trial % (rule == SignRule.UNSIGNED ? 4 : 3);
                    UnitScores scores = random(group, rule, n, random);
                    HomomorphismMatching matching = HomomorphismMatching.best(scores, orbits);
                    requireHomomorphism(group, scores, matching);
                    double best = bruteForce(group, scores);
                    assertThat(matching.score()).isLessThanOrEqualTo(best + 1e-9);
                    boolean found = matching.score() >= best - 1e-9;
                    assertThat(found || group.order() > 2).isTrue();
                    missed += found ? 0 : 1;
                    all++;
                }
            }
        }
        assertThat(missed).as("of " + all).isLessThanOrEqualTo(all * 3 / 100);
    }

    /** Units that the group permutes with signs exactly: the score of the plant is the bound. */
    @Test
    void findsWhatIsPlanted() {
        SplittableRandom random = new SplittableRandom(6);
        for (Presentation presentation : GROUPS) {
            FiniteGroup group = CosetEnumeration.of(presentation);
            GroupOrbits orbits = GroupOrbits.of(group);
            for (OrbitType type : orbits.types(group.order(), true)) {
                for (int copies = 1; copies <= 3; copies++) {
                    DoubleMatrix vectors = planted(group, type, copies, random);
                    UnitScores scores = scores(group, SignRule.ODD, vectors, vectors);
                    HomomorphismMatching matching = HomomorphismMatching.best(scores, orbits);
                    requireHomomorphism(group, scores, matching);
                    double squares = Math.pow(vectors.frobeniusNorm(), 2) * (group.order() - 1);
                    assertThat(matching.score()).isCloseTo(squares, within(1e-9 * (1 + squares)));
                }
            }
        }
    }

    /** The vector in slot k is the sum over all g that take slot 0 to slot k of the moved base vector, with signs. */
    private static DoubleMatrix planted(FiniteGroup group, OrbitType type, int copies, SplittableRandom random) {
        DoubleMatrix result = DoubleMatrix.zeros(type.degree() * copies, 2 * group.order());
        for (int copy = 0; copy < copies; copy++) {
            DoubleMatrix base = vectors(group, 1, random);
            for (int g = 0; g < group.order(); g++) {
                DoubleMatrix moved = moved(group, g, base);
                // the copies' units are interleaved, so that orbits are no intervals
                int row = type.image(g, 0) * copies + copy;
                for (int k = 0; k < moved.columns(); k++) {
                    result.set(row, k, result.get(row, k) + type.sign(g, 0) * moved.get(0, k));
                }
            }
        }
        return result;
    }

    @Test
    void isIndifferentToNamesAndSignsOfUnits() {
        SplittableRandom random = new SplittableRandom(7);
        FiniteGroup group = CosetEnumeration.of(Presentation.symmetric(3));
        OrbitType six = GroupOrbits.of(group).types(6, true).stream()
                .filter(type -> type.degree() == 6)
                .findFirst()
                .orElseThrow();
        DoubleMatrix vectors = planted(group, six, 2, random);
        Arrays.setAll(vectors.entries(), k -> vectors.entries()[k] + 0.2 * random.nextGaussian());
        int n = vectors.rows();
        DoubleMatrix renamed = DoubleMatrix.zeros(n, vectors.columns());
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < vectors.columns(); k++) {
                renamed.set(5 * j % n, k, (j % 2 == 0 ? 1 : -1) * vectors.get(j, k));
            }
        }
        double before = HomomorphismMatching.best(scores(group, SignRule.ODD, vectors, vectors))
                .score();
        double after = HomomorphismMatching.best(scores(group, SignRule.ODD, renamed, renamed))
                .score();
        assertThat(after).isCloseTo(before, within(1e-9));
    }
}
