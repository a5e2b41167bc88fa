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
 * after the last are left out: the rank of the derivatives cannot grow by them. Of a softmax that follows a dense layer only the
 * differences of logits count.
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
     * @param biasWidth the least width after the last layer with a bias
     * @param widest the largest width between them; 0 if there is one dense layer only
     */
    record Block(
            int inputs,
            int outputs,
            int inner,
            boolean single,
            boolean firstBias,
            boolean lastBias,
            boolean anyBias,
            int biasWidth,
            int widest) {
        /**
         * The dimension of the set of affine maps: matrices of rank at most r form a set of dimension r (inputs + outputs - r). The
         * biases add a vector in the image of what follows the last of them: if the least width is there, matrix and vector are a
         * matrix of rank at most r with one column more; else the vector may be any.
         */
        long dimension() {
            long rank = rank();
            long shift = biasWidth == rank ? rank : outputs;
            return rank * ((long) inputs + outputs - rank) + (anyBias ? shift : 0);
        }

        /** The generic rank of the matrix. */
        long rank() {
            return Math.min(inner, Math.min(inputs, outputs));
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
        chain.blocks.add(block(row, less(architecture, !active.isEmpty())));
        return chain;
    }

    /** The outputs that do not count: the last logit of a softmax, and the only output of one, which is 1. */
    private static int less(Architecture architecture, boolean active) {
        boolean counts = architecture.endsWithSoftmax() && (!active || architecture.outputs() == 1);
        return counts ? 1 : 0;
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
                row.stream().anyMatch(LayerShape.Dense::bias),
                biasWidth(row, last.outputs() - less),
                row.stream().skip(1).mapToInt(LayerShape.Dense::inputs).max().orElse(0));
    }

    private static int biasWidth(List<LayerShape.Dense> row, int outputs) {
        int least = outputs;
        for (int k = row.size() - 2; k >= 0 && !row.get(k + 1).bias(); k--) {
            least = Math.min(least, row.get(k).outputs());
        }
        return least;
    }

    boolean areBlocksOrbits() {
        return blocks.stream().allMatch(block -> block.widest <= block.rank());
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
