package io.intertwine.cli;

import io.intertwine.dimension.Dimension;
import io.intertwine.find.Answer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table of functional dimensions, as it stands in the file.
 *
 * @param fields the entries, as many as {@link #COLUMNS}
 */
record DimensionRow(List<String> fields) {
    static final List<String> COLUMNS = List.of(
            "widths",
            "activation",
            "bias",
            "parameters",
            "symmetry_dimension",
            "ambient",
            "lower_bound",
            "upper_bound",
            "dimension",
            "proved",
            "defect",
            "locally_identifiable",
            "rule",
            "prime",
            "seed");

    private static final int PROVED = COLUMNS.indexOf("proved");

    DimensionRow {
        fields = List.copyOf(fields);
    }

    /**
     * What a whole table has in common.
     *
     * @param activation the activation of all hidden layers, by name
     * @param bias whether there are biases
     * @param prime what ranks are counted modulo
     * @param seed the seed
     */
    record Settings(String activation, boolean bias, long prime, long seed) {
        private static final List<String> NAMES = List.of("activation", "bias", "prime", "seed");

        private List<String> values() {
            return List.of(activation, String.valueOf(bias), String.valueOf(prime), String.valueOf(seed));
        }

        /** The first of these in which a row differs, as a sentence; empty if it has all of them. */
        String difference(DimensionRow row) {
            for (int i = 0; i < NAMES.size(); i++) {
                String found = row.fields.get(COLUMNS.indexOf(NAMES.get(i)));
                if (!found.equals(values().get(i))) {
                    return "expected the " + NAMES.get(i) + " " + values().get(i) + ", found " + found;
                }
            }
            return "";
        }
    }

    /** The row of a family. The dimension and the defect are left empty where the bounds differ. */
    static DimensionRow of(List<Integer> widths, Settings settings, Dimension dimension) {
        boolean proved = dimension.isProved();
        return new DimensionRow(List.of(
                name(widths),
                settings.activation,
                String.valueOf(settings.bias),
                String.valueOf(dimension.parameters()),
                dimension.symmetryDimension().toString(),
                dimension.ambient().stream()
                        .map(BigInteger::toString)
                        .findFirst()
                        .orElse(""),
                String.valueOf(dimension.lower()),
                dimension.upper().toString(),
                proved ? String.valueOf(dimension.lower()) : "",
                String.valueOf(proved),
                proved ? dimension.defect().toString() : "",
                answer(dimension.locallyIdentifiable()),
                dimension.bounds().get(0).rule(),
                String.valueOf(settings.prime),
                String.valueOf(settings.seed)));
    }

    /** Widths as they stand in a table, {@code 2-3-1}. */
    static String name(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static String answer(Answer answer) {
        return switch (answer) {
            case HOLDS -> "true";
            case REFUTED -> "false";
            case UNDETERMINED -> "";
        };
    }

    String widths() {
        return fields.get(0);
    }

    boolean isProved() {
        return fields.get(PROVED).equals("true");
    }

    /** A line of a file, without its end: entries with commas or quotes are quoted (RFC 4180). */
    static String line(List<String> fields) {
        return fields.stream()
                .map(field ->
                        field.contains(",") || field.contains("\"") ? "\"" + field.replace("\"", "\"\"") + "\"" : field)
                .collect(Collectors.joining(","));
    }

    /** The entries of a line. */
    static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append(character);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
