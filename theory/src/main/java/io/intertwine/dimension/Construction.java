package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One attempt at a parameter: its layers are chosen one after the other, each on lines that have passed the layers before it, so that
 * the kinks of its units lie in the image of these layers and the kinks of these layers stay visible.
 */
final class Construction {
    private static final int TRIES = 6;
    /** The size of weights at the first try; every further try has one bit more. */
    private static final int BITS = 6;
    /** How often an attempt takes back a layer. */
    private static final int RETREATS = 6;

    private final List<LayerShape> shapes;
    private final List<List<Bend>> bends;
    private final SplittableRandom random;
    private final Passed result;
    private int retreats = RETREATS;
    private long work;

    /**
     * Makes an attempt.
     *
     * @param shapes the layers
     * @param bends for every layer its activations; none for a dense layer
     */
    Construction(List<LayerShape> shapes, List<List<Bend>> bends, SplittableRandom random) {
        this.shapes = shapes;
        this.bends = bends;
        this.random = random;
        result = run();
    }

    Network network() {
        return new Network(result.stages().stream().<Layer>map(Stage::layer).toList());
    }

    /** Inputs at which the derivatives should be independent, and more. */
    List<List<Scalar>> points() {
        return result.lines().points();
    }

    /** The multiplications that were spent, roughly. */
    long work() {
        return work;
    }

    /** Chooses layer after layer; where a layer falls short it takes back the dense layer before, a few times. */
    private Passed run() {
        Deque<Passed> starts = new ArrayDeque<>();
        Passed now = Passed.none(firstLines());
        while (now.stages().size() < shapes.size()) {
            Passed next = next(now);
            if (next.isFull() || retreats == 0) {
                if (isDense(now.stages().size())) {
                    starts.push(now);
                }
                now = next;
            } else {
                retreats--;
                now = starts.isEmpty() ? now : starts.pop();
            }
        }
        return now;
    }

    private boolean isDense(int place) {
        return shapes.get(place) instanceof LayerShape.Dense;
    }

    private int inputs() {
        return shapes.get(0).inputs();
    }

    private Lines firstLines() {
        if (inputs() == 1) {
            return new Lines(List.of(Line.between(new long[] {-FixedPoint.ONE}, new long[] {FixedPoint.ONE})));
        }
        int widest = shapes.stream()
                .mapToInt(shape -> Math.max(shape.inputs(), shape.outputs()))
                .max()
                .orElseThrow();
        return new Lines(Stream.generate(() -> Line.between(corner(), corner()))
                .limit(6 + 3L * widest)
                .toList());
    }

    /** A point on the boundary of a cube. */
    private long[] corner() {
        long[] result = random.longs(inputs(), -FixedPoint.ONE, FixedPoint.ONE).toArray();
        result[random.nextInt(result.length)] = random.nextBoolean() ? FixedPoint.ONE : -FixedPoint.ONE;
        return result;
    }

    private Passed next(Passed passed) {
        int place = passed.stages().size();
        if (shapes.get(place) instanceof LayerShape.Dense dense) {
            boolean isSeen = place + 1 < shapes.size() && !isDense(place + 1);
            return isSeen ? chosen(passed, dense, place + 1) : passed.after(random(dense), 0, true);
        }
        return withMoreLines(passed.after(units(passed, place), 0, passed.isFull()));
    }

    private Stage.Units units(Passed passed, int place) {
        return new Stage.Units((Layer.Entrywise) shapes.get(place), bends.get(place), passed.dense() - 1);
    }

    private Stage random(LayerShape.Dense shape) {
        return new Stage.Dense(
                shape,
                Stream.generate(() -> Row.random(shape.inputs(), shape.bias(), random))
                        .limit(shape.outputs())
                        .toList());
    }

    /** The best of some dense layers before the activations at a place: the first one after which all is visible, if there is one. */
    private Passed chosen(Passed passed, LayerShape.Dense shape, int place) {
        int more =
                bends.get(place).stream().mapToInt(bend -> places(bend, shape)).sum();
        int full = passed.wanted() + more + shape.outputs() + 1;
        Passed best = passed.after(random(shape), more, false);
        int bestScore = -1;
        for (int k = 0; k < TRIES && bestScore < full; k++) {
            Stage stage = searched(passed.lines(), shape, bends.get(place), BITS + k);
            Passed next = passed.after(stage, more, false);
            Lines lines = next.lines().after(units(next, place));
            work += (long) lines.nodes() * shape.outputs() * shape.outputs();
            int score = lines.visibleKinks() + lines.imageRank();
            if (score > bestScore) {
                best = new Passed(next.stages(), next.lines(), next.dense(), next.wanted(), score >= full);
                bestScore = score;
            }
        }
        return best;
    }

    private Stage searched(Lines lines, LayerShape.Dense shape, List<Bend> units, int bits) {
        RowSearch search = new RowSearch(lines, shape, bits, random);
        work += search.cost() * shape.outputs();
        return new Stage.Dense(shape, units.stream().map(search::next).toList());
    }

    /** The places in general position that determine a unit, up to a factor if there is one breakpoint. */
    private static int places(Bend bend, LayerShape.Dense shape) {
        int breakpoints = bend.breakpoints().length;
        return breakpoints == 0 ? 0 : shape.rowLength() - (breakpoints == 1 ? 1 : 0);
    }

    /** More lines, between inputs around which the values change. */
    private Passed withMoreLines(Passed passed) {
        List<Line.Piece> alive =
                passed.lines().pieces().filter(Line.Piece::isAlive).toList();
        int count =
                inputs() == 1 || alive.isEmpty() ? 0 : passed.lines().lines().size() / 3;
        return passed.with(Stream.generate(() -> Line.between(input(alive), input(alive)))
                .limit(count)
                .toList());
    }

    private long[] input(List<Line.Piece> pieces) {
        return pieces.get(random.nextInt(pieces.size())).input(random.nextLong(FixedPoint.ONE));
    }
}
