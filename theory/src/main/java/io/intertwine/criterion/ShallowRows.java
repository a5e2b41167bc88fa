package io.intertwine.criterion;

import io.intertwine.criterion.Row.Result;
import io.intertwine.criterion.Row.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One hidden layer of units whose copies are linearly independent but for the relations of the unit's group. The proofs stand in
 * {@code docs/IDENTIFIABILITY.md}; each holds with and without biases, unless the row says otherwise.
 */
final class ShallowRows {
    private static final String SIGNED = "signed permutations";
    private static final String DOMINATED = "proof P7 of IDENTIFIABILITY.md, by Taylor coefficients at 0";

    /** Odd, and 1, s(a_1 t + b_1), ..., s(a_m t + b_m) are independent for pairs (a_j, b_j), a_j not 0, distinct up to sign. */
    private static final Set<String> ODD = Set.of("tanh", "erf", "arctan", "softsign", "tanhshrink");

    /** Even, with the same independence. */
    private static final Set<String> EVEN = Set.of("gaussian", "sech", "logcosh");

    /** Independent for pairs that are only distinct. */
    private static final Set<String> EXPONENTIAL_UNITS = Set.of("elu", "celu", "selu");

    /** Odd or even, analytic at 0, infinitely many Taylor coefficients not 0, and s(0) = 0. */
    private static final Set<String> ANALYTIC_ZERO = Set.of("tanh", "erf", "arctan", "tanhshrink", "sin", "logcosh");

    /** Even, analytic at 0, infinitely many Taylor coefficients not 0, and s(0) not 0. */
    private static final Set<String> ANALYTIC_NONZERO = Set.of("gaussian", "sech", "cos", "sinc");

    private ShallowRows() {}

    /** The rows, the strongest first. */
    static List<Criterion> rows() {
        return List.of(
                tanh(), odd(), sigmoid(), exponential(), abs(), even(), waves(), analytic(), analyticWithoutBiases());
    }

    /** One hidden layer of units of one of the families. */
    static Predicate<Perceptron> of(Set<String> families) {
        return network -> network.depth() == 1 && families.contains(network.family());
    }

    private static List<Hypothesis> upToSign(Perceptron network) {
        return List.of(Units.noZeroRow(network), Units.noZeroColumn(network), Units.noRowsUpToSign(network));
    }

    private static Row row(
            Text text, String group, Predicate<Perceptron> kind, Function<Perceptron, List<Hypothesis>> test) {
        return Row.ofPerceptrons(text, Result.provedExactly(group), kind, test);
    }

    private static Row tanh() {
        return row(
                new Text(
                        "tanh-shallow",
                        "One hidden layer of tanh units is identifiable up to signed permutations exactly if no row and no outgoing "
                                + "column of a unit is zero and no two rows with their biases agree up to sign.",
                        "Sussmann 1992, Uniqueness of the weights for minimal feedforward nets with a given input-output map, Neural "
                                + "Networks 5:589-593, Theorem 2.1, with several outputs"),
                SIGNED,
                of(Set.of("tanh")),
                ShallowRows::upToSign);
    }

    private static Row odd() {
        return row(
                new Text(
                        "odd-shallow",
                        "One hidden layer of odd units with the independence property (tanh, erf, arctan, softsign, tanhshrink) is "
                                + "identifiable up to signed permutations exactly if no row and no outgoing column of a unit is zero and no "
                                + "two rows with their biases agree up to sign.",
                        "Albertini, Sontag, Maillot 1993, Uniqueness of weights for neural networks, with several outputs; the "
                                + "independence property is proved for each unit"),
                SIGNED,
                of(ODD),
                ShallowRows::upToSign);
    }

    private static Row sigmoid() {
        return row(
                new Text(
                        "sigmoid-shallow",
                        "One hidden layer of sigmoid units is identifiable up to affine signed permutations exactly if no row and no "
                                + "outgoing column of a unit is zero and no two rows with their biases agree up to sign; a single unit "
                                + "without any biases may have a zero row.",
                        "Sussmann 1992, by sigmoid(x) = (1 + tanh(x / 2)) / 2"),
                "affine signed permutations",
                of(Set.of("sigmoid")),
                network -> {
                    boolean lone = network.largestWidth() == 1
                            && !network.first().hasBias()
                            && !network.last().hasBias();
                    return lone ? List.of(Units.noZeroColumn(network)) : upToSign(network);
                });
    }

