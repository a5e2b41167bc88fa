package io.intertwine.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something for every generator of a group, under the generators' names: {@code {"r": ..., "s": ...}}.
 *
 * @param generators the names, in the order of the file
 * @param items what stands under them, in the same order
 */
record ByGenerator<T>(List<String> generators, List<T> items) {
    ByGenerator {
        generators = List.copyOf(generators);
        items = List.copyOf(items);
    }

    /** Writes what stands under one name. */
    @FunctionalInterface
    interface ItemWriter<T> {
        void write(T item) throws FormatException, IOException;
    }

    static <T> ByGenerator<T> read(JsonValue value, String what, JsonItems.ItemReader<T> reader)
            throws FormatException {
        List<String> generators = new ArrayList<>();
        List<T> items = new ArrayList<>();
        JsonObject members = value.requireObject("an object with " + what + " for each generator");
        for (Map.Entry<String, JsonValue> member : members.members().entrySet()) {
            generators.add(member.getKey());
            items.add(reader.read(member.getValue()));
        }
        return new ByGenerator<>(generators, items);
    }

    void write(JsonWriter json, ItemWriter<T> writer) throws FormatException, IOException {
        if (generators.size() != items.size()) {
            throw new IllegalArgumentException(
                    "expected the names of " + items.size() + " generators, found " + generators);
        }
        json.object();
        for (int i = 0; i < generators.size(); i++) {
            json.name(generators.get(i));
            writer.write(items.get(i));
        }
        json.end();
    }
}
