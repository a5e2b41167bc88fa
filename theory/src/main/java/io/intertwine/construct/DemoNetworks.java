package io.intertwine.construct;

import static io.intertwine.construct.Filter.Pattern.bar;
import static io.intertwine.construct.Filter.Pattern.blob;
import static io.intertwine.construct.Filter.Pattern.centreSurround;
import static io.intertwine.construct.Filter.Pattern.edge;
import static io.intertwine.construct.Filter.Pattern.saddle;
import static io.intertwine.construct.Filter.Pattern.stripes;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.Reynolds;
import io.intertwine.symmetry.UnitwiseGroup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Networks on small images whose symmetry is known, made by a program: filters with dyadic weights are averaged over the group, and
 * the network is then hidden behind a random element of its latent symmetry group, so that the action has to be found again.
 */
public final class DemoNetworks {
    private static final Activation TANH = Activations.requireNamed("tanh");
    private static final Activation RELU = Activations.requireNamed("relu");
    private static final Activation SIGMOID = Activations.requireNamed("sigmoid");
    private static final int MIRROR_SIZE = 16;
    private static final int TURNED_SIZE = 12;
    private static final int NEGATIVE_SIZE = 8;

    private DemoNetworks() {}

    /** A hidden layer with the action that its units carry before the activation, a map for every generator. */
    private record Hidden(Activation activation, List<AffineMap> preactivation) {
        private int units() {
            return preactivation.get(0).dimension();
        }
    }

    /** All of them; the last one is the only one that is not equivariant. */
    public static List<Demo> all(long seed) {
        return List.of(mirror(seed), turned(seed), negative(seed), nearMiss(seed));
    }

    /** A tanh network 256-24-12-4 for 16 x 16 images with mirror symmetry. */
    public static Demo mirror(long seed) {
        return mirror(disguisedMirror(seed).network(), "mirror", """
                A tanh network that scores 16 x 16 images in four classes; in the mirror the classes "left" and "right" change \
                places and "up" and "down" stay.""");
    }

    /** The mirror network with the last bit of one weight changed: its function is not equivariant any more. */
    public static Demo nearMiss(long seed) {
        Disguise disguise = disguisedMirror(seed);
        int unit = disguise.elements().get(0).permutation().apply(0);
        Network changed = LastBit.flip(disguise.network(), 0, unit);
        return mirror(changed, "near-miss", "The mirror network with the last bit of one of its weights changed.");
    }

    private static Demo mirror(Network network, String name, String description) {
        return new Demo(name, description, network, mirrorSymmetry());
    }

    private static Symmetry mirrorSymmetry() {
        AffineMap classes = permutation(1, 0, 2, 3);
        return WorkedExamples.involution(new ImageActions(1, MIRROR_SIZE, MIRROR_SIZE).mirror(), classes);
    }

    private static Disguise disguisedMirror(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hidden> hidden = List.of(
                new Hidden(TANH, List.of(involution(7, 2, 2, 4))), new Hidden(TANH, List.of(involution(3, 1, 2, 2))));
        Network plain = network(mirrorSymmetry(), hidden, mirrorFilters(random), MIRROR_SIZE, random);
        return Disguise.random(plain, random);
    }

    /** One filter for each orbit of the first layer: nine for pairs, two that become antisymmetric, four that become symmetric. */
    private static List<Filter> mirrorFilters(SplittableRandom random) {
        List<Filter.Pattern> patterns = List.of(
                edge(1, 2),
                bar(2, 1),
                edge(2, -1),
                stripes(1, 1),
                bar(1, -1),
                centreSurround(),
                edge(1, 1),
                edge(0, 1),
                stripes(0, 1),
                edge(0, 1),
                saddle(),
                edge(1, 0),
                bar(0, 1),
                centreSurround(),
                stripes(1, 0));
        List<Filter> filters = new ArrayList<>();
        for (int k = 0; k < patterns.size(); k++) {
            boolean pair = k < 9;
            int row = 9 + 2 * random.nextInt(7);
            int column = pair ? 7 + 2 * random.nextInt(4) : MIRROR_SIZE - 1;
            filters.add(new Filter(pair ? 15 : 19, row, column, patterns.get(k)));
        }
        return filters;
    }

