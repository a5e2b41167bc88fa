package io.intertwine.io;

import io.intertwine.group.GroupDescription;
import io.intertwine.rep.Symmetry;
import java.nio.file.Path;

/** Reads the JSON of a symmetry. */
final class SymmetryReader {
    private SymmetryReader() {}

    static Symmetry read(Path file) throws FormatException {
        JsonObject root = JsonReader.readObject(
                file, "a symmetry: an object with \"format\", \"group\", \"input\" and \"output\"", NumberText.LONGEST);
        root.requireFormat(SymmetryFormat.FORMAT);
        if (root.members().containsKey("lie")) {
            throw root.require("lie").refuse("\"lie\" (connected groups) is not built yet");
        }
        root.requireOnly("format", "group", "input", "output");
        GroupDescription group = GroupReader.read(root.require("group"));
        ActionsReader reader = new ActionsReader();
        return new Symmetry(
                reader.read(root.require("input"), "input", group),
                reader.read(root.require("output"), "output", group));
    }
}
