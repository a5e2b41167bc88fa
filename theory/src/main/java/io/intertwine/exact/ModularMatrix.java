package io.intertwine.exact;

/**
 * A dense matrix of residues modulo a prime {@code p < 2^31}. Its shape is fixed, its entries are not: it is filled once, row by row,
 * and read by a {@link RankEngine}, which does not change it. Rows and columns are counted from 0.
 */
public final class ModularMatrix {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;
    /** Together they find every composite number below 3,215,031,751 (Jaeschke, Math. Comp. 61 (1993) 915-926). */
    private static final long[] WITNESSES = {2, 3, 5, 7};

    private final int prime;
    private final int rows;
    private final int columns;
    private final int[] data;

    /**
     * The zero matrix.
     *
     * @throws IllegalArgumentException if {@code prime} is not a prime below 2^31, a size is negative, or the matrix has more entries
     *     than an array can hold
     */
    public ModularMatrix(long prime, int rows, int columns) {
        if (prime < 2 || prime > Integer.MAX_VALUE || !isPrime(prime)) {
            throw new IllegalArgumentException("Expected a prime below 2^31, found " + prime);
        }
        if (rows < 0 || columns < 0 || (long) rows * columns >= LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "A matrix of residues has fewer than " + LARGEST_ARRAY + " entries, not " + rows + " x " + columns);
        }
        this.prime = (int) prime;
        this.rows = rows;
        this.columns = columns;
        this.data = new int[rows * columns];
    }

    public long prime() {
        return prime;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The residue, at least 0 and less than the prime. */
    public int get(int row, int column) {
        return data[index(row, column)];
    }

    /**
     * Sets one entry.
     *
     * @throws IllegalArgumentException if {@code residue} is negative or not less than the prime
     */
    public void set(int row, int column, long residue) {
        if (residue < 0 || residue >= prime) {
            throw new IllegalArgumentException("Expected a residue modulo " + prime + ", found " + residue);
        }
        data[index(row, column)] = (int) residue;
    }

    /**
     * The entries themselves, not a copy: row {@code i} begins at {@code i * columns()}. Whoever writes into them keeps them between 0
     * and {@code prime() - 1}; engines refuse other numbers.
     */
    public int[] data() {
        return data;
    }

    private int index(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "Entry (" + row + ", " + column + ") of a matrix of " + rows + " x " + columns);
        }
        return row * columns + column;
    }

    /** Strong probable primes to the bases 2, 3, 5, 7 below 2^31 are primes. */
    private static boolean isPrime(long number) {
        for (long witness : WITNESSES) {
            if (number % witness == 0) {
                return number == witness;
            }
        }
        int twos = Long.numberOfTrailingZeros(number - 1);
        for (long witness : WITNESSES) {
            long power = power(witness, (number - 1) >> twos, number);
            boolean passes = power == 1;
            for (int i = 0; i < twos && !passes; i++) {
                passes = power == number - 1;
                power = power * power % number;
            }
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    private static long power(long base, long exponent, long modulus) {
        long result = 1;
        long square = base % modulus;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result * square % modulus;
            }
            square = square * square % modulus;
        }
        return result;
    }
}
