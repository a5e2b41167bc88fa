package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.List;

/**
 * An architecture as affine blocks with activations between them: block t maps the units of hidden layer t - 1 to the arguments of the
 * units of hidden layer t; the input is hidden layer 0. Dense layers in a row are one block. Activations before the first block and
 * after the last are left out: the rank of the derivatives cannot grow by them. Of a softmax only the differences of logits count.
 */
final class Chain {
    private final List<Block> blocks = new ArrayList<>();
    private final List<List<UnitFunction>> units = new ArrayList<>();

    /**
     * Dense layers in a row.
     *
     * @param inputs what the first reads
     * @param outputs what the last writes, less one before a softmax
     * @param inner the smallest width between them; the largest integer if there is one dense layer only
     * @param single whether there is one dense layer only
     * @param firstBias whether the first has a bias
     * @param lastBias whether the last has a bias
     * @param anyBias whether one of them has a bias
     */
    record Block(
            int inputs, int outputs, int inner, boolean single, boolean firstBias, boolean lastBias, boolean anyBias) {
        /**
         * The dimension of the set of affine maps: matrices of rank at most r form a set of dimension r (inputs + outputs - r); without
         * a bias at the end, the bias is a further column of such a matrix.
         */
        long dimension() {
            if (lastBias || !anyBias) {
                return rankBounded(inputs) + (lastBias ? outputs : 0);
            }
            return rankBounded(inputs + 1L);
        }

        private long rankBounded(long columns) {
            long rank = Math.min(inner, Math.min(columns, outputs));
            return rank * (columns + outputs - rank);
        }
    }

    private Chain() {}

    static Chain of(Architecture architecture) {
        Chain chain = new Chain();
        List<LayerShape.Dense> row = new ArrayList<>();
        List<Layer.Entrywise> active = new ArrayList<>();
        for (LayerShape layer : architecture.layers()) {
            if (layer instanceof LayerShape.Dense dense) {
                if (!active.isEmpty()) {
                    chain.join(row, active);
                }
                row.add(dense);
            } else if (layer instanceof Layer.Entrywise entrywise && !row.isEmpty()) {
                active.add(entrywise);
            }
        }
        chain.blocks.add(block(row, architecture.endsWithSoftmax() ? 1 : 0));
        return chain;
    }

    private void join(List<LayerShape.Dense> row, List<Layer.Entrywise> active) {
        blocks.add(block(row, 0));
        List<UnitFunction> layer = new ArrayList<>();
        for (int j = 0; j < active.get(0).inputs(); j++) {
            int unit = j;
            List<Activation> composed = active.stream()
                    .map(entrywise -> entrywise.units().get(unit))
                    .toList();
            layer.add(UnitFunction.of(composed));
        }
        units.add(layer);
        row.clear();
        active.clear();
    }

    private static Block block(List<LayerShape.Dense> row, int less) {
        LayerShape.Dense first = row.get(0);
        LayerShape.Dense last = row.get(row.size() - 1);
        int inner =
                row.stream().skip(1).mapToInt(LayerShape.Dense::inputs).min().orElse(Integer.MAX_VALUE);
        return new Block(
                first.inputs(),
                last.outputs() - less,
                inner,
                row.size() == 1,
                first.bias(),
                last.bias(),
                row.stream().anyMatch(LayerShape.Dense::bias));
    }

    /** The number of hidden layers. */
    int hidden() {
        return units.size();
    }

    /** Block t, from 1 to hidden + 1. */
    Block block(int t) {
        return blocks.get(t - 1);
    }

    /** The units of hidden layer t, from 1 to hidden. */
    List<UnitFunction> units(int t) {
        return units.get(t - 1);
    }

    /** The width of hidden layer t; the inputs for 0, the outputs for hidden + 1. */
    int width(int t) {
        return t == 0 ? block(1).inputs() : block(t).outputs();
    }

    long blockDimension(int t) {
        return block(t).dimension();
    }

    /** How many units of hidden layer t have a one-parameter group that their neighbours absorb. */
    int gauge(int t) {
        return (int) units(t).stream()
                .filter(unit -> unit.hasGroup(block(t).lastBias(), block(t + 1).firstBias()))
                .count();
    }

    /** The widths of a part, as text. */
    String widths(int from, int to) {
        StringBuilder text = new StringBuilder("(");
        for (int t = from; t <= to; t++) {
            text.append(t == from ? "" : ",").append(width(t));
        }
        return text.append(")").toString();
    }
}
