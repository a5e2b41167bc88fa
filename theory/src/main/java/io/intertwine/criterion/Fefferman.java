package io.intertwine.criterion;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of C. Fefferman, Reconstructing a neural net from its output, Rev. Mat. Iberoam. 10 (1994): (G1) the biases of a layer
 * are nonzero and differ in absolute value; (G2) no weight is zero; (G3) no ratio w_jk / w_j'k is p/q with 1 <= q <= 100 D^2, where D
 * is the number of rows of the layer. As j and j' may be exchanged, numerator and denominator of the reduced ratio must both exceed
 * 100 D^2. They are asked of every layer, the output layer too, which has a tanh of its own in the source.
 */
final class Fefferman {
    /** The most ratios that are compared. */
    private static final long RATIOS = 2_000_000;

    private Fefferman() {}

    static List<Hypothesis> hypotheses(Perceptron network) {
        return List.of(biases(network), weights(network), ratios(network));
    }

    private static Hypothesis biases(Perceptron network) {
        String statement = "(G1) all biases of a layer are nonzero and differ in absolute value";
        for (int layer = 0; layer < network.dense().size(); layer++) {
            List<Scalar> biases = network.dense().get(layer).biases();
            for (int j = 0; j < biases.size(); j++) {
                if (biases.get(j).isZero()) {
                    return Units.fails(statement, "bias " + j + " of " + name(network, layer) + " is zero");
                }
                int same = biases.subList(0, j).stream()
                        .map(Scalar::abs)
                        .toList()
                        .indexOf(biases.get(j).abs());
                if (same >= 0) {
                    return Units.fails(
                            statement,
                            "biases " + same + " and " + j + " of " + name(network, layer) + " agree up to sign");
                }
            }
        }
        return Units.holds(statement, "the biases of " + network.dense().size() + " layers were compared");
    }

    private static Hypothesis weights(Perceptron network) {
        String statement = "(G2) all weights are nonzero";
        for (int layer = 0; layer < network.dense().size(); layer++) {
            ExactMatrix weight = network.dense().get(layer).weight();
            for (int j = 0; j < weight.rows(); j++) {
                for (int k = 0; k < weight.columns(); k++) {
                    if (weight.isZero(j, k)) {
                        return Units.fails(
                                statement, "weight (" + j + ", " + k + ") of " + name(network, layer) + " is zero");
                    }
                }
            }
        }
        return Units.holds(statement, "no weight of " + network.dense().size() + " layers is zero");
    }

    private static Hypothesis ratios(Perceptron network) {
        String statement =
                "(G3) no ratio of two weights that leave the same unit is a fraction with a numerator or a denominator up to 100 "
                        + "times the square of the layer's width";
        long count = 0;
        for (Layer.Dense layer : network.dense()) {
            count += (long) layer.inputs() * layer.outputs() * (layer.outputs() - 1) / 2;
        }
        if (count > RATIOS) {
            return Units.unknown(statement, count + " ratios are more than the " + RATIOS + " that are compared");
        }
        for (int layer = 0; layer < network.dense().size(); layer++) {
            Optional<String> small = smallRatio(network.dense().get(layer).weight());
            if (small.isPresent()) {
                return Units.fails(statement, small.get() + " in " + name(network, layer));
            }
        }
        return Units.holds(statement, count + " ratios were compared");
    }

    private static Optional<String> smallRatio(ExactMatrix weight) {
        BigInteger bound = BigInteger.valueOf(100L * weight.rows() * weight.rows());
        for (int k = 0; k < weight.columns(); k++) {
            for (int j = 0; j < weight.rows(); j++) {
                for (int i = 0; i < j; i++) {
                    if (isSmall(weight.get(j, k), weight.get(i, k), bound)) {
                        return Optional.of("the ratio of the weights (" + j + ", " + k + ") and (" + i + ", " + k
                                + ") has a numerator or a denominator up to " + bound);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSmall(Scalar dividend, Scalar divisor, BigInteger bound) {
        if (dividend.isZero() || divisor.isZero()) {
            return true;
        }
        Scalar ratio = dividend.divide(divisor).abs();
        return ratio.isRational()
                && ratio.rational()
                                .getNumerator()
                                .min(ratio.rational().getDenominator())
                                .compareTo(bound)
                        <= 0;
    }

    private static String name(Perceptron network, int layer) {
        return layer == network.depth() ? "the output layer" : network.hidden(layer);
    }
}
