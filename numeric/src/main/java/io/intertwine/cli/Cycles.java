package io.intertwine.cli;

/** Permutations in cycles, for people. */
final class Cycles {
    private Cycles() {}

    /** The cycles of i -> images[i] that move something, {@code (0 1)(2 4 3)}; the identity is {@code ()}. */
    static String of(int[] images) {
        StringBuilder text = new StringBuilder();
        boolean[] seen = new boolean[images.length];
        for (int start = 0; start < images.length; start++) {
            if (!seen[start] && images[start] != start) {
                text.append('(').append(start);
                seen[start] = true;
                for (int i = images[start]; !seen[i]; i = images[i]) {
                    seen[i] = true;
                    text.append(' ').append(i);
                }
                text.append(')');
            }
        }
        return text.isEmpty() ? "()" : text.toString();
    }
}
