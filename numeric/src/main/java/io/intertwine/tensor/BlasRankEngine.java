package io.intertwine.tensor;

import io.intertwine.exact.BlockRankEngine;
import io.intertwine.exact.RankEngine;
import io.intertwine.exact.RankEngineFactory;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Provides the rank engine whose products OpenBLAS computes. The native library comes with the distribution for one platform, the one
 * that it was built on; JavaCPP unpacks it into its cache ({@code ~/.javacpp/cache}, or what the property
 * {@code org.bytedeco.javacpp.cachedir} names) at the first use. Nothing is loaded before {@link #isAvailable} is called.
 */
public final class BlasRankEngine implements RankEngineFactory {
    /** For {@link java.util.ServiceLoader}. */
    public BlasRankEngine() {}

    /** Whether OpenBLAS can be loaded here; loads it. */
    @Override
    public boolean isAvailable() {
        return Library.LOADS;
    }

    /**
     * An engine that works with at most {@code threads} threads.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     * @throws IllegalStateException if OpenBLAS cannot be loaded
     */
    @Override
    public RankEngine engine(int threads) {
        if (!isAvailable()) {
            throw new IllegalStateException("OpenBLAS cannot be loaded here: take the pure Java engine");
        }
        return new BlockRankEngine("OpenBLAS", threads, BlasRankEngineProducts::new);
    }

    /** Loaded when somebody asks, once. */
    private static final class Library {
        static final boolean LOADS = loads();

        private static boolean loads() {
            try {
                Loader.load(openblas_nolapack.class);
                return true;
            } catch (LinkageError e) {
                // no library for this platform (UnsatisfiedLinkError), or no jar of it (NoClassDefFoundError)
                return false;
            }
        }
    }
}
