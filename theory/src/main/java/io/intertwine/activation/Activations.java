package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * The activations that are known by name, those of PyTorch and JAX among them, and activations by formula. Where the libraries differ:
 * gelu is the exact one (gelu_tanh the other), and sinc is sin(x) / x, without the factor pi.
 */
public final class Activations {
    /** The largest exponent of {@code power}. */
    public static final int LARGEST_POWER = 100;

    /** What the canonical name of an activation without a name of its own begins with; its formula follows. */
    public static final String EXPRESSION_PREFIX = "expr:";

    private static final SortedMap<String, Activation> NAMED = Collections.unmodifiableSortedMap(namedTable());

    private Activations() {}

    /** The activations without a parameter, by name. */
    public static Map<String, Activation> named() {
        return NAMED;
    }

    /** The names of activations with parameters; some of them are also names without. */
    public static SortedSet<String> withParameters() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(Formulas.PARAMETERS.keySet()));
    }

    /** How many parameters an activation of {@link #withParameters} has. */
    public static int parameterCount(String name) {
        return Formulas.PARAMETERS.getOrDefault(name, 0);
    }

    /** All canonical names, without parameters. */
    static List<String> names() {
        SortedSet<String> names = new TreeSet<>(NAMED.keySet());
        names.addAll(withParameters());
        return new ArrayList<>(names);
    }

    /** Whether this is a name in some spelling. */
    static boolean isName(String name) {
        return names().contains(ActivationAliases.canonical(name));
    }

    /** The identity. */
    public static Activation identity() {
        return requireNamed("identity");
    }

    /** The activation without a parameter that has this name. Throws IllegalArgumentException if there is none. */
    public static Activation requireNamed(String name) {
        Activation found = NAMED.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no activation \"" + name + "\"");
        }
        return found;
    }

    /**
     * The activation with this name, in any usual spelling, and these parameters. Throws IllegalArgumentException if the parameters are
     * missing, too many, or out of range.
     *
     * @return empty if there is no activation of this name
     */
    public static Optional<Activation> find(String name, List<Scalar> parameters) {
        String canonical = ActivationAliases.canonical(name.toLowerCase(Locale.ROOT));
        if (parameters.isEmpty() && NAMED.containsKey(canonical)) {
            return Optional.of(requireNamed(canonical));
        }
        if (parameters.isEmpty() && ActivationAliases.WITH_PARAMETER.containsKey(canonical)) {
            return Optional.of(ActivationAliases.WITH_PARAMETER.get(canonical).get());
        }
        if (Formulas.PARAMETERS.containsKey(canonical)) {
            return Optional.of(of(canonical, parameters));
        }
        if (NAMED.containsKey(canonical)) {
            throw new IllegalArgumentException("the activation \"" + name + "\" takes no parameter");
        }
        return Optional.empty();
    }

    /**
     * The activation of {@link #withParameters} with these parameters, under its simplest name: leaky_relu of slope 0 is relu. Throws
     * IllegalArgumentException if the parameters are not as many as expected, or out of range.
     */
    public static Activation of(String name, List<Scalar> parameters) {
        int expected = parameterCount(name);
        if (expected == 0) {
            throw new IllegalArgumentException("there is no activation \"" + name + "\" with parameters");
        }
        if (parameters.size() != expected) {
            throw new IllegalArgumentException("expected " + (expected == 1 ? "one number" : expected + " numbers")
                    + " as parameter of \"" + name + "\", found " + parameters.size());
        }
        Scalar first = parameters.get(0);
        return switch (name) {
            case "leaky_relu" -> leakyRelu(first);
            case "power" -> power(exponent(first));
            case "elu" -> requirePositive(name, first).isOne() ? requireNamed("elu") : build(name, parameters);
            case "celu" -> requirePositive(name, first).isOne() ? requireNamed("elu") : build(name, parameters);
            case "snake", "softplus" ->
                requirePositive(name, first).isOne() ? requireNamed(name) : build(name, parameters);
            case "softshrink", "hardshrink" -> shrink(name, first);
            case "squareplus" -> squareplus(first);
            case "hardtanh" -> hardtanh(first, parameters.get(1));
            default -> threshold(first, parameters.get(1));
        };
    }

    /** The activation with a name of its own that has exactly this formula: the same function may have other formulas. */
    public static Optional<Activation> withFormula(Expression formula) {
        if (formula instanceof Expression.Power power
                && power.base().equals(Expression.X)
                && power.exponent() > 1
                && power.exponent() <= LARGEST_POWER) {
            return Optional.of(power(power.exponent()));
        }
        return NAMED.values().stream()
                .filter(activation -> activation.expression().equals(formula))
                .findFirst();
    }

    /** The canonical name that a name in another spelling stands for, with its parameter if it has one; or the name itself. */
    public static String canonicalName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String canonical = ActivationAliases.canonical(lower);
        return ActivationAliases.WITH_PARAMETER.containsKey(canonical)
                ? ActivationAliases.WITH_PARAMETER.get(canonical).get().name()
                : names().contains(canonical) ? canonical : name;
    }

    /** An activation by its formula, with the canonical name {@code expr:} and the canonical text of the formula. */
    public static Activation of(Expression formula, Supplier<UnitGroup> group) {
        return new Activation(EXPRESSION_PREFIX + formula.text(), formula, group);
    }

    /** x for x >= 0 and slope x below. Slopes 0, 1 and -1 are ReLU, the identity and the absolute value. */
    public static Activation leakyRelu(Scalar slope) {
        if (slope.isZero()) {
            return requireNamed("relu");
        }
        if (slope.abs().isOne()) {
            return requireNamed(slope.isOne() ? "identity" : "abs");
        }
        return build("leaky_relu", List.of(slope));
    }

    /** The monomial x^exponent, exponent from 1 (the identity) to {@link #LARGEST_POWER}. */
    public static Activation power(int exponent) {
        if (exponent < 1 || exponent > LARGEST_POWER) {
            throw new IllegalArgumentException(
                    "the exponent of \"power\" is a whole number from 1 to " + LARGEST_POWER + ", found " + exponent);
        }
        return exponent == 1 ? identity() : build("power", List.of(Scalar.of(exponent)));
    }

    /** x for x > 0 and alpha (e^x - 1) below, alpha > 0. */
    public static Activation elu(Scalar alpha) {
        return of("elu", List.of(alpha));
    }

    /** x for x > 0 and alpha (e^(x / alpha) - 1) below, alpha > 0; alpha 1 is elu. */
    public static Activation celu(Scalar alpha) {
        return of("celu", List.of(alpha));
    }

    private static Activation shrink(String name, Scalar width) {
        requireRational(name, width);
        if (width.signum() < 0) {
            throw new IllegalArgumentException("the parameter of \"" + name + "\" is at least 0, found " + width);
        }
        if (width.isZero()) {
            return identity();
        }
        return width.equals(Scalar.of(1, 2)) ? requireNamed(name) : build(name, List.of(width));
    }

    private static Activation squareplus(Scalar b) {
        return requirePositive("squareplus", b).equals(Scalar.of(4))
                ? requireNamed("squareplus")
                : build("squareplus", List.of(b));
    }

    private static Activation hardtanh(Scalar low, Scalar high) {
        requireRational("hardtanh", low);
        requireRational("hardtanh", high);
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException(
                    "the parameters of \"hardtanh\" are lo < hi, found " + low + " and " + high);
        }
        if (low.equals(Scalar.MINUS_ONE) && high.isOne()) {
            return requireNamed("hardtanh");
        }
        return low.isZero() && high.equals(Scalar.of(6))
                ? requireNamed("relu6")
                : build("hardtanh", List.of(low, high));
    }

    private static Activation threshold(Scalar point, Scalar value) {
        requireRational("threshold", point);
        requireRational("threshold", value);
        return point.isZero() && value.isZero() ? requireNamed("relu") : build("threshold", List.of(point, value));
    }

    private static Scalar requirePositive(String name, Scalar alpha) {
        if (!alpha.isRational() || alpha.signum() <= 0) {
            throw new IllegalArgumentException(
                    "the parameter of \"" + name + "\" is a positive rational, found " + alpha);
        }
        return alpha;
    }

    private static void requireRational(String name, Scalar parameter) {
        if (!parameter.isRational()) {
            throw new IllegalArgumentException(
                    "the parameters of \"" + name + "\" are rational numbers, found " + parameter);
        }
    }

    private static int exponent(Scalar parameter) {
        BigFraction value = parameter.isRational() ? parameter.rational() : BigFraction.ONE_HALF;
        if (!value.getDenominator().equals(BigInteger.ONE)
                || value.getNumerator().bitLength() >= Integer.SIZE) {
            throw new IllegalArgumentException("expected a whole number, found " + parameter);
        }
        return value.getNumerator().intValueExact();
    }

    private static SortedMap<String, Activation> namedTable() {
        SortedMap<String, Activation> table = new TreeMap<>();
        Formulas.PLAIN.forEach((name, text) -> {
            Expression formula = formula(text);
            table.put(name, new Activation(name, formula, () -> StoredFacts.group(name, formula)));
        });
        return table;
    }

    /** The activation with the formula of the table and these parameters. */
    private static Activation build(String name, List<Scalar> parameters) {
        String numbers = parameters.stream().map(Scalar::toString).collect(Collectors.joining(","));
        Expression formula = Formulas.of(name, parameters);
        return new Activation(name + ":" + numbers, formula, () -> GroupDerivation.of(formula));
    }

    private static Expression formula(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException wrongTable) {
            throw new IllegalStateException(wrongTable.getMessage(), wrongTable);
        }
    }
}
