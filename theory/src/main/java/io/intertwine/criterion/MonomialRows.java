package io.intertwine.criterion;

import io.intertwine.criterion.Row.Result;
import io.intertwine.criterion.Row.Text;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Units x^r. */
final class MonomialRows {
    private static final String GROUP = "nonzero monomial";
    private static final String INDEPENDENT =
            "Newman, Slater 1979, Waring's problem for the ring of polynomials, J. Number Theory 11:477-487: k nonzero polynomials, no two "
                    + "of them proportional, have independent r-th powers for r > k (k - 2)";

    private MonomialRows() {}

    /** The rows, the strongest first. */
    static List<Criterion> rows() {
        return List.of(unbiased(), biased(), partlyBiased(), kruskal(), small());
    }

    /** The exponent r; 0 for other activations. */
    private static int degree(Perceptron network) {
        if (!network.family().equals("power")) {
            return 0;
        }
        String name = network.activation().orElseThrow().name();
        return Integer.parseInt(name.substring(name.indexOf(':') + 1));
    }

    private static boolean hasHiddenBias(Perceptron network) {
        return network.dense().subList(0, network.depth()).stream().anyMatch(Layer.Dense::hasBias);
    }

    private static boolean hasAllBiases(Perceptron network) {
        return network.dense().stream().allMatch(Layer.Dense::hasBias);
    }

    /** r > 2 d (2 d - 2) for the largest width d. */
    private static boolean isLarge(Perceptron network) {
        int width = network.largestWidth();
        return degree(network) > 2L * width * (2L * width - 2);
    }

    /** r > (2 d + 1) (2 d - 1) for the largest width d. */
    private static boolean isLargeWithBiases(Perceptron network) {
        int width = network.largestWidth();
        return degree(network) > (2L * width + 1) * (2L * width - 1);
    }

    private static List<Hypothesis> noncollinear(Perceptron network) {
        return List.of(Units.noZeroRow(network), Units.noZeroColumn(network), Units.noProportionalRows(network));
    }

    private static Row large(Text text, Result result, Predicate<Perceptron> architecture) {
        return Row.ofPerceptrons(
                text, result, network -> degree(network) > 1 && architecture.test(network), MonomialRows::noncollinear);
    }

    private static Row unbiased() {
        return large(
                new Text(
                        "monomial-deep",
                        "A network of units x^r without hidden biases, r > 2 d (2 d - 2) for the largest hidden width d, is identifiable up to "
                                + "nonzero monomial matrices exactly if in every hidden layer no row and no outgoing column is zero and no two "
                                + "rows are proportional.",
                        INDEPENDENT),
                Result.provedExactly(GROUP),
                network -> isLarge(network) && !hasHiddenBias(network));
    }

    private static Row biased() {
        return large(
                new Text(
                        "monomial-deep-biased",
                        "A network of units x^r with biases in all layers, r > (2 d + 1) (2 d - 1) for the largest hidden width d, is "
                                + "identifiable up to nonzero monomial matrices exactly if in every hidden layer no row of weights and no outgoing "
                                + "column is zero and no two rows with their biases are proportional.",
                        INDEPENDENT),
                Result.provedExactly(GROUP),
                network -> isLargeWithBiases(network) && hasAllBiases(network));
    }

    private static Row partlyBiased() {
        return large(
                new Text(
                        "monomial-deep-partly-biased",
                        "A network of units x^r with biases in some layers, r > (2 d + 1) (2 d - 1) for the largest hidden width d, is "
                                + "identifiable up to nonzero monomial matrices if in every hidden layer no row of weights and no outgoing column is "
                                + "zero and no two rows with their biases are proportional.",
                        INDEPENDENT),
                Result.proved(GROUP),
                network -> isLargeWithBiases(network) && hasHiddenBias(network) && !hasAllBiases(network));
    }

