package io.intertwine.dimension;

import io.intertwine.exact.PrimeField;

/** Sums of products modulo p, reduced as seldom as 63 bits allow. */
final class ModularSums {
    private final PrimeField field;
    private final long prime;
    /** How many products of residues can be added before a reduction. */
    private final int chunk;

    private final long[] inverses;

    /** For series with coefficients up to an order below p. */
    ModularSums(PrimeField field, int order) {
        this.field = field;
        this.prime = field.prime();
        // One product is kept in reserve for the reduced sum itself.
        this.chunk = (int) Math.max(1, Math.min(1 << 20, Long.MAX_VALUE / ((prime - 1) * (prime - 1)) - 1));
        this.inverses = new long[order + 2];
        for (int n = 1; n <= order; n++) {
            inverses[n] = field.inverse(n);
        }
    }

    PrimeField field() {
        return field;
    }

    /** 1 / n for n up to the order. */
    long inverse(int n) {
        return inverses[n];
    }

    /** The coefficient of t^n of a product of series. */
    long convolution(long[] a, long[] b, int n) {
        return convolution(a, 0, b, 0, n);
    }

    /** The coefficient of t^n of a product of series that begin at places of longer arrays. */
    long convolution(long[] a, int aStart, long[] b, int bStart, int n) {
        long sum = 0;
        int room = chunk;
        for (int i = 0; i <= n; i++) {
            sum += a[aStart + i] * b[bStart + n - i];
            if (--room == 0) {
                sum %= prime;
                room = chunk;
            }
        }
        return sum % prime;
    }

    /** Adds to each of the series of {@code target} the sum over k of weight[j][k] times series k of {@code x}. */
    void multiply(long[][] weight, int columns, long[] x, long[] target, int length) {
        for (int j = 0; j < weight.length; j++) {
            int place = j * length;
            int room = chunk;
            for (int k = 0; k < columns; k++) {
                addScaled(weight[j][k], x, k * length, target, place, length);
                if (--room == 0) {
                    reduce(target, place, length);
                    room = chunk;
                }
            }
            reduce(target, place, length);
        }
    }

    /** The same with the transposed matrix. */
    void multiplyTransposed(long[][] weight, int columns, long[] x, long[] target, int length) {
        int room = chunk;
        for (int j = 0; j < weight.length; j++) {
            for (int k = 0; k < columns; k++) {
                addScaled(weight[j][k], x, j * length, target, k * length, length);
            }
            if (--room == 0) {
                reduce(target, 0, columns * length);
                room = chunk;
            }
        }
        reduce(target, 0, columns * length);
    }

    private static void addScaled(long factor, long[] x, int from, long[] target, int place, int length) {
        for (int n = 0; n < length; n++) {
            target[place + n] += factor * x[from + n];
        }
    }

    private void reduce(long[] values, int from, int length) {
        for (int n = from; n < from + length; n++) {
            values[n] %= prime;
        }
    }
}
