package io.intertwine.testkit;

import static io.intertwine.testkit.DecimalFunctions.DIGITS;

import io.intertwine.activation.Activation;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * An evaluator of networks and affine maps in decimal arithmetic of 140 digits, written apart from {@code net.Evaluation} so that the
 * two can be compared. At moderate arguments at least 60 digits after the point are right; it proves nothing.
 */
public final class DecimalOracle {
    /** Numbers that differ by less are taken to be equal. */
    public static final BigDecimal TOLERANCE = BigDecimal.ONE.scaleByPowerOfTen(-60);

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final int SCALAR_BITS = 480;

    private DecimalOracle() {}

    /** The decimal number nearest to an exact one. */
    public static BigDecimal decimal(Scalar value) {
        RationalInterval bounds = value.bounds(SCALAR_BITS);
        BigFraction lower = bounds.lower();
        return new BigDecimal(lower.getNumerator()).divide(new BigDecimal(lower.getDenominator()), DIGITS);
    }

    /** The decimal numbers nearest to exact ones. */
    public static List<BigDecimal> decimals(List<Scalar> values) {
        return values.stream().map(DecimalOracle::decimal).toList();
    }

    /** The value of a network. */
    public static List<BigDecimal> evaluate(Network network, List<BigDecimal> input) {
        List<BigDecimal> values = input;
        for (Layer layer : network.layers()) {
            values = evaluate(layer, values);
        }
        return values;
    }

    /** The value of one layer. */
    public static List<BigDecimal> evaluate(Layer layer, List<BigDecimal> input) {
        if (layer instanceof Layer.Dense dense) {
            return dense(dense, input);
        }
        if (layer instanceof Layer.Entrywise entrywise) {
            List<BigDecimal> result = new ArrayList<>();
            for (int i = 0; i < input.size(); i++) {
                result.add(evaluate(entrywise.units().get(i), input.get(i)));
            }
            return result;
        }
        return softmax(input);
    }

    private static List<BigDecimal> dense(Layer.Dense dense, List<BigDecimal> input) {
        List<BigDecimal> result = new ArrayList<>();
        for (int i = 0; i < dense.outputs(); i++) {
            BigDecimal sum = dense.hasBias() ? decimal(dense.biases().get(i)) : ZERO;
            for (int j = 0; j < dense.inputs(); j++) {
                sum = sum.add(decimal(dense.weight().get(i, j)).multiply(input.get(j)), DIGITS);
            }
            result.add(sum);
        }
        return result;
    }

    private static List<BigDecimal> softmax(List<BigDecimal> logits) {
        BigDecimal largest = logits.stream().reduce(BigDecimal::max).orElse(ZERO);
        List<BigDecimal> weights = logits.stream()
                .map(logit -> DecimalFunctions.exp(logit.subtract(largest)))
                .toList();
        BigDecimal total = weights.stream().reduce(ZERO, BigDecimal::add);
        return weights.stream().map(weight -> weight.divide(total, DIGITS)).toList();
    }

    /** The image of a point under an affine map. */
    public static List<BigDecimal> apply(AffineMap map, List<BigDecimal> point) {
        List<BigDecimal> result = new ArrayList<>(decimals(map.shift()));
        if (map.isMonomial()) {
            for (int j = 0; j < point.size(); j++) {
                int image = map.permutation().apply(j);
                BigDecimal moved = decimal(map.scales().get(j)).multiply(point.get(j));
                result.set(image, result.get(image).add(moved, DIGITS));
            }
            return result;
        }
        for (int i = 0; i < point.size(); i++) {
            for (int j = 0; j < point.size(); j++) {
                BigDecimal moved = decimal(map.matrix().get(i, j)).multiply(point.get(j));
                result.set(i, result.get(i).add(moved, DIGITS));
            }
        }
        return result;
    }

    /** The largest absolute value of an entry of the difference of two lists of the same size. */
    public static BigDecimal distance(List<BigDecimal> a, List<BigDecimal> b) {
        if (a.size() != b.size()) {
            throw new IllegalArgumentException(
                    "expected lists of the same size, found " + a.size() + " and " + b.size());
        }
        BigDecimal largest = ZERO;
        for (int i = 0; i < a.size(); i++) {
            largest = largest.max(a.get(i).subtract(b.get(i)).abs());
        }
        return largest;
    }

    /** Whether two lists agree to 60 digits: after the point, or of the largest number where that is greater than 1. */
    public static boolean agree(List<BigDecimal> a, List<BigDecimal> b) {
        BigDecimal size = a.stream().map(BigDecimal::abs).reduce(ONE, BigDecimal::max);
        return distance(a, b).compareTo(TOLERANCE.multiply(size)) < 0;
    }

    /** The value of an activation. Throws IllegalArgumentException for one that the oracle does not know. */
    public static BigDecimal evaluate(Activation activation, BigDecimal x) {
        String[] parts = activation.name().split(":");
        return switch (parts[0]) {
            case "power" -> x.pow(Integer.parseInt(parts[1]), DIGITS);
            case "leaky_relu" -> x.signum() < 0 ? x.multiply(fraction(parts[1])) : x;
            case "elu" -> exponential(x, parts.length > 1 ? fraction(parts[1]) : ONE, ONE);
            case "celu" -> exponential(x, fraction(parts[1]), DecimalFunctions.reciprocal(fraction(parts[1])));
            case "identity",
                    "relu",
                    "abs",
                    "sign",
                    "heaviside",
                    "floor",
                    "hardtanh",
                    "relu6",
                    "hard_sigmoid",
                    "hard_swish",
                    "softsign" -> piecewise(parts[0], x);
            case "softshrink", "hardshrink", "sparse_plus", "sparse_sigmoid" -> sparse(parts[0], x);
            default -> smooth(parts[0], x);
        };
    }

