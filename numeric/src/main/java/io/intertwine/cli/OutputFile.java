package io.intertwine.cli;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes: checked before the work starts, and put in place only when it is complete, so that a file of that
 * name stays as it was if anything fails.
 *
 * @param path where it goes
 */
record OutputFile(Path path) {
    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        /** Writes the whole file at the given place. */
        void writeTo(Path place) throws IOException, FormatException;
    }

    /** A place that can be written to. Refuses a folder, and a file in a folder that does not exist. */
    static OutputFile at(String name) throws FormatException {
        Path path = path(name);
        if (Files.isDirectory(path)) {
            throw new FormatException(name, "expected a file to write to, found a folder");
        }
        Path folder = folder(path);
        if (!Files.isDirectory(folder)) {
            throw new FormatException(name, "the folder " + folder + " does not exist");
        }
        if (!Files.isWritable(Files.exists(path) && !Files.isRegularFile(path) ? path : folder)) {
            throw new FormatException(name, "no permission to write in the folder " + folder);
        }
        return new OutputFile(path);
    }

    /** A path. Refuses a name that the file system cannot have. */
    static Path path(String name) throws FormatException {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new FormatException(name, "not the name of a file: " + invalid.getReason(), invalid);
        }
    }

    /** Writes the file. */
    void write(Content content) throws FormatException {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                content.writeTo(path);
                return;
            }
            Path target = Files.exists(path) ? path.toRealPath() : path;
            writeBeside(target, content);
        } catch (IOException failure) {
            throw new FormatException(path.toString(), "cannot be written: " + InputFiles.reason(failure), failure);
        }
    }

    private static void writeBeside(Path target, Content content) throws IOException, FormatException {
        Path part = folder(target).resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            content.writeTo(part);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path folder(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
