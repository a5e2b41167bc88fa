package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.List;

/** The groups of analytic functions. */
final class Analytic {
    private Analytic() {}

    /** The group of an activation that is analytic on the whole line and no polynomial. */
    static UnitSymmetries symmetries(Expression s, Remainder remainder) {
        return new UnitSymmetries(List.of(), List.of(), false, List.of("Not decided: " + s + " is analytic (" + remainder + ")."));
    }
}
