package io.intertwine.exact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** Enclosures of mathematical constants, at most two units of {@code 2^-bits} wide. */
public final class Constants {
    private static final int GUARD_BITS = 32;
    private static final Map<Integer, Enclosure> PI = new ConcurrentHashMap<>();
    private static final Map<Integer, Enclosure> ROOT_OF_PI = new ConcurrentHashMap<>();
    private static final Map<Integer, Enclosure> ROOT_OF_TWO_PI = new ConcurrentHashMap<>();
    private static final Map<Integer, Enclosure> LN2 = new ConcurrentHashMap<>();

    private Constants() {}

    /**
     * The ratio of a circle's circumference to its diameter, by Machin's formula
     * {@code pi / 4 = 4 arctan(1/5) - arctan(1/239)}.
     *
     * @throws IllegalArgumentException if the bits are not between 1 and {@link Enclosure#MAXIMAL_BITS}
     */
    public static Enclosure pi(int bits) {
        return piAt(Limits.requireBits(bits));
    }

    /**
     * The natural logarithm of two, by {@code ln 2 = 2 artanh(1/3)}.
     *
     * @throws IllegalArgumentException if the bits are not between 1 and {@link Enclosure#MAXIMAL_BITS}
     */
    public static Enclosure ln2(int bits) {
        return ln2At(Limits.requireBits(bits));
    }

    static Enclosure piAt(int bits) {
        return stored(PI, bits, Constants::computePi);
    }

    static Enclosure rootOfPiAt(int bits) {
        return stored(ROOT_OF_PI, bits, Constants::computeRootOfPi);
    }

    static Enclosure rootOfTwoPiAt(int bits) {
        return stored(ROOT_OF_TWO_PI, bits, Constants::computeRootOfTwoPi);
    }

    static Enclosure ln2At(int bits) {
        return stored(LN2, bits, Constants::computeLn2);
    }

    /**
     * A constant, computed once for all precisions up to a power of two and then rounded, so that the result depends on
     * the bits only.
     */
    private static Enclosure stored(Map<Integer, Enclosure> store, int bits, IntFunction<Enclosure> compute) {
        int level = Integer.highestOneBit(bits + GUARD_BITS) * 2;
        return store.computeIfAbsent(level, compute::apply).rounded(bits);
    }

    static Enclosure computeRootOfPi(int bits) {
        return Powers.sqrt(piAt(bits));
    }

    static Enclosure computeRootOfTwoPi(int bits) {
        return Powers.sqrt(piAt(bits).timesPowerOfTwo(1));
    }

    static Enclosure computePi(int bits) {
        Enclosure fifth = ArctangentSeries.arctangent(reciprocal(5, bits));
        Enclosure small = ArctangentSeries.arctangent(reciprocal(239, bits));
        return fifth.timesPowerOfTwo(2).subtract(small).timesPowerOfTwo(2);
    }

    static Enclosure computeLn2(int bits) {
        return ArctangentSeries.inverseHyperbolicTangent(reciprocal(3, bits)).timesPowerOfTwo(1);
    }

    private static Enclosure reciprocal(int value, int bits) {
        return Enclosure.ofInteger(1, bits).divide(Enclosure.ofInteger(value, bits));
    }
}
