package io.intertwine.properties;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.special.Erf;

/**
 * What is known by hand about activations: values in doubles, the maps (a, c) with s(a x + c) = b s(x) + e, and the slope k of
 * s(x) - s(-x) = k x. Written apart from {@code activation}. Translations of sine and cosine by pi are left out: they do not occur
 * between rational parameters.
 */
final class UnitTable {
    private static final Set<String> POSITIVE = Set.of("relu", "leaky_relu");
    private static final Set<String> ODD = Set.of("tanh", "softsign", "arctan", "hardtanh", "sin", "erf", "tanhshrink");
    private static final Set<String> EVEN = Set.of("gaussian", "cos", "sech", "logcosh");
    private static final Set<String> BYPASS = Set.of("relu", "gelu", "silu", "softplus", "hard_swish");

    /** b and e of a map. */
    record Companion(Scalar b, Scalar e) {}

    private UnitTable() {}

    static String family(Activation s) {
        return s.name().split(":")[0];
    }

    private static String parameter(Activation s) {
        return s.name().split(":")[1];
    }

    /** k of s(x) - s(-x) = k x with k not 0. */
    static Optional<Scalar> slope(Activation s) {
        if (family(s).equals("leaky_relu")) {
            return Optional.of(
                    Scalar.ONE.add(s.exact(Scalar.MINUS_ONE).orElseThrow().negate()));
        }
        return BYPASS.contains(family(s)) ? Optional.of(Scalar.ONE) : Optional.empty();
    }

    /** Whether the group contains infinitely many scalings. */
    static boolean isScaled(Activation s) {
        return POSITIVE.contains(family(s))
                || family(s).equals("abs")
                || family(s).equals("power");
    }

    /** (b, e) for s(a x + c) = b s(x) + e, if there are such. */
    static Optional<Companion> companion(Activation s, Scalar a, Scalar c) {
        String family = family(s);
        if (a.isZero()) {
            return Optional.empty();
        }
        if (a.isOne() && c.isZero()) {
            return Optional.of(new Companion(Scalar.ONE, Scalar.ZERO));
        }
        boolean negation = a.equals(Scalar.MINUS_ONE);
        if (family.equals("relu6")) {
            return found(negation && c.equals(Scalar.of(6)), Scalar.MINUS_ONE, Scalar.of(6));
        }
        if (!c.isZero()) {
            return Optional.empty();
        }
        return switch (family) {
            case "sigmoid", "hard_sigmoid" -> found(negation, Scalar.MINUS_ONE, Scalar.ONE);
            case "relu", "leaky_relu" -> found(a.signum() > 0, a, Scalar.ZERO);
            case "abs" -> found(true, a.abs(), Scalar.ZERO);
            case "power" -> found(true, a.pow(Integer.parseInt(parameter(s))), Scalar.ZERO);
            default ->
                ODD.contains(family)
                        ? found(negation, Scalar.MINUS_ONE, Scalar.ZERO)
                        : found(EVEN.contains(family) && negation, Scalar.ONE, Scalar.ZERO);
        };
    }

    private static Optional<Companion> found(boolean is, Scalar b, Scalar e) {
        return is ? Optional.of(new Companion(b, e)) : Optional.empty();
    }

    /** The factors that may occur where they are finitely many. */
    static List<Scalar> factors(Activation s) {
        List<Scalar> factors = new ArrayList<>(List.of(Scalar.ONE));
        Scalar centre = family(s).equals("relu6") ? Scalar.of(6) : Scalar.ZERO;
        if (companion(s, Scalar.MINUS_ONE, centre).isPresent()) {
            factors.add(Scalar.MINUS_ONE);
        }
        return factors;
    }

    /** s(x) in doubles. */
    static double value(Activation s, double x) {
        return switch (family(s)) {
            case "relu" -> Math.max(0, x);
            case "leaky_relu" -> x < 0 ? fraction(parameter(s)) * x : x;
            case "abs" -> Math.abs(x);
            case "power" -> Math.pow(x, Integer.parseInt(parameter(s)));
            case "tanh" -> Math.tanh(x);
            case "sigmoid" -> sigmoid(x);
            case "softsign" -> x / (1 + Math.abs(x));
            case "arctan" -> Math.atan(x);
            case "erf" -> Erf.erf(x);
            case "tanhshrink" -> x - Math.tanh(x);
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "gaussian" -> Math.exp(-x * x);
            case "sech" -> 1 / Math.cosh(x);
            case "logcosh" -> Math.log(Math.cosh(x));
            case "hardtanh" -> Math.max(-1, Math.min(1, x));
            case "relu6" -> Math.max(0, Math.min(6, x));
            case "hard_sigmoid" -> Math.max(0, Math.min(6, x + 3)) / 6;
            case "hard_swish" -> x * Math.max(0, Math.min(6, x + 3)) / 6;
            case "gelu" -> x * (1 + Erf.erf(x / Math.sqrt(2))) / 2;
            case "silu" -> x * sigmoid(x);
            case "softplus" -> Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
            case "elu" -> x > 0 ? x : (s.name().equals("elu") ? 1 : fraction(parameter(s))) * Math.expm1(x);
            default -> throw new IllegalArgumentException("the table does not know " + s.name());
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double fraction(String text) {
        String[] parts = text.split("/");
        double numerator = Double.parseDouble(parts[0]);
        return parts.length == 1 ? numerator : numerator / Double.parseDouble(parts[1]);
    }
}
