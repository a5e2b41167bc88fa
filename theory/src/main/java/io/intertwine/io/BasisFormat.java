package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.rep.EquivariantMaps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Bases of spaces of linear maps. JSON in the format {@code intertwine-basis/1} has the entries that are not zero, exactly; a file whose
 * name ends with {@code .npz} or {@code .safetensors} has one tensor {@code basis} of binary64 numbers with all entries, of d x dim W x
 * dim V.
 */
public final class BasisFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-basis/1";

    /** The most numbers of a tensor. */
    public static final long MOST_NUMBERS = 1L << 25;

    /** The most entries that are written as JSON. */
    public static final long MOST_ENTRIES = 10_000_000;

    /** The most rows of all maps together, as each map has its rows written one by one. */
    public static final long MOST_ROWS = 1_000_000_000;

    private static final String TENSOR = "basis";

    private BasisFormat() {}

    /**
     * Writes the basis of a space of maps in the format that the file's name asks for.
     *
     * @throws FormatException if the basis is too large, or a number cannot be written in this format
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(EquivariantMaps maps, Path file) throws FormatException, IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean safetensors = name.endsWith(".safetensors");
        try (OutputFile output = OutputFile.create(file)) {
            if (safetensors || name.endsWith(".npz")) {
                List<StoredTensor> tensors = List.of(dense(maps, file));
                if (safetensors) {
                    SafetensorsWriter.write(tensors, output.stream());
                } else {
                    NpzWriter.write(tensors, output.stream());
                }
            } else {
                sparse(maps, new JsonWriter(output.writer(), file.toString()), file);
            }
            output.commit();
        }
    }

    private static void sparse(EquivariantMaps maps, JsonWriter json, Path file) throws FormatException, IOException {
        if (!isModest(maps, MOST_ENTRIES)) {
            throw tooLarge(maps, file);
        }
        json.object().name("format").text(FORMAT);
        json.name("rows").integer(maps.target().dimension());
        json.name("columns").integer(maps.source().dimension());
        json.name("maps").list();
        long entries = 0;
        for (Iterator<SparseMatrix> each = maps.basis().iterator(); each.hasNext(); ) {
            SparseMatrix map = each.next();
            entries += map.size();
            if (entries > MOST_ENTRIES) {
                throw tooLarge(maps, file);
            }
            SparseEntries.write(map, json);
        }
        json.end().end();
    }

    /** Whether a basis may have so few entries, by its number of maps and their sizes. */
    public static boolean isModest(EquivariantMaps maps, long entries) {
        return maps.dimension() <= entries
                && maps.dimension() <= MOST_ROWS / maps.target().dimension();
    }

    private static FormatException tooLarge(EquivariantMaps maps, Path file) {
        return new FormatException(
                file.toString(),
                "the basis has " + maps.dimension() + " maps of "
                        + maps.target().dimension() + " x "
                        + maps.source().dimension() + " entries, and at most " + MOST_ENTRIES
                        + " entries that are not zero are written; write the bases of parts of the representations instead");
    }

    private static StoredTensor dense(EquivariantMaps maps, Path file) throws FormatException {
        int rows = maps.target().dimension();
        int columns = maps.source().dimension();
        long places = (long) rows * columns;
        if (maps.dimension() > MOST_NUMBERS / places) {
            throw new FormatException(
                    file.toString(),
                    "the basis has " + maps.dimension() + " maps of " + rows + " x " + columns
                            + " entries, and a tensor at most " + MOST_NUMBERS
                            + " numbers; write it into a JSON file, which has only the entries that are not zero");
        }
        int count = (int) maps.dimension();
        long[] bits = new long[count * (int) places];
        int next = 0;
        for (Iterator<SparseMatrix> each = maps.basis().iterator(); each.hasNext(); next += (int) places) {
            for (SparseMatrix.Entry entry : each.next().entries()) {
                if (!entry.value().isBinary64()) {
                    throw new FormatException(
                            TensorNames.place(file, TENSOR),
                            "cannot hold " + JsonAtom.shown(entry.value().toString())
                                    + ", which is no 64-bit float; write the basis into a JSON file instead");
                }
                bits[next + entry.row() * columns + entry.column()] =
                        entry.value().toBinary64Bits();
            }
        }
        ExactMatrix numbers = ExactMatrix.ofBinary64(count, (int) places, bits);
        return new StoredTensor(TENSOR, List.of(count, rows, columns), numbers, DataType.F64);
    }
}
