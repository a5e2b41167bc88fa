package io.intertwine.exact;

import java.util.stream.IntStream;

/** A partition of 0, ..., n - 1 that becomes coarser: union and find. The root of a class is its smallest element. */
final class Partition {
    private final int[] parents;

    /** All classes have one element. */
    Partition(int n) {
        parents = IntStream.range(0, n).toArray();
    }

    /** The smallest element of a class. */
    int root(int element) {
        int each = element;
        while (parents[each] != each) {
            parents[each] = parents[parents[each]];
            each = parents[each];
        }
        return each;
    }

    /** Joins the classes of two elements. */
    void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        parents[Math.max(x, y)] = Math.min(x, y);
    }
}
