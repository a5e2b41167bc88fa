package io.intertwine.derive;

import io.intertwine.activation.DifferentialSystem;
import io.intertwine.activation.Expression;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Eliminates the functions of a differential system from s = p(y), s' = (p(y))', ..., and the relations between them, with a Gröbner
 * basis in lexicographic order (D. Cox, J. Little, D. O'Shea, Ideals, Varieties, and Algorithms, section 3.1).
 */
final class Elimination {
    private static final int LARGEST_ORDER = 5;
    private static final int BITS = 128;
    /** How many elements of a basis are tried. */
    private static final int CANDIDATES = 3;

    private static final int LONGEST_INPUT = 20_000;
    private static final Pattern TERM = Pattern.compile("\\{([0-9,]+)\\}->(-?[0-9]+)(?:/([0-9]+))?");

    private final Expression expression;
    private final DifferentialSystem system;
    private final Deadline deadline;
    /** Irrational coefficients, each with its name. */
    private final Map<Scalar, String> irrational = new LinkedHashMap<>();

    private Elimination(Expression expression, DifferentialSystem system, Duration limit) {
        this.expression = expression;
        this.system = system;
        this.deadline = Deadline.in(limit);
    }

    /** The equation of least order among those found that have degree one in the highest derivative, else of least order. */
    static Optional<ScalarEquation> equation(Expression s, Duration limit) {
        try {
            return DifferentialSystem.of(Rewriting.of(s)) instanceof DifferentialSystem.Found found
                            && ComputerAlgebra.start()
                    ? new Elimination(s, found.system(), limit).equation()
                    : Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private Optional<ScalarEquation> equation() {
        List<Polynomial> derivatives = new ArrayList<>(List.of(system.function()));
        Optional<ScalarEquation> first = Optional.empty();
        for (int order = 0; order <= LARGEST_ORDER; order++) {
            Optional<ScalarEquation> found = equation(derivatives);
            if (found.isPresent() && degree(found.get().polynomial(), order) == 1) {
                return found;
            }
            if (first.isPresent()) {
                return first;
            }
            first = found;
            derivatives.add(system.derivative(derivatives.get(order)));
        }
        return first;
    }

    /** An equation between s and these derivatives, the simpler of one without constants and one with them. */
    private Optional<ScalarEquation> equation(List<Polynomial> derivatives) {
        int order = derivatives.size() - 1;
        return Stream.of(equation(derivatives, false), equation(derivatives, true))
                .flatMap(Optional::stream)
                .min(simplest(order, ScalarEquation::polynomial));
    }

    private static <T> Comparator<T> simplest(int order, Function<T, Polynomial> polynomial) {
        return Comparator.<T>comparingInt(candidate -> degree(polynomial.apply(candidate), order))
                .thenComparingInt(candidate -> polynomial.apply(candidate).size());
    }

    private Optional<ScalarEquation> equation(List<Polynomial> derivatives, boolean withConstants) {
        List<String> equations = equations(derivatives);
        List<String> constants = Stream.concat(indices(true).mapToObj(i -> "y" + i), irrational.values().stream())
                .toList();
        if (withConstants && constants.isEmpty()) {
            return Optional.empty();
        }
        List<String> eliminated = new ArrayList<>(
                indices(false).filter(i -> i > 0).mapToObj(i -> "y" + i).toList());
        List<String> kept = new ArrayList<>(List.of("y0"));
        IntStream.range(0, derivatives.size()).forEach(i -> kept.add("s" + i));
        (withConstants ? kept : eliminated).addAll(constants);
        int order = derivatives.size() - 1;
        List<Expression> used = withConstants ? meanings() : List.of();
        return basis(equations, eliminated, kept, order)
                .filter(candidate -> degree(candidate, order) > 0)
                .sorted(simplest(order, candidate -> candidate))
                .limit(CANDIDATES)
                .map(candidate -> proved(candidate, order, used))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What vanishes: s_i less derivative i, the relations, and the squares of irrational coefficients. */
    private List<String> equations(List<Polynomial> derivatives) {
        irrational.clear();
        List<String> equations = new ArrayList<>();
        for (int i = 0; i < derivatives.size(); i++) {
            equations.add("s" + i + "-(" + text(derivatives.get(i)) + ")");
        }
        system.relations().forEach(relation -> equations.add(text(relation)));
        irrational.forEach((value, name) -> {
            Scalar square = value.multiply(value);
            if (square.isRational()) {
                equations.add(name + "^2-(" + fraction(square.rational()) + ")");
            }
        });
        return equations;
    }

    /** The constants of the system, then the irrational coefficients. */
    private List<Expression> meanings() {
        return Stream.concat(
                        indices(true).mapToObj(i -> system.variables().get(i).meaning()),
                        irrational.keySet().stream().map(Expression::of))
                .toList();
    }

    /** The equation, if the checker proves it and s has values at 0 or 1. */
    private Optional<ScalarEquation> proved(Polynomial polynomial, int order, List<Expression> constants) {
        List<Expression> derivatives = new ArrayList<>(List.of(system.expression()));
        for (int i = 0; i < order; i++) {
            derivatives.add(derivatives.get(i).derivative());
        }
        List<Expression> arguments = new ArrayList<>(List.of(Expression.X));
        arguments.addAll(derivatives);
        arguments.addAll(constants);
        if (!Identities.proved(ScalarEquation.value(polynomial, arguments), Expression.ZERO)) {
            return Optional.empty();
        }
        List<Expression> lower = derivatives.subList(0, order);
        return Stream.of(Expression.ZERO, Expression.ONE)
                .map(point -> new ScalarEquation(expression, polynomial, order, constants, point, values(lower, point)))
                .filter(equation -> equation.initialValues().stream()
                        .allMatch(value -> value.encloseConstant(BITS).isBounded()))
                .findFirst();
    }

    private static List<Expression> values(List<Expression> functions, Expression point) {
        return functions.stream()
                .map(function -> function.substitute(point))
                .map(value -> value.exact().map(Expression::of).orElse(value))
                .toList();
    }

    private IntStream indices(boolean constant) {
        return IntStream.range(0, system.variables().size())
                .filter(i -> system.variables().get(i).isConstant() == constant);
    }

    private static int degree(Polynomial polynomial, int order) {
        int[] degree = {0};
        polynomial.forEach((coefficient, exponents) ->
                degree[0] = Math.max(degree[0], exponents.length > order + 1 ? exponents[order + 1] : 0));
        return degree[0];
    }

    /** The elements of the Gröbner basis in which only the kept variables occur, as polynomials in them in their order. */
    private Stream<Polynomial> basis(List<String> equations, List<String> eliminated, List<String> kept, int order) {
        // Greater variables first: those to eliminate, then the highest derivative.
        List<String> variables = new ArrayList<>(eliminated);
        IntStream.rangeClosed(0, order).forEach(i -> variables.add("s" + (order - i)));
        kept.stream().filter(name -> !variables.contains(name)).forEach(variables::add);
        String basis = "GroebnerBasis({" + String.join(",", equations) + "},{" + String.join(",", variables) + "})";
        String free = eliminated.isEmpty() ? "True" : "FreeQ(#," + String.join("|", eliminated) + ")";
        String input = "Map(CoefficientRules(#,{" + String.join(",", kept) + "})&,Select(" + basis + "," + free + "&))";
        Duration rest = deadline.rest();
        if (rest.isNegative() || input.length() > LONGEST_INPUT) {
            return Stream.empty();
        }
        return ComputerAlgebra.evaluate(input, rest).stream()
                .flatMap(answer -> Stream.of(answer.split("\\},\\{\\{")))
                .map(element -> polynomial("{" + element))
                .filter(polynomial -> !polynomial.isZero());
    }

    private static Polynomial polynomial(String rules) {
        Polynomial sum = Polynomial.ZERO;
        Matcher matcher = TERM.matcher(rules);
        while (matcher.find()) {
            BigInteger denominator = matcher.group(3) == null ? BigInteger.ONE : new BigInteger(matcher.group(3));
            Polynomial product =
                    Polynomial.of(Scalar.of(new BigFraction(new BigInteger(matcher.group(2)), denominator)));
            String[] exponents = matcher.group(1).split(",");
            for (int i = 0; i < exponents.length; i++) {
                product = product.multiply(Polynomial.variable(i).pow(Integer.parseInt(exponents[i])));
            }
            sum = sum.add(product);
        }
        return sum;
    }

    private String text(Polynomial polynomial) {
        List<String> terms = new ArrayList<>(List.of("0"));
        polynomial.forEach((coefficient, exponents) -> {
            StringBuilder term = new StringBuilder(
                    coefficient.isRational() ? fraction(coefficient.rational()) : irrational(coefficient));
            for (int i = 0; i < exponents.length; i++) {
                if (exponents[i] > 0) {
                    term.append("*y").append(i).append("^").append(exponents[i]);
                }
            }
            terms.add(term.toString());
        });
        return String.join("+", terms);
    }

    /** A rational multiple of a name; rational multiples of each other have the same one. */
    private String irrational(Scalar coefficient) {
        for (Map.Entry<Scalar, String> entry : irrational.entrySet()) {
            Scalar factor = coefficient.divide(entry.getKey());
            if (factor.isRational()) {
                return fraction(factor.rational()) + "*" + entry.getValue();
            }
        }
        String name = "a" + irrational.size();
        irrational.put(coefficient, name);
        return name;
    }

    private static String fraction(BigFraction value) {
        return "(" + value.getNumerator() + "/" + value.getDenominator() + ")";
    }
}
