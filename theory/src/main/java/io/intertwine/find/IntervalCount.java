package io.intertwine.find;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the multisets of intervals of vertices 0, ..., L that cover each vertex a given number of times and do not contain the interval
 * of all vertices: the representations of a quiver of type A with these dimensions and without that summand (P. Gabriel, Manuscripta
 * Mathematica 6 (1972)).
 */
final class IntervalCount {
    private static final int MOST_STATES = 20_000;

    private final List<Integer> dimensions;
    private final Map<List<Integer>, BigInteger> known = new HashMap<>();

    private IntervalCount(List<Integer> dimensions) {
        this.dimensions = dimensions;
    }

    /** The number; empty if there are too many cases to count. The list has at least two entries. */
    static Optional<BigInteger> of(List<Integer> dimensions) {
        IntervalCount count = new IntervalCount(dimensions);
        try {
            return Optional.of(count.after(List.of(dimensions.get(0))));
        } catch (TooMany many) {
            return Optional.empty();
        }
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The number of continuations: entry s is how many intervals that begin at vertex s contain the vertex of the last entry. */
    private BigInteger after(List<Integer> open) {
        int vertex = open.size() - 1;
        if (vertex == dimensions.size() - 1) {
            return open.get(0) == 0 ? BigInteger.ONE : BigInteger.ZERO;
        }
        BigInteger stored = known.get(open);
        if (stored != null) {
            return stored;
        }
        if (known.size() > MOST_STATES) {
            throw new TooMany();
        }
        BigInteger sum = continued(open, 0, dimensions.get(vertex + 1), new ArrayList<>());
        known.put(open, sum);
        return sum;
    }

    private BigInteger continued(List<Integer> open, int start, int room, List<Integer> chosen) {
        if (start == open.size()) {
            List<Integer> next = new ArrayList<>(chosen);
            next.add(room);
            return after(List.copyOf(next));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int count = 0; count <= Math.min(open.get(start), room); count++) {
            chosen.add(count);
            sum = sum.add(continued(open, start + 1, room - count, chosen));
            chosen.remove(chosen.size() - 1);
        }
        return sum;
    }
}
