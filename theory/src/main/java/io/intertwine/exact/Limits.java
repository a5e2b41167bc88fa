package io.intertwine.exact;

/** Checks of the declared limits of enclosures. */
final class Limits {
    private Limits() {}

    /** The bits, if they are between 1 and {@link Enclosure#MAXIMAL_BITS}; otherwise an illegal argument. */
    static int requireBits(int bits) {
        if (bits < 1 || bits > Enclosure.MAXIMAL_BITS) {
            throw new IllegalArgumentException("expected bits in 1.." + Enclosure.MAXIMAL_BITS + ", found " + bits);
        }
        return bits;
    }

    /**
     * Refuses an exponent beyond {@link Enclosure#MAXIMAL_EXPONENT} in absolute value as an illegal argument.
     */
    static void requireExponent(int exponent) {
        if (exponent < -Enclosure.MAXIMAL_EXPONENT || exponent > Enclosure.MAXIMAL_EXPONENT) {
            throw new IllegalArgumentException("expected an exponent of at most " + Enclosure.MAXIMAL_EXPONENT
                    + " in absolute value, found " + exponent);
        }
    }
}
