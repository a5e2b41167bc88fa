package io.intertwine.activation;

import static io.intertwine.activation.UnitGroup.Scales.NONZERO;
import static io.intertwine.activation.UnitGroup.Scales.POSITIVE;
import static io.intertwine.activation.UnitGroup.Scales.SIGNS;
import static io.intertwine.activation.UnitGroup.Scales.TRIVIAL;

import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.exact.Constants;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExponentialFunctions;
import io.intertwine.exact.NormalFunctions;
import io.intertwine.exact.Powers;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.StepFunctions;
import io.intertwine.exact.TrigonometricFunctions;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * The activations that are known by name, with their single-neuron groups.
 *
 * <p>Source of the linear groups: Godfrey, Brown, Emerson, Kvinge 2022, arXiv 2205.14258; the affine ones follow by the same
 * one-variable argument. Every row is tested against the defining identity s(a x + c) = b s(x) + e.
 */
public final class Activations {
    /** The largest exponent of {@code power}. */
    public static final int LARGEST_POWER = 100;

    /** Powers with more bits than this are not computed exactly. */
    private static final long LARGEST_EXACT_POWER = 100_000;

    private static final Scalar HALF = Scalar.of(1, 2);
    private static final Scalar THREE = Scalar.of(3);
    private static final Scalar SIX = Scalar.of(6);
    private static final SortedMap<String, Activation> NAMED = Collections.unmodifiableSortedMap(namedTable());

    private Activations() {}

