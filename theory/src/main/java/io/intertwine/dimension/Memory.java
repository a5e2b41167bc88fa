package io.intertwine.dimension;

import io.intertwine.net.Architecture;

/** How much memory a rank takes. */
final class Memory {
    /** Residues are kept in 4 bytes; an engine works on a copy, in blocks of up to 8 bytes an entry. */
    private static final long BYTES_OF_ENTRY = 16;

    private static final long LARGEST_MATRIX = Integer.MAX_VALUE - 8L;
    private static final long MEGABYTE = 1 << 20;

    private Memory() {}

    /** Throws IllegalArgumentException, with the need, if a matrix of the derivatives is larger than memory allows. */
    static void require(Architecture architecture, long rows) {
        long columns = architecture.parameters();
        long entries = columns == 0 || rows <= Long.MAX_VALUE / columns ? rows * columns : Long.MAX_VALUE;
        long available = Runtime.getRuntime().maxMemory();
        if (entries > LARGEST_MATRIX || entries > available / BYTES_OF_ENTRY) {
            throw new IllegalArgumentException("the family is too large: the derivatives are a matrix of " + rows
                    + " x "
                    + columns + " residues, which takes about " + Math.max(1, entries / MEGABYTE * BYTES_OF_ENTRY)
                    + " MiB, expected at most " + available / MEGABYTE + " MiB of memory"
                    + (entries > LARGEST_MATRIX ? " and " + LARGEST_MATRIX + " entries" : "")
                    + "; a smaller architecture, or a larger heap (INTERTWINE_OPTS=-Xmx...), helps");
        }
    }
}
