package io.intertwine.criterion;

import io.intertwine.criterion.Row.Result;
import io.intertwine.criterion.Row.Text;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Units with s(x) - s(-x) = k x, k not zero: relu, leaky_relu, gelu, silu, softplus, and others. */
final class RectifierRows {
    private static final Set<String> PIECEWISE = Set.of("relu", "leaky_relu");
    private static final Set<String> SMOOTH = Set.of("gelu", "silu", "softplus", "logsigmoid", "squareplus");
    private static final String SETS =
            "no nonempty set F of units has sum over F of v_j (x) w_j = 0, and, without output bias, sum over F of b_j v_j = 0";

    private RectifierRows() {}

    /** The rows, the strongest first. */
    static List<Criterion> rows() {
        return List.of(shallowRelu(), shallowSmooth(), invertible(), deepRelu(), deepSmooth());
    }

    private static Row shallowRelu() {
        return shallow(
                new Text(
                        "relu-shallow",
                        "One hidden layer of relu or leaky_relu units in which no row and no outgoing column is zero and no two rows with "
                                + "their biases are proportional is identifiable up to positive monomial matrices exactly if "
                                + SETS + ".",
                        "proof P8 of IDENTIFIABILITY.md, by the normal form A x + a_0 + sum of kappa |l(x)|"),
                "positive monomial",
                PIECEWISE);
    }

    private static Row shallowSmooth() {
        return shallow(
                new Text(
                        "bypass-shallow",
                        "One hidden layer of gelu, silu, softplus, logsigmoid or squareplus units in which no row and no outgoing column is "
                                + "zero and no two rows with their biases agree up to sign is identifiable up to permutations exactly if "
                                + SETS
                                + ".",
                        "proof P8 of IDENTIFIABILITY.md, by the normal form A x + a_0 + sum of kappa e(l(x)) with the even part e"),
                "permutations",
                SMOOTH);
    }

    private static Row shallow(Text text, String group, Set<String> families) {
        return new Row(
                text,
                Result.proved(group),
                network -> Perceptron.of(network)
                        .filter(ShallowRows.of(families))
                        .flatMap(Perceptron::activation)
                        .flatMap(BypassFibre::slope)
                        .isPresent(),
                RectifierRows::hypotheses);
    }

    private static List<Hypothesis> hypotheses(Network network) {
        List<Hypothesis> hypotheses = new ArrayList<>(BypassFibre.hypotheses(network));
        Optional<List<List<Integer>>> sets = BypassFibre.tryFlips(network);
        if (sets.isEmpty()) {
            hypotheses.add(Units.unknown(SETS, "the search for sets goes beyond its budget"));
        } else if (sets.get().size() == 1) {
            hypotheses.add(Units.holds(SETS, "only the empty set"));
        } else {
            hypotheses.add(Units.fails(
                    SETS,
                    "the units " + sets.get().get(1) + " form such a set; there are "
                            + (sets.get().size() - 1)));
        }
        return hypotheses;
    }

    private static Row invertible() {
        return Row.ofPerceptrons(
                new Text(
                        "relu-invertible",
                        "f(x) = W_2 relu(W_1 x) with invertible square matrices is identifiable up to positive monomial matrices.",
                        "Bökman, Kahl 2023, Investigating how ReLU-networks encode symmetries, NeurIPS 2023, arXiv 2305.17017"),
                Result.proved("positive monomial"),
                network -> ShallowRows.of(Set.of("relu")).test(network)
                        && network.dense().stream().noneMatch(Layer.Dense::hasBias)
                        && network.dense().stream().allMatch(layer -> layer.inputs() == layer.outputs()),
                network -> List.of(
                        Ranks.isInvertible("W_1", network.first().weight()),
                        Ranks.isInvertible("W_2", network.last().weight())));
    }

    private static Row deepRelu() {
        return Row.ofPerceptrons(
                new Text(
                        "relu-deep",
                        "A deep network of relu units with biases has an open set of parameters that are identifiable up to positive "
                                + "monomial matrices if all hidden widths and the number of inputs are at least 2; nothing is known about given "
                                + "parameters, and not all generic ones are identifiable.",
                        "Grillo, Montúfar 2026, arXiv 2605.03601; Grigsby, Lindsey, Rolnick 2023, arXiv 2306.06179"),
                Result.conjectural(Criterion.Conclusion.IDENTIFIABLE, "positive monomial"),
                network -> network.depth() >= 2 && PIECEWISE.contains(network.family()),
                network -> List.of(
                        Units.noZeroRow(network),
                        Units.noZeroColumn(network),
                        Units.noProportionalRows(network),
                        Units.unknown(
                                "the parameters lie in the open set of identifiable ones",
                                "no test of this is known")));
    }

    private static Row deepSmooth() {
        return Row.ofPerceptrons(
                new Text(
                        "bypass-deep",
                        "A deep network of gelu, silu or softplus units with generic parameters is identifiable up to permutations and the "
                                + "negation of sets of rows.",
                        "no theorem is known; it fails where rows are opposite"),
                Result.conjectural(Criterion.Conclusion.FINITELY_IDENTIFIABLE, "permutations"),
                network -> network.depth() >= 2 && SMOOTH.contains(network.family()),
                network -> List.of(
                        Units.noZeroRow(network),
                        Units.noZeroColumn(network),
                        Units.noRowsUpToSign(network),
                        Units.unknown("the parameters are generic", "no test of this is known")));
    }
}
