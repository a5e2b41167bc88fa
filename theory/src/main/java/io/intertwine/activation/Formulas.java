package io.intertwine.activation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The formulas of the named activations. In those with parameters, the parameters stand in braces. */
final class Formulas {
    /** Activations without a parameter, or with the default parameter of PyTorch or JAX. */
    static final Map<String, String> PLAIN = plain();

    /** Activations with parameters {0}, {1}. */
    static final Map<String, String> WITH_PARAMETERS = Map.ofEntries(
            Map.entry("leaky_relu", "if(x > 0, x, {0}*x)"),
            Map.entry("power", "x^{0}"),
            Map.entry("elu", "if(x > 0, x, {0}*(exp(x) - 1))"),
            Map.entry("celu", "if(x > 0, x, {0}*(exp(x/{0}) - 1))"),
            Map.entry("softshrink", "if(x > {0}, x - {0}, if(x < -{0}, x + {0}, 0))"),
            Map.entry("hardshrink", "if(x > {0}, x, if(x < -{0}, x, 0))"),
            Map.entry("threshold", "if(x > {0}, x, {1})"),
            Map.entry("hardtanh", "clip(x, {0}, {1})"),
            Map.entry("snake", "x + sin({0}*x)^2/{0}"),
            Map.entry("softplus", "softplus({0}*x)/{0}"),
            Map.entry("squareplus", "(x + sqrt(x^2 + {0}))/2"));

    private Formulas() {}

    private static Map<String, String> plain() {
        Map<String, String> table = new LinkedHashMap<>();
        addPiecewise(table);
        addSmooth(table);
        addRectifiers(table);
        return table;
    }

    private static void addPiecewise(Map<String, String> table) {
        table.put("identity", "x");
        table.put("relu", "max(x, 0)");
        table.put("abs", "abs(x)");
        table.put("sign", "sign(x)");
        table.put("heaviside", "heaviside(x)");
        table.put("floor", "floor(x)");
        table.put("hardtanh", "clip(x, -1, 1)");
        table.put("relu6", "clip(x, 0, 6)");
        table.put("hard_sigmoid", "clip(x/6 + 1/2, 0, 1)");
        table.put("hard_swish", "x*clip(x + 3, 0, 6)/6");
        table.put("softshrink", "if(x > 1/2, x - 1/2, if(x < -1/2, x + 1/2, 0))");
        table.put("hardshrink", "if(x > 1/2, x, if(x < -1/2, x, 0))");
        table.put("sparse_plus", "if(x >= 1, x, if(x > -1, (x + 1)^2/4, 0))");
        table.put("sparse_sigmoid", "clip(x/2 + 1/2, 0, 1)");
    }

    private static void addSmooth(Map<String, String> table) {
        table.put("tanh", "tanh(x)");
        table.put("erf", "erf(x)");
        table.put("arctan", "arctan(x)");
        table.put("tanhshrink", "x - tanh(x)");
        table.put("softsign", "x/(1 + abs(x))");
        table.put("sigmoid", "sigmoid(x)");
        table.put("gaussian", "exp(-x^2)");
        table.put("sech", "1/cosh(x)");
        table.put("logcosh", "log(cosh(x))");
        table.put("sinc", "sinc(x)");
        table.put("sin", "sin(x)");
        table.put("cos", "cos(x)");
        table.put("snake", "x + sin(x)^2");
        table.put("exp", "exp(x)");
    }

    private static void addRectifiers(Map<String, String> table) {
        table.put("gelu", "x*(1 + erf(x/sqrt(2)))/2");
        table.put("gelu_tanh", "x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2");
        table.put("silu", "x*sigmoid(x)");
        table.put("softplus", "softplus(x)");
        table.put("logsigmoid", "-softplus(-x)");
        table.put("mish", "x*tanh(softplus(x))");
        table.put("squareplus", "(x + sqrt(x^2 + 4))/2");
        table.put("elu", "if(x > 0, x, exp(x) - 1)");
        table.put(
                "selu",
                "1.0507009873554804934193349852946*if(x > 0, x, 1.6732632423543772848170429916717*(exp(x) - 1))");
    }
}
