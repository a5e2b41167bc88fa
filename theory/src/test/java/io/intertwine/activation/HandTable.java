package io.intertwine.activation;

import static io.intertwine.activation.UnitGroup.Scales.NONZERO;
import static io.intertwine.activation.UnitGroup.Scales.POSITIVE;
import static io.intertwine.activation.UnitGroup.Scales.SIGNS;
import static io.intertwine.activation.UnitGroup.Scales.TRIVIAL;

import io.intertwine.exact.Scalar;
import java.util.List;

/**
 * The single-neuron groups of the named activations, derived by hand. Source of the linear groups: Godfrey, Brown, Emerson, Kvinge
 * 2022, arXiv 2205.14258; the affine ones follow by the same one-variable argument. Every row is tested against the defining identity
 * s(a x + c) = b s(x) + e.
 */
final class HandTable {
    private static final Scalar HALF = Scalar.of(1, 2);

    private HandTable() {}

    /** The group of an activation that has no parameter, or of one with parameters, which are none of the special cases. */
    static UnitGroup group(String name, List<Scalar> parameters) {
        return switch (name) {
            case "identity" -> UnitGroup.linear(NONZERO, Scalar.ZERO, true, 1);
            case "relu", "leaky_relu" -> UnitGroup.linear(POSITIVE, Scalar.ZERO, true, 1);
            case "abs" -> UnitGroup.linear(NONZERO, Scalar.ZERO, false, 1);
            case "sign" -> UnitGroup.linear(NONZERO, Scalar.ZERO, true, 0);
            case "heaviside" -> UnitGroup.linear(NONZERO, HALF, true, 0);
            case "floor" ->
                new UnitGroup(
                        TRIVIAL, Scalar.ZERO, Scalar.ZERO, true, 1, Scalar.ONE, new UnitMap(Scalar.ONE, Scalar.ONE));
            case "power" -> power(parameters.get(0));
            case "threshold" -> threshold(parameters.get(0), parameters.get(1));
            case "hardtanh" ->
                parameters.isEmpty()
                        ? signs(true, Scalar.ZERO)
                        : middle(parameters.get(0).add(parameters.get(1)).multiply(HALF));
            case "relu6" -> middle(Scalar.of(3));
            case "sigmoid", "hard_sigmoid", "sparse_sigmoid" -> reflection(Scalar.ZERO, HALF);
            case "tanh", "erf", "arctan", "sin", "tanhshrink", "softsign", "softshrink", "hardshrink" ->
                signs(true, Scalar.ZERO);
            case "gaussian", "sech", "cos", "sinc" -> signs(false, Scalar.ONE);
            case "logcosh" -> signs(false, Scalar.ZERO);
            case "snake", "exp", "gelu", "gelu_tanh", "silu", "softplus", "logsigmoid", "mish" -> UnitGroup.trivial();
            case "hard_swish", "elu", "celu", "selu", "squareplus", "sparse_plus" -> UnitGroup.trivial();
            default -> throw new IllegalArgumentException("the table has no activation \"" + name + "\"");
        };
    }

    private static UnitGroup power(Scalar exponent) {
        int degree = exponent.rational().getNumerator().intValueExact();
        return UnitGroup.linear(NONZERO, Scalar.ZERO, degree % 2 == 1, degree);
    }

    /** max(x, p) is fixed at p by every positive factor; where the function jumps, only the identity is left. */
    private static UnitGroup threshold(Scalar point, Scalar value) {
        return point.equals(value)
                ? new UnitGroup(POSITIVE, point, value, true, 1, Scalar.ZERO, UnitMap.IDENTITY)
                : UnitGroup.trivial();
    }

    private static UnitGroup signs(boolean odd, Scalar value) {
        return UnitGroup.linear(SIGNS, value, odd, 0);
    }

    private static UnitGroup middle(Scalar point) {
        return reflection(point, point);
    }

    /** {1, x -> 2 p - x}, where the graph has a centre of symmetry at (p, value). */
    private static UnitGroup reflection(Scalar centre, Scalar value) {
        return new UnitGroup(SIGNS, centre, value, true, 0, Scalar.ZERO, UnitMap.IDENTITY);
    }
}
