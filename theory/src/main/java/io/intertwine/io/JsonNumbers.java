package io.intertwine.io;

/** A JSON list of numbers only, read when the file is read; its entries are named by their index. */
final class JsonNumbers extends JsonValue {
    private final ExactNumbers values;

    JsonNumbers(JsonPlace place, ExactNumbers values) {
        super(place);
        this.values = values;
    }

    ExactNumbers values() {
        return values;
    }

    @Override
    String kind() {
        return "a list of " + values.size() + (values.size() == 1 ? " number" : " numbers");
    }
}
