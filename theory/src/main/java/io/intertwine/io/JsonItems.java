package io.intertwine.io;

import java.util.ArrayList;
import java.util.List;

/** Lists in JSON whose items are read one by one. */
final class JsonItems {
    private JsonItems() {}

    /** Reads one value. */
    @FunctionalInterface
    interface ItemReader<T> {
        T read(JsonValue value) throws FormatException;
    }

    static <T> List<T> read(JsonValue list, String what, ItemReader<T> reader) throws FormatException {
        List<T> items = new ArrayList<>();
        for (JsonValue item : list.requireItems(what)) {
            items.add(reader.read(item));
        }
        return items;
    }
}
