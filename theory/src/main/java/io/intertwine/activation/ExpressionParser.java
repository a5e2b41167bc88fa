package io.intertwine.activation;

import io.intertwine.activation.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads formulas.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed | power }     a power without a sign before it must not begin with a digit
 * signed  = { "+" | "-" } power
 * power   = primary [ "^" signed ]
 * primary = number | "x" | "pi" | "e" | "(" sum ")" | "|" sum "|" | name "(" sum { "," sum } ")"
 *         | "if" "(" sum (">" | ">=" | "&lt;" | "&lt;=") sum "," sum "," sum ")"
 * </pre>
 *
 * <p>What could be read in two ways is refused: {@code 1/2x}, {@code e^2x}. The limits of this class keep absurd input from costing
 * time and memory.
 */
final class ExpressionParser {
    /** The most characters of a text, and of the canonical text of what it denotes. */
    static final int LENGTH_LIMIT = 10_000;

    /** The deepest nesting. */
    static final int DEPTH_LIMIT = 200;

    private final ExpressionScanner scanner;
    private final ExpressionAssembly assembly;
    private final boolean variable;
    private final boolean symbols;
    private int depth;
    private int openBars;

    private ExpressionParser(String text, boolean variable, boolean symbols) {
        this.scanner = new ExpressionScanner(text);
        this.assembly = new ExpressionAssembly(scanner);
        this.variable = variable;
        this.symbols = symbols;
    }

    static Expression parse(String text) throws ExpressionSyntaxException {
        return new ExpressionParser(text, true, false).whole(text);
    }

    static Expression parseConstant(String text) throws ExpressionSyntaxException {
        return new ExpressionParser(text, false, true).whole(text);
    }

    static Expression parseWithSymbols(String text) throws ExpressionSyntaxException {
        return new ExpressionParser(text, true, true).whole(text);
    }

    private Expression whole(String text) throws ExpressionSyntaxException {
        if (text.length() > LENGTH_LIMIT) {
            throw scanner.error(
                    "expected at most " + LENGTH_LIMIT + " characters, found " + text.length(), LENGTH_LIMIT);
        }
        Expression value = sum();
        scanner.requireEnd();
        assembly.requireReadable(value);
        return value;
    }

    private Expression sum() throws ExpressionSyntaxException {
        int start = scanner.position();
        List<Expression> terms = new ArrayList<>(List.of(product()));
        while (scanner.peek() == '+' || scanner.peek() == '-') {
            boolean minus = scanner.peek() == '-';
            scanner.pass();
            Expression term = product();
            terms.add(minus ? term.negate() : term);
        }
        return assembly.sum(terms, start);
    }

    private Expression product() throws ExpressionSyntaxException {
        int start = scanner.position();
        List<Expression> factors = new ArrayList<>(List.of(signed()));
        boolean divided = false;
        while (true) {
            char next = scanner.peek();
            int place = scanner.position();
            if (next == '*') {
                scanner.pass();
                refuseDoubleStar();
                factors.add(signed());
                divided = false;
            } else if (next == '/') {
                scanner.pass();
                factors.add(assembly.reciprocal(signed(), place));
                divided = true;
            } else if (startsFactor(next)) {
                refuseAmbiguous(divided, place);
                factors.add(power());
            } else {
                return assembly.product(factors, start);
            }
        }
    }

    private boolean startsFactor(char next) {
        return ExpressionScanner.isLetter(next) || next == '(' || (next == '|' && openBars == 0);
    }

    private void refuseAmbiguous(boolean divided, int place) throws ExpressionSyntaxException {
        if (divided) {
            throw scanner.error(
                    "expected '*' here or parentheses around the divisor: a/b c can be read in two ways", place);
        }
    }

    private void refuseDoubleStar() throws ExpressionSyntaxException {
        if (scanner.peek() == '*') {
            throw scanner.error("expected a factor, found '*'; powers are written with ^", scanner.position());
        }
    }

    private Expression signed() throws ExpressionSyntaxException {
        boolean negative = false;
        while (scanner.peek() == '+' || scanner.peek() == '-') {
            negative ^= scanner.peek() == '-';
            scanner.pass();
        }
        Expression value = power();
        return negative ? value.negate() : value;
    }

