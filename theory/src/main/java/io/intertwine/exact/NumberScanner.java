package io.intertwine.exact;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Walks over the characters of a text and reads the tokens of {@link ScalarParser}. */
final class NumberScanner {

    /** What {@link #peek} returns at the end of the text. */
    private static final char END = '\0';

    private final String text;
    private int position;

    /** Creates a scanner at the start of a text. */
    NumberScanner(String text) {
        this.text = text;
    }

    int length() {
        return text.length();
    }

    /** Returns the index of the next character. */
    int position() {
        return position;
    }

    /** Skips spaces and tabs and returns the next character without passing it. */
    char peek() {
        while (current() == ' ' || current() == '\t') {
            position++;
        }
        return current();
    }

    /** Passes and returns the next character, which must have been peeked at. */
    char next() {
        return text.charAt(position++);
    }

    /** Passes an expected character. */
    void require(char expected) throws NumberSyntaxException {
        if (peek() != expected) {
            throw unexpected("'" + expected + "'");
        }
        position++;
    }

    /** Checks that nothing but spaces and tabs is left. */
    void requireEnd() throws NumberSyntaxException {
        peek();
        if (position < text.length()) {
            throw unexpected("an operator or the end of the text");
        }
    }

    /** Reads a name of ASCII letters, empty where the next character is none. */
    String name() {
        int start = position;
        while (isLetter(current())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Reads digits with an optional fraction and an optional exponent, exactly. */
    BigFraction decimal() throws NumberSyntaxException {
        String digits = digits("a digit");
        int scale = 0;
        if (current() == '.') {
            position++;
            String fraction = digits("a digit after the decimal point");
            digits += fraction;
            scale = fraction.length();
        }
        if (current() == 'e' || current() == 'E') {
            position++;
            scale -= exponent("decimal exponent", ScalarParser.DECIMAL_EXPONENT_LIMIT);
        }
        BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
        BigInteger mantissa = new BigInteger(digits);
        return scale > 0 ? new BigFraction(mantissa, power) : new BigFraction(mantissa.multiply(power));
    }

    /** Reads an integer with an optional sign and a magnitude within a limit. */
    int exponent(String kind, int limit) throws NumberSyntaxException {
        int start = position;
        boolean negative = current() == '-';
        if (negative || current() == '+') {
            position++;
        }
        int magnitude = 0;
        for (char digit : digits("a digit of the " + kind).toCharArray()) {
            magnitude = Math.min(10 * magnitude + digit - '0', limit + 1);
        }
        if (magnitude > limit) {
            throw new NumberSyntaxException("expected a " + kind + " of magnitude at most " + limit, start);
        }
        return negative ? -magnitude : magnitude;
    }

    /** Returns the refusal of the next character. */
    NumberSyntaxException unexpected(String expected) {
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end of the text";
        return new NumberSyntaxException("expected " + expected + ", found " + found, position);
    }

    private String digits(String expected) throws NumberSyntaxException {
        int end = PlainNumber.endOfDigits(text, position);
        if (end == position) {
            throw unexpected(expected);
        }
        String digits = text.substring(position, end);
        position = end;
        return digits;
    }

    private char current() {
        return position < text.length() ? text.charAt(position) : END;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
