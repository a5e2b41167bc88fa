package io.intertwine.criterion;

import io.intertwine.activation.Activation;

/** Canonical names of activations. */
final class Names {
    private Names() {}

    /** The name without its parameters: {@code leaky_relu} of {@code leaky_relu:1/100}; {@code expr} of any formula. */
    static String family(Activation activation) {
        int colon = activation.name().indexOf(':');
        return colon < 0 ? activation.name() : activation.name().substring(0, colon);
    }
}
