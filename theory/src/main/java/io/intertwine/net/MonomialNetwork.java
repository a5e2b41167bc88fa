package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Polynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network of dense layers without biases, with the same power x^r, r at least 2, on all units between two of them; r may differ from
 * layer to layer.
 *
 * @param network the network itself
 * @param weights W_1, ..., W_L
 * @param exponents r_1, ..., r_(L-1)
 */
public record MonomialNetwork(Network network, List<ExactMatrix> weights, List<Integer> exponents) {
    public MonomialNetwork {
        weights = List.copyOf(weights);
        exponents = List.copyOf(exponents);
    }

    /** The network seen in this way, if it is of this kind. */
    public static Optional<MonomialNetwork> of(Network network) {
        List<ExactMatrix> weights = new ArrayList<>();
        List<Integer> exponents = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense && !dense.hasBias() && weights.size() == exponents.size()) {
                weights.add(dense.weight());
            } else if (layer instanceof Layer.Entrywise units
                    && exponent(units) >= 2
                    && weights.size() == exponents.size() + 1) {
                exponents.add(exponent(units));
            } else {
                return Optional.empty();
            }
        }
        return weights.size() == exponents.size() + 1
                ? Optional.of(new MonomialNetwork(network, weights, exponents))
                : Optional.empty();
    }

    private static int exponent(Layer.Entrywise units) {
        return units.uniform()
                .map(Activation::expression)
                .filter(formula ->
                        formula instanceof Expression.Power power && power.base() instanceof Expression.Variable)
                .map(formula -> ((Expression.Power) formula).exponent())
                .orElse(0);
    }

    /** The number of dense layers L. */
    public int depth() {
        return weights.size();
    }

    /** The degree of the outputs, r_1 ... r_(L-1); {@link Integer#MAX_VALUE} where it is larger. */
    public int degree() {
        long product = 1;
        for (int exponent : exponents) {
            product = Math.min(product * exponent, Integer.MAX_VALUE);
        }
        return (int) product;
    }

    /**
     * The outputs of every dense layer, before the activation, as polynomials in the inputs: entry i - 1 is that of layer i, and the last
     * entry is the network's outputs. Throws ArithmeticException if they are too large.
     */
    public List<List<Polynomial>> units() {
        List<List<Polynomial>> all = new ArrayList<>();
        List<Polynomial> values = IntStream.range(0, network.inputs())
                .mapToObj(Polynomial::variable)
                .toList();
        for (int i = 0; i < depth(); i++) {
            List<Polynomial> units = multiply(weights.get(i), values);
            all.add(units);
            int exponent = i < exponents.size() ? exponents.get(i) : 1;
            values = units.stream().map(unit -> unit.pow(exponent)).toList();
        }
        return Collections.unmodifiableList(all);
    }

    private static List<Polynomial> multiply(ExactMatrix weight, List<Polynomial> values) {
        List<Polynomial> result = new ArrayList<>();
        for (int i = 0; i < weight.rows(); i++) {
            Polynomial sum = Polynomial.ZERO;
            for (int j = 0; j < weight.columns(); j++) {
                sum = sum.add(values.get(j).multiply(weight.get(i, j)));
            }
            result.add(sum);
        }
        return List.copyOf(result);
    }

    /** The same architecture at other weights W_1, ..., W_L. */
    public Network at(List<ExactMatrix> other) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(
                    i % 2 == 0
                            ? new Layer.Dense(other.get(i / 2), List.of())
                            : network.layers().get(i));
        }
        return new Network(layers);
    }
}
