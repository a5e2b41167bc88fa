package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Scalar;
import java.util.Map;
import java.util.Optional;

/**
 * What is proved about an activation s with s(x) - s(-x) = k x for every x. Its even part is e(x) = s(x) - k x / 2, and the functions
 * 1, t, e(b_1 t + c_1), ..., e(b_m t + c_m) are linearly independent whenever all b_j are nonzero and no two of the pairs (b_j, c_j)
 * are related: by a sign, or, where e(a x) = |a| e(x), by any nonzero factor. The proofs stand in {@code docs/IDENTIFIABILITY.md}; an
 * activation is known by its canonical name, which stands for one formula.
 *
 * @param slope k
 * @param homogeneous whether e(a x) = |a| e(x) for every a
 */
record EvenPart(Scalar slope, boolean homogeneous) {
    /** Names with s(x) - s(-x) = x: s = x / 2 + an even function that is not homogeneous. Some of them may have parameters. */
    private static final Map<String, Scalar> SLOPES = Map.of(
            "gelu", Scalar.ONE,
            "silu", Scalar.ONE,
            "softplus", Scalar.ONE,
            "logsigmoid", Scalar.ONE,
            "squareplus", Scalar.ONE,
            "gaussian", Scalar.ZERO,
            "sech", Scalar.ZERO,
            "logcosh", Scalar.ZERO);

    /** What is known about an activation; empty for others. */
    static Optional<EvenPart> of(Activation activation) {
        String family = Names.family(activation);
        return switch (family) {
            case "relu", "leaky_relu", "abs" ->
                // s(-1) = -t for slope t below zero, and k = 1 + t.
                activation.exact(Scalar.MINUS_ONE).map(value -> new EvenPart(Scalar.ONE.subtract(value), true));
            default -> Optional.ofNullable(SLOPES.get(family)).map(slope -> new EvenPart(slope, false));
        };
    }
}