    /** A ReLU network 144-25-9-4 for 12 x 12 images with the symmetry of the square. */
    public static Demo turned(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Symmetry symmetry =
                WorkedExamples.symmetry(Presentation.dihedral(4), squareActions(TURNED_SIZE), squareActions(2));
        List<Hidden> hidden = List.of(new Hidden(RELU, squareActions(5)), new Hidden(RELU, squareActions(3)));
        Network plain = network(symmetry, hidden, turnedFilters(), TURNED_SIZE, random);
        return new Demo(
                "turned",
                "A ReLU network that scores the four corners of a 12 x 12 image; turning and mirroring the image permutes the scores.",
                Disguise.random(plain, random).network(),
                symmetry);
    }

    /** The rotation and the mirror of square images of one channel, generators r and s of the dihedral group of order 8. */
    private static List<AffineMap> squareActions(int size) {
        return List.of(new ImageActions(1, size, size).rotate90(), new ImageActions(1, size, size).mirror());
    }

    /** One filter for each orbit of a grid of 5 x 5 units: corner, beside it, edge, inner corner, inner edge, centre. */
    private static List<Filter> turnedFilters() {
        return List.of(
                new Filter(11, 3, 3, edge(1, 1)),
                new Filter(11, 3, 7, edge(2, -1)),
                new Filter(11, 3, 11, bar(1, 0)),
                new Filter(11, 7, 7, saddle()),
                new Filter(11, 7, 11, edge(1, 0)),
                new Filter(13, 11, 11, centreSurround()));
    }

    /** A sigmoid network 64-14-6-2 for 8 x 8 images, for the mirror m and the negative n, x -> 1 - x. */
    public static Demo negative(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GroupDescription group =
                new Presentation(List.of("m", "n"), List.of(Word.power(0, 2), Word.power(1, 2), commutator()));
        int pixels = NEGATIVE_SIZE * NEGATIVE_SIZE;
        AffineMap invert = AffineMap.monomial(
                Permutation.identity(pixels),
                Collections.nCopies(pixels, Scalar.MINUS_ONE),
                Collections.nCopies(pixels, Scalar.ONE));
        List<AffineMap> inputs = List.of(new ImageActions(1, NEGATIVE_SIZE, NEGATIVE_SIZE).mirror(), invert);
        List<AffineMap> logits = List.of(signs(-1, 1), signs(-1, -1));
        Symmetry inner = WorkedExamples.symmetry(group, inputs, logits);
        List<Hidden> hidden = List.of(
                new Hidden(SIGMOID, List.of(involution(4, 0, 2, 4), negativeUnits(14, 2))),
                new Hidden(SIGMOID, List.of(involution(2, 0, 1, 1), negativeUnits(6, 0))));
        Network plain = network(inner, hidden, negativeFilters(), NEGATIVE_SIZE, random);
        List<AffineMap> outputs = logits.stream()
                .map(new UnitwiseGroup(Collections.nCopies(2, SIGMOID))::companion)
                .toList();
        List<Layer> layers =
                new ArrayList<>(Disguise.random(plain, random).network().layers());
        layers.add(Layer.Entrywise.of(SIGMOID, 2));
        return new Demo(
                "negative",
                "A sigmoid network that says whether an 8 x 8 image is brighter on the left and whether it is brighter at the top; the"
                        + " mirror reverses the first answer, the negative reverses both.",
                new Network(layers),
                WorkedExamples.symmetry(group, inputs, outputs));
    }

    private static List<Filter> negativeFilters() {
        return List.of(
                new Filter(5, 3, 3, blob()),
                new Filter(5, 7, 5, edge(1, 1)),
                new Filter(5, 11, 3, bar(1, 2)),
                new Filter(5, 9, 5, edge(2, -1)),
                new Filter(7, 7, 7, edge(0, 1)),
                new Filter(7, 5, 7, saddle()),
                new Filter(7, 7, 7, edge(1, 0)),
                new Filter(7, 9, 7, bar(0, 1)),
                new Filter(5, 7, 7, centreSurround()));
    }

