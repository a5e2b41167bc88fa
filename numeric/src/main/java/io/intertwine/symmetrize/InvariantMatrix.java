package io.intertwine.symmetrize;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import io.intertwine.rep.AffineMap;
import java.util.Arrays;
import java.util.List;

/**
 * A matrix and its mean over a group of signed permutations of rows and columns, W -> K W rho^-1: in every orbit of entries their mean, up
 * to signs, and 0 where the signs contradict one another ({@link EntryOrbits}).
 */
final class InvariantMatrix {
    private final ExactMatrix matrix;
    private final EntryOrbits orbits;
    private final double[] doubles;
    private final long free;
    private boolean invariant = true;

    InvariantMatrix(ExactMatrix matrix, List<AffineMap> source, List<AffineMap> target) {
        this.matrix = matrix;
        orbits = new EntryOrbits(matrix.rows(), matrix.columns(), source, target);
        doubles = matrix.isBinary64() ? doubles(matrix) : new double[0];
        free = orbits.visit((entries, signs, size, isFree) -> invariant &= isInvariant(entries, signs, size, isFree));
    }

    private static double[] doubles(ExactMatrix matrix) {
        double[] doubles = new double[matrix.rows() * matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            System.arraycopy(Doubles.nearestRow(matrix, i), 0, doubles, i * matrix.columns(), matrix.columns());
        }
        return doubles;
    }

    /** The dimension of the space of invariant matrices. */
    long free() {
        return free;
    }

    /** Whether the matrix is its own mean. */
    boolean isInvariant() {
        return invariant;
    }

    private boolean isInvariant(int[] entries, byte[] signs, int size, boolean isFree) {
        for (int k = 0; k < size && invariant; k++) {
            boolean same = matrix.isBinary64()
                    ? doubles[entries[k]] == signs[k] * doubles[entries[0]]
                    : signed(entries[k], signs[k]).equals(scalar(entries[0]));
            if (!same || (!isFree && !scalar(entries[k]).isZero())) {
                return false;
            }
        }
        return true;
    }

    private Scalar scalar(int entry) {
        return matrix.get(entry / matrix.columns(), entry % matrix.columns());
    }

    private Scalar signed(int entry, byte sign) {
        return sign < 0 ? scalar(entry).negate() : scalar(entry);
    }

    /** The exact mean. */
    ExactMatrix mean() {
        Scalar[] result = new Scalar[matrix.rows() * matrix.columns()];
        orbits.visit((entries, signs, size, isFree) -> {
            Scalar mean = isFree ? mean(entries, signs, size) : Scalar.ZERO;
            Scalar negative = mean.negate();
            for (int k = 0; k < size; k++) {
                result[entries[k]] = signs[k] < 0 ? negative : mean;
            }
        });
        return ExactMatrix.of(matrix.rows(), matrix.columns(), Arrays.asList(result));
    }

    private Scalar mean(int[] entries, byte[] signs, int size) {
        Scalar sum = Scalar.ZERO;
        for (int k = 0; k < size; k++) {
            sum = sum.add(signed(entries[k], signs[k]));
        }
        return size == 1 ? sum : sum.divide(Scalar.of(size));
    }

    /** The mean, rounded once, to the same number in all entries of an orbit. */
    ExactMatrix mean(Rounding rounding) {
        long[] bits = new long[matrix.rows() * matrix.columns()];
        SignedMean means = new SignedMean(rounding);
        orbits.visit((entries, signs, size, isFree) -> {
            double mean = 0;
            if (isFree && matrix.isBinary64()) {
                double[] terms = new double[size];
                Arrays.setAll(terms, k -> doubles[entries[k]]);
                mean = means.of(terms, signs, size);
            } else if (isFree) {
                mean = rounding.of(mean(entries, signs, size));
            }
            for (int k = 0; k < size; k++) {
                bits[entries[k]] = Double.doubleToRawLongBits(signs[k] * mean);
            }
        });
        return ExactMatrix.ofBinary64(matrix.rows(), matrix.columns(), bits);
    }
}
