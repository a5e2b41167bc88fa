package io.intertwine.io;

import java.util.Collection;

/** Asks whether someone who mistyped a name meant another. */
final class NearestName {
    private NearestName() {}

    /** A question such as {@code did you mean "tanh"?} to append to a message, or an empty text where no name is near. */
    static String question(String found, Collection<String> names) {
        return io.intertwine.activation.NearestName.of(found, names)
                .map(nearest -> "; did you mean " + FormatException.quote(nearest) + "?")
                .orElse("");
    }
}