    /** The negative changes the sign of the first units; the last ones are exchanged in pairs. */
    private static AffineMap negativeUnits(int units, int paired) {
        int[] images = new int[units];
        List<Scalar> scales = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            boolean pair = i >= units - paired;
            images[i] = pair ? i ^ 1 : i;
            scales.add(pair ? Scalar.ONE : Scalar.MINUS_ONE);
        }
        return AffineMap.monomial(Permutation.of(images), scales);
    }

    private static Word commutator() {
        return new Word(
                List.of(new Word.Letter(0, 1), new Word.Letter(1, 1), new Word.Letter(0, 1), new Word.Letter(1, 1)));
    }

    /** Pairs of units that are exchanged, pairs that are exchanged and negated, units that are negated, units that are fixed. */
    private static AffineMap involution(int swapped, int swappedAndNegated, int negated, int fixed) {
        int[] images = new int[2 * (swapped + swappedAndNegated) + negated + fixed];
        List<Scalar> scales = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            boolean pair = i < 2 * (swapped + swappedAndNegated);
            boolean negates = pair ? i >= 2 * swapped : i < images.length - fixed;
            images[i] = pair ? i ^ 1 : i;
            scales.add(negates ? Scalar.MINUS_ONE : Scalar.ONE);
        }
        return AffineMap.monomial(Permutation.of(images), scales);
    }

    private static AffineMap permutation(int... images) {
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(images.length, Scalar.ONE));
    }

    private static AffineMap signs(int first, int second) {
        return AffineMap.monomial(Permutation.identity(2), List.of(Scalar.of(first), Scalar.of(second)));
    }

    /** The first layer from one filter for each orbit of its units, the others from random integers; weights end up of size one. */
    private static Network network(
            Symmetry symmetry, List<Hidden> hidden, List<Filter> filters, int size, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>();
        layers.add(firstLayer(Orbits.of(hidden.get(0).preactivation), filters, size, random));
        for (int i = 0; i < hidden.size(); i++) {
            int units = hidden.get(i).units();
            int next = i + 1 < hidden.size()
                    ? hidden.get(i + 1).units()
                    : symmetry.output().dimension();
            layers.add(Layer.Entrywise.of(hidden.get(i).activation, units));
            layers.add(randomLayer(next, units, random));
        }
        Network raw = new Network(layers);
        LatentActions actions = LatentActions.of(
                Architecture.of(raw),
                symmetry,
                hidden.stream().map(Hidden::preactivation).toList());
        return new Network(actions.average(raw).layers().stream()
                .map(layer -> layer instanceof Layer.Dense dense ? Reynolds.ofSizeOne(dense) : layer)
                .toList());
    }

    private static Layer.Dense randomLayer(int outputs, int inputs, SplittableRandom random) {
        ExactMatrix weight = ExactMatrix.build(outputs, inputs, (i, j) -> Scalar.of(random.nextInt(-4, 5)));
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            biases.add(Scalar.of(random.nextInt(-4, 5)));
        }
        return new Layer.Dense(weight, biases);
    }

    /** The filters at the first units of the orbits, divided by the orders of the stabilisers; averaging fills in the others. */
    private static Layer.Dense firstLayer(Orbits orbits, List<Filter> filters, int size, SplittableRandom random) {
        int largest = orbits.orbits().stream()
                .mapToInt(orbit -> orbit.units().size())
                .max()
                .orElse(1);
        List<Scalar> weights = new ArrayList<>(Collections.nCopies(orbits.units() * size * size, Scalar.ZERO));
        List<Scalar> biases = new ArrayList<>(Collections.nCopies(orbits.units(), Scalar.ZERO));
        for (int k = 0; k < orbits.orbits().size(); k++) {
            List<Integer> units = orbits.orbits().get(k).units();
            Scalar share = Scalar.of(units.size(), largest);
            List<Scalar> filter = filters.get(k).weights(size, size);
            for (int j = 0; j < filter.size(); j++) {
                weights.set(units.get(0) * filter.size() + j, filter.get(j).multiply(share));
            }
            biases.set(
                    units.get(0),
                    Scalar.ofDyadic(BigInteger.valueOf(random.nextInt(-8, 9)), -5)
                            .multiply(share));
        }
        return new Layer.Dense(ExactMatrix.of(orbits.units(), size * size, weights), biases);
    }
}
