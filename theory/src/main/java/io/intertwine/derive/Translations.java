package io.intertwine.derive;

import io.intertwine.activation.Expression;

/** The translations x -> x + c with D(x + c) = b D(x) for a constant b. */
sealed interface Translations {
    /** Only c = 0. */
    record None() implements Translations {}

    /**
     * The multiples of a period.
     *
     * @param period the least c > 0
     * @param factor the b that belongs to it
     */
    record Multiples(Expression period, Expression factor) implements Translations {}

    /**
     * Every c: D is a multiple of e^(rate x).
     *
     * @param rate not zero
     */
    record All(Expression rate) implements Translations {}
}
