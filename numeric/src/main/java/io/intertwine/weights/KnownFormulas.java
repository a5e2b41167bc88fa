package io.intertwine.weights;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Activations that exporters write as several operators. Where the definition of an activation has constants that no float is, such as
 * the sqrt(2) of gelu, they are recognised by the nearest floats of any type; the activation with the true constants is what was meant.
 */
final class KnownFormulas {
    private static final int DECIMALS = 20;
    private static final String SQRT_2 = "1.41421356237309504880";
    private static final String SQRT_HALF = "0.70710678118654752440";
    private static final String SQRT_2_OVER_PI = "0.79788456080286535588";
    private static final Map<String, Known> TABLE = table();

    private KnownFormulas() {}

    /**
     * An activation with what there is to say about it.
     *
     * @param rounded whether its constants are rounded in the file
     */
    record Known(Activation activation, boolean rounded) {}

    /** The activation that has this formula. */
    static Optional<Known> find(Canonical formula) {
        return Optional.ofNullable(TABLE.get(formula.text()));
    }

    private static Map<String, Known> table() {
        Map<String, Known> table = new HashMap<>();
        Term x = Term.Affine.X;
        put(table, "silu", false, x.times(value("sigmoid", x)));
        put(table, "mish", false, x.times(value("tanh", value("softplus", x))));
        put(table, "softsign", false, x.times(number(1).plus(value("abs", x)).reciprocal()));
        put(table, "tanhshrink", false, x.plus(value("tanh", x).negate()));
        put(table, "sigmoid", false, number(1).plus(value("exp", x.negate())).reciprocal());
        put(table, "gaussian", false, value("exp", x.times(x).negate()));
        put(table, "hard_swish", false, x.times(relu6(x.plus(number(3)))).times(constant(Scalar.of(1, 6))));
        put(table, "hard_sigmoid", false, relu6(x.plus(number(3))).times(constant(Scalar.of(1, 6))));
        for (int bits : List.of(53, 24, 11, 8)) {
            addRounded(table, bits);
        }
        Term power = x;
        for (int n = 2; n <= ElementwiseOperators.MOST_POWER; n++) {
            power = power.times(x);
            table.put(Canonical.of(power, 0).text(), new Known(Activations.power(n), false));
        }
        return table;
    }

    /** The activations whose constants are floats with so many binary digits. */
    private static void addRounded(Map<String, Known> table, int bits) {
        Term x = Term.Affine.X;
        Term divided = x.times(constant(nearest(SQRT_2, bits).reciprocal()));
        Term multiplied = x.times(constant(nearest(SQRT_HALF, bits)));
        for (Term scaled : List.of(divided, multiplied)) {
            Term normal = number(1).plus(value("erf", scaled));
            put(table, "gelu", true, x.times(normal).times(constant(Scalar.of(1, 2))));
        }
        Term cube = x.times(x).times(x).times(constant(nearest("0.04471500000000000000", bits)));
        Term inner = x.plus(cube).times(constant(nearest(SQRT_2_OVER_PI, bits)));
        put(
                table,
                "gelu_tanh",
                true,
                x.times(number(1).plus(value("tanh", inner))).times(constant(Scalar.of(1, 2))));
        Scalar sixth = nearest("0.16666666666666666667", bits);
        UnitFunction hard = new UnitFunction("onnx_hard_sigmoid", List.of(sixth, Scalar.of(1, 2)));
        put(table, "hard_sigmoid", true, x.apply(List.of(hard)));
        put(table, "hard_swish", true, x.times(x.apply(List.of(hard))));
        put(table, "hard_swish", true, x.times(relu6(x.plus(number(3)))).times(constant(sixth)));
        Scalar alpha = nearest("1.67326324235437728482", bits);
        Scalar gamma = nearest("1.05070098735548049342", bits);
        put(table, "selu", true, x.apply(List.of(new UnitFunction("onnx_selu", List.of(alpha, gamma)))));
    }

    private static void put(Map<String, Known> table, String name, boolean rounded, Term formula) {
        table.putIfAbsent(Canonical.of(formula, 0).text(), new Known(Activations.requireNamed(name), rounded));
    }

    private static Term value(String function, Term argument) {
        return argument.apply(List.of(UnitFunction.named(function)));
    }

    private static Term relu6(Term argument) {
        return argument.apply(List.of(new UnitFunction("hardtanh", List.of(Scalar.ZERO, Scalar.of(6)))));
    }

    private static Term number(long value) {
        return constant(Scalar.of(value));
    }

    private static Term constant(Scalar value) {
        return Term.constant(Coefficients.of(value));
    }

    /** The float with so many binary digits that is nearest to a positive number with 20 decimal digits. */
    private static Scalar nearest(String decimals, int bits) {
        BigFraction value = new BigFraction(new BigInteger(decimals.replace(".", "")), BigInteger.TEN.pow(DECIMALS));
        int shift = bits;
        while (value.compareTo(power(bits - shift)) >= 0) {
            shift--;
        }
        while (value.compareTo(power(bits - shift - 1)) < 0) {
            shift++;
        }
        Scalar rounded = Scalar.of(value.multiply(power(shift)).add(BigFraction.ONE_HALF))
                .floor();
        return rounded.divide(Scalar.of(power(shift)));
    }

    private static BigFraction power(int exponent) {
        return Scalar.ofDyadic(BigInteger.ONE, exponent).rational();
    }
}
