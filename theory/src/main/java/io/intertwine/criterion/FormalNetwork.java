package io.intertwine.criterion;

import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values and slopes of the units of a network at its parameters as polynomials in formal variables: the inputs, and one for the
 * value and one for the slope of every class of units that are known to compute the same function. Putting the functions of the
 * input into the places of the variables is a homomorphism of rings, so what vanishes formally vanishes as a function
 * ({@code docs/DIMENSION_AT_PARAMETERS.md}); the converse need not hold.
 */
public final class FormalNetwork {
    private final Network network;
    private final FormalAtoms atoms;
    private final List<List<FormalUnit>> units = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * A dense layer.
     *
     * @param dense the layer
     * @param layer its index among the layers of the network
     * @param offset the place of its first parameter
     * @param inputs what it reads
     * @param slopes the derivative of each value behind the activations that follow by its argument, their product where many follow
     */
    public record Block(Layer.Dense dense, int layer, int offset, List<Polynomial> inputs, List<Polynomial> slopes) {
        public Block {
            inputs = List.copyOf(inputs);
            slopes = List.copyOf(slopes);
        }

        /** The parameters of a unit: its weights, and its bias if there is one. */
        public int rowLength() {
            return dense.inputs() + (dense.hasBias() ? 1 : 0);
        }

        /** The place of weight k of a unit; for k = inputs that of its bias. */
        public int place(int unit, int k) {
            return offset + unit * rowLength() + k;
        }
    }

    private FormalNetwork(Network network) {
        this.network = network;
        this.atoms = new FormalAtoms(network.inputs());
    }

    /**
     * The formal values of a network.
     *
     * @param relations what is known about its activations
     * @throws ArithmeticException if numbers of many fields do not fit together
     */
    public static FormalNetwork of(Network network, UnitRelations relations) {
        FormalNetwork formal = new FormalNetwork(network);
        formal.walk(new FormalClasses(formal.atoms, relations));
        return formal;
    }

    /**
     * The values on a linear region of a network of continuous piecewise affine activations: affine functions of the inputs, and slopes
     * that are numbers.
     *
     * @param pieces the pieces of the units that can be on several
     * @throws IllegalArgumentException if an activation is not known to be continuous and piecewise affine
     */
    public static FormalNetwork onRegion(Network network, Map<UnitPlace, Integer> pieces) {
        FormalNetwork formal = new FormalNetwork(network);
        formal.walk(new FormalPieces(pieces));
        return formal;
    }

    private void walk(FormalUnits reader) {
        List<Polynomial> values = new ArrayList<>();
        for (int i = 0; i < network.inputs(); i++) {
            values.add(Polynomial.variable(i));
        }
        int offset = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer instanceof Layer.Dense dense) {
                List<Polynomial> slopes = new ArrayList<>();
                for (int j = 0; j < dense.outputs(); j++) {
                    slopes.add(Polynomial.ONE);
                }
                Block block = new Block(dense, i, offset, values, slopes);
                blocks.add(block);
                offset = block.place(dense.outputs(), 0);
                values = arguments(dense, values);
                units.add(List.of());
            } else if (layer instanceof Layer.Entrywise entrywise) {
                List<FormalUnit> formal = reader.units(i, entrywise, values);
                units.add(formal);
                values = formal.stream().map(FormalUnit::value).toList();
                steepen(formal);
            }
        }
    }

    /** Activations follow the last dense layer. */
    private void steepen(List<FormalUnit> formal) {
        if (blocks.isEmpty()) {
            return;
        }
        Block last = blocks.get(blocks.size() - 1);
        List<Polynomial> slopes = new ArrayList<>();
        for (int j = 0; j < formal.size(); j++) {
            slopes.add(last.slopes.get(j).multiply(formal.get(j).slope()));
        }
        blocks.set(blocks.size() - 1, new Block(last.dense, last.layer, last.offset, last.inputs, slopes));
    }

    private static List<Polynomial> arguments(Layer.Dense dense, List<Polynomial> values) {
        List<Polynomial> arguments = new ArrayList<>();
        for (int j = 0; j < dense.outputs(); j++) {
            Polynomial sum = Polynomial.of(dense.bias(j));
            for (int k = 0; k < dense.inputs(); k++) {
                Scalar weight = dense.weight().get(j, k);
                sum = weight.isZero() ? sum : sum.add(values.get(k).multiply(weight));
            }
            arguments.add(sum);
        }
        return arguments;
    }

    /** The network. */
    public Network network() {
        return network;
    }

    /** The variables. */
    public FormalAtoms atoms() {
        return atoms;
    }

    /** The dense layers, the first first. */
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The units of a layer of activations; none for a dense layer. */
    public List<FormalUnit> units(int layer) {
        return List.copyOf(units.get(layer));
    }
}
