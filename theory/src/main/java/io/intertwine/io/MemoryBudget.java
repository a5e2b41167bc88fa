package io.intertwine.io;

/** Keeps what is read within the memory that this Java process may use, so that a large file is refused and not half loaded. */
public final class MemoryBudget {
    /** The largest part of the heap that one file may take, in percent. */
    private static final long PERCENT = 70;

    private static final long MEBIBYTE = 1L << 20;

    private MemoryBudget() {}

    /** The bytes that one file may take in memory. */
    public static long bytes() {
        return Runtime.getRuntime().maxMemory() / 100 * PERCENT;
    }

    /** Refuses what needs more than {@link #bytes}. */
    public static void require(long bytes, String place) throws FormatException {
        if (bytes > bytes()) {
            throw tooLarge(bytes, place);
        }
    }

    /** The refusal of something that needs so many bytes or more. */
    public static FormatException tooLarge(long bytes, String place) {
        return new FormatException(
                place,
                "needs about " + bytes / MEBIBYTE + " MiB of memory, but one file may take at most "
                        + bytes() / MEBIBYTE + " MiB here; give Java a larger heap (-Xmx)");
    }
}
