package io.intertwine.measure;

/** How well a map of a latent space imitates a group element at inputs. */
public sealed interface LatentResidual {
    /** The activation behind which the space lies, as a layer of the network, counted from 0. */
    int layer();

    /** The number of units. */
    int units();

    /**
     * A residual.
     *
     * @param residual the median over inputs y of |f_i(g y) - A f_i(y)| / |f_i(y)|, Euclidean, with the distribution-free interval
     *     between order statistics; 0 / 0 counts as 0
     * @param largest the largest quotient
     * @param silent the number of inputs with f_i(y) = 0
     * @param notFinite the number of inputs where a value overflows or is no number, which count as infinite quotients
     */
    record Measured(int layer, int units, Estimate residual, double largest, int silent, int notFinite)
            implements LatentResidual {}

    /**
     * Values that do not depend on the input, up to {@link LatentMaps#CONSTANT}: every group element acts on them as the identity, which
     * says nothing.
     *
     * @param size the Euclidean norm of the values; 0 if all units are silent
     */
    record Constant(int layer, int units, double size) implements LatentResidual {}
}
