package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsReplacedOnlyWhenTheNewOneIsComplete() throws IOException, FormatException {
        Path path = Files.writeString(folder.resolve("file.txt"), "old");
        OutputFile file = OutputFile.at(path.toString());
        assertThatThrownBy(() -> file.write(place -> {
                    Files.writeString(place, "half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("disk full");
        assertThat(path).hasContent("old");
        assertThat(folder).isDirectoryContaining(path::equals).satisfies(f -> assertThat(f.toFile().list()).hasSize(1));
        file.write(place -> Files.writeString(place, "new"));
        assertThat(path).hasContent("new");
    }

    @Test
    void aLinkStaysALink() throws IOException, FormatException {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);
        OutputFile.at(link.toString()).write(place -> Files.writeString(place, "new"));
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void aDirectoryAndAMissingDirectoryAreRefused() {
        assertThatThrownBy(() -> OutputFile.at(folder.toString())).hasMessageContaining("found a directory");
        assertThatThrownBy(() -> OutputFile.at(folder.resolve("no/file").toString())).hasMessageContaining("does not exist");
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
