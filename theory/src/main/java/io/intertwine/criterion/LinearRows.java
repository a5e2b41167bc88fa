package io.intertwine.criterion;

import io.intertwine.criterion.Row.Result;
import io.intertwine.criterion.Row.Text;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.List;
import java.util.OptionalInt;

/** Dense layers in a row. */
final class LinearRows {
    private LinearRows() {}

    /** The rows. */
    static List<Criterion> rows() {
        return List.of(new Row(
                new Text(
                        "linear-bottleneck",
                        "Dense layers in a row are identifiable up to invertible affine maps of the spaces between them (linear ones if there "
                                + "are no biases) if every width between them is the rank of the product of the weights.",
                        "proof P14 of IDENTIFIABILITY.md, by kernels and images; see Kohn, Sattelberger, Shahverdi 2023, arXiv 2309.13736"),
                Result.proved("general linear"),
                network -> network.layers().size() > 1
                        && network.layers().stream().allMatch(layer -> layer instanceof Layer.Dense),
                network -> List.of(widthsAreTheRank(network))));
    }

    private static Hypothesis widthsAreTheRank(Network network) {
        String statement = "every width between two layers is the rank of the product of the weights";
        List<Layer> inner = network.layers().subList(1, network.layers().size());
        int least = inner.stream().mapToInt(Layer::inputs).min().orElseThrow();
        int largest = inner.stream().mapToInt(Layer::inputs).max().orElseThrow();
        if (largest > least || largest > Math.min(network.inputs(), network.outputs())) {
            return Units.fails(
                    statement, "a width of " + largest + " is larger than another one, so it is larger than the rank");
        }
        ExactMatrix product = ((Layer.Dense) Composition.fused(network).layers().get(0)).weight();
        OptionalInt rank = Ranks.of(product, largest);
        if (rank.isEmpty()) {
            return Units.unknown(statement, "the product is too large for exact elimination");
        }
        String found = "the rank is " + rank.getAsInt() + ", the widths are " + largest;
        return rank.getAsInt() == largest ? Units.holds(statement, found) : Units.fails(statement, found);
    }
}
