package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * One summand of an exact number: sign p radical / q.
 *
 * @param negative whether the sign is minus
 * @param numerator p, positive, or 0 for the number 0
 * @param radical {@code sqrt(d)} or {@code cos(2*pi/n)}, or empty for 1
 * @param denominator q, positive
 */
record NumberTerm(boolean negative, BigInteger numerator, String radical, BigInteger denominator) {
    /** The summands in the order of {@link Scalar#toString}. */
    static List<NumberTerm> of(Scalar number) {
        String text = number.toString();
        List<NumberTerm> terms = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '+' || text.charAt(i) == '-') {
                terms.add(term(text.substring(start, i)));
                start = i;
            }
        }
        return terms;
    }

    private static NumberTerm term(String text) {
        boolean negative = text.startsWith("-");
        String magnitude = negative || text.startsWith("+") ? text.substring(1) : text;
        boolean plain = ExpressionScanner.isDigit(magnitude.charAt(0));
        int star = magnitude.indexOf('*');
        String factor = !plain ? "1" : star < 0 ? magnitude : magnitude.substring(0, star);
        String radical = !plain ? magnitude : star < 0 ? "" : magnitude.substring(star + 1);
        BigFraction value = fraction(factor);
        return new NumberTerm(negative, value.getNumerator(), radical, value.getDenominator());
    }

    private static BigFraction fraction(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new BigFraction(new BigInteger(text))
                : new BigFraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    /** Whether the denominator is 1. */
    boolean isIntegral() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The text without the sign, such as {@code 3*sqrt(5)/2}. */
    String magnitude() {
        return top() + (isIntegral() ? "" : "/" + denominator);
    }

    /** The text without the sign and the denominator. */
    String top() {
        if (radical.isEmpty()) {
            return numerator.toString();
        }
        return numerator.equals(BigInteger.ONE) ? radical : numerator + "*" + radical;
    }
}
