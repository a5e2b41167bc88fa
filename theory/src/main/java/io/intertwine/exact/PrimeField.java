package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.hipparchus.fraction.BigFraction;

/**
 * The field of residues modulo a prime p. Residues are longs in [0, p - 1].
 *
 * @param prime p, an odd prime below 2^31
 */
public record PrimeField(long prime) {
    /** Primes are smaller than this, so that a product of two residues is a long. */
    public static final long PRIME_LIMIT = 1L << 31;

    /** Primes modulo which 2 is a square, so that GELU has residues. */
    private static final String OTHERS = ", such as 8388593 or 2147483647";

    public PrimeField {
        if (prime < 3 || prime >= PRIME_LIMIT || !isPrime(prime)) {
            throw new IllegalArgumentException("expected an odd prime below 2^31, found " + prime);
        }
    }

    /** Trial division: at most 2^15 steps. */
    private static boolean isPrime(long n) {
        for (long d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return n > 1;
    }

    /** a + b. */
    public long add(long a, long b) {
        long sum = a + b;
        return sum >= prime ? sum - prime : sum;
    }

    /** a - b. */
    public long subtract(long a, long b) {
        return add(a, negate(b));
    }

    /** -a. */
    public long negate(long a) {
        return a == 0 ? 0 : prime - a;
    }

    /** a b. */
    public long multiply(long a, long b) {
        return a * b % prime;
    }

    /** a^n for n >= 0. */
    public long power(long a, long n) {
        long result = 1;
        long square = a;
        for (long rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /** 1 / a. Throws ArithmeticException for 0. */
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("zero has no inverse modulo " + prime);
        }
        return power(a, prime - 2);
    }

    /** The smaller square root of a, if it has one. */
    public OptionalLong sqrt(long a) {
        if (a == 0) {
            return OptionalLong.of(0);
        }
        if (power(a, (prime - 1) / 2) != 1) {
            return OptionalLong.empty();
        }
        long root = tonelliShanks(a);
        return OptionalLong.of(Math.min(root, prime - root));
    }

    /** A square root of a quadratic residue (Tonelli and Shanks; Cohen, A course in computational algebraic number theory, 1.5.1). */
    private long tonelliShanks(long a) {
        int twos = Long.numberOfTrailingZeros(prime - 1);
        long odd = (prime - 1) >> twos;
        long nonresidue = 2;
        while (power(nonresidue, (prime - 1) / 2) == 1) {
            nonresidue++;
        }
        long generator = power(nonresidue, odd);
        long root = power(a, (odd + 1) / 2);
        long rest = power(a, odd);
        while (rest != 1) {
            int order = 0;
            for (long square = rest; square != 1; square = multiply(square, square)) {
                order++;
            }
            long factor = power(generator, 1L << (twos - order - 1));
            root = multiply(root, factor);
            generator = multiply(factor, factor);
            rest = multiply(rest, generator);
            twos = order;
        }
        return root;
    }

    /**
     * The image of a number under a homomorphism of rings: the residue of a rational number; of a + b sqrt(d) that of a + b r, where
     * r is the smaller square root of d modulo p. For numbers with one and the same d this is one homomorphism.
     *
     * @throws ArithmeticException if p divides a denominator, d is no square modulo p, or the number is of degree more than 2
     */
    public long of(Scalar number) {
        List<BigFraction> coefficients = number.coefficients();
        if (number.isRational()) {
            return of(number.rational());
        }
        if (coefficients.size() != 2) {
            throw new ArithmeticException("the number " + number + " is not of the form a + b sqrt(d)");
        }
        BigInteger four = BigInteger.valueOf(4);
        BigInteger[] quarter = number.conductor().divideAndRemainder(four);
        BigInteger radicand = quarter[1].signum() == 0 ? quarter[0] : number.conductor();
        OptionalLong root = sqrt(radicand.mod(BigInteger.valueOf(prime)).longValueExact());
        if (root.isEmpty()) {
            throw new ArithmeticException(
                    radicand + " is not a square modulo " + prime + "; choose another prime" + OTHERS);
        }
        return add(of(coefficients.get(0)), multiply(of(coefficients.get(1)), root.getAsLong()));
    }

    private long of(BigFraction value) {
        BigInteger p = BigInteger.valueOf(prime);
        long denominator = value.getDenominator().mod(p).longValueExact();
        if (denominator == 0) {
            throw new ArithmeticException(
                    "the prime " + prime + " divides the denominator of " + value + "; choose another prime" + OTHERS);
        }
        return multiply(value.getNumerator().mod(p).longValueExact(), inverse(denominator));
    }

    /** The rank of rows of one length, which are not changed. */
    public int rank(List<long[]> rows) {
        List<long[]> rest = new ArrayList<>(rows.stream().map(long[]::clone).toList());
        int rank = 0;
        int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        for (int column = 0; column < columns && rank < rest.size(); column++) {
            int pivot = rank;
            while (pivot < rest.size() && rest.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < rest.size()) {
                Collections.swap(rest, rank, pivot);
                for (long[] row : rest.subList(rank + 1, rest.size())) {
                    eliminate(row, rest.get(rank), column);
                }
                rank++;
            }
        }
        return rank;
    }

    private void eliminate(long[] row, long[] pivot, int column) {
        if (row[column] != 0) {
            long factor = negate(multiply(row[column], inverse(pivot[column])));
            for (int j = column; j < row.length; j++) {
                row[j] = (row[j] + factor * pivot[j]) % prime;
            }
        }
    }
}
