package io.intertwine.criterion;

import io.intertwine.criterion.Row.Result;
import io.intertwine.criterion.Row.Text;
import java.util.List;
import java.util.function.Predicate;

/** Networks of any depth whose units are all tanh, or all sigmoid, or all sin. */
final class TanhRows {
    private static final String GENERIC =
            " if all biases of a layer are nonzero and differ in absolute value, all weights are nonzero, and no ratio of two weights that "
                    + "leave the same unit is a fraction whose denominator is at most 100 times the square of the layer's width.";

    private TanhRows() {}

    /** The rows, the strongest first. */
    static List<Criterion> rows() {
        return List.of(tanh(), fefferman(), sigmoid(), sin());
    }

    private static Predicate<Perceptron> of(String family, int depth) {
        return network -> network.depth() >= depth && network.family().equals(family);
    }

    private static List<Hypothesis> irreducible(Perceptron network) {
        return List.of(Units.noZeroRow(network), Units.noZeroColumn(network), Units.noRowsUpToSign(network));
    }

    private static Row tanh() {
        return Row.ofPerceptrons(
                new Text(
                        "tanh-deep",
                        "A layered network of tanh units is identifiable up to signed permutations exactly if in every hidden layer no row "
                                + "and no outgoing column of a unit is zero and no two rows with their biases agree up to sign.",
                        "Vlačić, Bölcskei 2021, Affine symmetries and neural network identifiability, Adv. Math. 376:107485, arXiv "
                                + "2006.11727 (no irreducible network of tanh units is zero)"),
                Result.citedExactly("signed permutations"),
                of("tanh", 1),
                TanhRows::irreducible);
    }

    private static Row fefferman() {
        return Row.ofPerceptrons(
                new Text(
                        "tanh-fefferman",
                        "A layered network of tanh units with biases is identifiable up to signed permutations"
                                + GENERIC,
                        "Fefferman 1994, Reconstructing a neural net from its output, Rev. Mat. Iberoam. 10:507-555, conditions G1 to G3"),
                Result.cited("signed permutations"),
                of("tanh", 1).and(network -> network.dense().stream().allMatch(layer -> layer.hasBias())),
                Fefferman::hypotheses);
    }

    private static Row sigmoid() {
        return Row.ofPerceptrons(
                new Text(
                        "sigmoid-deep",
                        "A layered network of sigmoid units is identifiable up to affine signed permutations exactly if in every hidden "
                                + "layer no row and no outgoing column of a unit is zero and no two rows with their biases agree up to sign.",
                        "Vlačić, Bölcskei 2021, arXiv 2006.11727, by sigmoid(x) = (1 + tanh(x / 2)) / 2"),
                Result.citedExactly("affine signed permutations"),
                of("sigmoid", 2),
                TanhRows::irreducible);
    }

    private static Row sin() {
        return Row.ofPerceptrons(
                new Text(
                        "sin-deep",
                        "A network with several hidden layers of sin units is identifiable for generic parameters whose first rows are "
                                + "linearly independent over the rational numbers.",
                        "a proof for two hidden layers that nobody has reviewed"),
                Result.conjectural(Criterion.Conclusion.IDENTIFIABLE, "permutations, signs, and translations by pi"),
                of("sin", 2),
                network -> List.of(
                        Units.noZeroRow(network), Units.noZeroColumn(network), Units.noWeightsUpToSign(network)));
    }
}
