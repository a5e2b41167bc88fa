package io.intertwine.match;

import io.intertwine.activation.Activation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;

/**
 * Activations in doubles. Those that are known by name are computed with {@link Math} and agree with the exact function within a few
 * units in the last place (a relative error below 1e-13 away from zeros, tested against enclosures); all others are compiled from their
 * formulas.
 */
final class UnitFunctions {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final Map<String, DoubleUnaryOperator> NAMED = table();

    private UnitFunctions() {}

    /** The function in doubles. */
    static DoubleUnaryOperator of(Activation activation) {
        DoubleUnaryOperator known = NAMED.get(activation.name());
        return known != null ? known : CompiledFormula.of(activation.expression());
    }

    private static Map<String, DoubleUnaryOperator> table() {
        Map<String, DoubleUnaryOperator> table = new HashMap<>();
        addPiecewise(table);
        addSmooth(table);
        addBypass(table);
        return table;
    }

    private static void addPiecewise(Map<String, DoubleUnaryOperator> table) {
        table.put("identity", x -> x);
        table.put("relu", x -> Math.max(x, 0));
        table.put("abs", Math::abs);
        table.put("sign", Math::signum);
        table.put("heaviside", x -> (Math.signum(x) + 1) / 2);
        table.put("floor", Math::floor);
        table.put("hardtanh", x -> clip(x, -1, 1));
        table.put("relu6", x -> clip(x, 0, 6));
        table.put("hard_sigmoid", x -> clip((x + 3) / 6, 0, 1));
        table.put("hard_swish", x -> x * clip(x + 3, 0, 6) / 6);
        table.put("elu", x -> x < 0 ? Math.expm1(x) : x);
        table.put("selu", x -> SELU_SCALE * (x < 0 ? SELU_ALPHA * Math.expm1(x) : x));
    }

    private static void addSmooth(Map<String, DoubleUnaryOperator> table) {
        table.put("tanh", Math::tanh);
        table.put("erf", Erf::erf);
        table.put("arctan", Math::atan);
        table.put("tanhshrink", UnitFunctions::tanhShrink);
        table.put("softsign", x -> x / (1 + Math.abs(x)));
        table.put("sigmoid", UnitFunctions::sigmoid);
        table.put("gaussian", x -> Math.exp(-x * x));
        table.put("sech", x -> 1 / Math.cosh(x));
        table.put("sin", Math::sin);
        table.put("cos", Math::cos);
        table.put("snake", x -> x + Math.sin(x) * Math.sin(x));
        table.put("exp", Math::exp);
    }

    private static void addBypass(Map<String, DoubleUnaryOperator> table) {
        table.put("gelu", x -> x * Erf.erfc(-x * ROOT_HALF) / 2);
        table.put("gelu_tanh", x -> x * sigmoid(2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
        table.put("silu", x -> x * sigmoid(x));
        table.put("softplus", UnitFunctions::softplus);
        table.put("mish", x -> x * Math.tanh(softplus(x)));
    }

    static double sigmoid(double x) {
        double small = Math.exp(-Math.abs(x));
        return x < 0 ? small / (1 + small) : 1 / (1 + small);
    }

    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** x - tanh x; near 0, where the difference cancels, by its series. */
    private static double tanhShrink(double x) {
        double square = x * x;
        if (square > 1.0 / 64) {
            return x - Math.tanh(x);
        }
        double[] coefficients = {
            1.0 / 3, -2.0 / 15, 17.0 / 315, -62.0 / 2835, 1382.0 / 155925, -21844.0 / 6081075, 929569.0 / 638512875
        };
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * square + coefficients[k];
        }
        return sum * square * x;
    }

    /** The power with an integer exponent, by squaring. */
    static double power(double x, int exponent) {
        double power = 1;
        double square = x;
        for (long rest = Math.abs((long) exponent); rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? power * square : power;
            square *= square;
        }
        return exponent < 0 ? 1 / power : power;
    }

    private static double clip(double x, double low, double high) {
        return Math.min(Math.max(x, low), high);
    }
}
