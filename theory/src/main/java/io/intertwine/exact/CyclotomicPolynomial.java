package io.intertwine.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Arithmetic of the order n of roots of unity: prime divisors, phi(n), and the cyclotomic polynomial Phi_n. */
final class CyclotomicPolynomial {

    private CyclotomicPolynomial() {}

    static boolean areCoprime(int left, int right) {
        return BigInteger.valueOf(left).gcd(BigInteger.valueOf(right)).equals(BigInteger.ONE);
    }

    /** Returns the prime divisors, ascending. */
    static int[] primeDivisors(int order) {
        return IntStream.rangeClosed(2, order)
                .filter(p -> order % p == 0 && IntStream.range(2, p).allMatch(q -> p % q != 0))
                .toArray();
    }

    /** Returns phi(n) = n times the product of 1 - 1/p over the prime divisors p. */
    static int totient(int order) {
        return Arrays.stream(primeDivisors(order)).reduce(order, (value, p) -> value / p * (p - 1));
    }

    /**
     * Returns the coordinates of 2 cos(2 pi k/n), for k from 0 to n/2, on 1, 2 cos(2 pi/n), ..., 2 cos(2 pi (m-1)/n),
     * where m = phi(n)/2, or 1 for n = 1.
     *
     * <p>Row 0 is 2 and rows 1 to m-1 are unit vectors. Because Phi_n is palindromic, row m is -a_m - sum of a_(m-j)
     * row j over 0 &lt; j &lt; m with the coefficients a of Phi_n. From there on row k+1 is 2 cos(2 pi/n) times row k,
     * minus row k-1.
     */
    static BigInteger[][] cosines(int order) {
        int degree = (totient(order) + 1) / 2;
        BigInteger[][] rows = new BigInteger[order / 2 + 1][];
        BigInteger[] relation = relation(order, degree);
        rows[0] = unit(0, BigInteger.TWO, degree);
        for (int k = 1; k < rows.length; k++) {
            rows[k] = k < degree ? unit(k, BigInteger.ONE, degree) : relation;
            if (k > degree) {
                rows[k] = subtract(shift(rows[k - 1], relation), rows[k - 2]);
            }
        }
        return rows;
    }

    private static BigInteger[] unit(int index, BigInteger value, int length) {
        BigInteger[] row = new BigInteger[length];
        Arrays.fill(row, BigInteger.ZERO);
        row[index] = value;
        return row;
    }

    private static BigInteger[] subtract(BigInteger[] left, BigInteger[] right) {
        return IntStream.range(0, left.length)
                .mapToObj(j -> left[j].subtract(right[j]))
                .toArray(BigInteger[]::new);
    }

    /** Returns the coordinates of 2 cos(2 pi/n) times a row. */
    private static BigInteger[] shift(BigInteger[] row, BigInteger[] relation) {
        int degree = row.length;
        BigInteger[] product = unit(1, row[0], degree + 1);
        for (int j = 1; j < degree; j++) {
            product[j + 1] = product[j + 1].add(row[j]);
            product[j - 1] = product[j - 1].add(j == 1 ? row[j].shiftLeft(1) : row[j]);
        }
        return IntStream.range(0, degree)
                .mapToObj(j -> product[j].add(product[degree].multiply(relation[j])))
                .toArray(BigInteger[]::new);
    }

    private static BigInteger[] relation(int order, int degree) {
        BigInteger[] coefficients = firstCoefficients(order, degree);
        return IntStream.range(0, degree)
                .mapToObj(j -> coefficients[degree - j].negate())
                .toArray(BigInteger[]::new);
    }

    /** Returns the coefficients of 1 to x^m of Phi_n = product over d dividing n of (1 - x^d)^mu(n/d), for n &gt; 1. */
    private static BigInteger[] firstCoefficients(int order, int degree) {
        BigInteger[] series = unit(0, BigInteger.ONE, degree + 1);
        for (int divisor = 1; divisor <= degree; divisor++) {
            int exponent = order % divisor == 0 ? moebius(order / divisor) : 0;
            for (int k = degree; exponent > 0 && k >= divisor; k--) {
                series[k] = series[k].subtract(series[k - divisor]);
            }
            for (int k = divisor; exponent < 0 && k <= degree; k++) {
                series[k] = series[k].add(series[k - divisor]);
            }
        }
        return series;
    }

    private static int moebius(int number) {
        int[] primes = primeDivisors(number);
        boolean squareFree = Arrays.stream(primes).noneMatch(p -> number % (p * p) == 0);
        return squareFree ? 1 - 2 * (primes.length % 2) : 0;
    }
}
