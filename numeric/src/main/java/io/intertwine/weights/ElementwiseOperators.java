package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The operators that work entry by entry. */
final class ElementwiseOperators {
    /** Operators that are one activation, without attributes. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("Relu", "relu"),
            Map.entry("Tanh", "tanh"),
            Map.entry("Sigmoid", "sigmoid"),
            Map.entry("Softplus", "softplus"),
            Map.entry("Softsign", "softsign"),
            Map.entry("Erf", "erf"),
            Map.entry("Mish", "mish"),
            Map.entry("HardSwish", "hard_swish"),
            Map.entry("Exp", "exp"),
            Map.entry("Sin", "sin"),
            Map.entry("Cos", "cos"),
            Map.entry("Atan", "arctan"),
            Map.entry("Abs", "abs"),
            Map.entry("Sign", "sign"),
            Map.entry("Floor", "floor"));

    /** The largest exponent that is read. */
    static final int MOST_POWER = 8;

    private ElementwiseOperators() {}

    /** The operator without attributes that is an activation, by the activation's name; empty if there is none. */
    static String operator(String activation) {
        return PLAIN.entrySet().stream()
                .filter(entry -> entry.getValue().equals(activation))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    static void addTo(Map<String, Operators.Operator> table) {
        PLAIN.forEach((operator, name) -> table.put(operator, operands -> {
            operands.node().requireAttributes();
            return apply(operands, UnitFunction.named(name));
        }));
        table.put("Add", operands -> combine(operands, Scalar::add, Term::plus));
        table.put("Sub", operands -> combine(operands, Scalar::subtract, (a, b) -> a.plus(b.negate())));
        table.put("Mul", operands -> combine(operands, Scalar::multiply, Term::times));
        table.put("Div", ElementwiseOperators::quotient);
        table.put("Neg", ElementwiseOperators::negative);
        table.put("Pow", ElementwiseOperators::power);
        table.put("LeakyRelu", operands -> withParameters(operands, "leaky_relu", "alpha", 0.01f));
        table.put("Elu", operands -> withParameters(operands, "elu", "alpha", 1));
        table.put("Celu", operands -> withParameters(operands, "celu", "alpha", 1));
        table.put("ThresholdedRelu", ElementwiseOperators::thresholded);
        table.put("PRelu", ElementwiseOperators::parametric);
        table.put("Selu", operands -> two(operands, "onnx_selu", "alpha", 1.6732632f, "gamma", 1.0507010f));
        table.put("HardSigmoid", operands -> two(operands, "onnx_hard_sigmoid", "alpha", 0.2f, "beta", 0.5f));
        table.put("Shrink", operands -> two(operands, "onnx_shrink", "lambd", 0.5f, "bias", 0));
        table.put("Gelu", ElementwiseOperators::gelu);
        table.put("Clip", ElementwiseOperators::clip);
    }

    private static Tensor apply(Operands operands, UnitFunction function) throws FormatException {
        operands.requireAtMost(1);
        return apply(operands.units(0), List.of(function));
    }

    private static Tensor apply(Tensor.Units units, List<UnitFunction> functions) {
        return new Tensor.Units(units.stage(), units.formula().apply(functions), units.axes());
    }

    private static Tensor withParameters(Operands operands, String name, String attribute, float otherwise)
            throws FormatException {
        operands.node().requireAttributes(attribute);
        Scalar parameter = operands.node().number(attribute, otherwise);
        if (name.equals("celu") && parameter.isZero()) {
            throw operands.node().refuse("alpha: expected a number that is not 0, found 0");
        }
        return apply(operands, new UnitFunction(name, List.of(parameter)));
    }

    private static Tensor two(
            Operands operands, String name, String first, float firstDefault, String second, float secondDefault)
            throws FormatException {
        OnnxNode node = operands.node();
        node.requireAttributes(first, second);
        return apply(
                operands,
                new UnitFunction(name, List.of(node.number(first, firstDefault), node.number(second, secondDefault))));
    }

    private static Tensor thresholded(Operands operands) throws FormatException {
        operands.node().requireAttributes("alpha");
        return apply(
                operands, new UnitFunction("threshold", List.of(operands.node().number("alpha", 1), Scalar.ZERO)));
    }

    private static Tensor gelu(Operands operands) throws FormatException {
        operands.node().requireAttributes("approximate");
        String approximate = operands.node().text("approximate", "none");
        if (!List.of("none", "tanh").contains(approximate)) {
            throw operands.node()
                    .refuse("approximate: expected none or tanh, found " + FormatException.quote(approximate));
        }
        return apply(operands, UnitFunction.named(approximate.equals("none") ? "gelu" : "gelu_tanh"));
    }

    private static Tensor parametric(Operands operands) throws FormatException {
        operands.requireAtMost(2);
        Tensor.Units units = operands.units(0);
        Coefficients slopes = coefficients(operands.constant(1, "the slopes"), units.axes());
        return apply(
                units,
                slopes.values().stream()
                        .map(slope -> new UnitFunction("leaky_relu", List.of(slope)))
                        .toList());
    }

    /** Bounds are inputs since version 11 of the operators, and were attributes before. */
    private static Tensor clip(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(3);
        List<Scalar> low = new ArrayList<>();
        List<Scalar> high = new ArrayList<>();
        if (operands.operators() < 11) {
            node.requireAttributes("min", "max");
            if (node.attribute("min").isPresent()) {
                low.add(node.number("min", 0));
            }
            if (node.attribute("max").isPresent()) {
                high.add(node.number("max", 0));
            }
        } else {
            node.requireAttributes();
            if (node.hasInput(1)) {
                low.add(operands.number(1, "the lower bound"));
            }
            if (node.hasInput(2)) {
                high.add(operands.number(2, "the upper bound"));
            }
        }
        Tensor.Units units = operands.units(0);
        if (low.isEmpty() && high.isEmpty()) {
            return units;
        }
        if (low.isEmpty()) {
            return apply(units, List.of(new UnitFunction("onnx_min", high)));
        }
        if (high.isEmpty()) {
            boolean rectifier = low.get(0).isZero();
            return apply(units, List.of(rectifier ? UnitFunction.named("relu") : new UnitFunction("onnx_max", low)));
        }
        if (low.get(0).compareTo(high.get(0)) >= 0) {
            throw node.refuse(
                    "expected a lower bound below the upper one, found " + low.get(0) + " and " + high.get(0));
        }
        return apply(units, List.of(new UnitFunction("hardtanh", List.of(low.get(0), high.get(0)))));
    }

    private static Tensor negative(Operands operands) throws FormatException {
        operands.requireAtMost(1);
        if (operands.input(0) instanceof Tensor.Constant constant) {
            OnnxConstant value = constant.value();
            OnnxConstant minus = OnnxConstant.of(List.of(), List.of(Scalar.MINUS_ONE), value.isFloat());
            return new Tensor.Constant(OnnxConstant.combine(value, minus, Scalar::multiply));
        }
        Tensor.Units units = operands.units(0);
        return new Tensor.Units(units.stage(), units.formula().negate(), units.axes());
    }

    private static Tensor power(Operands operands) throws FormatException {
        operands.requireAtMost(2);
        Tensor.Units units = operands.units(0);
        Scalar exponent = operands.number(1, "the exponent");
        if (!exponent.equals(exponent.floor())
                || exponent.signum() <= 0
                || exponent.compareTo(Scalar.of(MOST_POWER)) > 0) {
            throw operands.node()
                    .refuse("expected an exponent that is a whole number from 1 to " + MOST_POWER + ", found "
                            + exponent);
        }
        Term result = units.formula();
        for (int k = exponent.rational().getNumerator().intValueExact(); k > 1; k--) {
            result = result.times(units.formula());
        }
        return new Tensor.Units(units.stage(), result, units.axes());
    }

    private static Tensor quotient(Operands operands) throws FormatException {
        if (operands.input(1) instanceof Tensor.Constant divisor) {
            for (int i = 0; i < divisor.value().size(); i++) {
                if (divisor.value().get(i).isZero()) {
                    throw operands.node().refuse("divides by zero");
                }
            }
            if (!divisor.value().isFloat()) {
                throw operands.node().refuse("expected floats, found a division of integers");
            }
        }
        return combine(operands, Scalar::divide, (a, b) -> a.times(b.reciprocal()));
    }

    private static Tensor combine(Operands operands, BinaryOperator<Scalar> numbers, BinaryOperator<Term> formulas)
            throws FormatException {
        operands.requireAtMost(2);
        operands.node().requireAttributes();
        Tensor left = operands.input(0);
        Tensor right = operands.input(1);
        if (left instanceof Tensor.Constant a && right instanceof Tensor.Constant b) {
            return new Tensor.Constant(OnnxConstant.combine(a.value(), b.value(), numbers));
        }
        Tensor.Units first = left instanceof Tensor.Units units ? units : operands.units(1);
        Term result = formulas.apply(formula(operands, left, first), formula(operands, right, first));
        return new Tensor.Units(first.stage(), result, first.axes());
    }

    /** The formula of an operand that goes together with units. */
    private static Term formula(Operands operands, Tensor operand, Tensor.Units units) throws FormatException {
        if (operand instanceof Tensor.Constant constant) {
            if (!constant.value().isFloat()) {
                throw operands.node().refuse("expected floats, found a constant of integers");
            }
            return Term.constant(coefficients(constant.value(), units.axes()));
        }
        if (!(operand instanceof Tensor.Units other)) {
            throw operands.node()
                    .refuse("expected units of a layer or a constant, found " + Operands.describe(operand));
        }
        if (other.stage() != units.stage()) {
            throw operands.node()
                    .refuse(
                            "combines tensors of different layers; connections that pass over a layer (residual networks) "
                                    + "are not read");
        }
        if (!other.axes().equals(units.axes())) {
            throw operands.node()
                    .refuse("expected units in the same shape, found " + units.axes() + " and " + other.axes());
        }
        return other.formula();
    }

    /** A number for every unit, from a constant whose shape is made to fit. */
    static Coefficients coefficients(OnnxConstant constant, Tensor.Axes axes) {
        if (constant.size() == 1 && constant.shape().size() <= axes.rank()) {
            return Coefficients.of(constant.get(0));
        }
        List<Integer> shape = constant.shape();
        boolean leading = axes.hasBatch() && shape.size() == axes.rank();
        if (shape.size() > axes.rank() || (leading && shape.get(0) != 1)) {
            throw new IllegalArgumentException("expected a constant for every unit, the same for all rows of a batch, "
                    + "found the shape " + shape + " beside " + axes);
        }
        OnnxConstant plain = leading ? constant.reshaped(shape.subList(1, shape.size())) : constant;
        if (!Shapes.broadcast(plain.shape(), axes.sizes()).equals(axes.sizes())) {
            throw new IllegalArgumentException(
                    "a constant of shape " + shape + " does not fit to units of shape " + axes);
        }
        OnnxConstant full = plain.broadcast(axes.sizes());
        List<Scalar> values = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            values.add(full.get(i));
        }
        return new Coefficients(values);
    }
}
