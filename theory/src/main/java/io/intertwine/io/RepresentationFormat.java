package io.intertwine.io;

import io.intertwine.group.GroupDescription;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Linear representations in the format {@code intertwine-representation/1}: what acts, and the matrices of the generators, or what the
 * representation is built from.
 */
public final class RepresentationFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-representation/1";

    private RepresentationFormat() {}

    /** Reads a representation; refuses matrices that do not satisfy the relators of the group or the brackets of the Lie algebra. */
    public static LinearRepresentation read(Path file) throws FormatException {
        return RepresentationReader.read(file, List.of());
    }

    /** Reads a representation of a group that another file has; the generators get the order that they have there. */
    public static LinearRepresentation read(Path file, ActingGroup group) throws FormatException {
        return RepresentationReader.read(file, List.of(group));
    }

    /**
     * Writes a representation, and keeps how it is built.
     *
     * @throws FormatException if a number is too long to be read again
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(LinearRepresentation representation, Path file) throws FormatException, IOException {
        try (OutputFile output = OutputFile.create(file)) {
            JsonWriter json = new JsonWriter(output.writer(), file.toString());
            json.object().name("format").text(FORMAT);
            group(representation.group().discrete(), json);
            algebra(representation.group().connected(), json);
            json.name("representation");
            write(representation, json);
            json.end();
            output.commit();
        }
    }

    private static void group(GroupDescription group, JsonWriter json) throws IOException {
        if (group.generators().isEmpty()) {
            return;
        }
        SymmetryFormat.write(group, json.name("group"));
    }

    private static void algebra(LieAlgebra algebra, JsonWriter json) throws FormatException, IOException {
        List<String> names = algebra.generators();
        if (names.isEmpty()) {
            return;
        }
        json.name("lie").texts(names);
        if (algebra.brackets().isEmpty()) {
            return;
        }
        json.name("brackets").object();
        for (LieAlgebra.Bracket bracket : algebra.brackets()) {
            json.name("[" + names.get(bracket.left()) + ", " + names.get(bracket.right()) + "]")
                    .inlineObject();
            for (int k = 0; k < names.size(); k++) {
                if (!bracket.combination().get(k).isZero()) {
                    json.name(names.get(k)).number(bracket.combination().get(k));
                }
            }
            json.end();
        }
        json.end();
    }

    private static void write(LinearRepresentation representation, JsonWriter json)
            throws FormatException, IOException {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            json.object();
            given(representation.group(), given, json);
        } else if (structure instanceof Structure.Multiple multiple) {
            json.object().name("multiple").list().integer(multiple.count());
            write(multiple.of(), json);
            json.end();
        } else if (structure instanceof Structure.Dual dual) {
            json.object().name("dual");
            write(dual.of(), json);
        } else {
            boolean sum = structure instanceof Structure.Sum;
            json.object().name(sum ? "sum" : "tensor").list();
            for (LinearRepresentation part : sum ? ((Structure.Sum) structure).summands() : factors(representation)) {
                write(part, json);
            }
            json.end();
        }
        json.end();
    }

    /** The factors of a product that is bracketed to the left. */
    private static List<LinearRepresentation> factors(LinearRepresentation product) {
        List<LinearRepresentation> factors = new ArrayList<>();
        LinearRepresentation rest = product;
        while (rest.structure() instanceof Structure.Tensor tensor) {
            factors.add(0, tensor.right());
            rest = tensor.left();
        }
        factors.add(0, rest);
        return factors;
    }

    private static void given(ActingGroup group, Structure.Given given, JsonWriter json)
            throws FormatException, IOException {
        if (!group.discrete().generators().isEmpty()) {
            SymmetryFormat.write(given.discrete(), json.name("action"));
        }
        List<String> names = group.connected().generators();
        if (names.isEmpty()) {
            return;
        }
        json.name("lie").object();
        for (int x = 0; x < names.size(); x++) {
            json.name(names.get(x))
                    .inlineObject()
                    .name("dimension")
                    .integer(given.discrete().dimension());
            SparseEntries.write(given.derivatives().get(x), json.name("entries"));
            json.end();
        }
        json.end();
    }
}
