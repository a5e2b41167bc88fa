package io.intertwine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Aligned columns of text. */
final class Table {
    private final String indent;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table.
     *
     * @param indent what every line begins with
     * @param head the names of the columns, empty for a table without a head
     */
    Table(String indent, List<String> head) {
        this.indent = indent;
        this.head = List.copyOf(head);
    }

    /** Adds a row; all rows have the same number of entries. */
    void row(List<String> entries) {
        rows.add(List.copyOf(entries));
    }

    /** The lines, the head painted. */
    List<String> lines(UnaryOperator<String> paint) {
        List<String> lines = new ArrayList<>();
        if (!head.isEmpty()) {
            lines.add(paint.apply(line(head)));
        }
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> entries) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            line.append(entry);
            if (i < entries.size() - 1) {
                line.append(" ".repeat(width(i) - entry.length() + 2));
            }
        }
        return line.toString();
    }

    private int width(int column) {
        int width = head.isEmpty() ? 0 : head.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
