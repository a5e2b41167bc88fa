package io.intertwine.io;

import java.util.List;

/** A JSON value that knows its place in the file, so that whatever is wrong with it can be said with line and column. */
abstract sealed class JsonValue permits JsonObject, JsonList, JsonNumbers, JsonAtom {
    private final String source;
    private final int line;
    private final int column;

    JsonValue(JsonPlace place) {
        source = place.source();
        line = place.line();
        column = place.column();
    }

    /** What the value is, for messages. */
    abstract String kind();

    JsonPlace place() {
        return new JsonPlace(source, line, column);
    }

    FormatException refuse(String problem) {
        return new FormatException(place().toString(), problem);
    }

    FormatException refuse(String problem, Throwable cause) {
        return new FormatException(place().toString(), problem, cause);
    }

    /** The refusal of a value that another part of the program refused. */
    FormatException refuse(RuntimeException cause) {
        return refuse(String.valueOf(cause.getMessage()), cause);
    }

    FormatException expected(String what) {
        return refuse("expected " + what + ", found " + kind());
    }

    /** This value as an object; {@code what} says what it should be. */
    JsonObject requireObject(String what) throws FormatException {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw expected(what);
    }

    /** This value as a list of values that are not numbers alone. */
    List<JsonValue> requireItems(String what) throws FormatException {
        if (this instanceof JsonList list) {
            return list.items();
        }
        throw expected(what);
    }

    /** This value as a list of numbers. */
    ExactNumbers requireNumbers(String what) throws FormatException {
        if (this instanceof JsonNumbers numbers) {
            return numbers.values();
        }
        if (this instanceof JsonList list) {
            for (JsonValue item : list.items()) {
                item.requireAtom("a number").scalar();
            }
            return new ExactNumbers(0);
        }
        throw expected(what);
    }

    /** This value as a list of {@code count} integers; a negative count means any number. */
    int[] requireIntegers(String what, int count) throws FormatException {
        ExactNumbers numbers = requireNumbers(what);
        if (count >= 0 && numbers.size() != count) {
            throw refuse("expected " + what + " (" + count + " integers), found " + numbers.size() + " numbers");
        }
        int[] result = new int[numbers.size()];
        for (int i = 0; i < result.length; i++) {
            String entry = "an integer at index " + i + " of " + what;
            result[i] = (int) JsonAtom.integer(this, numbers.get(i), entry, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return result;
    }

    /** This value as a text, number or constant. */
    JsonAtom requireAtom(String what) throws FormatException {
        if (this instanceof JsonAtom atom) {
            return atom;
        }
        throw expected(what);
    }

    /** This value as a text. */
    String requireText(String what) throws FormatException {
        if (this instanceof JsonAtom atom && atom.isText()) {
            return atom.text();
        }
        throw expected(what);
    }

    /** This value as an integer within bounds. */
    int requireInteger(String what, int least, int most) throws FormatException {
        return (int) JsonAtom.integer(this, requireAtom(what).scalar(), what, least, most);
    }
}
