package io.intertwine.io;

import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import java.nio.file.Path;

/** What a file holds where a network or an architecture may stand: its format says which. */
public sealed interface ModelFile {
    /** The family of networks that the file speaks of. */
    Architecture architecture();

    /** A network. */
    record OfNetwork(Network network) implements ModelFile {
        @Override
        public Architecture architecture() {
            return Architecture.of(network);
        }
    }

    /** A family of networks. */
    record OfArchitecture(Architecture architecture) implements ModelFile {}

    /** Reads a network or an architecture. */
    static ModelFile read(Path file) throws FormatException {
        NetworkReader.refuseOtherFiles(file);
        JsonObject root = JsonReader.readObject(
                file, "a network or an architecture: an object with \"format\"", NumberText.LONGEST);
        String both = "\"" + NetworkFormat.FORMAT + "\" or \"" + ArchitectureFormat.FORMAT + "\"";
        JsonValue format = root.find("format")
                .orElseThrow(() -> root.refuse("expected a field \"format\": " + both + ", found " + root.kind()));
        String found = format.requireText("the format " + both);
        return switch (found.substring(0, found.indexOf('/') + 1)) {
            case "intertwine-network/" -> new OfNetwork(NetworkReader.read(file, root));
            case "intertwine-architecture/" -> new OfArchitecture(ArchitectureReader.read(root));
            default ->
                throw format.refuse("expected the format " + both + ", found " + FormatException.quote(found)
                        + "; is it the right file?");
        };
    }
}
