package io.intertwine.match;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The weights of a network in doubles, as they are given, or balanced: at a parameter of the same function in which every unit with a free
 * scale (ReLU, monomials) has incoming weights of the same norm as its outgoing weights. Rescaling a unit changes neither the function nor, at this parameter, the
 * comparison of units: a finite group of positive monomial maps acts there by plain permutations, because it keeps both norms.
 *
 * @param places the dense layers by their places among the layers of the network
 * @param weights of each dense layer, one row per output
 * @param biases of each dense layer; zeros where there are none
 * @param divisors of each dense layer what the incoming weights of its units were divided by, as a column
 * @param rescaled whether any unit may have been rescaled
 */
record GaugedWeights(
        List<Integer> places,
        List<DoubleMatrix> weights,
        List<DoubleMatrix> biases,
        List<DoubleMatrix> divisors,
        boolean rescaled) {
    /** Sweeps over the layers; each brings the norms together at least as fast as halving their ratio. */
    private static final int SWEEPS = 60;

    /** Norms whose ratio differs from 1 by less than this are left alone. */
    private static final double BALANCED = 1e-9;

    GaugedWeights {
        places = List.copyOf(places);
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
        divisors = List.copyOf(divisors);
    }

    /**
     * The weights of a network as they are given.
     *
     * @param network the network
     * @param units for every hidden space between two dense layers the kinds of its units
     * @throws IllegalArgumentException if a weight is too large for a double
     */
    static GaugedWeights of(Network network, List<List<UnitKind>> units) {
        List<Integer> places = places(network);
        List<DoubleMatrix> weights = new ArrayList<>();
        List<DoubleMatrix> biases = new ArrayList<>();
        List<DoubleMatrix> divisors = new ArrayList<>();
        for (int place : places) {
            Layer.Dense layer = (Layer.Dense) network.layers().get(place);
            weights.add(DoubleMatrix.of(layer.outputs(), layer.inputs(), Rounded.from(layer.weight())));
            double[] bias = new double[layer.outputs()];
            Arrays.setAll(bias, i -> Rounded.from(layer.bias(i)));
            biases.add(DoubleMatrix.of(bias.length, 1, bias));
            double[] ones = new double[bias.length];
            Arrays.fill(ones, 1);
            divisors.add(DoubleMatrix.of(bias.length, 1, ones));
        }
        return new GaugedWeights(places, weights, biases, divisors, hasFree(units));
    }

    /** A copy in which incoming and outgoing weights of units with a free scale have the same norm. */
    GaugedWeights balanced(List<List<UnitKind>> units) {
        if (!rescaled) {
            return this;
        }
        GaugedWeights result = new GaugedWeights(places, copies(weights), copies(biases), copies(divisors), rescaled);
        for (int sweep = 0; sweep < SWEEPS && result.balance(units); sweep++) {
            // until nothing moves
        }
        return result;
    }

    private static List<DoubleMatrix> copies(List<DoubleMatrix> matrices) {
        return matrices.stream()
                .map(matrix -> DoubleMatrix.of(
                        matrix.rows(), matrix.columns(), matrix.entries().clone()))
                .toList();
    }

    private static List<Integer> places(Network network) {
        return IntStream.range(0, network.layers().size())
                .filter(i -> network.layers().get(i) instanceof Layer.Dense)
                .boxed()
                .toList();
    }

    private static boolean hasFree(List<List<UnitKind>> units) {
        return units.stream()
                .flatMap(List::stream)
                .anyMatch(kind -> kind.stack().isFree());
    }

    /** One sweep, in place; whether anything moved. */
    private boolean balance(List<List<UnitKind>> units) {
        boolean moved = false;
        for (int space = 0; space < units.size(); space++) {
            for (UnitKind kind : units.get(space)) {
                for (int unit : kind.stack().isFree() ? kind.members() : List.<Integer>of()) {
                    moved |= balance(space, unit, kind.stack());
                }
            }
        }
        return moved;
    }

    /** Multiplies the incoming weights of a unit by r^(-1/(k+1)) for the ratio r of its norms, and the outgoing ones by r^(k/(k+1)). */
    private boolean balance(int space, int unit, UnitStack stack) {
        DoubleMatrix incoming = weights.get(space);
        DoubleMatrix outgoing = weights.get(space + 1);
        double in = Math.hypot(rowNorm(incoming, unit), biases.get(space).get(unit, 0));
        double out = columnNorm(outgoing, unit);
        double degree = Math.log(stack.after(2, 0)) / Math.log(2);
        if (in == 0 || out == 0 || Math.abs(Math.log(in) - Math.log(out)) < BALANCED) {
            return false;
        }
        double divisor = Math.exp((Math.log(in) - Math.log(out)) / (degree + 1));
        for (int j = 0; j < incoming.columns(); j++) {
            incoming.set(unit, j, incoming.get(unit, j) / divisor);
        }
        biases.get(space).set(unit, 0, biases.get(space).get(unit, 0) / divisor);
        divisors.get(space).set(unit, 0, divisors.get(space).get(unit, 0) * divisor);
        double factor = stack.after(divisor, 0);
        for (int i = 0; i < outgoing.rows(); i++) {
            outgoing.set(i, unit, outgoing.get(i, unit) * factor);
        }
        return true;
    }

    private static double rowNorm(DoubleMatrix matrix, int i) {
        double norm = 0;
        for (int j = 0; j < matrix.columns(); j++) {
            norm = Math.hypot(norm, matrix.get(i, j));
        }
        return norm;
    }

    private static double columnNorm(DoubleMatrix matrix, int j) {
        double norm = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            norm = Math.hypot(norm, matrix.get(i, j));
        }
        return norm;
    }

    /** The network with these weights, exactly: the given one where no unit was rescaled. */
    Network network(Network given) {
        if (!rescaled) {
            return given;
        }
        List<Layer> layers = new ArrayList<>(given.layers());
        for (int k = 0; k < places.size(); k++) {
            Layer.Dense layer = (Layer.Dense) layers.get(places.get(k));
            long[] bits = Arrays.stream(weights.get(k).entries())
                    .mapToLong(Double::doubleToRawLongBits)
                    .toArray();
            List<Scalar> bias = !layer.hasBias()
                    ? List.of()
                    : Arrays.stream(biases.get(k).entries())
                            .mapToObj(entry -> Scalar.ofBinary64(Double.doubleToRawLongBits(entry)))
                            .toList();
            layers.set(
                    places.get(k),
                    new Layer.Dense(ExactMatrix.ofBinary64(layer.outputs(), layer.inputs(), bits), bias));
        }
        return new Network(layers);
    }

    /** The weights and biases of every unit in random order, independently for each unit: what is left of it is its norm. */
    GaugedWeights shuffled(SplittableRandom random) {
        List<DoubleMatrix> shuffled = new ArrayList<>();
        for (DoubleMatrix matrix : weights) {
            DoubleMatrix copy = DoubleMatrix.of(
                    matrix.rows(), matrix.columns(), matrix.entries().clone());
            for (int i = 0; i < matrix.rows(); i++) {
                shuffle(copy.entries(), i * matrix.columns(), matrix.columns(), random);
            }
            shuffled.add(copy);
        }
        return new GaugedWeights(places, shuffled, biases, divisors, rescaled);
    }

    /** Independent normal weights and biases, each layer's with the norms that they have now. */
    GaugedWeights normal(SplittableRandom random) {
        return new GaugedWeights(
                places,
                weights.stream().map(matrix -> normal(matrix, random)).toList(),
                biases.stream().map(matrix -> normal(matrix, random)).toList(),
                divisors,
                rescaled);
    }

    private static DoubleMatrix normal(DoubleMatrix like, SplittableRandom random) {
        DoubleMatrix result = DoubleMatrix.zeros(like.rows(), like.columns());
        for (int k = 0; k < result.entries().length; k++) {
            result.entries()[k] = random.nextGaussian();
        }
        double factor = like.frobeniusNorm() / Math.max(Double.MIN_NORMAL, result.frobeniusNorm());
        for (int k = 0; k < result.entries().length; k++) {
            result.entries()[k] *= factor;
        }
        return result;
    }

    private static void shuffle(double[] entries, int from, int count, SplittableRandom random) {
        for (int k = count - 1; k > 0; k--) {
            int other = from + random.nextInt(k + 1);
            double entry = entries[from + k];
            entries[from + k] = entries[other];
            entries[other] = entry;
        }
    }
}
