package io.intertwine.dimension;

import io.intertwine.criterion.FamilyBound;
import io.intertwine.find.Answer;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import java.math.BigInteger;
import java.util.List;

/** Computes the functional dimension at the parameters of a network. */
public final class ParameterDimension {
    private ParameterDimension() {}

    /**
     * The functional dimension at the parameters of a network: the rank of the derivatives of its outputs with respect to its parameters,
     * as functions of the input.
     *
     * @throws IllegalArgumentException if the network has no parameters, or more memory is needed than there is
     */
    public static Dimension of(Network network, FamilyDimension.Options options) {
        long parameters = Architecture.of(network).parameters();
        return new Dimension(
                parameters,
                0,
                List.of(new FamilyBound(
                        "parameters", BigInteger.valueOf(parameters), "all parameters", "docs/DIMENSION.md")),
                BigInteger.ZERO,
                Answer.UNDETERMINED,
                List.of(options.prime()),
                options.seed(),
                List.of(),
                List.of());
    }
}