    private Expression power() throws ExpressionSyntaxException {
        Expression base = primary();
        if (scanner.peek() != '^') {
            return base;
        }
        int place = scanner.position();
        scanner.pass();
        enter(place);
        boolean plain = ExpressionScanner.isDigit(scanner.peek());
        Expression exponent = signed();
        depth--;
        if (plain && ExpressionScanner.isLetter(scanner.peek()) && scanner.isAdjacent()) {
            throw scanner.error(
                    "expected '*' here or parentheses around the exponent: a^2b can be read in two ways",
                    scanner.position());
        }
        return assembly.power(base, exponent, place);
    }

    private Expression primary() throws ExpressionSyntaxException {
        char first = scanner.peek();
        int place = scanner.position();
        if (first == '(') {
            scanner.pass();
            return nested(')', place);
        }
        if (first == '|') {
            scanner.pass();
            openBars++;
            Expression inner = nested('|', place);
            openBars--;
            return assembly.apply("abs", List.of(inner), place);
        }
        if (ExpressionScanner.isDigit(first) || first == '.') {
            return Expression.of(scanner.number());
        }
        if (ExpressionScanner.isLetter(first)) {
            return named(scanner.name(), place);
        }
        throw scanner.unexpected("a number, x, a function or '('");
    }

    private Expression nested(char close, int place) throws ExpressionSyntaxException {
        enter(place);
        int bars = openBars;
        openBars = close == '|' ? openBars : 0;
        Expression value = sum();
        openBars = bars;
        scanner.require(close);
        depth--;
        return value;
    }

    private void enter(int place) throws ExpressionSyntaxException {
        depth++;
        if (depth > DEPTH_LIMIT) {
            throw scanner.error("expected at most " + DEPTH_LIMIT + " nested parts, found more", place);
        }
    }

    private Expression named(String name, int place) throws ExpressionSyntaxException {
        if (name.equals("x") && !variable) {
            throw scanner.error("expected a constant, found x", place);
        }
        if (name.equals("x")) {
            return Expression.X;
        }
        if (name.equalsIgnoreCase("pi")) {
            return Expression.PI;
        }
        return scanner.peek() == '(' ? call(name, place) : letter(name, place);
    }

    private Expression letter(String name, int place) throws ExpressionSyntaxException {
        if (name.equals("e")) {
            return Expression.apply(Function.EXP, Expression.ONE);
        }
        if (symbols && (name.equals("t") || name.equals("n"))) {
            return new Symbol(name);
        }
        throw scanner.error(ExpressionAssembly.unknownName(name), place);
    }

    private Expression call(String name, int place) throws ExpressionSyntaxException {
        if (name.equals("e")) {
            throw scanner.error("expected exp(...) or e*(...), found e(...)", place);
        }
        scanner.require('(');
        return name.equalsIgnoreCase("if") ? choice(place) : assembly.apply(name, arguments(place), place);
    }

    private List<Expression> arguments(int place) throws ExpressionSyntaxException {
        enter(place);
        int bars = openBars;
        openBars = 0;
        List<Expression> arguments = new ArrayList<>(List.of(sum()));
        while (scanner.accept(',')) {
            arguments.add(sum());
        }
        close("',' or ')'");
        openBars = bars;
        depth--;
        return arguments;
    }

    private Expression choice(int place) throws ExpressionSyntaxException {
        enter(place);
        int bars = openBars;
        openBars = 0;
        Expression left = sum();
        boolean greater = scanner.peek() == '>';
        if (!greater && scanner.peek() != '<') {
            throw scanner.unexpected("'>', '>=', '<' or '<='");
        }
        scanner.pass();
        boolean orEqual = scanner.isAdjacent() && scanner.accept('=');
        Expression test = assembly.sum(List.of(left, sum().negate()), place);
        scanner.require(',');
        Expression then = sum();
        scanner.require(',');
        Expression otherwise = sum();
        close("')'");
        openBars = bars;
        depth--;
        return Expression.choice(
                test, greater ? otherwise : then, orEqual ? then : otherwise, greater ? then : otherwise);
    }

    private void close(String expected) throws ExpressionSyntaxException {
        if (!scanner.accept(')')) {
            throw scanner.unexpected(expected);
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
