package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageActionsTest {
    private static final ImageActions WIDE = new ImageActions(1, 2, 3);
    private static final ImageActions SQUARE = new ImageActions(1, 2, 2);

    private static List<Scalar> image(String pixels) {
        return pixels.replace("/", "").chars().mapToObj(Scalar::of).toList();
    }

    /** The image after the action; rows are separated by slashes. */
    private static String moved(AffineMap action, String pixels) {
        String letters = action.apply(image(pixels)).stream()
                .map(pixel ->
                        String.valueOf((char) pixel.rational().getNumerator().intValue()))
                .collect(Collectors.joining());
        int width = pixels.indexOf('/');
        StringBuilder rows = new StringBuilder(letters);
        for (int i = width; i < rows.length(); i += width + 1) {
            rows.insert(i, '/');
        }
        return rows.toString();
    }

    @Test
    void picturesAreMovedAsTheirNamesSay() {
        assertThat(moved(WIDE.mirror(), "abc/def")).isEqualTo("cba/fed");
        assertThat(moved(WIDE.flip(), "abc/def")).isEqualTo("def/abc");
        assertThat(moved(SQUARE.rotate90(), "ab/cd")).isEqualTo("bd/ac");
        assertThat(moved(WIDE.translate(0, 1), "abc/def")).isEqualTo("cab/fde");
        assertThat(moved(WIDE.translate(1, 0), "abc/def")).isEqualTo("def/abc");
    }

    @Test
    void everyChannelIsMovedAlike() {
        AffineMap action = new ImageActions(2, 1, 3).mirror();
        assertThat(action.permutation().toArray()).containsExactly(2, 1, 0, 5, 4, 3);
    }

    @ParameterizedTest
    @CsvSource({"1,2,3", "3,4,5", "2,3,3", "1,1,1", "2,6,1"})
    void pixelsGoWhereTheFormatSays(int channels, int height, int width) {
        ImageActions actions = new ImageActions(channels, height, width);
        int[] mirror = actions.mirror().permutation().toArray();
        int[] flip = actions.flip().permutation().toArray();
        int[] translate = actions.translate(-1, 2).permutation().toArray();
        int[] rotate = height == width ? actions.rotate90().permutation().toArray() : new int[0];
        for (int k = 0; k < channels; k++) {
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < width; c++) {
                    int pixel = (k * height + r) * width + c;
                    assertThat(mirror[pixel]).isEqualTo((k * height + r) * width + width - 1 - c);
                    assertThat(flip[pixel]).isEqualTo((k * height + height - 1 - r) * width + c);
                    assertThat(translate[pixel])
                            .isEqualTo((k * height + (r + height - 1) % height) * width + (c + 2) % width);
                    if (height == width) {
                        assertThat(rotate[pixel]).isEqualTo((k * height + width - 1 - c) * width + r);
                    }
                }
            }
        }
    }

    @Test
    void theActionsSatisfyTheRelatorsOfTheDihedralGroupAndOfTheTorus() {
        ImageActions actions = new ImageActions(2, 5, 5);
        AffineMap r = actions.rotate90();
        AffineMap s = actions.mirror();
        assertThat(r.after(r).after(r).after(r).isIdentity()).isTrue();
        assertThat(s.after(s).isIdentity()).isTrue();
        assertThat(r.after(s).after(r).after(s).isIdentity()).isTrue();
        assertThat(r.after(r)).isEqualTo(s.after(actions.flip()));
        assertThat(actions.translate(2, 3).after(actions.translate(-2, 2)).isIdentity())
                .isTrue();
        assertThat(actions.translate(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .isEqualTo(actions.translate(Math.floorMod(Integer.MIN_VALUE, 5), Math.floorMod(Integer.MAX_VALUE, 5)));
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageActions(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageActions(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageActions(1, 1, 0));
        int huge = Integer.MAX_VALUE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageActions(huge, huge, huge))
                .withMessageContaining("dimension");
        assertThatIllegalArgumentException().isThrownBy(WIDE::rotate90).withMessageContaining("2 rows and 3 columns");
    }
}
