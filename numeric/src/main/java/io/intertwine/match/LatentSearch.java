package io.intertwine.match;

import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Closure;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.match.LatentMatching.LayerFit;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.UnitwiseGroup;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Looks for the latent action of a finite group in the weights of a network that carries it only nearly, or not at all: the homomorphism
 * into the latent group of every hidden layer for which the layers are nearest to equivariance, all together ({@link JointMatching}). The
 * same search on shuffled weights, or for another action on the inputs, says what chance gives.
 */
public final class LatentSearch {
    /** The largest group. */
    public static final int LARGEST_GROUP = 1_000;

    /** The most entries of matrices of scores that are kept at a time: group elements times units squared. */
    private static final long MOST_SCORES = 1L << 29;

    private static final long SWEEPS_OF_WORK = 6;
    private static final long MOST_TRIES = 75;
    private static final long WORK_PER_TRY = 250;

    private final Network network;
    private final Symmetry symmetry;
    private final List<AffineMap> inputMaps;
    private final List<List<UnitKind>> kinds;
    private final GaugedWeights given;
    private final GaugedWeights weights;
    private final MatchingModel model;
    private final List<List<AffineMap>> forced;

    /** Whether a search can be made. */
    public sealed interface Attempt {
        /** It can. */
        record Ready(LatentSearch search) implements Attempt {}

        /** It cannot, and why: a sentence without a full stop. */
        record Refused(String reason) implements Attempt {}
    }

    private static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1;

