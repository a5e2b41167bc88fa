package io.intertwine.report;

import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the numbers of an input lie in an image: channel by channel, row by row.
 *
 * @param channels the number of channels
 * @param height the number of rows
 * @param width the number of columns
 */
public record ImageShape(int channels, int height, int width) {
    private static final int SMALLEST_SIDE = 3;
    private static final int LARGE = 25;
    private static final List<Integer> CHANNELS = List.of(1, 3);

    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image needs at least one channel, row and column, found " + channels
                    + " x " + height + " x " + width);
        }
    }

    /** The number of numbers in an image. */
    public int size() {
        return channels * height * width;
    }

    /** The number of pixels in one channel. */
    int plane() {
        return height * width;
    }

    /**
     * The shape for which every one of the given actions moves pixels as a mirror, a flip, a rotation or a translation does, and at
     * least one moves something: square images of one and of three channels are tried first. Empty if there is none.
     */
    static Optional<ImageShape> detect(List<AffineMap> actions) {
        if (!actions.stream().allMatch(AffineMap::isMonomial)) {
            return Optional.empty();
        }
        List<Permutation> permutations =
                actions.stream().map(AffineMap::permutation).toList();
        if (permutations.stream().allMatch(Permutation::isIdentity)) {
            return Optional.empty();
        }
        return candidates(permutations.get(0).size()).stream()
                .filter(shape -> shape.explains(permutations))
                .findFirst();
    }

    /** A list read backwards or shifted in a circle is an image only if there are many numbers in a square. */
    private boolean explains(List<Permutation> permutations) {
        List<Optional<PixelMotion>> motions = permutations.stream()
                .map(permutation -> PixelMotion.of(permutation, this))
                .toList();
        boolean large = height == width && size() >= LARGE;
        return motions.stream().allMatch(Optional::isPresent)
                && (large || motions.stream().anyMatch(motion -> motion.get().isPlanar()));
    }

    private static List<ImageShape> candidates(int size) {
        List<ImageShape> squares = new ArrayList<>();
        List<ImageShape> others = new ArrayList<>();
        for (int channels : CHANNELS) {
            int plane = size % channels == 0 ? size / channels : 0;
            for (int height = SMALLEST_SIDE; height <= plane / SMALLEST_SIDE; height++) {
                if (plane % height == 0) {
                    ImageShape shape = new ImageShape(channels, height, plane / height);
                    (height == shape.width ? squares : others).add(shape);
                }
            }
        }
        squares.addAll(others);
        return squares;
    }

    @Override
    public String toString() {
        return (channels == 1 ? "" : channels + " \u00D7 ") + height + " \u00D7 " + width;
    }
}
