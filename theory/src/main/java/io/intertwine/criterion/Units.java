package io.intertwine.criterion;

import io.intertwine.criterion.Hypothesis.Truth;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hypotheses about the rows [w | b] and the outgoing columns of the units of all hidden layers. */
final class Units {
    private Units() {}

    /** No unit has only zero incoming weights. */
    static Hypothesis noZeroRow(Perceptron network) {
        String statement = "no row of weights of a hidden unit is zero";
        for (int layer = 0; layer < network.depth(); layer++) {
            Layer.Dense dense = network.dense().get(layer);
            for (int j = 0; j < dense.outputs(); j++) {
                if (dense.weight().isZeroRow(j)) {
                    return fails(statement, "row " + j + " of " + network.hidden(layer) + " is zero");
                }
            }
        }
        return holds(statement, count(network) + " rows, none of them zero");
    }

    /** No unit of the only hidden layer has only zero incoming weights and a zero bias. */
    static Hypothesis noZeroRowWithBias(Perceptron network) {
        String statement = "no row of weights and bias of a hidden unit is zero";
        Layer.Dense dense = network.first();
        for (int j = 0; j < dense.outputs(); j++) {
            if (dense.weight().isZeroRow(j) && dense.bias(j).isZero()) {
                return fails(statement, "row " + j + " of " + network.hidden(0) + " is zero");
            }
        }
        return holds(statement, count(network) + " rows, none of them zero");
    }

    /** No unit has only zero outgoing weights. */
    static Hypothesis noZeroColumn(Perceptron network) {
        String statement = "no column of outgoing weights of a hidden unit is zero";
        for (int layer = 0; layer < network.depth(); layer++) {
            ExactMatrix next = network.dense().get(layer + 1).weight();
            for (int j = 0; j < next.columns(); j++) {
                if (isZeroColumn(next, j)) {
                    return fails(statement, "outgoing column " + j + " of " + network.hidden(layer) + " is zero");
                }
            }
        }
        return holds(statement, count(network) + " columns, none of them zero");
    }

    /** No two rows [w | b] of a layer agree. */
    static Hypothesis noEqualRows(Perceptron network) {
        return noRelatedRows(network, true, List.of(Scalar.ONE), "agree");
    }

    /** No two rows [w | b] of a layer agree up to sign. */
    static Hypothesis noRowsUpToSign(Perceptron network) {
        return noRelatedRows(network, true, List.of(Scalar.ONE, Scalar.MINUS_ONE), "agree up to sign");
    }

    /** No two rows w of a layer agree up to sign, whatever the biases are. */
    static Hypothesis noWeightsUpToSign(Perceptron network) {
        return noRelatedRows(network, false, List.of(Scalar.ONE, Scalar.MINUS_ONE), "agree up to sign");
    }

    /** No row [w | b] of a layer is a multiple of another. */
    static Hypothesis noProportionalRows(Perceptron network) {
        return noRelatedRows(network, true, List.of(), "are proportional");
    }

    private static Hypothesis noRelatedRows(Perceptron network, boolean biases, List<Scalar> factors, String relation) {
        String statement =
                "no two rows of " + (biases ? "weights and bias" : "weights") + " of a hidden layer " + relation;
        for (int layer = 0; layer < network.depth(); layer++) {
            Layer.Dense dense = network.dense().get(layer);
            for (int k = 0; k < dense.outputs(); k++) {
                for (int j = 0; j < k; j++) {
                    if (areRelated(dense, j, k, biases, factors)) {
                        return fails(
                                statement, "rows " + j + " and " + k + " of " + network.hidden(layer) + " " + relation);
                    }
                }
            }
        }
        return holds(statement, "all pairs among " + count(network) + " rows were compared");
    }

    /** Whether row k is row j times one of the factors, or times any nonzero number if there are none. */
    private static boolean areRelated(Layer.Dense dense, int j, int k, boolean biases, List<Scalar> factors) {
        if (!factors.isEmpty()) {
            return factors.stream().anyMatch(factor -> isMultiple(dense, j, k, biases, factor));
        }
        return ratio(dense, j, k)
                .filter(factor -> isMultiple(dense, j, k, biases, factor))
                .isPresent();
    }

    /** The quotient of the first entries of rows k and j that are not both zero; empty if one of them is zero, or all entries are. */
    private static Optional<Scalar> ratio(Layer.Dense dense, int j, int k) {
        ExactMatrix weight = dense.weight();
        for (int i = 0; i < weight.columns(); i++) {
            if (!weight.isZero(j, i) || !weight.isZero(k, i)) {
                return quotient(weight.get(k, i), weight.get(j, i));
            }
        }
        return quotient(dense.bias(k), dense.bias(j));
    }

    private static Optional<Scalar> quotient(Scalar dividend, Scalar divisor) {
        return dividend.isZero() || divisor.isZero() ? Optional.empty() : Optional.of(dividend.divide(divisor));
    }

    private static boolean isMultiple(Layer.Dense dense, int j, int k, boolean biases, Scalar factor) {
        ExactMatrix weight = dense.weight();
        for (int i = 0; i < weight.columns(); i++) {
            if (!weight.scaledEquals(j, i, factor, weight, k, i, Scalar.ONE)) {
                return false;
            }
        }
        return !biases || dense.bias(j).multiply(factor).equals(dense.bias(k));
    }

    static boolean isZeroColumn(ExactMatrix matrix, int column) {
        for (int i = 0; i < matrix.rows(); i++) {
            if (!matrix.isZero(i, column)) {
                return false;
            }
        }
        return true;
    }

    private static String count(Perceptron network) {
        List<String> widths = new ArrayList<>();
        network.units().forEach(units -> widths.add(String.valueOf(units.inputs())));
        return String.join(" + ", widths);
    }

    static Hypothesis holds(String statement, String found) {
        return new Hypothesis(statement, Truth.HOLDS, found);
    }

    static Hypothesis fails(String statement, String found) {
        return new Hypothesis(statement, Truth.FAILS, found);
    }

    static Hypothesis unknown(String statement, String found) {
        return new Hypothesis(statement, Truth.UNKNOWN, found);
    }
}
