package io.intertwine.cli;

import io.intertwine.match.LatentSearch;
import io.intertwine.match.NumericVerification.Nearest;

/** How many networks with shuffled weights are searched if the user does not say. */
final class Draws {
    /** Enough for a p-value of 0.005. */
    static final int MOST = 199;

    /** Fewer say nothing at 5 %. */
    private static final int FEWEST = 19;

    /** Products of numbers, about, in some ten seconds. */
    private static final long WORK = 20_000_000_000L;

    private Draws() {}

    /** As many as take seconds, by an estimate of the work that is the same on every machine; 0 where no action was sought. */
    static int affordable(Nearest nearest) {
        return nearest instanceof Nearest.Found found ? affordable(found.search()) : 0;
    }

    /** The same for a search. */
    static int affordable(LatentSearch search) {
        long draws = Math.min(MOST, WORK / search.work());
        return draws < FEWEST ? 0 : (int) draws;
    }
}
