package io.intertwine.dimension;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A layer with its parameters, which carries lines on. */
sealed interface Stage {
    /** The layer. */
    Layer layer();

    /** The line with the values after this layer, and with the kinks of its units. */
    Line after(Line line);

    /** A dense layer. */
    final class Dense implements Stage {
        private final List<Row> rows;
        private final Layer.Dense layer;

        Dense(LayerShape.Dense shape, List<Row> rows) {
            this.rows = rows;
            ExactMatrix weight = ExactMatrix.build(
                    shape.outputs(), shape.inputs(), (i, j) -> rows.get(i).weight(j));
            layer = new Layer.Dense(
                    weight, shape.bias() ? rows.stream().map(Row::bias).toList() : List.of());
        }

        @Override
        public Layer.Dense layer() {
            return layer;
        }

        @Override
        public Line after(Line line) {
            return new Line(line.nodes().stream()
                    .map(node -> node.afterDense(values(node), effect(node.effect())))
                    .toList());
        }

        private long[] values(Node node) {
            return rows.stream().mapToLong(row -> row.apply(node.values())).toArray();
        }

        private long[] effect(long[] before) {
            long[] result = new long[before.length == 0 ? 0 : rows.size()];
            for (int j = 0; j < before.length; j++) {
                for (int i = 0; i < result.length && before[j] != 0; i++) {
                    long part = Mersenne61.multiply(layer.weight().residue(i, j), before[j]);
                    result[i] = Mersenne61.add(result[i], part);
                }
            }
            return result;
        }
    }

    /**
     * A layer of activations.
     *
     * @param bends the activations
     * @param dense the dense layer before them, counted from 0; -1 if there is none
     */
    record Units(Layer.Entrywise layer, List<Bend> bends, int dense) implements Stage {
        private record Crossing(long share, int unit) {}

        @Override
        public Line after(Line line) {
            List<Node> result = new ArrayList<>();
            for (int k = 0; k < line.pieces(); k++) {
                Line.Piece piece = line.piece(k);
                result.add(bent(piece.start()));
                for (Crossing crossing : crossings(piece)) {
                    result.add(bent(Node.kink(piece, crossing.share, new Node.Unit(dense, crossing.unit))));
                }
            }
            result.add(bent(line.nodes().get(line.pieces())));
            return new Line(result);
        }

        private List<Crossing> crossings(Line.Piece piece) {
            List<Crossing> result = new ArrayList<>();
            for (int j = 0; j < bends.size(); j++) {
                for (long breakpoint : bends.get(j).breakpoints()) {
                    long share =
                            Line.share(piece.start().values()[j], piece.end().values()[j], breakpoint);
                    if (share >= 0) {
                        result.add(new Crossing(share, j));
                    }
                }
            }
            result.sort(Comparator.comparingLong(Crossing::share));
            return result;
        }

        private Node bent(Node node) {
            long[] values = node.values().clone();
            long[] effect = node.effect().clone();
            for (int j = 0; j < values.length; j++) {
                Bend bend = bends.get(j);
                // At its own kink the unit has no slope; there the effect is that of the change of the slope.
                if (effect.length > 0 && !node.unit().equals(new Node.Unit(dense, j))) {
                    effect[j] = Mersenne61.multiply(effect[j], bend.slope(values[j]));
                }
                values[j] = bend.apply(values[j]);
            }
            return node.afterUnits(values, effect);
        }
    }
}
