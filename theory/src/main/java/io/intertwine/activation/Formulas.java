package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The formulas of the named activations. */
final class Formulas {
    /** Activations without a parameter, or with the default parameter of PyTorch or JAX. */
    static final Map<String, String> PLAIN = plain();

    /** How many parameters the others have. */
    static final Map<String, Integer> PARAMETERS = Map.ofEntries(
            Map.entry("leaky_relu", 1),
            Map.entry("power", 1),
            Map.entry("elu", 1),
            Map.entry("celu", 1),
            Map.entry("softshrink", 1),
            Map.entry("hardshrink", 1),
            Map.entry("threshold", 2),
            Map.entry("hardtanh", 2),
            Map.entry("snake", 1),
            Map.entry("softplus", 1),
            Map.entry("squareplus", 1));

    private Formulas() {}

    /** The formula of an activation of {@link #PARAMETERS}. */
    static Expression of(String name, List<Scalar> parameters) {
        Expression p = Expression.of(parameters.get(0));
        Expression x = Expression.X;
        Expression scaled = p.times(x);
        return switch (name) {
            case "leaky_relu" -> ifPositive(x, x, scaled);
            case "power" -> x.power(parameters.get(0).rational().getNumerator().intValueExact());
            case "elu" -> ifPositive(x, x, p.times(exponential(x)));
            case "celu" -> ifPositive(x, x, p.times(exponential(x.over(p))));
            case "softshrink" ->
                ifPositive(
                        x.minus(p),
                        x.minus(p),
                        Expression.choice(x.plus(p), x.plus(p), Expression.ZERO, Expression.ZERO));
            case "hardshrink" ->
                ifPositive(x.minus(p), x, Expression.choice(x.plus(p), x, Expression.ZERO, Expression.ZERO));
            case "threshold" -> ifPositive(x.minus(p), x, Expression.of(parameters.get(1)));
            case "hardtanh" -> Expression.min(Expression.max(x, p), Expression.of(parameters.get(1)));
            case "snake" ->
                x.plus(Expression.apply(Function.SIN, scaled).power(2).over(p));
            case "softplus" -> Expression.apply(Function.SOFTPLUS, scaled).over(p);
            case "squareplus" ->
                Expression.of(1, 2)
                        .times(x.plus(Expression.apply(Function.SQRT, x.power(2).plus(p))));
            default -> throw new IllegalArgumentException("there is no activation \"" + name + "\" with parameters");
        };
    }

    private static Expression ifPositive(Expression test, Expression then, Expression otherwise) {
        return Expression.choice(test, otherwise, otherwise, then);
    }

    private static Expression exponential(Expression u) {
        return Expression.apply(Function.EXP, u).minus(Expression.ONE);
    }

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
        table.put("softshrink", "if(x > 1/2, x - 1/2, if(x >= -1/2, 0, x + 1/2))");
        table.put("hardshrink", "if(x > 1/2, x, if(x >= -1/2, 0, x))");
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
