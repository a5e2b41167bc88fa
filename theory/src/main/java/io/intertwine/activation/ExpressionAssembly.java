package io.intertwine.activation;

import io.intertwine.activation.Expression.Constant;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;

/** Puts the parts that {@link ExpressionParser} reads together; refuses what has no value or grows too large. */
final class ExpressionAssembly {
    /** The largest magnitude of an exponent. */
    static final int POWER_LIMIT = 1_000;

    /** The most bits of the numbers of one sum or product. */
    static final int NUMBER_LIMIT = 50_000;

    /** The most parts of an expression, and of all the arguments that are put into named activations. */
    static final int PART_LIMIT = 10_000;

    private static final Map<String, Function> OTHER_NAMES =
            Map.of("atan", Function.ARCTAN, "ln", Function.LOG, "sgn", Function.SIGN);
    private static final List<String> SEVERAL_ARGUMENTS = List.of("max", "min", "clip", "if", "by_sign");

    private final ExpressionScanner scanner;
    private int substituted;

    ExpressionAssembly(ExpressionScanner scanner) {
        this.scanner = scanner;
    }

    Expression sum(List<Expression> terms, int place) throws ExpressionSyntaxException {
        requireSmallNumbers(terms, 1, place);
        return Expression.sum(terms);
    }

    Expression product(List<Expression> factors, int place) throws ExpressionSyntaxException {
        requireSmallNumbers(factors, 1, place);
        return Expression.product(factors);
    }

    Expression reciprocal(Expression divisor, int place) throws ExpressionSyntaxException {
        if (isKnown(divisor, Scalar::isZero)) {
            throw scanner.error("expected a divisor other than 0", place);
        }
        return divisor.power(-1);
    }

    Expression power(Expression base, Expression exponent, int place) throws ExpressionSyntaxException {
        Optional<BigFraction> number = exponent.isConstant() && !hasSymbol(exponent)
                ? exponent.exact().filter(Scalar::isRational).map(Scalar::rational)
                : Optional.empty();
        if (number.isPresent() && number.get().getDenominator().bitLength() <= 2) {
            BigInteger denominator = number.get().getDenominator();
            int numerator = limited(number.get().getNumerator(), place);
            if (denominator.equals(BigInteger.ONE)) {
                return integerPower(base, numerator, place);
            }
            if (denominator.equals(BigInteger.TWO)) {
                return integerPower(function(Function.SQRT, base, place), numerator, place);
            }
        }
        if (base.equals(Expression.apply(Function.EXP, Expression.ONE))) {
            return Expression.apply(Function.EXP, exponent);
        }
        return Expression.apply(Function.EXP, exponent.times(function(Function.LOG, base, place)));
    }

    private int limited(BigInteger exponent, int place) throws ExpressionSyntaxException {
        if (exponent.abs().compareTo(BigInteger.valueOf(POWER_LIMIT)) > 0) {
            throw scanner.error("expected an exponent of magnitude at most " + POWER_LIMIT, place);
        }
        return exponent.intValueExact();
    }

    private Expression integerPower(Expression base, int exponent, int place) throws ExpressionSyntaxException {
        requireSmallNumbers(List.of(base), Math.abs(exponent), place);
        return exponent < 0 ? reciprocal(base, place).power(-exponent) : base.power(exponent);
    }

    /** The value of a function, an activation or one of max, min, clip, by_sign. */
    Expression apply(String written, List<Expression> arguments, int place) throws ExpressionSyntaxException {
        String name = ExpressionParser.lower(written);
        if (SEVERAL_ARGUMENTS.contains(name)) {
            return several(name, arguments, place);
        }
        Optional<Function> function = function(name);
        if (function.isPresent() && arguments.size() == 1) {
            return function(function.get(), arguments.get(0), place);
        }
        if (function.isPresent() && !Activations.withParameters().contains(name)) {
            throw scanner.error("expected one argument of " + name + ", found " + arguments.size(), place);
        }
        Optional<Expression> formula = formula(name, arguments, place);
        if (formula.isEmpty()) {
            throw scanner.error(unknown(written), place);
        }
        return substituted(formula.get(), arguments.get(0), place);
    }

    private Expression several(String name, List<Expression> arguments, int place) throws ExpressionSyntaxException {
        int count = arguments.size();
        int expected = name.equals("clip") ? 3 : name.equals("by_sign") ? 4 : 2;
        boolean fits = name.startsWith("m") ? count >= expected : count == expected;
        if (!fits) {
            throw scanner.error("expected " + expected + " arguments of " + name + ", found " + count, place);
        }
        Expression first = arguments.get(0);
        return switch (name) {
            case "max" -> arguments.stream().reduce(Expression::max).orElse(first);
            case "min" -> arguments.stream().reduce(Expression::min).orElse(first);
            case "clip" -> clip(first, arguments.get(1), arguments.get(2), place);
            default -> Expression.choice(first, arguments.get(1), arguments.get(2), arguments.get(3));
        };
    }

