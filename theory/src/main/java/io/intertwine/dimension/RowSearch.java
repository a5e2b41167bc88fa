package io.intertwine.dimension;

import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses the units of a layer one after the other, on lines that have passed the layers before it. The kinks of a unit shall be seen at so
 * many places in general position that they determine its weights and bias, up to a factor if there is one breakpoint; so the
 * unit is put through such places. And where kinks of the layers before are seen, some unit of the layer shall be active.
 */
final class RowSearch {
    private static final int CANDIDATES = 16;
    /** A place more of its own outweighs all kinks that a unit sees. */
    private static final long OWN = 1L << 40;

    /** Arguments below this, before they are scaled, are zero up to rounding: the hyperplane contains all values. */
    private static final long FLAT = FixedPoint.ONE >> 10;

    private final LayerShape.Dense shape;
    private final int bits;
    private final SplittableRandom random;
    private final List<Line.Piece> pieces;
    private final List<long[]> values;
    private final SeenKinks kinks;
    /** The indices of the pieces in some order. */
    private final int[] order;

    /**
     * A search on lines.
     *
     * @param bits the size of the weights
     */
    RowSearch(Lines lines, LayerShape.Dense shape, int bits, SplittableRandom random) {
        this.shape = shape;
        this.bits = bits;
        this.random = random;
        pieces = lines.pieces().filter(Line.Piece::isAlive).toList();
        order = IntStream.range(0, pieces.size()).toArray();
        values = lines.lines().stream()
                .flatMap(line -> line.nodes().stream())
                .map(Node::values)
                .toList();
        kinks = new SeenKinks(lines);
    }

    /** The multiplications that a unit costs, roughly. */
    long cost() {
        return (long) CANDIDATES * (kinks.size() + 2L * pieces.size()) * shape.rowLength();
    }

    /** The best of some random units. */
    Row next(Bend bend) {
        Row best = Row.random(shape.inputs(), shape.bias(), random);
        long bestScore = score(best, bend);
        for (int k = 0; k < CANDIDATES && !pieces.isEmpty(); k++) {
            Row row = candidate(bend);
            row = random.nextBoolean() ? row : row.negated();
            long score = score(row, bend);
            if (score > bestScore) {
                best = row;
                bestScore = score;
            }
        }
        kinks.add(best, bend);
        return best;
    }

    private long score(Row row, Bend bend) {
        return places(row, bend) * OWN + kinks.worth(row, bend);
    }

    /** How many places in general position the unit has its kinks at. */
    private int places(Row row, Bend bend) {
        FixedSpan span = new FixedSpan(shape.rowLength());
        for (Line.Piece piece : pieces) {
            long start = row.apply(piece.start().values());
            long end = row.apply(piece.end().values());
            for (long breakpoint : bend.breakpoints()) {
                long share = Line.share(start, end, breakpoint);
                if (share >= 0) {
                    span.add(place(piece.values(share)));
                }
            }
        }
        return span.rank();
    }

    private long[] place(long[] point) {
        return shape.bias() ? Lines.withOne(point) : point;
    }

    private Row candidate(Bend bend) {
        long[] breakpoints = bend.breakpoints();
        if (breakpoints.length == 0) {
            return Row.random(shape.inputs(), shape.bias(), random);
        }
        boolean isFree = breakpoints.length == 1 && (shape.bias() || breakpoints[0] == 0);
        return isFree || shape.bias() && random.nextBoolean() ? scaled(bend) : unscaled(bend);
    }

    /** A unit with one breakpoint at as many places as determine it up to a factor, with a factor that fits the values. */
    private Row scaled(Bend bend) {
        long breakpoint = bend.breakpoints()[random.nextInt(bend.breakpoints().length)];
        FixedSpan span = new FixedSpan(shape.rowLength());
        for (long[] point : randomPoints()) {
            if (span.rank() < shape.rowLength() - 1) {
                span.add(place(point));
            }
        }
        long[] normal = completed(span, shape.rowLength()).normal();
        long largest = 1;
        for (long[] point : values) {
            largest = Math.max(largest, Math.abs(FixedPoint.product(normal, place(point))));
        }
        if (largest < FLAT) {
            return Row.random(shape.inputs(), shape.bias(), random);
        }
        long reach = bend.reach() / 8 * random.nextInt(8, 25);
        return Row.rounded(normal, shape.inputs(), FixedPoint.divide(reach, largest), breakpoint, bits);
    }

    /** A unit with breakpoints at as many places as determine it. */
    private Row unscaled(Bend bend) {
        long[] breakpoints = bend.breakpoints();
        int columns = shape.rowLength() + 1;
        FixedSpan span = new FixedSpan(columns);
        for (long[] point : randomPoints()) {
            long[] place = Arrays.copyOf(place(point), columns);
            place[columns - 1] = breakpoints[random.nextInt(breakpoints.length)];
            if (span.rank() < columns - 1) {
                span.add(place);
            }
        }
        long[] normal = completed(span, columns).normal();
        long last = normal[columns - 1];
        if (Math.abs(last) < FLAT) {
            return Row.random(shape.inputs(), shape.bias(), random);
        }
        long factor = FixedPoint.divide(-FixedPoint.ONE, last);
        return Row.rounded(Arrays.copyOf(normal, columns - 1), shape.inputs(), factor, 0, bits);
    }

    private FixedSpan completed(FixedSpan span, int columns) {
        while (span.rank() < columns - 1) {
            span.add(random.longs(columns, -FixedPoint.ONE, FixedPoint.ONE).toArray());
        }
        return span;
    }

    /** Points on different pieces: a unit with a breakpoint at two points of a piece would have it on the whole piece. */
    private List<long[]> randomPoints() {
        List<long[]> result = new ArrayList<>();
        for (int k = 0; k < Math.min(4 * shape.rowLength(), order.length); k++) {
            int other = random.nextInt(k, order.length);
            int chosen = order[other];
            order[other] = order[k];
            order[k] = chosen;
            result.add(pieces.get(chosen).values(random.nextLong(FixedPoint.ONE)));
        }
        return result;
    }
}