    private static Row kruskal() {
        return Row.ofPerceptrons(
                new Text(
                        "monomial-shallow-kruskal",
                        "One hidden layer of n units x^r, without hidden biases or without output bias, is identifiable up to nonzero monomial "
                                + "matrices if no outgoing column is zero and r (k_1 - 1) + k_2 >= 2 n, where every k_1 rows with their biases and "
                                + "every k_2 outgoing columns are independent.",
                        "Usevich, Borsoi, Dérand, Clausel 2025, arXiv 2506.17093, by the uniqueness theorem of Kruskal 1977 and Sidiropoulos, "
                                + "Bro 2000"),
                Result.cited(GROUP),
                network -> network.depth() == 1
                        && degree(network) > 1
                        && !(network.first().hasBias() && network.last().hasBias()),
                MonomialRows::kruskal);
    }

    private static List<Hypothesis> kruskal(Perceptron network) {
        String statement =
                "r (k_1 - 1) + k_2 >= 2 n, where every k_1 rows and every k_2 outgoing columns are independent";
        Layer.Dense first = network.first();
        ExactMatrix rows = first.hasBias()
                ? ExactMatrix.build(
                        first.outputs(),
                        first.inputs() + 1,
                        (j, k) -> k < first.inputs() ? first.weight().get(j, k) : first.bias(j))
                : first.weight();
        KruskalRank incoming = KruskalRank.ofRows(rows);
        KruskalRank outgoing = KruskalRank.ofRows(network.last().weight().transpose());
        long left = (long) degree(network) * (incoming.value() - 1) + outgoing.value();
        long right = 2L * first.outputs();
        String found =
                "r = " + degree(network) + ", k_1 is " + incoming + ", k_2 is " + outgoing + ", n = " + first.outputs();
        Hypothesis inequality = left >= right
                ? Units.holds(statement, found)
                : incoming.exact() && outgoing.exact()
                        ? Units.fails(statement, found)
                        : Units.unknown(statement, found);
        return List.of(Units.noZeroColumn(network), inequality);
    }

    private static Row small() {
        return Row.ofPerceptrons(
                new Text(
                        "monomial-generic",
                        "For a network of units x^r without biases whose layers meet the localisation condition, generic parameters have "
                                + "finitely many classes up to nonzero monomial matrices, and one class by a conjecture; parameters with a zero "
                                + "outgoing column or proportional rows do not.",
                        "Usevich, Borsoi, Dérand, Clausel 2025, arXiv 2506.17093, localisation theorem and Conjecture 40"),
                Result.conjectural(Criterion.Conclusion.FINITELY_IDENTIFIABLE, GROUP),
                network -> degree(network) > 1 && !hasHiddenBias(network),
                network -> {
                    List<Hypothesis> hypotheses = new ArrayList<>(noncollinear(network));
                    hypotheses.add(localisation(network));
                    hypotheses.add(Units.unknown("the parameters are generic", "no test of this is known"));
                    return hypotheses;
                });
    }

    /** For every hidden layer l: r (min(d, d_l) - 1) >= 2 d_l - min(d_l, d_(l+1)), where d = min(d_0, ..., d_(l-1)), and d, d_l >= 2. */
    private static Hypothesis localisation(Perceptron network) {
        String statement =
                "r (min(d, d_l) - 1) >= 2 d_l - min(d_l, d_(l+1)) and d, d_l >= 2 for every hidden layer l, where d is the least "
                        + "width before it";
        int least = Integer.MAX_VALUE;
        for (int layer = 0; layer < network.depth(); layer++) {
            Layer.Dense dense = network.dense().get(layer);
            least = Math.min(least, dense.inputs());
            int width = dense.outputs();
            int next = network.dense().get(layer + 1).outputs();
            boolean wide = least >= 2 && width >= 2;
            long left = (long) degree(network) * (Math.min(least, width) - 1);
            if (!wide || left < 2L * width - Math.min(width, next)) {
                return Units.fails(statement, "it fails at " + network.hidden(layer));
            }
        }
        return Units.holds(statement, "it holds at " + network.depth() + " hidden layers, r = " + degree(network));
    }
}
