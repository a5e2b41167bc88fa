package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import java.util.ArrayList;
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

    private final List<LayerShape> shapes;
    private final List<List<Bend>> bends;
    private final SplittableRandom random;
    private final List<Stage> stages = new ArrayList<>();
    private Lines lines;
    private int denseLayers;
    private int wanted;
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
        lines = firstLines();
        for (int i = 0; i < shapes.size(); i++) {
            add(i);
        }
    }

    Network network() {
        return new Network(stages.stream().<Layer>map(Stage::layer).toList());
    }

    /** Inputs at which the derivatives should be independent, and more. */
    List<List<Scalar>> points() {
        return lines.points();
    }

    /** The multiplications that were spent, roughly. */
    long work() {
        return work;
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

    private void add(int place) {
        if (shapes.get(place) instanceof LayerShape.Dense dense) {
            push(
                    place + 1 < shapes.size() && !bends.get(place + 1).isEmpty()
                            ? chosen(dense, place + 1)
                            : random(dense));
            denseLayers++;
        } else {
            push(units(place, denseLayers - 1));
            addLines();
        }
    }

    private void push(Stage stage) {
        stages.add(stage);
        lines = lines.after(stage);
    }

    private Stage.Units units(int place, int dense) {
        return new Stage.Units((Layer.Entrywise) shapes.get(place), bends.get(place), dense);
    }

    private Stage random(LayerShape.Dense shape) {
        return new Stage.Dense(
                shape,
                Stream.generate(() -> Row.random(shape.inputs(), shape.bias(), random))
                        .limit(shape.outputs())
                        .toList());
    }

    /** The best of some dense layers before the activations at a place: the first one after which all is visible, if there is one. */
    private Stage chosen(LayerShape.Dense shape, int place) {
        bends.get(place).forEach(bend -> wanted += places(bend, shape));
        Stage.Units units = units(place, denseLayers);
        Stage best = random(shape);
        int bestScore = -1;
        for (int k = 0; k < TRIES && bestScore < wanted + shape.outputs() + 1; k++) {
            RowSearch search = new RowSearch(lines, shape, BITS + k, random);
            Stage stage = new Stage.Dense(
                    shape, bends.get(place).stream().map(search::next).toList());
            Lines next = lines.after(stage).after(units);
            work += search.cost() * shape.outputs() + (long) next.nodes() * shape.outputs() * shape.outputs();
            int score = next.visibleKinks() + next.imageRank();
            if (score > bestScore) {
                best = stage;
                bestScore = score;
            }
        }
        return best;
    }

    /** The places in general position that determine a unit, up to a factor if there is one breakpoint. */
    private static int places(Bend bend, LayerShape.Dense shape) {
        int breakpoints = bend.breakpoints().length;
        return breakpoints == 0 ? 0 : shape.rowLength() - (breakpoints == 1 ? 1 : 0);
    }

    /** More lines, between inputs around which the values change. */
    private void addLines() {
        List<Line.Piece> alive = lines.pieces().filter(Line.Piece::isAlive).toList();
        if (inputs() == 1 || alive.isEmpty()) {
            return;
        }
        List<Line> more = new ArrayList<>(lines.lines());
        for (int k = 0; k < lines.lines().size() / 3; k++) {
            Line line = Line.between(input(alive), input(alive));
            for (Stage stage : stages) {
                line = stage.after(line);
            }
            more.add(line);
        }
        lines = new Lines(more);
    }

    private long[] input(List<Line.Piece> pieces) {
        return pieces.get(random.nextInt(pieces.size())).input(random.nextLong(FixedPoint.ONE));
    }
}
