package io.intertwine.io;

import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.LieClosure;
import io.intertwine.rep.LinearRepresentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of a representation. */
final class RepresentationReader {
    private static final String REPRESENTATION = "representation";

    private final JsonObject root;

    private RepresentationReader(JsonObject root) {
        this.root = root;
    }

    /** The representation in a file; of this group, if one is named: a list of at most one. */
    static LinearRepresentation read(Path file, List<ActingGroup> expected) throws FormatException {
        JsonObject root = JsonReader.readObject(
                file,
                "a representation: an object with \"format\", \"group\" and \"action\", or \"representation\"",
                NumberText.LONGEST);
        root.requireFormat(RepresentationFormat.FORMAT);
        root.requireOnly("format", "group", "action", "lie", "brackets", "closed", REPRESENTATION);
        return new RepresentationReader(root).read(expected);
    }

    private LinearRepresentation read(List<ActingGroup> expected) throws FormatException {
        boolean built = root.members().containsKey(REPRESENTATION);
        requireForm(built);
        KnownGroup known = group();
        for (ActingGroup other : expected) {
            SameGroup.require(root.find("group").orElse(root), other, known.group());
        }
        ActingGroup group = expected.isEmpty() ? known.group() : expected.get(0);
        StructureReader reader = new StructureReader(group, known);
        LinearRepresentation representation = built ? reader.read(root.require(REPRESENTATION)) : reader.matrices(root);
        if (isClosed()) {
            requireClosed(group.connected().generators(), reader.derivatives());
        }
        return representation;
    }

    /** Either matrices of the generators stand in the file itself, or something that is built from such. */
    private void requireForm(boolean built) throws FormatException {
        if (built && root.members().containsKey("action")) {
            throw root.require("action").refuse("expected \"action\" or \"representation\", found both");
        }
        Optional<JsonValue> lie = root.find("lie");
        if (lie.isPresent() && built == lie.get() instanceof JsonObject) {
            throw lie.get()
                    .expected(
                            built
                                    ? "a list of the names of generators, because \"representation\" has their matrices,"
                                    : "an object with a derivative for each generator");
        }
        if (!built && lie.isEmpty() && !root.members().containsKey("action")) {
            throw root.refuse("expected a field \"action\", \"lie\" or \"representation\", found " + root.kind());
        }
    }

    private KnownGroup group() throws FormatException {
        LieAlgebra algebra = LieReader.read(root);
        Optional<JsonValue> group = root.find("group");
        if (group.isEmpty() && algebra.generators().isEmpty()) {
            throw root.refuse("expected a field \"group\", found " + root.kind());
        }
        try {
            return group.isPresent()
                    ? KnownGroup.read(group.get(), algebra)
                    : new KnownGroup(new ActingGroup(new GroupDescription.Generated(List.of()), algebra), Map.of());
        } catch (IllegalArgumentException sameNames) {
            throw root.refuse(sameNames);
        }
    }

    private boolean isClosed() throws FormatException {
        Optional<JsonValue> closed = root.find("closed");
        if (closed.isEmpty()) {
            return false;
        }
        if (root.find("lie").isEmpty()) {
            throw closed.get().refuse("\"closed\" speaks of the generators of a Lie algebra, and there are none");
        }
        return closed.get().requireAtom("true or false").requireFlag("true or false");
    }

    private void requireClosed(List<String> names, List<SparseMatrix> derivatives) throws FormatException {
        Optional<LieClosure.Pair> open = LieClosure.firstOpen(derivatives);
        if (open.isPresent()) {
            throw root.require("closed")
                    .refuse("the Lie algebra is not closed: the bracket ["
                            + names.get(open.get().left()) + ", "
                            + names.get(open.get().right()) + "] is no combination of the generators "
                            + JsonNames.list(names));
        }
    }
}
