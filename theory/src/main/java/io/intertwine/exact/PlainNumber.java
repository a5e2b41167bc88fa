package io.intertwine.exact;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Reads short integers, decimals without exponent, and fractions without building a parser: most numbers in files. */
final class PlainNumber {

    /** The most digits of a text for which all values fit into a {@code long}. */
    private static final int DIGIT_LIMIT = 18;

    private static final int DECIMAL = 10;

    private PlainNumber() {}

    /** Returns the number, or nothing where the text is longer or of another kind or wrong. */
    static Optional<Scalar> read(String text) {
        int length = text.length();
        int start = text.startsWith("-") ? 1 : 0;
        int end = length > start + DIGIT_LIMIT + 1 ? start : endOfDigits(text, start);
        if (end == start || end > start + DIGIT_LIMIT) {
            return Optional.empty();
        }
        long left = Long.parseLong(text, start, end, DECIMAL);
        long sign = start == 0 ? 1 : -1;
        return end == length ? Optional.of(Scalar.of(sign * left)) : readPair(text, sign, left, end);
    }

    private static Optional<Scalar> readPair(String text, long sign, long left, int separator) {
        int end = endOfDigits(text, separator + 1);
        if (end == separator + 1 || end < text.length()) {
            return Optional.empty();
        }
        long right = Long.parseLong(text, separator + 1, end, DECIMAL);
        if (text.charAt(separator) == '.') {
            long scale = power(end - separator - 1);
            return Optional.of(Scalar.of(new BigFraction(sign * (left * scale + right), scale)));
        }
        boolean fraction = text.charAt(separator) == '/' && right != 0;
        return fraction ? Optional.of(Scalar.of(new BigFraction(sign * left, right))) : Optional.empty();
    }

    /** Returns the index after the digits that start at an index. */
    static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns whether the character is one of 0 to 9. */
    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= DECIMAL;
        }
        return power;
    }
}
