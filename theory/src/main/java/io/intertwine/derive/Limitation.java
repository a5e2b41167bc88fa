package io.intertwine.derive;

import io.intertwine.activation.Expression;
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
}