    private static BigDecimal fraction(String text) {
        String[] parts = text.split("/");
        BigDecimal numerator = new BigDecimal(parts[0]);
        return parts.length == 1 ? numerator : numerator.divide(new BigDecimal(parts[1]), DIGITS);
    }

    private static BigDecimal exponential(BigDecimal x, BigDecimal alpha, BigDecimal rate) {
        return x.signum() > 0
                ? x
                : alpha.multiply(DecimalFunctions.exp(rate.multiply(x)).subtract(ONE), DIGITS);
    }

    private static BigDecimal clip(BigDecimal x, int low, int high) {
        return x.max(BigDecimal.valueOf(low)).min(BigDecimal.valueOf(high));
    }

    private static BigDecimal piecewise(String name, BigDecimal x) {
        BigDecimal six = BigDecimal.valueOf(6);
        BigDecimal ramp = clip(x.add(BigDecimal.valueOf(3)), 0, 6).divide(six, DIGITS);
        return switch (name) {
            case "identity" -> x;
            case "relu" -> x.max(ZERO);
            case "abs" -> x.abs();
            case "sign" -> BigDecimal.valueOf(x.signum());
            case "heaviside" -> BigDecimal.valueOf(x.signum() + 1L).divide(BigDecimal.valueOf(2));
            case "floor" -> x.setScale(0, RoundingMode.FLOOR);
            case "hardtanh" -> clip(x, -1, 1);
            case "relu6" -> clip(x, 0, 6);
            case "hard_sigmoid" -> ramp;
            case "hard_swish" -> x.multiply(ramp, DIGITS);
            default -> x.divide(ONE.add(x.abs()), DIGITS);
        };
    }

    private static BigDecimal sparse(String name, BigDecimal x) {
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal beyond = x.abs().subtract(half).max(ZERO);
        BigDecimal ramp = clip(x, -1, 1).add(ONE).multiply(half);
        return switch (name) {
            case "softshrink" -> x.signum() < 0 ? beyond.negate() : beyond;
            case "hardshrink" -> beyond.signum() > 0 ? x : ZERO;
            case "sparse_plus" -> x.compareTo(ONE) > 0 ? x : ramp.multiply(ramp);
            default -> ramp;
        };
    }

    private static BigDecimal smooth(String name, BigDecimal x) {
        return switch (name) {
            case "tanh" -> DecimalFunctions.tanh(x);
            case "tanhshrink" -> x.subtract(DecimalFunctions.tanh(x));
            case "sigmoid" -> DecimalFunctions.sigmoid(x);
            case "erf" -> DecimalFunctions.erf(x);
            case "arctan" -> DecimalFunctions.arctan(x);
            case "gaussian" -> DecimalFunctions.exp(x.multiply(x).negate());
            case "sech" -> DecimalFunctions.sech(x);
            case "sin" -> DecimalFunctions.sin(x);
            case "cos" -> DecimalFunctions.cos(x);
            case "snake" -> x.add(DecimalFunctions.sin(x).pow(2, DIGITS));
            case "exp" -> DecimalFunctions.exp(x);
            default -> gated(name, x);
        };
    }

    private static BigDecimal gated(String name, BigDecimal x) {
        return switch (name) {
            case "silu" -> x.multiply(DecimalFunctions.sigmoid(x));
            case "softplus" -> DecimalFunctions.softplus(x);
            case "logsigmoid" -> DecimalFunctions.softplus(x.negate()).negate();
            case "logcosh" ->
                x.abs()
                        .add(DecimalFunctions.softplus(x.abs().multiply(BigDecimal.valueOf(-2))))
                        .subtract(DecimalFunctions.softplus(ZERO));
            case "sinc" -> x.signum() == 0 ? ONE : DecimalFunctions.sin(x).divide(x, DIGITS);
            case "squareplus" ->
                x.add(x.multiply(x).add(BigDecimal.valueOf(4)).sqrt(DIGITS)).divide(BigDecimal.valueOf(2), DIGITS);
            case "mish" -> x.multiply(DecimalFunctions.tanh(DecimalFunctions.softplus(x)));
            case "gelu" ->
                half(x, DecimalFunctions.erf(x.divide(BigDecimal.valueOf(2).sqrt(DIGITS), DIGITS)));
            case "gelu_tanh" -> {
                BigDecimal cubic = x.add(x.pow(3).multiply(new BigDecimal("0.044715")));
                BigDecimal factor = BigDecimal.valueOf(2)
                        .divide(DecimalFunctions.pi(), DIGITS)
                        .sqrt(DIGITS);
                yield half(x, DecimalFunctions.tanh(factor.multiply(cubic, DIGITS)));
            }
            case "selu" ->
                exponential(x, new BigDecimal("1.6732632423543772848170429916717"), ONE)
                        .multiply(new BigDecimal("1.0507009873554804934193349852946"));
            default -> throw new IllegalArgumentException("the oracle does not know the activation " + name);
        };
    }

    private static BigDecimal half(BigDecimal x, BigDecimal gate) {
        return x.multiply(ONE.add(gate)).divide(BigDecimal.valueOf(2), DIGITS);
    }
}
