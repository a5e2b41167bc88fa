package io.intertwine.exact;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;

/**
 * Reads exact numbers, in time linear in the number of tokens.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed  = { "+" | "-" } power
 * power   = primary [ "^" [ "+" | "-" ] digits ]
 * primary = digits [ "." digits ] [ ("e" | "E") [ "+" | "-" ] digits ] | "(" sum ")"
 *         | ("sqrt" | "cos" | "sin") "(" sum ")" | "pi"
 * </pre>
 *
 * <p>Spaces and tabs may stand between tokens; {@code pi} stands only within {@code cos} and {@code sin}. The limits of
 * this class keep absurd input from costing time and memory.
 */
final class ScalarParser {

    /** The most characters of a text. */
    static final int LENGTH_LIMIT = 10_000;

    /** The largest magnitude of a decimal exponent. */
    static final int DECIMAL_EXPONENT_LIMIT = 5_000;

    /** The largest magnitude of an exponent of a power. */
    static final int POWER_LIMIT = 1_000;

    /** The deepest nesting of parentheses. */
    static final int DEPTH_LIMIT = 100;

    /** The most bits of the coefficients of a value, numerators and denominators together. */
    static final int SIZE_LIMIT = 50_000;

    private final NumberScanner scanner;
    private int depth;
    private int angles;

    private ScalarParser(String text) {
        this.scanner = new NumberScanner(text);
    }

    /** Returns the number that a text denotes. */
    static Scalar parse(String text) throws NumberSyntaxException {
        Optional<Scalar> plain = PlainNumber.read(text);
        return plain.isPresent() ? plain.get() : new ScalarParser(text).parse();
    }

    private Scalar parse() throws NumberSyntaxException {
        if (scanner.length() > LENGTH_LIMIT) {
            throw new NumberSyntaxException(
                    "expected at most " + LENGTH_LIMIT + " characters, found " + scanner.length(), LENGTH_LIMIT);
        }
        Operand value = sum();
        scanner.requireEnd();
        return value.number();
    }

    private Operand sum() throws NumberSyntaxException {
        Operand value = product();
        while (scanner.peek() == '+' || scanner.peek() == '-') {
            int position = scanner.position();
            boolean minus = scanner.next() == '-';
            Operand right = product();
            value = limited(value, Operand::plus, minus ? right.negate() : right, position);
        }
        return value;
    }

    private Operand product() throws NumberSyntaxException {
        Operand value = signed();
        while (scanner.peek() == '*' || scanner.peek() == '/') {
            int position = scanner.position();
            boolean division = scanner.next() == '/';
            value = limited(value, division ? Operand::over : Operand::times, signed(), position);
        }
        return value;
    }

    private Operand signed() throws NumberSyntaxException {
        boolean negative = false;
        while (scanner.peek() == '+' || scanner.peek() == '-') {
            negative ^= scanner.next() == '-';
        }
        Operand value = power();
        return negative ? value.negate() : value;
    }

    private Operand power() throws NumberSyntaxException {
        Operand base = primary();
        if (scanner.peek() != '^') {
            return base;
        }
        int position = scanner.position();
        scanner.next();
        scanner.peek();
        int exponent = scanner.exponent("power", POWER_LIMIT);
        if ((long) size(base.number()) * Math.abs(exponent) > SIZE_LIMIT) {
            throw tooLarge(position);
        }
        return limited(base, (left, right) -> left.power(exponent), base, position);
    }

    private Operand primary() throws NumberSyntaxException {
        char first = scanner.peek();
        if (first == '(') {
            return group();
        }
        if (PlainNumber.isDigit(first)) {
            return Operand.of(Scalar.of(scanner.decimal()));
        }
        int position = scanner.position();
        String name = scanner.name();
        return switch (name) {
            case "sqrt" -> function(Operand::squareRoot, position);
            case "cos" -> angleFunction(Operand::cosine, position);
            case "sin" -> angleFunction(Operand::sine, position);
            case "pi" -> pi(position);
            case "" -> throw scanner.unexpected("a number, '(', sqrt, cos or sin");
            case "e", "exp" ->
                throw new NumberSyntaxException(
                        "expected an algebraic number, found " + name + ", whose values are not algebraic", position);
            default -> throw new NumberSyntaxException("expected sqrt, cos, sin or pi, found " + name, position);
        };
    }

    private Operand pi(int position) throws NumberSyntaxException {
        if (angles == 0) {
            throw new NumberSyntaxException(
                    "expected an algebraic number, found pi, which stands only within cos and sin", position);
        }
        return new Operand(Scalar.ZERO, BigFraction.ONE);
    }

    private Operand angleFunction(UnaryOperator<Operand> function, int position) throws NumberSyntaxException {
        angles++;
        Operand value = function(function, position);
        angles--;
        return value;
    }

    private Operand function(UnaryOperator<Operand> function, int position) throws NumberSyntaxException {
        Operand argument = group();
        return limited(argument, (left, right) -> function.apply(left), argument, position);
    }

    private Operand group() throws NumberSyntaxException {
        scanner.require('(');
        if (depth >= DEPTH_LIMIT) {
            throw new NumberSyntaxException(
                    "expected at most " + DEPTH_LIMIT + " nested parentheses, found more", scanner.position() - 1);
        }
        depth++;
        Operand value = sum();
        scanner.require(')');
        depth--;
        return value;
    }

    /** Applies an operation; the position is where a refusal is reported. */
    private static Operand limited(Operand left, Operand.Operation operation, Operand right, int position)
            throws NumberSyntaxException {
        Operand value;
        try {
            value = operation.apply(left, right);
        } catch (ArithmeticException refusal) {
            throw new NumberSyntaxException(String.valueOf(refusal.getMessage()), position);
        }
        if (size(value.number()) > SIZE_LIMIT) {
            throw tooLarge(position);
        }
        return value;
    }

    private static int size(Scalar number) {
        return number.coefficients().stream()
                .mapToInt(coefficient -> coefficient.getNumerator().bitLength()
                        + coefficient.getDenominator().bitLength())
                .sum();
    }

    private static NumberSyntaxException tooLarge(int position) {
        return new NumberSyntaxException(
                "expected a result of at most " + SIZE_LIMIT + " bits, found a larger one", position);
    }
}
