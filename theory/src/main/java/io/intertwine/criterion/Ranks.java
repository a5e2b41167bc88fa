package io.intertwine.criterion;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Ranks of exact matrices. The rank modulo the prime 2^61 - 1 is never larger than the rank, so a full rank is known after elimination
 * modulo the prime; another one is computed exactly.
 */
final class Ranks {
    /** The most entries of a matrix that is eliminated exactly. */
    static final int EXACT_ENTRIES = 4096;

    private static final BigInteger PRIME = BigInteger.valueOf(Mersenne61.PRIME);

    private Ranks() {}

    /** The rank; empty if it is not full modulo the prime and the matrix has more than {@link #EXACT_ENTRIES} entries. */
    static OptionalInt of(ExactMatrix matrix) {
        return of(matrix, Math.min(matrix.rows(), matrix.columns()));
    }

    /** The same for a matrix whose rank is known to be at most a number, which counts as full. */
    static OptionalInt of(ExactMatrix matrix, int atMost) {
        if (hasResidues(matrix) && modular(matrix) == atMost) {
            return OptionalInt.of(atMost);
        }
        return (long) matrix.rows() * matrix.columns() <= EXACT_ENTRIES
                ? OptionalInt.of(Echelon.of(matrix).rank())
                : OptionalInt.empty();
    }

    /** The hypothesis that a square matrix is invertible. */
    static Hypothesis isInvertible(String name, ExactMatrix matrix) {
        String statement = name + " is invertible";
        OptionalInt rank = of(matrix);
        if (rank.isEmpty()) {
            return Units.unknown(statement, "the matrix is too large for exact elimination");
        }
        String found = "the rank is " + rank.getAsInt() + " of " + matrix.rows();
        return rank.getAsInt() == matrix.rows() ? Units.holds(statement, found) : Units.fails(statement, found);
    }

    /** Whether every entry is a rational number with a residue modulo the prime. */
    static boolean hasResidues(ExactMatrix matrix) {
        return matrix.isBinary64()
                || IntStream.range(0, matrix.rows())
                        .allMatch(i -> matrix.row(i).stream().allMatch(Ranks::hasResidue));
    }

    /** Whether the number is rational and the prime does not divide its denominator. */
    static boolean hasResidue(Scalar value) {
        return value.isRational()
                && value.rational().getDenominator().mod(PRIME).signum() != 0;
    }

    private static int modular(ExactMatrix matrix) {
        ModularBasis basis = new ModularBasis(matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            int row = i;
            basis.add(IntStream.range(0, matrix.columns())
                    .mapToLong(j -> matrix.residue(row, j))
                    .toArray());
        }
        return basis.rank();
    }
}
