/**
 * Activation functions, in three groups of classes.
 *
 * <p>Formulas: {@link io.intertwine.activation.Expression} with its parser and printers, exact and enclosed evaluation, derivative and
 * {@link io.intertwine.activation.Taylor} series, and the {@link io.intertwine.activation.DifferentialSystem} that a formula satisfies.
 *
 * <p>Pieces: {@link io.intertwine.activation.Domain} (is it defined everywhere) and
 * {@link io.intertwine.activation.Decomposition} (its analytic pieces), from proved signs of the expressions that a formula tests.
 *
 * <p>Names and groups: {@link io.intertwine.activation.Activations}, the group of one unit
 * ({@link io.intertwine.activation.UnitGroup}), relations, and the stored {@link io.intertwine.activation.ActivationFacts}.
 */
@NullMarked
package io.intertwine.activation;

import org.jspecify.annotations.NullMarked;
