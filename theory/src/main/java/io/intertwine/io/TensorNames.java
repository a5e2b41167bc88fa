package io.intertwine.io;

import java.nio.file.Path;
import java.util.Collection;

/** What is said about tensors and the files that they should be in. */
final class TensorNames {
    private TensorNames() {}

    static String place(Path file, String name) {
        return file + ", tensor " + FormatException.quote(name);
    }

    static FormatException missing(Path file, String name, Collection<String> names) {
        String found = names.isEmpty() ? "no tensors" : JsonNames.list(names);
        return new FormatException(
                file.toString(),
                "expected a tensor " + FormatException.quote(name) + ", found " + found
                        + NearestName.question(name, names));
    }

    static FormatException noNumbers(String place, String type) {
        return new FormatException(
                place,
                "expected real numbers of type " + String.join(", ", DataType.names()) + ", found type "
                        + FormatException.quote(type));
    }
}