    /** The activations without a parameter, by name. */
    public static Map<String, Activation> named() {
        return NAMED;
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

    /** x for x >= 0 and slope x below. Slopes 0, 1 and -1 are ReLU, the identity and the absolute value. */
    public static Activation leakyRelu(Scalar slope) {
        if (slope.isZero()) {
            return requireNamed("relu");
        }
        if (slope.abs().isOne()) {
            return requireNamed(slope.isOne() ? "identity" : "abs");
        }
        return leaky("leaky_relu:" + slope, slope);
    }

    /** The monomial x^exponent, exponent from 1 (the identity) to {@link #LARGEST_POWER}. */
    public static Activation power(int exponent) {
        if (exponent < 1 || exponent > LARGEST_POWER) {
            throw new IllegalArgumentException(
                    "the exponent of \"power\" is a whole number from 1 to " + LARGEST_POWER + ", found " + exponent);
        }
        if (exponent == 1) {
            return identity();
        }
        return new Activation(
                "power:" + exponent,
                UnitGroup.linear(NONZERO, Scalar.ZERO, exponent % 2 == 1, exponent),
                x -> exactPower(x, exponent),
                x -> Powers.pow(x, exponent));
    }

    /** The power, unless it would have more bits than anybody can use. */
    private static Optional<Scalar> exactPower(Scalar x, int exponent) {
        long bits = x.coefficients().stream()
                .mapToLong(part ->
                        part.getNumerator().bitLength() + part.getDenominator().bitLength())
                .sum();
        return bits * exponent > LARGEST_EXACT_POWER ? Optional.empty() : Optional.of(x.pow(exponent));
    }

    /** x for x > 0 and alpha (e^x - 1) below, alpha > 0. */
    public static Activation elu(Scalar alpha) {
        requirePositive("elu", alpha);
        String name = alpha.isOne() ? "elu" : "elu:" + alpha;
        return exponentialUnit(name, alpha, Scalar.ONE, Scalar.ONE);
    }

    /** x for x > 0 and alpha (e^(x / alpha) - 1) below, alpha > 0; alpha 1 is elu. */
    public static Activation celu(Scalar alpha) {
        requirePositive("celu", alpha);
        return alpha.isOne() ? elu(alpha) : exponentialUnit("celu:" + alpha, alpha, alpha.reciprocal(), Scalar.ONE);
    }

    private static void requirePositive(String name, Scalar alpha) {
        if (!alpha.isRational() || alpha.signum() <= 0) {
            throw new IllegalArgumentException(
                    "the parameter of \"" + name + "\" is a positive rational, found " + alpha);
        }
    }

    private static SortedMap<String, Activation> namedTable() {
        SortedMap<String, Activation> table = new TreeMap<>();
        addPiecewise(table);
        addOdd(table);
        addEvenAndPeriodic(table);
        addBypass(table);
        return table;
    }

    private static void addPiecewise(Map<String, Activation> table) {
        add(table, exactly("identity", UnitGroup.linear(NONZERO, Scalar.ZERO, true, 1), x -> x, x -> x));
        add(table, leaky("relu", Scalar.ZERO));
        add(table, exactly("abs", UnitGroup.linear(NONZERO, Scalar.ZERO, false, 1), Scalar::abs, Enclosure::abs));
        add(
                table,
                exactly(
                        "sign",
                        UnitGroup.linear(NONZERO, Scalar.ZERO, true, 0),
                        x -> Scalar.of(x.signum()),
                        StepFunctions::sign));
        add(
                table,
                exactly(
                        "heaviside",
                        UnitGroup.linear(NONZERO, HALF, true, 0),
                        x -> Scalar.of(x.signum() + 1, 2),
                        StepFunctions::heaviside));
        add(
                table,
                exactly(
                        "floor",
                        new UnitGroup(TRIVIAL, Scalar.ZERO, Scalar.ZERO, true, 1, Scalar.ONE, Scalar.ONE),
                        Scalar::floor,
                        StepFunctions::floor));
        add(
                table,
                clipped(
                        "hardtanh",
                        Scalar.ONE,
                        Scalar.ZERO,
                        Scalar.MINUS_ONE,
                        Scalar.ONE,
                        reflection(Scalar.ZERO, Scalar.ZERO)));
        add(table, clipped("relu6", Scalar.ONE, Scalar.ZERO, Scalar.ZERO, SIX, reflection(THREE, THREE)));
        add(
                table,
                clipped("hard_sigmoid", Scalar.of(1, 6), HALF, Scalar.ZERO, Scalar.ONE, reflection(Scalar.ZERO, HALF)));
    }

    private static void addOdd(Map<String, Activation> table) {
        add(table, analytic("tanh", signs(true, Scalar.ZERO), Scalar.ZERO, ExponentialFunctions::tanh));
        add(table, analytic("erf", signs(true, Scalar.ZERO), Scalar.ZERO, NormalFunctions::erf));
        add(table, analytic("arctan", signs(true, Scalar.ZERO), Scalar.ZERO, TrigonometricFunctions::arctan));
        add(
                table,
                analytic(
                        "tanhshrink",
                        signs(true, Scalar.ZERO),
                        Scalar.ZERO,
                        x -> x.subtract(ExponentialFunctions.tanh(x))));
        add(
                table,
                exactly(
                        "softsign",
                        signs(true, Scalar.ZERO),
                        x -> x.divide(Scalar.ONE.add(x.abs())),
                        x -> Pieces.increasing(x, y -> y.divide(y.abs().add(constant(Scalar.ONE, y))))));
        add(table, analytic("sigmoid", reflection(Scalar.ZERO, HALF), HALF, ExponentialFunctions::sigmoid));
    }

    private static void addEvenAndPeriodic(Map<String, Activation> table) {
        add(
                table,
                analytic(
                        "gaussian",
                        signs(false, Scalar.ONE),
                        Scalar.ONE,
                        x -> ExponentialFunctions.exp(x.square().negate())));
        add(
                table,
                analytic(
                        "sech",
                        signs(false, Scalar.ONE),
                        Scalar.ONE,
                        x -> constant(Scalar.ONE, x).divide(ExponentialFunctions.cosh(x))));
        add(table, analytic("sin", signs(true, Scalar.ZERO), Scalar.ZERO, TrigonometricFunctions::sin));
        add(table, analytic("cos", signs(false, Scalar.ONE), Scalar.ONE, TrigonometricFunctions::cos));
        add(
                table,
                analytic(
                        "snake",
                        UnitGroup.trivial(),
                        Scalar.ZERO,
                        x -> x.add(TrigonometricFunctions.sin(x).square())));
        add(table, analytic("exp", UnitGroup.trivial(), Scalar.ONE, ExponentialFunctions::exp));
    }

    private static void addBypass(Map<String, Activation> table) {
        add(table, analytic("gelu", UnitGroup.trivial(), Scalar.ZERO, NormalFunctions::gelu));
        add(table, analytic("gelu_tanh", UnitGroup.trivial(), Scalar.ZERO, Activations::geluTanh));
        add(
                table,
                analytic("silu", UnitGroup.trivial(), Scalar.ZERO, x -> x.multiply(ExponentialFunctions.sigmoid(x))));
        add(table, transcendental("softplus", UnitGroup.trivial(), ExponentialFunctions::softplus));
        add(
                table,
                analytic(
                        "mish",
                        UnitGroup.trivial(),
                        Scalar.ZERO,
                        x -> x.multiply(ExponentialFunctions.tanh(ExponentialFunctions.softplus(x)))));
        add(
                table,
                exactly(
                        "hard_swish",
                        UnitGroup.trivial(),
                        x -> x.multiply(clip(x.add(THREE), Scalar.ZERO, SIX)).divide(SIX),
                        x -> x.multiply(clip(x.add(constant(THREE, x)), Scalar.ZERO, SIX))
                                .multiply(new BigFraction(1, 6))));
        add(table, elu(Scalar.ONE));
        add(
                table,
                exponentialUnit(
                        "selu",
                        decimal("16732632423543772848170429916717", 31),
                        Scalar.ONE,
                        decimal("10507009873554804934193349852946", 31)));
    }

    private static void add(Map<String, Activation> table, Activation activation) {
        table.put(activation.name(), activation);
    }

    private static UnitGroup signs(boolean odd, Scalar value) {
        return UnitGroup.linear(SIGNS, value, odd, 0);
    }

    /** {1, x -> 2 p - x}, where the graph has a centre of symmetry at (p, value). */
    private static UnitGroup reflection(Scalar centre, Scalar value) {
        return new UnitGroup(SIGNS, centre, value, true, 0, Scalar.ZERO, Scalar.ZERO);
    }

    @FunctionalInterface
    private interface Rational {
        Scalar at(Scalar x);
    }

    private static Activation exactly(String name, UnitGroup group, Rational value, Activation.Enclosed enclosed) {
        return new Activation(name, group, x -> Optional.of(value.at(x)), enclosed);
    }

    /** A transcendental function with an algebraic value at 0; at other algebraic points no exact value is claimed. */
    private static Activation analytic(String name, UnitGroup group, Scalar atZero, Activation.Enclosed enclosed) {
        return new Activation(name, group, x -> x.isZero() ? Optional.of(atZero) : Optional.empty(), enclosed);
    }

    private static Activation transcendental(String name, UnitGroup group, Activation.Enclosed enclosed) {
        return new Activation(name, group, x -> Optional.empty(), enclosed);
    }

    private static Activation leaky(String name, Scalar slope) {
        Scales scales = POSITIVE;
        return exactly(
                name,
                UnitGroup.linear(scales, Scalar.ZERO, true, 1),
                x -> x.signum() < 0 ? slope.multiply(x) : x,
                x -> Pieces.split(x, y -> scaled(y, slope), y -> y));
    }

    private static Activation clipped(
            String name, Scalar slope, Scalar shift, Scalar low, Scalar high, UnitGroup group) {
        return exactly(
                name,
                group,
                x -> clip(slope.multiply(x).add(shift), low, high),
                x -> clip(scaled(x, slope).add(constant(shift, x)), low, high));
    }

    /** scale * (x for x > 0, alpha (e^(rate x) - 1) below), an increasing function. */
    private static Activation exponentialUnit(String name, Scalar alpha, Scalar rate, Scalar scale) {
        return new Activation(
                name,
                UnitGroup.trivial(),
                x -> x.signum() >= 0 ? Optional.of(scale.multiply(x)) : Optional.empty(),
                x -> scaled(
                        Pieces.split(x, y -> scaled(ExponentialFunctions.expm1(scaled(y, rate)), alpha), y -> y),
                        scale));
    }

    /** x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2. */
    private static Enclosure geluTanh(Enclosure x) {
        Enclosure cubic = x.add(x.square().multiply(x).multiply(new BigFraction(44_715, 1_000_000)));
        Enclosure factor = Powers.sqrt(constant(Scalar.of(2), x).divide(Constants.pi(x.bits())));
        Enclosure gate = constant(Scalar.ONE, x).add(ExponentialFunctions.tanh(factor.multiply(cubic)));
        return x.multiply(gate).multiply(new BigFraction(1, 2));
    }

    private static Scalar clip(Scalar x, Scalar low, Scalar high) {
        Scalar atLeast = x.compareTo(low) < 0 ? low : x;
        return atLeast.compareTo(high) > 0 ? high : atLeast;
    }

    private static Enclosure clip(Enclosure x, Scalar low, Scalar high) {
        return x.max(constant(low, x)).min(constant(high, x));
    }

    private static Enclosure constant(Scalar value, Enclosure like) {
        return Enclosure.from(value.rational(), like.bits());
    }

    private static Enclosure scaled(Enclosure x, Scalar factor) {
        if (factor.isRational()) {
            return factor.isOne() ? x : x.multiply(factor.rational());
        }
        RationalInterval bounds = factor.bounds(x.bits() + 2);
        return x.multiply(Enclosure.fromBounds(bounds.lower(), bounds.upper(), x.bits()));
    }

    private static Scalar decimal(String digits, int decimals) {
        return Scalar.of(new BigFraction(new BigInteger(digits), BigInteger.TEN.pow(decimals)));
    }
}
