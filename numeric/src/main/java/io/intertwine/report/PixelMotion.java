package io.intertwine.report;

import io.intertwine.group.Permutation;
import java.util.Optional;

/** A rigid motion of all pixels of an image, with the words for what it does to a filter. */
enum PixelMotion {
    IDENTITY("the same", "the image stays"),
    MIRROR("mirrored", "left and right change places"),
    FLIP("flipped", "up and down change places"),
    QUARTER_TURN("turned", "a quarter turn to the left"),
    HALF_TURN("turned", "half a turn"),
    THREE_QUARTER_TURN("turned", "a quarter turn to the right"),
    TRANSPOSITION("reflected", "rows and columns change places"),
    ANTITRANSPOSITION("reflected", "a reflection in the other diagonal"),
    TRANSLATION("shifted", "a circular shift");

    private final String filter;
    private final String words;

    PixelMotion(String filter, String words) {
        this.filter = filter;
        this.words = words;
    }

    /** What a filter is to its image under the motion: "mirrored". */
    String filter() {
        return filter;
    }

    /** The motion in words. */
    String words() {
        return words;
    }

    /** The motion that a permutation of all numbers of an image is, the same on every channel. */
    static Optional<PixelMotion> of(Permutation permutation, ImageShape shape) {
        for (PixelMotion motion : values()) {
            boolean possible = shape.height() == shape.width() || motion.keepsSides();
            if (possible && motion.agrees(permutation, shape)) {
                return Optional.of(motion);
            }
        }
        return Optional.empty();
    }

    /** Whether rows and columns are told apart: a list of numbers has no such motion. */
    boolean isPlanar() {
        return this != IDENTITY && this != HALF_TURN && this != TRANSLATION;
    }

    private boolean keepsSides() {
        return this != QUARTER_TURN && this != THREE_QUARTER_TURN && this != TRANSPOSITION && this != ANTITRANSPOSITION;
    }

    private boolean agrees(Permutation permutation, ImageShape shape) {
        int plane = shape.plane();
        int start = permutation.apply(0) % plane;
        for (int i = 0; i < shape.size(); i++) {
            int row = i % plane / shape.width();
            int column = i % shape.width();
            if (permutation.apply(i) != i - i % plane + image(row, column, start, shape)) {
                return false;
            }
        }
        return true;
    }

    private int image(int row, int column, int start, ImageShape shape) {
        int down = shape.height() - 1 - row;
        int right = shape.width() - 1 - column;
        return switch (this) {
            case IDENTITY -> row * shape.width() + column;
            case MIRROR -> row * shape.width() + right;
            case FLIP -> down * shape.width() + column;
            case QUARTER_TURN -> right * shape.width() + row;
            case HALF_TURN -> down * shape.width() + right;
            case THREE_QUARTER_TURN -> column * shape.width() + down;
            case TRANSPOSITION -> column * shape.width() + row;
            case ANTITRANSPOSITION -> right * shape.width() + down;
            case TRANSLATION ->
                (row + start / shape.width()) % shape.height() * shape.width() + (column + start) % shape.width();
        };
    }
}
