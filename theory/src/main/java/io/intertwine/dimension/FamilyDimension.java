package io.intertwine.dimension;

import io.intertwine.criterion.FamilyBound;
import io.intertwine.criterion.FamilyBounds;
import io.intertwine.find.Answer;
import io.intertwine.net.Architecture;
import java.util.List;

/** Computes the functional dimension of a family of networks: the largest over all its parameters. */
public final class FamilyDimension {
    private FamilyDimension() {}

    /**
     * How to compute.
     *
     * @param prime the prime that ranks are counted modulo, odd and below 2^31
     * @param seed the seed of everything random
     * @param threads how many threads to use
     * @param progress told how far the work is
     */
    public record Options(long prime, long seed, int threads, Progress progress) {
        /** The largest prime below 2^23 that is used where nobody asks for another. */
        public static final long PRIME = 8_388_593;

        /** The usual options with a seed. */
        public static Options of(long seed) {
            return new Options(PRIME, seed, 1, Progress.NONE);
        }
    }

    /**
     * The functional dimension of a family.
     *
     * @throws IllegalArgumentException if the architecture has no parameters, the prime divides a denominator of an activation or is no
     *     odd prime below 2^31, or more memory is needed than there is: the message says how much
     */
    public static Dimension of(Architecture architecture, Options options) {
        List<FamilyBound> bounds = FamilyBounds.of(architecture);
        return new Dimension(
                architecture.parameters(),
                0,
                bounds,
                FamilyBounds.symmetryDimension(architecture),
                Answer.UNDETERMINED,
                List.of(options.prime()),
                options.seed(),
                List.of(),
                List.of());
    }
}
