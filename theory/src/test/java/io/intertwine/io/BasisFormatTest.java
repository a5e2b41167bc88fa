package io.intertwine.io;

import static io.intertwine.io.TextFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.Linear;
import io.intertwine.rep.LinearRepresentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasisFormatTest {
    private static final LinearRepresentation POINTS = Linear.permutations(3);

    @TempDir
    Path folder;

    @Test
    void entriesThatAreNotZeroAreWrittenAsJson() throws FormatException, IOException {
        Path file = folder.resolve("b.json");
        LinearRepresentation half =
                Linear.of(new Presentation(List.of("s"), List.of()), Linear.matrix("1 sqrt(2); 0 2"));
        LinearRepresentation twos = Linear.of(new Presentation(List.of("s"), List.of()), Linear.matrix("2"));
        BasisFormat.write(EquivariantMaps.between(half, twos), file);
        JsonObject root = JsonReader.readObject(file, "a basis", NumberText.LONGEST);
        root.requireFormat(BasisFormat.FORMAT);
        assertThat(root.require("rows").requireInteger("rows", 1, 1)).isEqualTo(1);
        assertThat(root.require("columns").requireInteger("columns", 2, 2)).isEqualTo(2);
        assertThat(Files.readString(file)).contains("[[0, 1, \"1\"]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.npz", "B.SAFETENSORS", "b.safetensors"})
    void tensorsHaveAllEntries(String name) throws FormatException, IOException {
        Path file = folder.resolve(name);
        EquivariantMaps maps = EquivariantMaps.between(POINTS, POINTS.multiple(2));
        BasisFormat.write(maps, file);
        try (TensorFile tensors = TensorFile.open(file)) {
            assertThat(tensors.names()).containsExactly("basis");
            assertThat(tensors.shape("basis")).containsExactly(4L, 6L, 3L);
            var numbers = tensors.read("basis").toList();
            int next = 0;
            for (var map : maps.basis().toList()) {
                for (int k = 0; k < 18; k++) {
                    assertThat(numbers.get(next++)).isEqualTo(map.get(k / 3, k % 3));
                }
            }
            assertThat(numbers.get(0)).isIn(Scalar.ZERO, Scalar.ONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.json", "b.npz", "b.safetensors"})
    void aBasisThatIsTooLargeIsRefused(String name) {
        LinearRepresentation many =
                LinearRepresentation.trivial(POINTS.group(), 1).multiple(4000);
        EquivariantMaps maps = EquivariantMaps.between(many, many);
        assertThat(maps.dimension()).isEqualTo(16_000_000);
        assertRefused(
                () -> BasisFormat.write(maps, folder.resolve(name)),
                name,
                "the basis has 16000000 maps of 4000 x 4000");
        assertThat(folder).isEmptyDirectory();
        assertThat(BasisFormat.isModest(maps, 16_000_000)).isFalse();
        EquivariantMaps few = EquivariantMaps.between(POINTS, POINTS);
        assertThat(BasisFormat.isModest(few, 2)).isTrue();
        assertThat(BasisFormat.isModest(few, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.npz", "b.safetensors"})
    void numbersThatAreNoFloatsAreRefused(String name) {
        Presentation free = new Presentation(List.of("s"), List.of());
        LinearRepresentation shear = Linear.of(free, Linear.matrix("1 sqrt(2); 0 2"));
        LinearRepresentation one = Linear.of(free, Linear.matrix("1"));
        assertRefused(
                () -> BasisFormat.write(EquivariantMaps.between(shear, one), folder.resolve(name)),
                name,
                "which is no 64-bit float; write the basis into a JSON file");
        assertThat(folder).isEmptyDirectory();
    }
}
