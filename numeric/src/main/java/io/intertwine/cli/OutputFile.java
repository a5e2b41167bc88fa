package io.intertwine.cli;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * A file that a command writes, checked before the work starts. The writers put it in place only when it is complete, so that a file
 * of that name stays as it was if anything fails.
 *
 * @param path where it goes
 */
record OutputFile(Path path) {
    /** Something that writes files of its own accord. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws IOException, FormatException;
    }

    /** A place that can be written to. Refuses a directory, and a file in a directory that does not exist. */
    static OutputFile at(String name) throws FormatException {
        Path path = InputFiles.path(name);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            String found = Files.isDirectory(path) ? "a directory" : "something else";
            throw new FormatException(name, "expected a regular file to write to, found " + found);
        }
        Path directory = directory(path);
        if (!Files.isDirectory(directory)) {
            throw new FormatException(name, "the directory " + directory + " does not exist");
        }
        if (!Files.isWritable(directory)) {
            throw new FormatException(name, "no permission to write in the directory " + directory);
        }
        return new OutputFile(path);
    }

    /** Whether both are the same regular file, there already or not. */
    boolean isSameAs(OutputFile other) {
        try {
            return (Files.exists(path) && Files.exists(other.path))
                    ? Files.isSameFile(path, other.path)
                    : path.toAbsolutePath()
                            .normalize()
                            .equals(other.path.toAbsolutePath().normalize());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Refuses outputs that would replace an input, or one another. */
    static void requireDistinct(List<OutputFile> outputs, List<String> inputs, ParseResult arguments)
            throws FormatException {
        List<OutputFile> taken = new ArrayList<>();
        for (String input : inputs) {
            taken.add(new OutputFile(InputFiles.path(input)));
        }
        for (OutputFile output : outputs) {
            if (taken.stream().anyMatch(output::isSameAs)) {
                throw Parameters.wrong(arguments, output + " is named twice: an output would replace it");
            }
            taken.add(output);
        }
    }

    /** Does something that writes this file, and says so if it fails. */
    void attempt(Work work) throws FormatException {
        try {
            work.run();
        } catch (AccessDeniedException denied) {
            throw new FormatException(path.toString(), "cannot be written: permission denied", denied);
        } catch (IOException failure) {
            throw new FormatException(path.toString(), "cannot be written: " + failure.getMessage(), failure);
        }
    }

    private static Path directory(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
