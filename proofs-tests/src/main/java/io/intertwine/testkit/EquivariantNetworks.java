package io.intertwine.testkit;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Builds layerwise equivariant networks from their answer: every dense layer is the mean over the group of
 * K(g)^-1 L rho(g) for a random integer affine map L, where rho acts before the layer and K after it.
 */
public final class EquivariantNetworks {
    private final NamedGroup group;
    private final SplittableRandom random;
    private final int weightBound;

    /** Draws integer weights up to {@code weightBound} in absolute value. */
    public EquivariantNetworks(NamedGroup group, SplittableRandom random, int weightBound) {
        this.group = group;
        this.random = random;
        this.weightBound = weightBound;
    }

    /**
     * A network that carries the given actions.
     *
     * @param input the maps of the generators on the inputs
     * @param activations the activation of every hidden layer
     * @param hidden for every hidden layer the maps of the generators before the activation, linear with factors 1 and -1; a factor -1
     *     is turned into the unit's reflection about its centre
     * @param output the maps of the generators on the outputs
     * @param biases whether layers have biases; without, no unit may have a centre or a value at it other than 0
     */
    public KnownAnswer build(
            List<AffineMap> input,
            List<Activation> activations,
            List<List<AffineMap>> hidden,
            List<AffineMap> output,
            boolean biases) {
        List<Layer> layers = new ArrayList<>();
        List<List<AffineMap>> actions = new ArrayList<>();
        input.forEach(map -> actions.add(new ArrayList<>()));
        List<AffineMap> source = input;
        for (int i = 0; i < activations.size(); i++) {
            Activation activation = activations.get(i);
            List<AffineMap> before = hidden.get(i).stream()
                    .map(map -> centred(map, activation.group()))
                    .toList();
            UnitwiseGroup units =
                    new UnitwiseGroup(Collections.nCopies(before.get(0).dimension(), activation));
            layers.add(average(source, before, biases));
            layers.add(new Layer.Entrywise(units.units()));
            source = before.stream().map(units::companion).toList();
            for (int g = 0; g < source.size(); g++) {
                actions.get(g).add(before.get(g));
                actions.get(g).add(source.get(g));
            }
        }
        layers.add(average(source, output, biases));
        Symmetry symmetry = new Symmetry(
                new Representation(group.presentation(), input.get(0).dimension(), input),
                new Representation(group.presentation(), output.get(0).dimension(), output));
        return new KnownAnswer(new Network(layers), symmetry, actions);
    }

    private static AffineMap centred(AffineMap map, UnitGroup units) {
        List<Scalar> shift = new ArrayList<>(Collections.nCopies(map.dimension(), Scalar.ZERO));
        for (int j = 0; j < map.dimension(); j++) {
            Scalar rest = Scalar.ONE.subtract(map.scales().get(j));
            shift.set(map.permutation().apply(j), units.centre().multiply(rest));
        }
        return AffineMap.monomial(map.permutation(), map.scales(), shift);
    }

    private Layer.Dense average(List<AffineMap> source, List<AffineMap> target, boolean bias) {
        int rows = target.get(0).dimension();
        int columns = source.get(0).dimension();
        int order = group.order();
        ExactMatrix start = ExactMatrix.build(rows, columns, (i, j) -> integer(order));
        List<Scalar> constant = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            constant.add(bias ? integer(order) : Scalar.ZERO);
        }
        Scalar[][] weight = new Scalar[rows][columns];
        Scalar[] shift = new Scalar[rows];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(weight[i], Scalar.ZERO);
            shift[i] = Scalar.ZERO;
        }
        Scalar share = Scalar.of(1, order);
        for (Word word : group.words()) {
            AffineMap rho = word.evaluate(new AffineGroup(columns), source);
            AffineMap inverse = word.evaluate(new AffineGroup(rows), target).inverse();
            for (int j = 0; j < columns; j++) {
                List<Scalar> column = inverse.applyLinear(start.multiply(rho.applyLinear(unit(columns, j))));
                for (int i = 0; i < rows; i++) {
                    weight[i][j] = weight[i][j].add(column.get(i).multiply(share));
                }
            }
            List<Scalar> image = inverse.apply(sum(start.multiply(rho.shift()), constant));
            for (int i = 0; i < rows; i++) {
                shift[i] = shift[i].add(image.get(i).multiply(share));
            }
        }
        return new Layer.Dense(
                ExactMatrix.build(rows, columns, (i, j) -> weight[i][j]), bias ? List.of(shift) : List.of());
    }

    private Scalar integer(int multiple) {
        return Scalar.of((long) multiple * random.nextInt(-weightBound, weightBound + 1));
    }

    private static List<Scalar> unit(int n, int j) {
        List<Scalar> unit = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
        unit.set(j, Scalar.ONE);
        return unit;
    }

    private static List<Scalar> sum(List<Scalar> a, List<Scalar> b) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            result.add(a.get(i).add(b.get(i)));
        }
        return result;
    }

    /** A random element of a unit's group; factors are signs, powers of two, and thirds. */
    static UnitMap element(UnitGroup group, SplittableRandom random) {
        Scalar sign = random.nextBoolean() ? Scalar.ONE : Scalar.MINUS_ONE;
        Scalar size =
                random.nextInt(4) == 0 ? Scalar.of(1 + random.nextInt(5), 3) : Scalar.of(1L << random.nextInt(4), 4);
        Scalar scale = switch (group.scales()) {
            case TRIVIAL -> Scalar.ONE;
            case SIGNS -> sign;
            case POSITIVE -> size;
            case NONZERO -> sign.multiply(size);
        };
        Scalar turns = Scalar.of(random.nextInt(-3, 4));
        return new UnitMap(
                scale,
                group.centre()
                        .multiply(Scalar.ONE.subtract(scale))
                        .add(group.period().multiply(turns)));
    }

    /** A random element of the latent group of units with one activation. */
    public static AffineMap element(Activation activation, int n, SplittableRandom random) {
        int[] images = Permutation.identity(n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int image = images[i];
            images[i] = images[j];
            images[j] = image;
        }
        List<Scalar> scales = new ArrayList<>();
        List<Scalar> shift = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
        for (int j = 0; j < n; j++) {
            UnitMap map = element(activation.group(), random);
            scales.add(map.scale());
            shift.set(images[j], map.shift());
        }
        return AffineMap.monomial(Permutation.of(images), scales, shift);
    }
}
