package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Walks over the characters of a formula and reads the tokens of {@link ExpressionParser}. */
final class ExpressionScanner {
    /** The largest magnitude of a decimal exponent. */
    static final int DECIMAL_EXPONENT_LIMIT = 5_000;

    /** What {@link #peek} returns at the end of the text. */
    static final char END = '\0';

    private final String text;
    private int position;

    ExpressionScanner(String text) {
        this.text = text;
    }

    /** The index of the next character. */
    int position() {
        return position;
    }

    /** Skips blanks and returns the next character without passing it. */
    char peek() {
        while (isBlank(current())) {
            position++;
        }
        return current();
    }

    /** Whether the next character follows the last token without a blank. */
    boolean isAdjacent() {
        return position > 0 && !isBlank(current()) && !isBlank(text.charAt(position - 1));
    }

    /** Passes the next character. */
    void pass() {
        position++;
    }

    /** Passes a character if it comes next. */
    boolean accept(char expected) {
        boolean found = peek() == expected && position < text.length();
        position += found ? 1 : 0;
        return found;
    }

    /** Passes an expected character. */
    void require(char expected) throws ExpressionSyntaxException {
        if (!accept(expected)) {
            throw unexpected("'" + expected + "'");
        }
    }

    /** Checks that nothing is left. */
    void requireEnd() throws ExpressionSyntaxException {
        peek();
        if (position < text.length()) {
            throw unexpected("an operator or the end of the formula");
        }
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    /** Reads a name: a letter, then letters and digits. */
    String name() {
        int start = position;
        while (isLetter(current()) || isDigit(current())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Reads digits with an optional fraction and an optional exponent, exactly. */
    Scalar number() throws ExpressionSyntaxException {
        String digits = digits();
        int scale = 0;
        if (current() == '.') {
            position++;
            String fraction = digits();
            if (digits.isEmpty() && fraction.isEmpty()) {
                throw unexpected("a digit");
            }
            digits += fraction;
            scale = fraction.length();
        }
        scale -= decimalExponent();
        BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
        BigInteger mantissa = new BigInteger(digits);
        return Scalar.of(scale > 0 ? new BigFraction(mantissa, power) : new BigFraction(mantissa.multiply(power)));
    }

    /** Reads e and an integer, if an integer follows the e. */
    private int decimalExponent() throws ExpressionSyntaxException {
        int start = position;
        if (current() != 'e' && current() != 'E') {
            return 0;
        }
        position++;
        boolean negative = current() == '-';
        position += negative || current() == '+' ? 1 : 0;
        String digits = digits();
        if (digits.isEmpty()) {
            position = start;
            return 0;
        }
        BigInteger magnitude = new BigInteger(digits);
        if (magnitude.compareTo(BigInteger.valueOf(DECIMAL_EXPONENT_LIMIT)) > 0) {
            throw error("expected a decimal exponent of magnitude at most " + DECIMAL_EXPONENT_LIMIT, start);
        }
        return negative ? -magnitude.intValue() : magnitude.intValue();
    }

    private String digits() {
        int start = position;
        while (isDigit(current())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** The refusal of the next character. */
    ExpressionSyntaxException unexpected(String expected) {
        peek();
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end of the formula";
        return error("expected " + expected + ", found " + found, position);
    }

    /** A refusal at a place. */
    ExpressionSyntaxException error(String problem, int place) {
        return new ExpressionSyntaxException(problem, text, place);
    }

    private char current() {
        return position < text.length() ? text.charAt(position) : END;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}
