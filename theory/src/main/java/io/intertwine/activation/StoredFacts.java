package io.intertwine.activation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The derived facts of the activations that have a name and no parameter: one resource for each, in the format of {@link FactsText},
 * read when it is asked for. They are generated from the formulas, and a test generates them again.
 */
public final class StoredFacts {
    private StoredFacts() {}

    /** The facts about an activation; empty if none are stored. */
    public static Optional<FactsText> find(Activation activation) {
        return Activations.named().containsKey(activation.name())
                ? Optional.of(FactsText.parse(text(activation.name())))
                : Optional.empty();
    }

    /** The algebraic part of the group of a named activation; nothing else is read. */
    static UnitGroup group(String name, Expression formula) {
        return FactsText.group(text(name), formula);
    }

    /** The name of the resource, relative to the package. */
    public static String resource(String name) {
        return "facts/" + name + ".txt";
    }

    private static String text(String name) {
        try (InputStream stored = StoredFacts.class.getResourceAsStream(resource(name))) {
            if (stored == null) {
                throw new IllegalStateException("no facts are stored about the activation " + name);
            }
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
