package io.intertwine.io;

import java.util.ArrayList;
import java.util.List;

/** Collects the items of a JSON list; as soon as many of them are there and all are numbers, they are kept as numbers only. */
final class JsonListBuilder {
    /** An integer literal of fewer characters fits into a binary64 number. */
    static final int SHORT = 16;

    private static final int MANY = 64;
    private static final int NUMBER_BYTES = 2 * Long.BYTES;
    private static final int FRACTION_BYTES = 300;

    private final JsonPlace place;
    private final List<JsonValue> pending = new ArrayList<>();
    private final ExactNumbers numbers = new ExactNumbers(0);
    private boolean packing;

    JsonListBuilder(JsonPlace place) {
        this.place = place;
    }

    /** Whether only numbers are accepted from here on. */
    boolean isPacking() {
        return packing;
    }

    void addInteger(long integer) {
        numbers.addBits(BinaryFloat.bitsOf(integer).orElseThrow());
    }

    void add(JsonValue item) throws FormatException {
        if (packing) {
            numbers.add(item.requireAtom("a number, as the items before it").scalar());
            return;
        }
        pending.add(item);
        if (pending.size() == MANY && allNumbers()) {
            pack();
        }
    }

    /** About how many bytes the numbers take. */
    long bytes() {
        return (long) numbers.size() * (numbers.isBinary64() ? NUMBER_BYTES : FRACTION_BYTES);
    }

    JsonValue build() throws FormatException {
        if (!packing && !pending.isEmpty() && allNumbers()) {
            pack();
        }
        return packing ? new JsonNumbers(place, numbers) : new JsonList(place, pending);
    }

    private boolean allNumbers() {
        return pending.stream().allMatch(item -> item instanceof JsonAtom atom && atom.isNumber());
    }

    private void pack() throws FormatException {
        for (JsonValue item : pending) {
            numbers.add(item.requireAtom("a number").scalar());
        }
        pending.clear();
        packing = true;
    }
}