    private static Row exponential() {
        return row(
                new Text(
                        "elu-shallow",
                        "One hidden layer of ELU, CELU or SELU units is identifiable up to permutations exactly if no row and no "
                                + "outgoing column of a unit is zero and no two rows with their biases agree.",
                        "proof P3 of IDENTIFIABILITY.md, by second derivatives"),
                "permutations",
                of(EXPONENTIAL_UNITS),
                network -> List.of(Units.noZeroRow(network), Units.noZeroColumn(network), Units.noEqualRows(network)));
    }

    private static Row abs() {
        return row(
                new Text(
                        "abs-shallow",
                        "One hidden layer of absolute values is identifiable up to nonzero monomial matrices exactly if no row and no "
                                + "outgoing column of a unit is zero and no two rows with their biases are proportional; where only the "
                                + "hidden layer has biases, a unit may have zero weights and a nonzero bias.",
                        "proof P4 of IDENTIFIABILITY.md, by kinks"),
                "nonzero monomial",
                of(Set.of("abs")),
                network -> List.of(
                        network.first().hasBias() && !network.last().hasBias()
                                ? Units.noZeroRowWithBias(network)
                                : Units.noZeroRow(network),
                        Units.noZeroColumn(network),
                        Units.noProportionalRows(network)));
    }

    private static Row even() {
        return row(
                new Text(
                        "even-shallow",
                        "One hidden layer of gaussian, sech or logcosh units with biases is identifiable up to signed permutations "
                                + "exactly if no row and no outgoing column of a unit is zero and no two rows with their biases agree up to "
                                + "sign.",
                        "proof P5 of IDENTIFIABILITY.md, by exponents and poles"),
                SIGNED,
                of(EVEN).and(network -> network.first().hasBias()),
                ShallowRows::upToSign);
    }

    private static Row waves() {
        return row(
                new Text(
                        "wave-shallow",
                        "One hidden layer of sin or cos units with biases is identifiable, up to permutations, signs, and translations "
                                + "by multiples of pi, exactly if no row of weights and no outgoing column of a unit is zero and no two rows "
                                + "of weights, whatever their biases, agree up to sign.",
                        "proof P6 of IDENTIFIABILITY.md, by frequencies"),
                "permutations, signs, and translations by pi",
                of(Set.of("sin", "cos")).and(network -> network.first().hasBias()),
                network -> List.of(
                        Units.noZeroRow(network), Units.noZeroColumn(network), Units.noWeightsUpToSign(network)));
    }

    private static Row analytic() {
        return row(
                new Text(
                        "analytic-unbiased-shallow",
                        "One hidden layer without biases of odd or even units that are analytic at 0 with infinitely many nonzero Taylor "
                                + "coefficients (tanh, erf, arctan, tanhshrink, sin, logcosh, and with an output bias gaussian, sech, cos, "
                                + "sinc) is identifiable up to signed permutations exactly if no row and no outgoing column of a unit is zero "
                                + "and no two rows agree up to sign.",
                        DOMINATED),
                SIGNED,
                of(ANALYTIC_ZERO)
                        .or(of(ANALYTIC_NONZERO).and(network -> network.last().hasBias()))
                        .and(network -> !network.first().hasBias()),
                ShallowRows::upToSign);
    }

    /** Here a constant unit is visible: its parameters form one class, but its sign is not determined, so it is left out. */
    private static Row analyticWithoutBiases() {
        return Row.ofPerceptrons(
                new Text(
                        "even-unbiased-shallow",
                        "One hidden layer of gaussian, sech, cos or sinc units without any biases is identifiable up to signed permutations "
                                + "if no row and no outgoing column of a unit is zero and no two rows agree up to sign.",
                        DOMINATED),
                Result.proved(SIGNED),
                of(ANALYTIC_NONZERO)
                        .and(network ->
                                !network.first().hasBias() && !network.last().hasBias()),
                ShallowRows::upToSign);
    }
}
