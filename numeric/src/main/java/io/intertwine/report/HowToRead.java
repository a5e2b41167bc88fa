package io.intertwine.report;

import java.util.List;

/** The few words that a reader needs. */
final class HowToRead {
    private record Entry(String term, String meaning) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "equivariant",
                    "Transforming the input transforms the output in the way that the symmetry file says, for every "
                            + "input. If the output is not to change, one says invariant."),
            new Entry(
                    "layerwise equivariant",
                    "The group also acts on every hidden layer, by an element of the layer's latent group, "
                            + "and each layer by itself is equivariant. The symmetry is then visible in the weights."),
            new Entry(
                    "latent group",
                    "The changes of a layer's units that the next layer can undo whatever the weights are: "
                            + "permutations for every activation; also changes of sign for odd ones such as tanh, positive factors for ReLU, "
                            + "and h \u21A6 1 \u2212 h for sigmoid."),
            new Entry(
                    "latent action",
                    "For every group element a member of the latent group, so that products go to products. "
                            + "It differs before and after an activation that is not odd; both are given."),
            new Entry(
                    "orbit",
                    "Units that the group carries to one another, up to factors. A fixed unit is an orbit of one."),
            new Entry(
                    "given, architecture, widened",
                    "Layerwise equivariance can hold at the weights in the file; or only at other "
                            + "weights of the same architecture with the same function; or only in a wider network."),
            new Entry(
                    "holds, refuted, undetermined",
                    "Proved; disproved by an example; neither. Undetermined is not a no."),
            new Entry(
                    "exact",
                    "Every weight is the exact number that its bits say, and all equations were compared without rounding. "
                            + "The claim is about the real function, not about its floating-point execution."));

    private HowToRead() {}

    static Markup of() {
        Markup section = new Markup()
                .open("section")
                .open("details")
                .leaf("summary", "How to read this")
                .open("dl", "class", "terms");
        for (Entry entry : ENTRIES) {
            section.leaf("dt", entry.term).leaf("dd", entry.meaning);
        }
        return section.close().close().close();
    }
}
