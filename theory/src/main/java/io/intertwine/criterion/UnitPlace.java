package io.intertwine.criterion;

/**
 * Where a unit is.
 *
 * @param layer the index of its layer of activations
 * @param unit its index in the layer
 */
public record UnitPlace(int layer, int unit) {}
