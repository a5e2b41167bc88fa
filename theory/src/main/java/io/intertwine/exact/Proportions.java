package io.intertwine.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Unknowns that are known to be proportional, or zero: classes with a root each, and for every unknown x the number f with x = f r, where
 * r is the root of its class. Union and find with path compression (R. E. Tarjan, J. ACM 22 (1975) 215-225), with factors on the edges.
 */
final class Proportions {
    private final int[] parents;
    private final Scalar[] factors;
    /** The roots that are zero. */
    private final BitSet zero = new BitSet();

    private int classes;

    /** Nothing is known of n unknowns. */
    Proportions(int n) {
        parents = IntStream.range(0, n).toArray();
        factors = new Scalar[n];
        Arrays.fill(factors, Scalar.ONE);
        classes = n;
    }

    /** The root of an unknown's class; after this call {@link #factor} of the unknown is a number times this root. */
    int root(int unknown) {
        int root = unknown;
        while (parents[root] != root) {
            root = parents[root];
        }
        compress(unknown, root);
        return root;
    }

    private void compress(int unknown, int root) {
        if (parents[unknown] == root) {
            return;
        }
        int depth = 0;
        for (int each = unknown; parents[each] != root; each = parents[each]) {
            depth++;
        }
        int[] path = new int[depth];
        for (int k = 0, each = unknown; k < depth; k++, each = parents[each]) {
            path[k] = each;
        }
        for (int k = depth - 1; k >= 0; k--) {
            factors[path[k]] = times(factors[path[k]], factors[parents[path[k]]]);
            parents[path[k]] = root;
        }
    }

    /** The factor of an unknown whose {@link #root} has been asked for since the last change. */
    Scalar factor(int unknown) {
        return factors[unknown];
    }

    /** Whether the class of a root is zero. */
    boolean isZero(int root) {
        return zero.get(root);
    }

    /** The class of this root is zero. */
    void setZero(int root) {
        if (!zero.get(root)) {
            zero.set(root);
            classes--;
        }
    }

    /** Two different roots that are not zero are proportional: x = ratio y. */
    void join(int x, int y, Scalar ratio) {
        parents[x] = y;
        factors[x] = ratio;
        classes--;
    }

    /** The number of classes that are not known to be zero. */
    int classes() {
        return classes;
    }

    static Scalar times(Scalar a, Scalar b) {
        if (a.isOne()) {
            return b;
        }
        return b.isOne() ? a : a.multiply(b);
    }
}
