package io.intertwine.io;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The text of a {@code .npy} header: a Python dictionary with exactly the keys descr, fortran_order and shape. */
final class NpyHeader {
    private static final char END = '\0';
    private static final int MOST_AXES = 64;
    private static final int LONGEST_SIZE = 18;
    private static final Map<String, DataType> TYPES = Map.ofEntries(
            Map.entry("f2", DataType.F16),
            Map.entry("f4", DataType.F32),
            Map.entry("f8", DataType.F64),
            Map.entry("i1", DataType.I8),
            Map.entry("i2", DataType.I16),
            Map.entry("i4", DataType.I32),
            Map.entry("i8", DataType.I64),
            Map.entry("u1", DataType.U8),
            Map.entry("u2", DataType.U16),
            Map.entry("u4", DataType.U32),
            Map.entry("u8", DataType.U64));

    private final String place;
    private final String text;
    private int position;

    private NpyHeader(String place, String text) {
        this.place = place;
        this.text = text;
    }

    /** How the numbers lie, as the header says. */
    static TensorLayout layout(String text, String place) throws FormatException {
        return new NpyHeader(place, text).layout();
    }

    private TensorLayout layout() throws FormatException {
        Map<String, String> words = new TreeMap<>();
        List<Long> shape = new ArrayList<>();
        require('{');
        while (peek() != '}') {
            String name = quoted();
            require(':');
            if (words.put(name, value(shape)) != null) {
                throw malformed("no field twice");
            }
            if (peek() != '}') {
                require(',');
            }
        }
        require('}');
        if (peek() != END || !words.keySet().equals(Set.of("descr", "fortran_order", "shape"))) {
            throw malformed("exactly the fields 'descr', 'fortran_order' and 'shape'");
        }
        return layout(words.getOrDefault("descr", ""), words.getOrDefault("fortran_order", ""), shape);
    }

    private TensorLayout layout(String description, String columnMajor, List<Long> shape) throws FormatException {
        Optional<DataType> type = type(description);
        if (type.isEmpty()) {
            throw TensorNames.noNumbers(place, description);
        }
        if (!columnMajor.equals("True") && !columnMajor.equals("False")) {
            throw malformed("'fortran_order' to be True or False");
        }
        ByteOrder order = description.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new TensorLayout(type.get(), order, shape, columnMajor.equals("True"));
    }

    /** The type of a description such as {@code <f4}; types of one byte may say that they have no order of bytes. */
    private static Optional<DataType> type(String description) {
        Optional<DataType> type =
                Optional.ofNullable(description.isEmpty() ? null : TYPES.get(description.substring(1)));
        return type.filter(known -> (known.bytes() == 1 ? "<>|" : "<>").indexOf(description.charAt(0)) >= 0);
    }

    /** A text, a constant, or a shape, whose sizes are added to the list. */
    private String value(List<Long> shape) throws FormatException {
        if (peek() == '\'' || peek() == '"') {
            return quoted();
        }
        if (peek() == '(') {
            shape(shape);
            return "()";
        }
        int start = position;
        while (Character.isLetter(current())) {
            position++;
        }
        if (position == start) {
            throw malformed("a text, True, False or a shape (fields of other kinds are no arrays of numbers)");
        }
        return text.substring(start, position);
    }

    private void shape(List<Long> shape) throws FormatException {
        require('(');
        while (peek() != ')') {
            shape.add(size());
            if (shape.size() > MOST_AXES) {
                throw malformed("a shape of at most " + MOST_AXES + " axes");
            }
            if (peek() != ')') {
                require(',');
            }
        }
        require(')');
    }

    private long size() throws FormatException {
        int start = position;
        while (current() >= '0' && current() <= '9') {
            position++;
        }
        if (position == start || position - start > LONGEST_SIZE) {
            throw malformed("a size of 1 to " + LONGEST_SIZE + " digits");
        }
        return Long.parseLong(text.substring(start, position));
    }

    private String quoted() throws FormatException {
        char quote = peek();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, position + 1) : -1;
        if (end < 0) {
            throw malformed("a quoted name");
        }
        String result = text.substring(position + 1, end);
        position = end + 1;
        return result;
    }

    private void require(char expected) throws FormatException {
        if (peek() != expected) {
            throw malformed("'" + expected + "'");
        }
        position++;
    }

    private char peek() {
        while (current() == ' ' || current() == '\n' || current() == '\t') {
            position++;
        }
        return current();
    }

    private char current() {
        return position < text.length() ? text.charAt(position) : END;
    }

    private FormatException malformed(String expected) {
        return new FormatException(
                place,
                "expected " + expected + " at character " + position + " of the NumPy header "
                        + FormatException.quote(text.strip()));
    }
}
