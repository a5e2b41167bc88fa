package io.intertwine.criterion;

/**
 * A number that need not be algebraic: the value or the slope of a unit whose argument does not depend on the input, such as tanh(1).
 *
 * @param layer the index of the layer of activations
 * @param unit the unit
 * @param slope whether the slope is meant, and not the value
 */
public record FormalConstant(int layer, int unit, boolean slope) {}