        Obstacle(String reason) {
            super(reason);
        }
    }

    private LatentSearch(Network network, Symmetry symmetry) throws Obstacle {
        this.network = network;
        this.symmetry = symmetry;
        List<Integer> places = requireAlternating();
        FiniteGroup group = group();
        inputMaps = throughFirst(places.get(0));
        forced = beforeLast(places.get(places.size() - 1));
        kinds = new ArrayList<>();
        for (int place : places.subList(0, places.size() - 1)) {
            kinds.add(UnitKind.of(stacks(place)));
        }
        long most = kinds.stream()
                .flatMap(List::stream)
                .mapToLong(kind -> (long) kind.members().size() * kind.members().size())
                .max()
                .orElse(0);
        if (most * group.order() > MOST_SCORES) {
            throw new Obstacle("a layer's matrices of scores, " + most + " entries for each of " + group.order()
                    + " elements of the group, are too large; the limit is " + MOST_SCORES + " entries");
        }
        given = GaugedWeights.of(network, kinds);
        weights = given.balanced(kinds);
        List<AffineMap> outputMaps = forced.isEmpty() ? symmetry.output().images() : forced.get(0);
        model = new MatchingModel(
                orbits(group),
                new BoundarySpace(group, inputMaps),
                new BoundarySpace(group, outputMaps),
                network.endsWithSoftmax(),
                kinds,
                weights);
        for (int layer = 0; layer < model.layers(); layer++) {
            if (!Double.isFinite(model.norm(layer))) {
                throw new Obstacle("weights of dense layer " + (layer + 1)
                        + " are too large, or of too different sizes, to be compared in floating point");
            }
        }
    }

    /**
     * Prepares the search for a network.
     *
     * @param network the network
     * @param symmetry the symmetry
     * @throws IllegalArgumentException if the symmetry acts on spaces of other dimensions than the network's, or a weight is too large for
     *     a double
     */
    public static Attempt tryOf(Network network, Symmetry symmetry) {
        NumericVerifier.requireFit(network, symmetry);
        try {
            return new Attempt.Ready(new LatentSearch(network, symmetry));
        } catch (Obstacle obstacle) {
            return new Attempt.Refused(String.valueOf(obstacle.getMessage()));
        }
    }

    /** The best latent actions of a network, as {@link #tryOf}. Throws IllegalArgumentException also where the search is refused. */
    public static LatentMatching search(Network network, Symmetry symmetry) {
        Attempt attempt = tryOf(network, symmetry);
        if (attempt instanceof Attempt.Ready ready) {
            return ready.search().matching();
        }
        throw new IllegalArgumentException(((Attempt.Refused) attempt).reason());
    }

    private List<Integer> requireAlternating() throws Obstacle {
        List<Integer> places = Architecture.of(network).densePlaces();
        if (places.isEmpty()) {
            throw new Obstacle("the network has no dense layer");
        }
        for (int k = 1; k < places.size(); k++) {
            if (places.get(k) == places.get(k - 1) + 1) {
                throw new Obstacle(
                        "layers " + places.get(k - 1) + " and " + places.get(k)
                                + " are dense with nothing between them, where any matrix may act; multiply them to one layer first");
            }
        }
        int last = network.layers().size() - 1;
        if (network.endsWithSoftmax() && !(network.layers().get(last - 1) instanceof Layer.Dense)) {
            throw new Obstacle("the last softmax does not follow a dense layer");
        }
        return places;
    }

    private FiniteGroup group() throws Obstacle {
        if (symmetry.group().generators().isEmpty()) {
            throw new Obstacle("the group has no generators, so nothing acts");
        }
        Optional<FiniteGroup> group = Optional.empty();
        if (symmetry.group() instanceof GroupDescription.Presentation presentation) {
            group = CosetEnumeration.tryOf(presentation, LARGEST_GROUP);
        } else {
            List<List<AffineMap>> pairs = IntStream.range(
                            0, symmetry.group().generators().size())
                    .mapToObj(g -> List.of(
                            symmetry.input().images().get(g),
                            symmetry.output().images().get(g)))
                    .toList();
            group = Closure.tryOf(AffineTuples.of(pairs.get(0)), pairs, LARGEST_GROUP)
                    .map(Closure::group);
        }
        return group.orElseThrow(() -> new Obstacle("the group is not known to be finite with at most " + LARGEST_GROUP
                + " elements; give relators, or generators of a finite subgroup"));
    }

    private static GroupOrbits orbits(FiniteGroup group) throws Obstacle {
        try {
            return GroupOrbits.of(group);
        } catch (IllegalArgumentException tooMany) {
            throw new Obstacle(String.valueOf(tooMany.getMessage()));
        }
    }

    /** What the generators do to what the first dense layer reads. */
    private List<AffineMap> throughFirst(int place) throws Obstacle {
        List<AffineMap> maps = symmetry.input().images();
        for (int i = 0; i < place; i++) {
            if (!(network.layers().get(i) instanceof Layer.Entrywise units)) {
                throw new Obstacle("layer " + i + " is neither dense nor an activation");
            }
            UnitwiseGroup latent = new UnitwiseGroup(units.units());
            List<AffineMap> next = new ArrayList<>();
            for (AffineMap map : maps) {
                if (!latent.contains(map)) {
                    throw new Obstacle(
                            "the action on the inputs does not pass through the activation that comes first");
                }
                next.add(latent.companion(map));
            }
            maps = next;
        }
        return maps;
    }

    /** Where activations come last: what the generators must do to what the last dense layer writes; else empty. */
    private List<List<AffineMap>> beforeLast(int place) throws Obstacle {
        List<UnitStack> stacks = stacks(place);
        if (place + 1 == network.layers().size() || network.endsWithSoftmax()) {
            return List.of();
        }
        List<AffineMap> maps = new ArrayList<>();
        for (AffineMap output : symmetry.output().images()) {
            maps.add(pulledBack(output, stacks));
        }
        return List.of(maps);
    }

    private static AffineMap pulledBack(AffineMap output, List<UnitStack> stacks) throws Obstacle {
        Obstacle obstacle =
                new Obstacle("the action on the outputs does not come from one action before the last activation");
        if (!output.isMonomial()) {
            throw obstacle;
        }
        int[] to = output.permutation().toArray();
        int[] signs = new int[to.length];
        for (int j = 0; j < to.length; j++) {
            UnitMap wanted = UnitwiseGroup.unitMap(output, j);
            int found = 0;
            for (int sign = stacks.get(j).isSigned() ? -1 : 1; sign <= 1; sign += 2) {
                if (stacks.get(j).companion(sign).equals(wanted)) {
                    signs[j] = sign;
                    found++;
                }
            }
            if (found != 1 || !stacks.get(j).equals(stacks.get(to[j]))) {
                throw obstacle;
            }
        }
        return exact(SignedPermutation.of(to, signs), stacks);
    }

    private List<UnitStack> stacks(int place) {
        return IntStream.range(0, network.layers().get(place).outputs())
                .mapToObj(unit -> new UnitStack(
                        network.layers().subList(place + 1, network.layers().size()).stream()
                                .takeWhile(Layer.Entrywise.class::isInstance)
                                .map(layer -> ((Layer.Entrywise) layer).units().get(unit))
                                .toList()))
                .toList();
    }

    /** The map that reflects units about their centres. */
    private static AffineMap exact(SignedPermutation image, List<UnitStack> stacks) {
        List<Scalar> scales = new ArrayList<>();
        List<Scalar> shift = new ArrayList<>(Collections.nCopies(image.size(), Scalar.ZERO));
        for (int j = 0; j < image.size(); j++) {
            UnitMap element = stacks.get(j).element(Scalar.of(image.sign(j)), 0);
            scales.add(element.scale());
            shift.set(image.to(j), image.sign(j) < 0 ? element.shift() : Scalar.ZERO);
        }
        int[] to = new int[image.size()];
        Arrays.setAll(to, image::to);
        return AffineMap.monomial(Permutation.of(to), scales, shift);
    }

    /**
     * For each dense layer its distance under given latent actions.
     *
     * @param images for every hidden space and every generator what it does to the units before the activation, up to reflection centres
     */
    List<Double> distancesUnder(List<List<SignedPermutation>> images) {
        List<List<SignedPermutation>> elements = new ArrayList<>();
        for (List<SignedPermutation> generators : images) {
            SignedPermutation[] maps = new SignedPermutation[model.group().order()];
            for (int x : model.group().shortFirst()) {
                maps[x] = x == 0
                        ? SignedPermutation.identity(generators.get(0).size())
                        : generators
                                .get(model.group().first(x))
                                .after(maps[model.group().rest(x)]);
            }
            elements.add(List.of(maps));
        }
        return Arrays.stream(JointMatching.given(model, elements).squaredDistances())
                .map(Math::sqrt)
                .boxed()
                .toList();
    }

    /**
     * How well the units of a hidden layer serve as images of each other under a generator, before any choice: entry (i, j) is the cosine
     * between what the generator makes of the incoming and outgoing weights of unit j and those of unit i, from -1 to 1.
     *
     * @param matching the latent actions of the layers before and behind
     * @param hidden the hidden layer, counted from 0
     * @param generator the generator, counted from 0
     */
    public DoubleMatrix cosines(LatentMatching matching, int hidden, int generator) {
        return JointMatching.given(model, matching.images())
                .cosines(hidden + 1, model.group().generator(generator));
    }

    /** The best latent actions that were found. */
    public LatentMatching matching() {
        JointMatching joint = JointMatching.of(model);
        List<List<AffineMap>> hidden = new ArrayList<>();
        for (int space = 1; space < model.layers(); space++) {
            List<UnitStack> stacks = stacks(weights.places().get(space - 1));
            List<AffineMap> maps = new ArrayList<>();
            for (int g = 0; g < model.group().generators(); g++) {
                maps.add(exact(joint.images().get(space - 1).get(model.group().generator(g)), stacks));
            }
            hidden.add(maps);
        }
        hidden.addAll(forced);
        double[] squares = joint.squaredDistances();
        List<LayerFit> fits = new ArrayList<>();
        for (int layer = 0; layer < squares.length; layer++) {
            double slack = layer + 1 < squares.length ? joint.slack(layer + 1) : 0;
            fits.add(new LayerFit(weights.places().get(layer), Math.sqrt(squares[layer]), slack));
        }
        return new LatentMatching(
                network,
                symmetry,
                model.group(),
                weights.network(network),
                joint.images(),
                hidden,
                divisors(hidden.size()),
                fits,
                UnitRemarks.of(model));
    }

    /** Of the hidden dense layers: those before a last activation are among them. */
    private List<List<Double>> divisors(int hiddenLayers) {
        return weights.divisors().subList(0, hiddenLayers).stream()
                .map(column -> Arrays.stream(column.entries()).boxed().toList())
                .toList();
    }

    /**
     * About how many products of numbers one search takes: for every element and hidden space the matrices of scores, and as much again
     * as a few cubic assignments. For choosing how many draws of chance can be afforded.
     */
    public long work() {
        long work = 0;
        for (int space = 1; space < model.layers(); space++) {
            long units = model.units(space);
            long ends = (long) model.weight(space - 1).columns()
                    + model.weight(space).rows();
            long order = model.group().order();
            work += order * units * units * (ends + units);
            if (order > 2) {
                // orbits are taken apart and assembled again some hundred times, from all types of orbits
                long types = model.orbits().types((int) units, true).size();
                work += Math.min(MOST_TRIES, units) * units * order * order * types * WORK_PER_TRY;
            }
        }
        return Math.multiplyExact(SWEEPS_OF_WORK, Math.max(1, work));
    }

    /** For each dense layer its distance, as in {@link LayerFit}, after the same search on the network with every unit's weights shuffled. */
    public List<Double> distancesOfShuffled(SplittableRandom random) {
        return distances(model.with(given.shuffled(random).balanced(kinds)));
    }

    /** The same with independent normal weights, each layer with the norm that it has. */
    public List<Double> distancesOfRandom(SplittableRandom random) {
        return distances(model.with(given.normal(random).balanced(kinds)));
    }

    /** The same at the given weights under another action on the inputs: the given one with the coordinates renamed at random. */
    public List<Double> distancesUnderRenamedInputs(SplittableRandom random) {
        int[] names = IntStream.range(0, inputMaps.get(0).dimension()).toArray();
        for (int k = names.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int name = names[k];
            names[k] = names[other];
            names[other] = name;
        }
        AffineMap renaming = AffineMap.monomial(Permutation.of(names), Collections.nCopies(names.length, Scalar.ONE));
        List<AffineMap> renamed = inputMaps.stream()
                .map(map -> renaming.after(map).after(renaming.inverse()))
                .toList();
        return distances(model.with(new BoundarySpace(model.group(), renamed), weights));
    }

    private static List<Double> distances(MatchingModel model) {
        return Arrays.stream(JointMatching.of(model).squaredDistances())
                .map(Math::sqrt)
                .boxed()
                .toList();
    }
}
