package io.intertwine.exact;

/** Provides an engine that may be missing in a process; {@link RankEngine#best} finds it by {@link java.util.ServiceLoader}. */
public interface RankEngineFactory {
    /** Whether {@link #engine} works in this process; the first call may load native code. */
    boolean isAvailable();

    /**
     * An engine that works with at most {@code threads} threads.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    RankEngine engine(int threads);
}
