package io.intertwine.dimension;

/** Told how far a long computation is. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (phase, done, total) -> {};

    /**
     * Told now and then, from one thread at a time.
     *
     * @param phase what is being done, in a few words: "derivatives", "elimination"
     * @param done how much of it is done
     * @param total how much there is, in the same unit
     */
    void report(String phase, long done, long total);
}
