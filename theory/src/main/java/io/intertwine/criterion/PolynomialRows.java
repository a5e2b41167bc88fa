package io.intertwine.criterion;

import io.intertwine.criterion.Row.Result;
import io.intertwine.criterion.Row.Text;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Units whose formula is a polynomial other than a monomial. */
final class PolynomialRows {
    private static final String SOURCE =
            "Kohn, Marchetti, Massarenti, Mella 2026, with the independence of Newman, Slater 1979, J. Number "
                    + "Theory 11:477-487";
    private static final String EXACTLY =
            " is identifiable up to permutations exactly if in every hidden layer no row and no outgoing column is "
                    + "zero and no two rows agree.";

    private PolynomialRows() {}

    /** The rows, the strongest first. */
    static List<Criterion> rows() {
        return List.of(shiftedPower(), quadraticPower(), generic());
    }

    private static Optional<List<Scalar>> coefficients(Perceptron network) {
        return network.activation().flatMap(unit -> PolynomialFormula.coefficients(unit.expression()));
    }

    private static boolean hasNoHiddenBias(Perceptron network) {
        return network.dense().subList(0, network.depth()).stream().noneMatch(Layer.Dense::hasBias);
    }

    /** (x + 1)^r - 1 for the r that is the degree. */
    private static boolean isShiftedPower(List<Scalar> coefficients) {
        int degree = coefficients.size() - 1;
        if (degree < 2) {
            return false;
        }
        List<Scalar> expected = new ArrayList<>(PolynomialFormula.power(List.of(Scalar.ONE, Scalar.ONE), degree));
        expected.set(0, Scalar.ZERO);
        return coefficients.equals(expected);
    }

    /** (x^2 + x)^l for the l that is half the degree. */
    private static boolean isQuadraticPower(List<Scalar> coefficients) {
        int degree = coefficients.size() - 1;
        List<Scalar> quadratic = List.of(Scalar.ZERO, Scalar.ONE, Scalar.ONE);
        return degree >= 2 && degree % 2 == 0 && coefficients.equals(PolynomialFormula.power(quadratic, degree / 2));
    }

    private static Predicate<Perceptron> unbiased(Predicate<List<Scalar>> formula) {
        return network -> hasNoHiddenBias(network)
                && coefficients(network).filter(formula).isPresent();
    }

    private static List<Hypothesis> noSubnetwork(Perceptron network) {
        return List.of(Units.noZeroRow(network), Units.noZeroColumn(network), Units.noEqualRows(network));
    }

    private static long degree(Perceptron network) {
        return coefficients(network).orElseThrow().size() - 1L;
    }

    private static Row shiftedPower() {
        return Row.ofPerceptrons(
                new Text(
                        "shifted-power-deep",
                        "A network of units (x + 1)^r - 1 without hidden biases, r >= 4 d^2 - 1 for the largest hidden width d,"
                                + EXACTLY,
                        SOURCE),
                Result.provedExactly("permutations"),
                unbiased(PolynomialRows::isShiftedPower).and(network -> {
                    long width = network.largestWidth();
                    return degree(network) >= 4 * width * width - 1;
                }),
                PolynomialRows::noSubnetwork);
    }

    private static Row quadraticPower() {
        return Row.ofPerceptrons(
                new Text(
                        "quadratic-power-deep",
                        "A network of units (x^2 + x)^l without hidden biases, l > 2 d (2 d - 2) for the largest hidden width d,"
                                + EXACTLY,
                        SOURCE),
                Result.provedExactly("permutations"),
                unbiased(PolynomialRows::isQuadraticPower).and(network -> {
                    long width = network.largestWidth();
                    return degree(network) / 2 > 2 * width * (2 * width - 2);
                }),
                PolynomialRows::noSubnetwork);
    }

    private static Row generic() {
        return Row.ofPerceptrons(
                new Text(
                        "polynomial-deep",
                        "A network without hidden biases of units with a generic polynomial of large degree that vanishes at 0 is identifiable "
                                + "up to permutations if it is no subnetwork, that is if no row and no outgoing column is zero and no two rows of "
                                + "a layer agree.",
                        "Kohn, Marchetti, Massarenti, Mella 2026, under their conjecture of linear independence; Shahverdi, Marchetti, Kohn "
                                + "2026, arXiv 2505.11846"),
                Result.conjectural(Criterion.Conclusion.IDENTIFIABLE, "permutations"),
                unbiased(list -> list.size() > 2
                        && list.get(0).isZero()
                        && list.stream().filter(entry -> !entry.isZero()).count() > 1),
                network -> {
                    List<Hypothesis> hypotheses = new ArrayList<>(noSubnetwork(network));
                    hypotheses.add(Units.unknown(
                            "the polynomial is generic and its degree is large", "the degree is " + degree(network)));
                    return hypotheses;
                });
    }
}
