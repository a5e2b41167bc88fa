package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.check.Theorem;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Whether an invertible matrix A is an intertwiner of an activation s: s(A x) = B s(x) for a matrix B (Godfrey, Brown, Emerson, Kvinge
 * 2022, arXiv 2205.14258). A companion B is proposed by {@link Companions}, points that exclude every B are drawn at random; the
 * checker decides about both.
 */
public final class IntertwinerSearch {
    /** The largest matrix that is looked at. */
    public static final int LARGEST_SIZE = 200;

    /** The largest entries of the points: large ones see the pieces of piecewise functions, small ones what saturates. */
    private static final List<Scalar> SIZES = List.of(
            Scalar.ONE,
            Scalar.of(4),
            Scalar.of(1, 2),
            Scalar.of(16),
            Scalar.of(2),
            Scalar.of(64),
            Scalar.of(1, 8),
            Scalar.of(1000));

    private static final int ROUNDS = 12;
    private static final int BITS = 128;
    private static final int MANY_BITS = 512;
    private static final int STEPS = 24;

    /** The most multiplications of enclosures. */
    private static final long MOST_OPERATIONS = 30_000_000;

    private final Activation activation;
    private final ExactMatrix matrix;
    private final SplittableRandom random;
    private long operations;

    private IntertwinerSearch(Activation activation, ExactMatrix matrix, long seed) {
        this.activation = activation;
        this.matrix = matrix;
        this.random = new SplittableRandom(seed);
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * A is an intertwiner.
         *
         * @param claim with the companion
         * @param certificate its evidence
         * @param theorem what was proved
         */
        record Member(ActivationClaim.Intertwiner claim, Certificate.Identity certificate, Theorem theorem)
                implements Result {}

        /**
         * There is no companion.
         *
         * @param claim that there is none
         * @param certificate its evidence
         * @param theorem what was proved
         */
        record NotMember(
                ActivationClaim.NotIntertwiner claim, Certificate.IndependentValues certificate, Theorem theorem)
                implements Result {}

        /** A has no inverse, so that it is in no group. */
        record Singular() implements Result {}

        /** Not decided. */
        record Undetermined(String reason) implements Result {}
    }

    /**
     * Decides about an n x n matrix.
     *
     * @param activation s
     * @param matrix A
     * @param seed the seed of the random points
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Result of(Activation activation, ExactMatrix matrix, long seed) {
        int n = matrix.rows();
        if (n != matrix.columns()) {
            throw new IllegalArgumentException(
                    "expected a square matrix, found " + n + " rows and " + matrix.columns() + " columns");
        }
        if (n > LARGEST_SIZE) {
            return new Result.Undetermined("only matrices of up to " + LARGEST_SIZE + " rows are looked at");
        }
        if (Echelon.of(matrix).rank() < n) {
            return new Result.Singular();
        }
        return new IntertwinerSearch(activation, matrix, seed).decide();
    }

    private Result decide() {
        for (ExactMatrix companion : Companions.of(activation, matrix)) {
            ActivationClaim.Intertwiner claim = new ActivationClaim.Intertwiner(activation, matrix, companion);
            Certificate.Identity certificate = new Certificate.Identity(List.of());
            if (Checker.check(claim, certificate) instanceof CheckResult.Accepted accepted) {
                return new Result.Member(claim, certificate, accepted.theorem());
            }
        }
        return refutation()
                .<Result>map(found -> found)
                .orElseGet(() -> new Result.Undetermined(
                        "no companion was proved, and no values were found that exclude every companion"));
    }

    private Optional<Result.NotMember> refutation() {
        ActivationClaim.NotIntertwiner claim = new ActivationClaim.NotIntertwiner(activation, matrix);
        for (int round = 0; round < ROUNDS; round++) {
            int bits = round % 3 == 2 ? MANY_BITS : BITS;
            for (Scalar size : SIZES) {
                for (int row : rows()) {
                    Certificate.IndependentValues values = new Certificate.IndependentValues(row, points(size), bits);
                    if (isAffordable(bits) && Checker.check(claim, values) instanceof CheckResult.Accepted accepted) {
                        return Optional.of(new Result.NotMember(claim, values, accepted.theorem()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAffordable(int bits) {
        long n = matrix.rows() + 1L;
        operations += n * n * (n / 3 + 30) * bits / BITS;
        return operations <= MOST_OPERATIONS;
    }

    /** The rows that are most likely to have no companion come first: those with several entries, then those that are no unit vector. */
    private List<Integer> rows() {
        List<Integer> several = new ArrayList<>();
        List<Integer> scaled = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            List<Scalar> entries =
                    matrix.row(i).stream().filter(entry -> !entry.isZero()).toList();
            List<Integer> list = entries.size() > 1 ? several : entries.get(0).isOne() ? others : scaled;
            list.add(i);
        }
        several.addAll(scaled);
        several.addAll(others);
        return several;
    }

    private List<List<Scalar>> points(Scalar size) {
        List<List<Scalar>> points = new ArrayList<>();
        for (int k = 0; k <= matrix.rows(); k++) {
            List<Scalar> point = new ArrayList<>();
            for (int j = 0; j < matrix.rows(); j++) {
                point.add(Scalar.of(random.nextInt(-STEPS, STEPS + 1), STEPS).multiply(size));
            }
            points.add(point);
        }
        return points;
    }
}