    private Expression clip(Expression u, Expression low, Expression high, int place) throws ExpressionSyntaxException {
        if (isKnown(high.minus(low), width -> width.signum() < 0)) {
            throw scanner.error("expected clip(x, lo, hi) with lo <= hi", place);
        }
        return Expression.min(Expression.max(u, low), high);
    }

    private Expression function(Function function, Expression argument, int place) throws ExpressionSyntaxException {
        if (function == Function.LOG && isKnown(argument, value -> value.signum() <= 0)) {
            throw scanner.error("expected a positive argument of log, found " + shown(argument), place);
        }
        if (function == Function.SQRT && isKnown(argument, value -> value.signum() < 0)) {
            throw scanner.error("expected an argument of sqrt that is not negative, found " + shown(argument), place);
        }
        return Expression.apply(function, argument);
    }

    private static String shown(Expression argument) {
        String text = argument.text();
        return text.length() > 40 ? "another" : text;
    }

    /** The formula in x of an activation whose parameters are the arguments after the first. */
    private Optional<Expression> formula(String name, List<Expression> arguments, int place)
            throws ExpressionSyntaxException {
        List<Scalar> parameters = new ArrayList<>();
        for (Expression argument : arguments.subList(1, arguments.size())) {
            if (!(argument instanceof Constant constant)) {
                throw scanner.error("expected numbers as parameters of " + name, place);
            }
            parameters.add(constant.value());
        }
        try {
            return Activations.find(name, parameters).map(Activation::expression);
        } catch (IllegalArgumentException wrongParameter) {
            throw scanner.error(String.valueOf(wrongParameter.getMessage()), place);
        }
    }

    private Expression substituted(Expression formula, Expression argument, int place)
            throws ExpressionSyntaxException {
        long parts =
                (long) ExpressionSize.occurrencesUpTo(PART_LIMIT, formula) * ExpressionSize.upTo(PART_LIMIT, argument);
        substituted += (int) Math.min(parts, PART_LIMIT + 1);
        if (substituted > PART_LIMIT) {
            throw tooLarge(place);
        }
        return formula.substitute(argument);
    }

    /** Refuses an expression whose canonical text could not be read again. */
    void requireReadable(Expression expression) throws ExpressionSyntaxException {
        if (ExpressionSize.upTo(PART_LIMIT, expression) > PART_LIMIT) {
            throw tooLarge(0);
        }
        String text = expression.text();
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        if (text.length() > ExpressionParser.LENGTH_LIMIT || deepest >= ExpressionParser.DEPTH_LIMIT) {
            throw tooLarge(0);
        }
    }

    private ExpressionSyntaxException tooLarge(int place) {
        return scanner.error(
                "expected a formula of at most " + ExpressionParser.LENGTH_LIMIT
                        + " characters and " + ExpressionParser.DEPTH_LIMIT
                        + " nested parts when named activations and numbers are written out, found a larger one",
                place);
    }

    private void requireSmallNumbers(List<Expression> parts, int times, int place) throws ExpressionSyntaxException {
        long bits = 0;
        for (Expression part : parts) {
            for (Expression inner : part.children().isEmpty() ? List.of(part) : part.children()) {
                bits += inner instanceof Constant constant ? Folding.bits(constant.value()) : 0;
            }
        }
        if (bits * Math.max(1, times) > NUMBER_LIMIT) {
            throw scanner.error("expected numbers of at most " + NUMBER_LIMIT + " bits, found larger ones", place);
        }
    }

    private static boolean isKnown(Expression expression, Predicate<Scalar> property) {
        return expression.isConstant()
                && !hasSymbol(expression)
                && expression.exact().filter(property).isPresent();
    }

    private static boolean hasSymbol(Expression expression) {
        return expression instanceof Expression.Symbol
                || expression.children().stream().anyMatch(ExpressionAssembly::hasSymbol);
    }

    private static Optional<Function> function(String name) {
        return Arrays.stream(Function.values())
                .filter(function -> function.text().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(name)));
    }

    /** Why a name that is not followed by a parenthesis is refused. */
    static String unknownName(String name) {
        String lower = ExpressionParser.lower(name);
        boolean known = function(lower).isPresent() || SEVERAL_ARGUMENTS.contains(lower) || Activations.isName(lower);
        return known ? "expected (...) after " + name + ", as in " + name + "(x)" : unknown(name);
    }

    private static String unknown(String name) {
        if (name.length() == 1) {
            return "expected a function of one variable x, found " + name;
        }
        List<String> names = new ArrayList<>(SEVERAL_ARGUMENTS);
        Arrays.stream(Function.values()).map(Function::text).forEach(names::add);
        names.addAll(OTHER_NAMES.keySet());
        names.addAll(Activations.names());
        String hint = NearestName.of(name, names)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; products are written with *");
        return "expected a function, found " + (name.length() > 40 ? name.substring(0, 40) + "..." : name) + hint;
    }
}
