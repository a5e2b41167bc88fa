package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Echelon;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.Set;

/**
 * At which level the layers of an equivariant network are equivariant whatever its latent groups say. At set level they are where
 * f_1, f_2 f_1, ... up to the last hidden space are injective on the input space: every action can be carried along.
 */
final class Levels {
    /** Strictly increasing functions. */
    private static final Set<String> INJECTIVE = Set.of(
            "tanh",
            "sigmoid",
            "softplus",
            "logsigmoid",
            "arctan",
            "erf",
            "softsign",
            "identity",
            "elu",
            "selu",
            "squareplus",
            "exp");

    private Levels() {}

    /** "set", or empty where it is not known. */
    static String of(Network network) {
        for (int i = 0; i + 1 < network.layers().size(); i++) {
            if (!isInjective(network.layers().get(i))) {
                return "";
            }
        }
        return "set";
    }

    private static boolean isInjective(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return Echelon.of(dense.weight()).rank() == dense.inputs();
        }
        return layer instanceof Layer.Entrywise units && units.units().stream().allMatch(Levels::isInjective);
    }

    private static boolean isInjective(Activation activation) {
        return INJECTIVE.contains(activation.name())
                || (activation.name().startsWith("leaky_relu:")
                        && !activation.name().startsWith("leaky_relu:-"));
    }
}
