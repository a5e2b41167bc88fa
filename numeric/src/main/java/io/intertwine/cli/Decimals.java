package io.intertwine.cli;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;

/** Exact numbers and enclosures as text for people. */
final class Decimals {
    private static final int LONGEST_EXACT = 24;
    private static final int SHORT_DIGITS = 8;
    private static final int BITS = 80;
    private static final int MOST_ENTRIES = 6;

    private Decimals() {}

    /** The number itself where that is short, else its first digits after a tilde. */
    static String brief(Scalar number) {
        if (number.isRational() && magnitude(number.rational()) > LONGEST_EXACT * 4) {
            return approximate(number.rational());
        }
        String text = number.toString();
        if (text.length() <= LONGEST_EXACT) {
            return text;
        }
        RationalInterval bounds = number.bounds(BITS);
        return approximate(bounds.lower());
    }

    /** An exact number like {@link #brief(Scalar)}, an enclosure by its first digits after a tilde. */
    static String brief(Value value) {
        if (value instanceof Value.Exact exact) {
            return brief(exact.value());
        }
        Value.Between between = (Value.Between) value;
        return approximate(between.lower().add(between.upper()).divide(2));
    }

    /** The first entries of a list in brackets, and dots for the others. */
    static <T> String briefly(List<T> entries, Function<T, String> text) {
        StringBuilder line = new StringBuilder("[");
        for (int i = 0; i < Math.min(entries.size(), MOST_ENTRIES); i++) {
            line.append(i == 0 ? "" : ", ").append(text.apply(entries.get(i)));
        }
        return line.append(entries.size() > MOST_ENTRIES ? ", ... (" + entries.size() + " entries)]" : "]")
                .toString();
    }

    /**
     * Decimal bounds of the numbers between two fractions, rounded outward.
     *
     * @param digits significant digits of each bound
     */
    static String bounds(BigFraction lower, BigFraction upper, int digits) {
        String low = plain(quotient(lower, new MathContext(digits, RoundingMode.FLOOR)));
        String high = plain(quotient(upper, new MathContext(digits, RoundingMode.CEILING)));
        return low.equals(high) ? low : "[" + low + ", " + high + "]";
    }

    /** Three significant digits of a positive number, such as {@code 3.05e-8}. */
    static String size(BigFraction number) {
        return plain(quotient(number, new MathContext(3, RoundingMode.HALF_EVEN)));
    }

    private static String approximate(BigFraction number) {
        return "~" + plain(quotient(number, new MathContext(SHORT_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static int magnitude(BigFraction number) {
        return number.getNumerator().bitLength() + number.getDenominator().bitLength();
    }

    private static BigDecimal quotient(BigFraction number, MathContext context) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), context);
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -5 && exponent < 16) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (stripped.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
