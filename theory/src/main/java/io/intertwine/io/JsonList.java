package io.intertwine.io;

import java.util.List;

/** A JSON list that is empty or holds something else than numbers alone. */
final class JsonList extends JsonValue {
    private final List<JsonValue> items;

    JsonList(JsonPlace place, List<JsonValue> items) {
        super(place);
        this.items = List.copyOf(items);
    }

    List<JsonValue> items() {
        return items;
    }

    @Override
    String kind() {
        return items.isEmpty()
                ? "an empty list"
                : "a list that begins with " + items.get(0).kind();
    }
}
