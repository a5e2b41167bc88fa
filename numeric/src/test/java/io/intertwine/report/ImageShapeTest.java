package io.intertwine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageShapeTest {
    @ParameterizedTest
    @CsvSource({"1, 16, 16", "3, 32, 32", "1, 5, 7", "3, 6, 4"})
    void theShapeIsReadFromTheMirror(int channels, int height, int width) {
        AffineMap mirror = new ImageActions(channels, height, width).mirror();
        ImageShape shape = ImageShape.detect(List.of(mirror)).orElseThrow();
        assertThat(shape.width()).isEqualTo(width);
        assertThat(shape.size()).isEqualTo(channels * height * width);
        if (height == width) {
            assertThat(shape).isEqualTo(new ImageShape(channels, height, width));
        }
    }

    @Test
    void everyMotionOfASquareIsNamed() {
        ImageActions square = new ImageActions(1, 6, 6);
        ImageShape shape = new ImageShape(1, 6, 6);
        AffineMap turn = square.rotate90();
        assertThat(PixelMotion.of(turn.permutation(), shape)).contains(PixelMotion.QUARTER_TURN);
        assertThat(PixelMotion.of(turn.after(turn).permutation(), shape)).contains(PixelMotion.HALF_TURN);
        assertThat(PixelMotion.of(turn.inverse().permutation(), shape)).contains(PixelMotion.THREE_QUARTER_TURN);
        assertThat(PixelMotion.of(square.flip().permutation(), shape)).contains(PixelMotion.FLIP);
        assertThat(PixelMotion.of(square.mirror().permutation(), shape)).contains(PixelMotion.MIRROR);
        assertThat(PixelMotion.of(turn.after(square.mirror()).permutation(), shape))
                .isPresent();
        assertThat(PixelMotion.of(Permutation.identity(36), shape)).contains(PixelMotion.IDENTITY);
        assertThat(ImageShape.detect(List.of(turn, square.mirror()))).contains(shape);
    }

    @Test
    void aTranslationIsFoundOnALargeSquare() {
        int[] images = IntStream.range(0, 36)
                .map(i -> (i / 6 + 2) % 6 * 6 + (i % 6 + 1) % 6)
                .toArray();
        assertThat(PixelMotion.of(Permutation.of(images), new ImageShape(1, 6, 6)))
                .contains(PixelMotion.TRANSLATION);
        assertThat(ImageShape.detect(List.of(permutation(images)))).contains(new ImageShape(1, 6, 6));
    }

    @Test
    void aFewNumbersAreNoImage() {
        assertThat(ImageShape.detect(WorkedExamples.swap(1).input().images())).isEmpty();
        assertThat(ImageShape.detect(List.of(AffineMap.identity(64)))).isEmpty();
        assertThat(ImageShape.detect(List.of(permutation(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0))))
                .isEmpty();
    }

    private static AffineMap permutation(int... images) {
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }
}
