package io.intertwine.io;

import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * The texts of exact numbers. Everything up to {@link #LONGEST} characters is read by {@link Scalar#parse}; certificates may hold
 * longer fractions p/q, because the value of a deep network at a rational point has many digits.
 */
final class NumberText {
    /** The most characters of a number in a network, a symmetry or a vector. */
    static final int LONGEST = 10_000;

    /** The most characters of a fraction in a certificate. */
    static final int LONGEST_IN_CERTIFICATES = 100_000;

    private static final int DIRECT = 2_000;

    private NumberText() {}

    /** The number that a text of at most {@code longest} characters denotes. */
    static Scalar parse(String text, int longest) throws NumberSyntaxException {
        if (text.length() > longest) {
            throw new NumberSyntaxException(
                    "expected at most " + longest + " characters, found " + text.length(), longest);
        }
        return text.length() <= LONGEST ? Scalar.parse(text) : Scalar.of(fraction(text));
    }

    private static BigFraction fraction(String text) throws NumberSyntaxException {
        int slash = text.indexOf('/');
        int end = slash < 0 ? text.length() : slash;
        int start = text.charAt(0) == '-' ? 1 : 0;
        BigInteger numerator = digits(text, start, end);
        BigInteger denominator = slash < 0 ? BigInteger.ONE : digits(text, slash + 1, text.length());
        if (denominator.signum() == 0) {
            throw new NumberSyntaxException("expected a denominator that is not 0", slash + 1);
        }
        return new BigFraction(start == 1 ? numerator.negate() : numerator, denominator);
    }

    private static BigInteger digits(String text, int start, int end) throws NumberSyntaxException {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new NumberSyntaxException("expected a digit of a long fraction p/q, found another character", i);
            }
        }
        if (start >= end) {
            throw new NumberSyntaxException("expected a digit", start);
        }
        return integer(text, start, end);
    }

    /** By halves: the library's own reading takes time quadratic in the number of digits. */
    private static BigInteger integer(String text, int start, int end) {
        if (end - start <= DIRECT) {
            return new BigInteger(text.substring(start, end));
        }
        int middle = end - (end - start) / 2;
        return integer(text, start, middle)
                .multiply(BigInteger.TEN.pow(end - middle))
                .add(integer(text, middle, end));
    }
}
