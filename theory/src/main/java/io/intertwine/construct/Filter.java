package io.intertwine.construct;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Small image filters with dyadic weights that look like those of trained networks: derivatives of a binomial window, the integer
 * relative of a Gaussian. All coordinates are doubled, so that a centre can lie between two pixels.
 *
 * @param order the order N of the window, whose standard deviation is sqrt(N)/2 pixels; N and both centre coordinates are all even or
 *     all odd
 * @param centreRow twice the row of the centre
 * @param centreColumn twice the column of the centre
 * @param pattern what the window is multiplied with
 */
record Filter(int order, int centreRow, int centreColumn, Pattern pattern) {
    Filter {
        if ((order + centreRow) % 2 != 0 || (order + centreColumn) % 2 != 0) {
            throw new IllegalArgumentException("order and centre must all be even or all be odd");
        }
    }

    /** An integer polynomial in the doubled distance from the centre, down and to the right, and the window's order. */
    @FunctionalInterface
    interface Pattern {
        /** The value at a doubled distance. */
        long at(long down, long right, long order);

        /** A bright spot. */
        static Pattern blob() {
            return (down, right, order) -> 1;
        }

        /** A bright spot with a dark surround. */
        static Pattern centreSurround() {
            return (down, right, order) -> 2 * order - down * down - right * right;
        }

        /** An edge, brighter in direction (down, right) = (a, b). */
        static Pattern edge(int a, int b) {
            return (down, right, order) -> a * down + b * right;
        }

        /** A bright bar between two dark ones, across direction (a, b). */
        static Pattern bar(int a, int b) {
            return (down, right, order) -> (long) (a * a + b * b) * order - square(a * down + b * right);
        }

        /** Four stripes across direction (a, b). */
        static Pattern stripes(int a, int b) {
            return (down, right, order) ->
                    (a * down + b * right) * (3L * (a * a + b * b) * order - square(a * down + b * right));
        }

        /** A chessboard of four fields. */
        static Pattern saddle() {
            return (down, right, order) -> down * right;
        }

        private static long square(long x) {
            return x * x;
        }
    }

    /** The weights on an image of one channel, row by row: integers times the power of two that makes the largest lie between 1/2 and 1. */
    List<Scalar> weights(int height, int width) {
        List<BigInteger> integers = new ArrayList<>();
        int bits = 1;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                BigInteger value = weight(row, column);
                integers.add(value);
                bits = Math.max(bits, value.bitLength());
            }
        }
        int exponent = -bits;
        return integers.stream().map(value -> Scalar.ofDyadic(value, exponent)).toList();
    }

    private BigInteger weight(int row, int column) {
        int top = (centreRow - order) / 2;
        int left = (centreColumn - order) / 2;
        BigInteger window = binomial(row - top).multiply(binomial(column - left));
        return window.multiply(BigInteger.valueOf(pattern.at(2L * row - centreRow, 2L * column - centreColumn, order)));
    }

    /** The number of k-element subsets of a set of {@code order} elements. */
    private BigInteger binomial(int k) {
        if (k < 0 || k > order) {
            return BigInteger.ZERO;
        }
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(order - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
