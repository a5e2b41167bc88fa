package io.intertwine.report;

import java.util.List;

/** Colours that people with colour-blindness can tell apart: blue is positive, orange is negative. */
final class Colours {
    /** Nothing. */
    static final int TRANSPARENT = 0;

    /** The background of a block of a matrix, on light and on dark pages. */
    static final int BLOCK = 0x2E808A9A;

    private static final int OPAQUE = 0xFF000000;
    private static final int POSITIVE = 0x1F6FB4;
    private static final int NEGATIVE = 0xE0761B;
    private static final int MIDDLE = 0xF7F7F5;

    /** Fill colours for orbits, used in turn; dark text is readable on all of them. */
    private static final List<String> ORBITS = List.of(
            "#8ecae6", "#f4b183", "#a8d5a2", "#d9b8e8", "#ffe08a", "#f2a7b5", "#9fd8cf", "#c9c4f0", "#d6c6a5",
            "#b6d7f2");

    private Colours() {}

    /** The fill colour of the k-th orbit. */
    static String orbit(int k) {
        return ORBITS.get(k % ORBITS.size());
    }

    /** A colour for a number between -1 and 1 on the scale orange, white, blue. */
    static int diverging(double value) {
        double part = Math.min(1, Math.abs(value));
        return mix(MIDDLE, value < 0 ? NEGATIVE : POSITIVE, part);
    }

    /** A colour for a nonzero matrix entry between -1 and 1: small ones are still visible. */
    static int entry(double value) {
        double part = Math.min(1, Math.abs(value));
        return mix(MIDDLE, value < 0 ? NEGATIVE : POSITIVE, 0.35 + 0.65 * part);
    }

    /** A grey for a number between 0 and 1. */
    static int grey(double value) {
        int level = (int) Math.round(255 * Math.max(0, Math.min(1, value)));
        return OPAQUE + level * 0x010101;
    }

    /** A colour from its red, green and blue parts between 0 and 1. */
    static int rgb(double red, double green, double blue) {
        return (grey(red) & (OPAQUE | 0xFF0000)) | (grey(green) & 0xFF00) | (grey(blue) & 0xFF);
    }

    private static int mix(int from, int to, double part) {
        int result = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (from >> shift) & 0xFF;
            int b = (to >> shift) & 0xFF;
            result = (result << 8) | (int) Math.round(a + (b - a) * part);
        }
        return result;
    }
}
