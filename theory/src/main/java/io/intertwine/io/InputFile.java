package io.intertwine.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are read. */
public final class InputFile {
    private InputFile() {}

    /** The size in bytes of a file that must be a regular one. */
    public static long requireSize(Path file) throws FormatException {
        if (!Files.exists(file)) {
            throw new FormatException(file.toString(), "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new FormatException(file.toString(), "expected a file, found a directory");
        }
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** The refusal that says why a file cannot be read. */
    public static FormatException unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new FormatException(file.toString(), "there is no such file", cause);
        }
        String reason =
                cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
        return new FormatException(file.toString(), "cannot be read: " + reason, cause);
    }
}
