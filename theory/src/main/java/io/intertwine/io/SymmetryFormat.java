package io.intertwine.io;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Symmetries in the format {@code intertwine-symmetry/1}: a group with its actions on the input and the output of a network. */
public final class SymmetryFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-symmetry/1";

    /** The most coordinates that all generators together act on. */
    public static final long MOST_COORDINATES = 1L << 24;

    private SymmetryFormat() {}

    /** Reads a symmetry; refuses actions that do not satisfy the relators of the group. */
    public static Symmetry read(Path file) throws FormatException {
        return SymmetryReader.read(file);
    }

    /**
     * Writes a symmetry with explicit generators, relators and actions.
     *
     * @throws FormatException if a number is too long to be read again
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(Symmetry symmetry, Path file) throws FormatException, IOException {
        try (OutputFile output = OutputFile.create(file)) {
            write(symmetry, new JsonWriter(output.writer(), file.toString()));
            output.commit();
        }
    }

    private static void write(Symmetry symmetry, JsonWriter json) throws FormatException, IOException {
        GroupDescription group = symmetry.group();
        json.object();
        json.name("format").text(FORMAT);
        write(group, json.name("group"));
        json.name("input");
        write(symmetry.input(), json);
        json.name("output");
        write(symmetry.output(), json);
        json.end();
    }

    /** A group with its generators and, where it has them, relators. */
    static void write(GroupDescription group, JsonWriter json) throws IOException {
        json.object().name("generators").texts(group.generators());
        if (group instanceof GroupDescription.Presentation) {
            List<Word> relators = group.relators();
            json.name("relators")
                    .texts(relators.stream()
                            .map(word -> word.format(group.generators()))
                            .toList());
        }
        json.end();
    }

    /** An action for each generator. */
    static void write(Representation representation, JsonWriter json) throws FormatException, IOException {
        json.object();
        List<String> generators = representation.group().generators();
        for (int i = 0; i < generators.size(); i++) {
            ActionWriter.write(representation.images().get(i), json.name(generators.get(i)));
        }
        json.end();
    }
}
