package io.intertwine.derive;

import io.intertwine.activation.DifferentialSystem;
import io.intertwine.activation.Expression;
import io.intertwine.activation.FactsText;
import java.time.Duration;

/** All that is derived about an activation, as it is stored and shown. */
public final class DerivedFacts {
    private DerivedFacts() {}

    /** The facts, with the differential equation if one is found within the usual time. */
    public static FactsText of(Expression s) {
        return of(s, ScalarEquation.LIMIT);
    }

    /** The facts, with the differential equation if one is found within a limit of the time. */
    public static FactsText of(Expression s, Duration limit) {
        return new FactsText(Derivation.of(s), equation(s, limit));
    }

    /** Polynomials have none worth mentioning, and for them no computer algebra is started. */
    private static String equation(Expression s, Duration limit) {
        boolean transcendental = DifferentialSystem.of(s) instanceof DifferentialSystem.Found found
                && found.system().variables().size() > 1;
        return transcendental
                ? ScalarEquation.of(s, limit)
                        .filter(equation -> equation.order() > 0)
                        .map(ScalarEquation::withInitialValues)
                        .orElse("")
                : "";
    }
}
