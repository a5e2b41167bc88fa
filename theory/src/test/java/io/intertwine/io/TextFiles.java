package io.intertwine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for the tests of readers, and what every refusal must look like. */
final class TextFiles {
    private TextFiles() {}

    /** Writes a file; single quotes stand for double quotes, so that JSON can be read in a test. */
    static Path json(Path folder, String name, String text) {
        return write(folder.resolve(name), text.replace('\'', '"'));
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Something that must be refused. */
    @FunctionalInterface
    interface Reading {
        void run() throws Exception;
    }

    /** Checks that a reading is refused in one line that says all of this. */
    static void assertRefused(Reading reading, String... parts) {
        FormatException refusal = catchThrowableOfType(FormatException.class, reading::run);
        assertThat(refusal).as("refusal that says %s", String.join(", ", parts)).isNotNull();
        assertThat(refusal.getMessage()).contains(parts).hasLineCount(1);
        assertThat(refusal.getMessage().length()).isLessThan(2_100);
    }
}
