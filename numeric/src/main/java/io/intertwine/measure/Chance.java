package io.intertwine.measure;

import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far a network's layers are from equivariance under the best latent actions, against what the same search finds where there is nothing
 * to find. The search always finds some best action, so the distances alone say little: a narrow layer of few weights is near to some
 * action by chance.
 *
 * @param hypothesis what the draws stand for
 * @param layers for every dense layer, in order, its distance among the draws; each is a test of its own, and of several tests at 5 % one
 *     in twenty rejects by chance
 * @param whole the same for the root of the mean square of all layers' distances: the one test of the whole network
 * @param draws for every draw the distances of the dense layers, in order
 */
public record Chance(
        Hypothesis hypothesis, List<PermutationTest> layers, PermutationTest whole, List<List<Double>> draws) {
    /** A stream of its own: a network that was drawn from the same seed must not be compared with itself. */
    private static final long STREAM = 0x6368616e6365L;

    /** The confidence of intervals for p-values. */
    public static final double CONFIDENCE = 0.95;

    public Chance {
        layers = List.copyOf(layers);
        draws = draws.stream().map(List::copyOf).toList();
    }

    /** What there is nothing to find in. */
    public enum Hypothesis {
        /**
         * The weights of each unit come in random order, independently for each unit, with its norm. The p-value is exact if
         * the distribution of the weights does not change when the incoming weights of each unit are permuted, of different units
         * independently, as at a random initialisation. For weights of low rank, say, it is not.
         */
        SHUFFLED("the order of each unit's incoming weights is random"),
        /** Independent normal weights and biases, every layer with its norms. */
        RANDOM("the weights are independent normal numbers, each layer's of the same norm"),
        /**
         * The weights are kept, but the group acts on the inputs with the coordinates renamed at random: is it this action, or would any
         * other of its kind fit as well? Smooth filters of images fit natural actions better than random ones without carrying them; there
         * compare with another natural action.
         */
        RENAMED("the group acts on the inputs with the coordinates renamed at random");

        private final String words;

        Hypothesis(String words) {
            this.words = words;
        }

        private List<Double> draw(LatentSearch search, SplittableRandom random) {
            return switch (this) {
                case SHUFFLED -> search.distancesOfShuffled(random);
                case RANDOM -> search.distancesOfRandom(random);
                case RENAMED -> search.distancesUnderRenamedInputs(random);
            };
        }

        /** What holds under the hypothesis, in words that complete "under the null hypothesis that ...". */
        public String words() {
            return words;
        }
    }

    /**
     * Draws and compares.
     *
     * @param search the search
     * @param matching what it found
     * @param hypothesis what is drawn
     * @param draws how many draws; the smallest possible p-value is 1 over one more
     * @param seed of the draws
     * @throws IllegalArgumentException if there are no draws
     */
    public static Chance measure(
            LatentSearch search, LatentMatching matching, Hypothesis hypothesis, int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws: expected at least 1, found " + draws);
        }
        SplittableRandom random = new SplittableRandom(seed ^ STREAM);
        List<SplittableRandom> generators = new ArrayList<>();
        for (int k = 0; k < draws; k++) {
            generators.add(random.split());
        }
        List<List<Double>> drawn = IntStream.range(0, draws)
                .parallel()
                .mapToObj(k -> hypothesis.draw(search, generators.get(k)))
                .toList();
        List<Double> observed =
                matching.fits().stream().map(LatentMatching.LayerFit::distance).toList();
        List<PermutationTest> layers = new ArrayList<>();
        for (int layer = 0; layer < observed.size(); layer++) {
            int index = layer;
            layers.add(test(observed.get(layer), drawn.stream().map(one -> one.get(index)), hypothesis));
        }
        return new Chance(
                hypothesis, layers, test(whole(observed), drawn.stream().map(Chance::whole), hypothesis), drawn);
    }

    private static PermutationTest test(double observed, Stream<Double> drawn, Hypothesis hypothesis) {
        return PermutationTest.of(
                observed, drawn.mapToDouble(Double::doubleValue).toArray(), hypothesis.words(), CONFIDENCE);
    }

    private static double whole(List<Double> distances) {
        return Math.sqrt(distances.stream().mapToDouble(d -> d * d).average().orElse(0));
    }
}
