package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.ArithmeticUtils;

/**
 * Homogeneous linear equations, stored term by term: an unknown and the number of its coefficient in a list of the coefficients that
 * occur, because they are few.
 */
final class SparseEquations {
    private final int unknowns;
    private int[] starts = new int[8];
    private int count;
    private int[] indices = new int[16];
    private int[] numbers = new int[16];
    private int size;
    private final List<Scalar> coefficients = new ArrayList<>();
    private final Map<Scalar, Integer> known = new HashMap<>();

    /**
     * A solution.
     *
     * @param values the values of all unknowns
     * @param pivot an unknown that is 1 here and 0 in the other solutions of a basis
     */
    record Solution(List<Scalar> values, int pivot) {}

    SparseEquations(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Appends a term to the last equation. */
    void append(int unknown, Scalar coefficient) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, Math.multiplyExact(2, size));
            numbers = Arrays.copyOf(numbers, indices.length);
        }
        indices[size] = unknown;
        numbers[size++] = known.computeIfAbsent(coefficient, value -> {
            coefficients.add(value);
            return coefficients.size() - 1;
        });
    }

    /** Ends the last equation. */
    void end() {
        if (++count == starts.length) {
            starts = Arrays.copyOf(starts, Math.multiplyExact(2, count));
        }
        starts[count] = size;
    }

    int unknowns() {
        return unknowns;
    }

    int equations() {
        return count;
    }

    /** Where the terms of an equation start; they end where those of the next one start. */
    int start(int equation) {
        return starts[equation];
    }

    /** The unknown of a term. */
    int unknown(int term) {
        return indices[term];
    }

    /** The number of a term's coefficient among the {@link #coefficients}. */
    int number(int term) {
        return numbers[term];
    }

    /** The coefficients that occur. */
    List<Scalar> coefficients() {
        return coefficients;
    }

    /** Whether values of the unknowns solve all equations, exactly. */
    boolean isSolvedBy(List<Scalar> values) {
        long[] integers = new long[unknowns];
        long[] factors = new long[coefficients.size()];
        return unknowns < 1 << 15 && integers(values, integers) && integers(coefficients, factors)
                ? isSolvedBy(integers, factors)
                : isSolvedByScalars(values);
    }

    /** Multiplies by a common denominator; returns false if a number is irrational or too large for {@link #isSolvedBy}. */
    private static boolean integers(List<Scalar> values, long[] integers) {
        long denominator = 1;
        for (Scalar value : values) {
            if (!value.isRational()) {
                return false;
            }
            BigFraction fraction = value.rational();
            if (fraction.getDenominator().bitLength() > 24) {
                return false;
            }
            long next = fraction.getDenominator().longValueExact();
            denominator *= next / ArithmeticUtils.gcd(denominator, next);
            if (denominator >= 1L << 24) {
                return false;
            }
        }
        for (int i = 0; i < integers.length; i++) {
            BigFraction product = values.get(i).rational().multiply(denominator);
            if (product.getNumerator().bitLength() > 24) {
                return false;
            }
            integers[i] = product.getNumerator().longValueExact();
        }
        return true;
    }

    /** All numbers are below 2^24, so that a sum of less than 2^15 products is a long. */
    private boolean isSolvedBy(long[] values, long[] factors) {
        for (int k = 0; k < count; k++) {
            long sum = 0;
            for (int t = starts[k]; t < starts[k + 1]; t++) {
                sum += factors[numbers[t]] * values[indices[t]];
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isSolvedByScalars(List<Scalar> values) {
        for (int k = 0; k < count; k++) {
            Scalar sum = Scalar.ZERO;
            for (int t = starts[k]; t < starts[k + 1]; t++) {
                Scalar value = values.get(indices[t]);
                sum = value.isZero()
                        ? sum
                        : sum.add(coefficients.get(numbers[t]).multiply(value));
            }
            if (!sum.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** A basis of the solutions by exact elimination, one equation after the other. */
    List<Solution> eliminate() {
        ReducedRows rows = new ReducedRows(unknowns);
        for (int k = 0; k < count; k++) {
            Scalar[] row = new Scalar[unknowns];
            Arrays.fill(row, Scalar.ZERO);
            for (int t = starts[k]; t < starts[k + 1]; t++) {
                row[indices[t]] = coefficients.get(numbers[t]);
            }
            rows.add(row);
        }
        return rows.solutions();
    }
}
