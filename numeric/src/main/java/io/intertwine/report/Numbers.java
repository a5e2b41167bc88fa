package io.intertwine.report;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.hipparchus.fraction.BigFraction;

/** Numbers as people read them. */
final class Numbers {
    private static final int LONGEST_EXACT = 18;
    private static final int EXTRA_DIGITS = 4;
    private static final int MOST_DIGITS = 60;

    private Numbers() {}

    /** A number with thousands set apart: "1 048 576". */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
    }

    /** "1 unit", "2 units". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** An exact number: itself if it is short, else about six digits of it. */
    static String exact(Scalar value) {
        String text = value.toString();
        return text.length() <= LONGEST_EXACT
                ? text.replace("-", "\u2212")
                : "\u2248 " + rounded(Doubles.nearest(value));
    }

    /** About four digits. */
    static String rounded(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal decimal = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
        String text = size < 1e-3 || size >= 1e6
                ? scientific(decimal)
                : decimal.stripTrailingZeros().toPlainString();
        return text.replace("-", "\u2212");
    }

    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
        return mantissa.toPlainString() + "\u00D710" + Scripts.raised(exponent);
    }

    /** The middle of what is known of a computed number. */
    static BigFraction middle(Value value) {
        if (value instanceof Value.Exact exact) {
            var bounds = exact.value().bounds(4 * MOST_DIGITS);
            return bounds.lower().add(bounds.upper()).divide(2);
        }
        Value.Between between = (Value.Between) value;
        return between.lower().add(between.upper()).divide(2);
    }

    /** Two numbers with as many digits as it takes to see where they differ; equal ones get few digits. */
    static Pair sideBySide(BigFraction left, BigFraction right) {
        int digits = 8;
        if (!left.equals(right)) {
            BigFraction difference = left.subtract(right).abs();
            digits = Math.min(MOST_DIGITS, Math.max(digits, decimals(difference) + EXTRA_DIGITS));
        }
        String first = plain(left, digits);
        String second = plain(right, digits);
        int common = 0;
        while (common < Math.min(first.length(), second.length()) && first.charAt(common) == second.charAt(common)) {
            common++;
        }
        return new Pair(first, second, common);
    }

    /**
     * Two decimal expansions.
     *
     * @param left the first
     * @param right the second
     * @param common how many characters they share from the start on
     */
    record Pair(String left, String right, int common) {}

    /** The number of decimals up to the first one that is not zero; 0 for numbers from 1 on. */
    private static int decimals(BigFraction value) {
        double size = Doubles.nearest(value);
        return size == 0 ? MOST_DIGITS : (int) Math.max(0, Math.ceil(-Math.log10(size)));
    }

    private static String plain(BigFraction value, int digits) {
        return new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), digits, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace("-", "\u2212");
    }
}
