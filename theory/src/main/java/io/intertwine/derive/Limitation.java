package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shape of D = s' or s'' leaves for its symmetries, when s is known not to be a polynomial.
 *
 * @param translations all translations
 * @param centres points such that every centre of a reflection is one of them, up to half translations
 * @param open why there may be other centres; empty when there are none
 * @param steps the reasons, a sentence each
 */
record Limitation(Translations translations, List<Expression> centres, List<String> open, List<String> steps) {
    Limitation {
        centres = List.copyOf(centres);
        open = List.copyOf(open);
        steps = List.copyOf(steps);
    }

    /** The limitation for s, where this one is that of s(x + origin). */
    Limitation moved(Expression origin) {
        if (origin.equals(Expression.ZERO)) {
            return this;
        }
        List<String> all = new ArrayList<>(List.of("With x + " + origin + " in place of x:"));
        all.addAll(steps);
        all.add("For s itself these centres are moved by " + origin + ".");
        List<Expression> moved = centres.stream()
                .map(centre -> ConstantReader.simplified(centre.plus(origin)))
                .toList();
        return new Limitation(translations, moved, open, all);
    }
}
