package io.intertwine.criterion;

import io.intertwine.exact.Polynomial;

/**
 * What a unit is in the formal derivatives of a network ({@link FormalNetwork}).
 *
 * @param value the value of its activation
 * @param slope the derivative of the activation at its argument
 */
public record FormalUnit(Polynomial value, Polynomial slope) {}
