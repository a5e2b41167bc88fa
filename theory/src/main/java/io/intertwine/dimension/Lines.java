package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines through the space of inputs that have passed some layers.
 *
 * @param lines the lines, at least one
 */
record Lines(List<Line> lines) {
    Lines {
        lines = List.copyOf(lines);
    }

    Lines after(Stage stage) {
        return new Lines(lines.stream().map(stage::after).toList());
    }

    Stream<Line.Piece> pieces() {
        return lines.stream().flatMap(line -> IntStream.range(0, line.pieces()).mapToObj(line::piece));
    }

    int nodes() {
        return lines.stream().mapToInt(line -> line.nodes().size()).sum();
    }

    /**
     * The sum over all units of the number of places in general position where the kink of the unit is seen. A unit whose argument moves
     * while the function stays has the same kinks, so that its weights and bias are orthogonal to the move at all of these places.
     */
    int visibleKinks() {
        Map<Node.Unit, FixedSpan> spans = new HashMap<>();
        for (Line line : lines) {
            for (int k = 0; k < line.nodes().size(); k++) {
                Node node = line.nodes().get(k);
                if (node.isVisible() && !line.isCrowded(k)) {
                    int columns = node.place().length + 1;
                    spans.computeIfAbsent(node.unit(), unit -> new FixedSpan(columns))
                            .add(withOne(node.place()));
                }
            }
        }
        return spans.values().stream().mapToInt(FixedSpan::rank).sum();
    }

    /** The dimension of the affine hull of the values, plus 1. */
    int imageRank() {
        FixedSpan span = new FixedSpan(lines.get(0).nodes().get(0).values().length + 1);
        lines.forEach(line -> line.nodes().forEach(node -> span.add(withOne(node.values()))));
        return span.rank();
    }

    /** A point in homogeneous coordinates. */
    static long[] withOne(long[] values) {
        long[] result = Arrays.copyOf(values, values.length + 1);
        result[values.length] = FixedPoint.ONE;
        return result;
    }

    /** Two inputs inside every piece: the derivatives are affine functions of the input there. */
    List<List<Scalar>> points() {
        List<List<Scalar>> result = new ArrayList<>();
        pieces().forEach(piece -> {
            result.add(exact(piece.input(FixedPoint.ONE / 3)));
            result.add(exact(piece.input(FixedPoint.ONE * 2 / 3)));
        });
        return result;
    }

    private static List<Scalar> exact(long[] input) {
        return Arrays.stream(input).mapToObj(FixedPoint::exact).toList();
    }
}
