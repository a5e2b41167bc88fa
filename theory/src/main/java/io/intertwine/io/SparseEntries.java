package io.intertwine.io;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sparse matrices in JSON: the list of their entries, {@code [[row, column, "value"], ...]}, no place twice. */
final class SparseEntries {
    private SparseEntries() {}

    /** The rows x columns matrix with these entries; at most so many. */
    static SparseMatrix read(JsonValue value, int rows, int columns, int most) throws FormatException {
        List<JsonValue> items = value.requireItems("a list of entries [row, column, value]");
        if (items.size() > most) {
            throw value.refuse("expected at most " + most + " entries, found " + items.size());
        }
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        Set<Long> places = new HashSet<>();
        for (JsonValue item : items) {
            ExactNumbers numbers = item.requireNumbers("an entry [row, column, value]");
            if (numbers.size() != 3) {
                throw item.refuse("expected an entry [row, column, value], found " + numbers.size() + " numbers");
            }
            int row = (int) JsonAtom.integer(item, numbers.get(0), "a row", 0, rows - 1L);
            int column = (int) JsonAtom.integer(item, numbers.get(1), "a column", 0, columns - 1L);
            if (!places.add((long) row * columns + column)) {
                throw item.refuse("the entry in row " + row + ", column " + column + " stands there twice");
            }
            entries.add(new SparseMatrix.Entry(row, column, numbers.get(2)));
        }
        return SparseMatrix.of(rows, columns, entries);
    }

    /** Writes the entries that are not zero, row by row. */
    static void write(SparseMatrix matrix, JsonWriter json) throws FormatException, IOException {
        json.inlineList();
        for (int i = 0; i < matrix.rows(); i++) {
            for (SparseMatrix.Entry entry : matrix.row(i)) {
                write(entry, json);
            }
        }
        json.end();
    }

    private static void write(SparseMatrix.Entry entry, JsonWriter json) throws FormatException, IOException {
        Scalar value = entry.value();
        json.inlineList()
                .integer(entry.row())
                .integer(entry.column())
                .number(value)
                .end();
    }
}
