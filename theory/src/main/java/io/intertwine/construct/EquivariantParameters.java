package io.intertwine.construct;

import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.rep.EquivariantAffineMaps;
import io.intertwine.rep.EquivariantAffineMaps.AffineFunction;
import io.intertwine.rep.EquivariantMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parameters of an architecture at which every layer is equivariant for given actions on the latent spaces: an affine space, with
 * coordinates. It is the product of the spaces of equivariant affine maps of the dense layers ({@link EquivariantAffineMaps}); the
 * coordinates are those of the layers one after the other, in each the weight's before the bias's.
 *
 * <p>Before a last softmax the logits are equivariant themselves, not up to a common number; averaging over a finite group gives such
 * logits for every equivariant function.
 */
public final class EquivariantParameters {
    private final LatentActions actions;
    private final List<Integer> places;
    private final List<EquivariantAffineMaps> spaces;

    private EquivariantParameters(LatentActions actions, List<EquivariantAffineMaps> spaces) {
        this.actions = actions;
        this.places = actions.architecture().densePlaces();
        this.spaces = spaces;
    }

    /**
     * The layerwise equivariant parameters for these latent actions.
     *
     * @throws IllegalArgumentException if a layer without bias cannot be equivariant for the shifts of its actions, or a space of maps is
     *     too large to be computed
     */
    public static EquivariantParameters of(LatentActions actions) {
        List<EquivariantAffineMaps> spaces = new ArrayList<>();
        for (int place : actions.architecture().densePlaces()) {
            boolean bias = ((LayerShape.Dense) actions.architecture().layers().get(place)).bias();
            try {
                spaces.add(EquivariantAffineMaps.between(actions.action(place), actions.action(place + 1), bias));
            } catch (IllegalArgumentException impossible) {
                throw new IllegalArgumentException("layer " + place + ": " + impossible.getMessage(), impossible);
            }
        }
        return new EquivariantParameters(actions, spaces);
    }

    /** The actions that the layers are equivariant for. */
    public LatentActions actions() {
        return actions;
    }

    /** The spaces of the dense layers, in order. */
    public List<EquivariantAffineMaps> layers() {
        return List.copyOf(spaces);
    }

    /** The number of coordinates. */
    public long dimension() {
        return spaces.stream().mapToLong(EquivariantAffineMaps::dimension).sum();
    }

    /**
     * The network at the parameter with these coordinates.
     *
     * @throws IllegalArgumentException if there are not {@link #dimension} of them
     */
    public Network network(List<Scalar> coordinates) {
        if (coordinates.size() != dimension()) {
            throw new IllegalArgumentException("expected " + dimension() + " coordinates, found " + coordinates.size());
        }
        List<Layer> layers = new ArrayList<>();
        int next = 0;
        for (int i = 0, start = 0; i < actions.architecture().layers().size(); i++) {
            if (actions.architecture().layers().get(i) instanceof LayerShape.Dense shape) {
                EquivariantAffineMaps space = spaces.get(next++);
                int end = start + Math.toIntExact(space.dimension());
                AffineFunction function = space.function(coordinates.subList(start, end));
                layers.add(new Layer.Dense(function.weight().toDense(), shape.bias() ? function.shift() : List.of()));
                start = end;
            } else {
                layers.add((Layer) actions.architecture().layers().get(i));
            }
        }
        return new Network(layers);
    }

    /**
     * The coordinates of a parameter.
     *
     * @param network a network of the architecture
     * @throws IllegalArgumentException if a layer is not equivariant
     */
    public List<Scalar> coordinates(Network network) {
        if (!Architecture.of(network).equals(actions.architecture())) {
            throw new IllegalArgumentException("expected a network of the architecture of the latent actions");
        }
        List<Scalar> coordinates = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(places.get(k));
            List<Scalar> shift =
                    IntStream.range(0, dense.outputs()).mapToObj(dense::bias).toList();
            try {
                coordinates.addAll(
                        spaces.get(k).coordinates(new AffineFunction(SparseMatrix.of(dense.weight()), shift)));
            } catch (IllegalArgumentException not) {
                throw new IllegalArgumentException("layer " + places.get(k) + ": " + not.getMessage(), not);
            }
        }
        return coordinates;
    }

    /**
     * A network whose coordinates are independent and uniform among the integers from -bound to bound other than 0: a zero among few
     * coordinates would often make units, or the whole function, constant.
     *
     * @param bound at least 1
     * @param random where the coordinates come from
     */
    public Network random(int bound, SplittableRandom random) {
        return network(Stream.generate(() ->
                        Scalar.of(random.nextBoolean() ? random.nextInt(1, bound + 1) : -random.nextInt(1, bound + 1)))
                .limit(dimension())
                .collect(Collectors.toList()));
    }

    /**
     * Uniformly random weights and biases modulo p: for every dense layer one matrix, W and beside it the column b where there is a bias.
     * Every solution of W rho = K W, W u + b = K b + c modulo p is equally likely where p does not divide the order of the group;
     * otherwise every reduction of a rational solution is.
     *
     * @param field the residues
     * @param random where the coordinates come from
     * @throws ArithmeticException if p divides a denominator of a basis map or of an action
     */
    public List<ModularMatrix> random(PrimeField field, SplittableRandom random) {
        List<ModularMatrix> layers = new ArrayList<>();
        for (int k = 0; k < spaces.size(); k++) {
            EquivariantAffineMaps space = spaces.get(k);
            List<Scalar> residues = Stream.generate(() -> Scalar.of(random.nextLong(field.prime())))
                    .limit(space.dimension())
                    .collect(Collectors.toList());
            AffineFunction function = space.function(residues);
            boolean bias = ((LayerShape.Dense) actions.architecture().layers().get(places.get(k))).bias();
            layers.add(reduced(function, bias, field));
        }
        return layers;
    }

    private static ModularMatrix reduced(AffineFunction function, boolean bias, PrimeField field) {
        SparseMatrix weight = function.weight();
        int columns = weight.columns() + (bias ? 1 : 0);
        ModularMatrix matrix = new ModularMatrix(field.prime(), weight.rows(), columns);
        for (SparseMatrix.Entry entry : weight.entries()) {
            matrix.set(entry.row(), entry.column(), field.of(entry.value()));
        }
        for (int i = 0; bias && i < weight.rows(); i++) {
            matrix.set(i, columns - 1, field.of(function.shift().get(i)));
        }
        return matrix;
    }

    /** The dimensions of the dense layers' spaces: of the weights, and of the vectors that biases come from. */
    public List<List<Long>> dimensions() {
        return spaces.stream()
                .map(space ->
                        List.of(space.weights().dimension(), space.constants().dimension()))
                .toList();
    }

    /** Whether some layer's weight can only be zero, so that the function is constant. */
    public boolean isConstant() {
        return spaces.stream()
                .map(EquivariantAffineMaps::weights)
                .mapToLong(EquivariantMaps::dimension)
                .anyMatch(d -> d == 0);
    }
}
