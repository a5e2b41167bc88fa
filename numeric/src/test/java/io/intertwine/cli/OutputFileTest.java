package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFailureNamesTheFile() throws FormatException {
        OutputFile file = OutputFile.at(folder.resolve("file.txt").toString());
        assertThatThrownBy(() -> file.attempt(() -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("file.txt: cannot be written: disk full");
        assertThatThrownBy(() -> file.attempt(() -> {
                    throw new AccessDeniedException("file.txt");
                }))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void aDirectoryAndAMissingDirectoryAreRefused() {
        assertThatThrownBy(() -> OutputFile.at(folder.toString())).hasMessageContaining("found a directory");
        assertThatThrownBy(() -> OutputFile.at(folder.resolve("no/file").toString()))
                .hasMessageContaining("does not exist");
    }

    @Test
    void theSameFileIsKnownByAnyName() throws IOException {
        Path path = folder.resolve("file.txt");
        OutputFile file = new OutputFile(path);
        OutputFile same = new OutputFile(folder.resolve("./file.txt"));
        assertThat(file.isSameAs(same)).isTrue();
        Files.writeString(path, "");
        assertThat(file.isSameAs(same)).isTrue();
        assertThat(file.isSameAs(new OutputFile(folder.resolve("other.txt")))).isFalse();
    }
}
