package io.intertwine.dimension;

import java.util.Arrays;
import java.util.List;

/**
 * A segment in the space of inputs with its kinks: between neighbouring nodes the values of the layers so far are affine, up to rounding.
 *
 * @param nodes the first end, the kinks in their order, the last end
 */
record Line(List<Node> nodes) {
    /** Rounding moves kinks by less than this. */
    private static final long SHORTEST = FixedPoint.ONE >> 20;

    Line {
        nodes = List.copyOf(nodes);
    }

    /** The part of a line between neighbouring nodes. */
    record Piece(Node start, Node end) {
        /** Whether the values change on it. */
        boolean isAlive() {
            return !Arrays.equals(start.values(), end.values());
        }

        /** An input on it; the share lies between 0 and 1. */
        long[] input(long share) {
            return FixedPoint.between(start.input(), end.input(), share);
        }

        /** The values there. */
        long[] values(long share) {
            return FixedPoint.between(start.values(), end.values(), share);
        }
    }

    static Line between(long[] start, long[] end) {
        return new Line(List.of(Node.end(start), Node.end(end)));
    }

    Piece piece(int k) {
        return new Piece(nodes.get(k), nodes.get(k + 1));
    }

    int pieces() {
        return nodes.size() - 1;
    }

    /** Whether a node is so close to a neighbour that rounding may have made one kink of two, or have changed their order. */
    boolean isCrowded(int k) {
        return k > 0 && isShort(piece(k - 1)) || k < pieces() && isShort(piece(k));
    }

    private static boolean isShort(Piece piece) {
        long[] start = piece.start().input();
        long[] end = piece.end().input();
        long longest = 0;
        for (int j = 0; j < start.length; j++) {
            longest = Math.max(longest, Math.abs(end[j] - start[j]));
        }
        return longest < SHORTEST;
    }

    /** Where on the way from start to end a breakpoint lies, from 0 to 1 in fixed point; -1 if it does not lie between them. */
    static long share(long start, long end, long breakpoint) {
        return start < breakpoint == end < breakpoint ? -1 : FixedPoint.divide(breakpoint - start, end - start);
    }
}
