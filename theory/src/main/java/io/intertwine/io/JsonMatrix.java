package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import java.util.List;

/** Matrices in JSON: a list of rows, all of the same length. */
final class JsonMatrix {
    private JsonMatrix() {}

    /** The matrix, or its transpose; neither side is empty. */
    static ExactMatrix read(JsonValue value, String what, boolean transpose) throws FormatException {
        List<JsonValue> rows = value.requireItems(what);
        ExactNumbers all = new ExactNumbers(0);
        int columns = 0;
        for (int i = 0; i < rows.size(); i++) {
            ExactNumbers row = rows.get(i).requireNumbers("row " + i + ", a list of numbers");
            columns = i == 0 ? row.size() : columns;
            if (row.size() != columns || columns == 0) {
                throw rows.get(i)
                        .refuse("row " + i + ": expected "
                                + (columns == 0 ? "at least one number" : columns + " numbers, as in row 0")
                                + ", found " + row.size());
            }
            all.addAll(row);
        }
        if (columns == 0) {
            throw value.expected(what);
        }
        return transpose ? all.matrix(columns, rows.size(), true) : all.matrix(rows.size(), columns, false);
    }
}
