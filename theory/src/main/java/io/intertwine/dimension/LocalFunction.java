package io.intertwine.dimension;

/**
 * Whether a function of the parameters is locally identifiable: whether it is constant on the parameters near a generic one that have the
 * same function.
 *
 * @param group what it is one of: {@code W1} for the weights of the first dense layer, {@code b1}, or in words
 * @param name its formula, such as {@code W1[0,0]*W2[0,0]}; dense layers are counted from 1, rows and columns from 0
 * @param identifiable whether it is
 * @param proved whether that is proved; otherwise it is so at a random point modulo a prime
 */
public record LocalFunction(String group, String name, boolean identifiable, boolean proved) {}
