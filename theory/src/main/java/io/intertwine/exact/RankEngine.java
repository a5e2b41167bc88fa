package io.intertwine.exact;

import java.util.Arrays;
import java.util.ServiceLoader;

/**
 * Gaussian elimination of dense matrices over a prime field, exact. Engines differ only in speed. An engine keeps nothing between two
 * calls, so threads may share one.
 */
public interface RankEngine {
    String name();

    /**
     * Gaussian elimination; {@code matrix} is not changed.
     *
     * @param enough stops once that many pivots are found and returns so many; {@code enough >= min(rows, columns)} never stops it
     * @return as many pivots as the rank of the matrix, or {@code enough} if the rank is larger
     * @throws IllegalArgumentException if {@code enough} is negative, or an entry is not a residue
     */
    Pivots pivots(ModularMatrix matrix, int enough);

    /**
     * The factorisation {@code A = L U} of a square matrix that has one without exchanges (as the pivot submatrix has in its order),
     * packed in one matrix: U on and above the diagonal, L with unit diagonal below.
     *
     * @throws IllegalArgumentException if the matrix is not square, or an entry is not a residue
     * @throws ArithmeticException if a leading minor is zero
     */
    ModularMatrix factorise(ModularMatrix square);

    /**
     * The fastest engine that this process has: one that a {@link RankEngineFactory} provides, else the pure Java one.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    static RankEngine best(int threads) {
        return ServiceLoader.load(RankEngineFactory.class, RankEngine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(RankEngineFactory::isAvailable)
                .findFirst()
                .map(factory -> factory.engine(threads))
                .orElseGet(() -> pure(threads));
    }

    /**
     * The engine in pure Java.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    static RankEngine pure(int threads) {
        return new BlockRankEngine("Java", threads, JavaRankEngineProducts::new);
    }

    /**
     * Pivot rows and columns in the order of elimination: the submatrix with these rows and columns is invertible, and has a
     * factorisation {@code L U} without exchanges in that order.
     */
    @SuppressWarnings("ArrayRecordComponent") // thousands of indices; copied in and out, compared by value
    record Pivots(int[] rows, int[] columns) {
        public Pivots {
            if (rows.length != columns.length) {
                throw new IllegalArgumentException(
                        "Expected as many pivot rows as columns, found " + rows.length + " and " + columns.length);
            }
            rows = rows.clone();
            columns = columns.clone();
        }

        @Override
        public int[] rows() {
            return rows.clone();
        }

        @Override
        public int[] columns() {
            return columns.clone();
        }

        public int rank() {
            return rows.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pivots that
                    && Arrays.equals(rows, that.rows)
                    && Arrays.equals(columns, that.columns);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(rows) + Arrays.hashCode(columns);
        }

        @Override
        public String toString() {
            return "Pivots[rows=" + Arrays.toString(rows) + ", columns=" + Arrays.toString(columns) + "]";
        }
    }
}
