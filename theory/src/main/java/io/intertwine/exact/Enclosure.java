package io.intertwine.exact;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;

/**
 * A closed interval that contains a real number: {@code [lower, upper]} with ends that are integer multiples of
 * {@code 2^-bits}, or the whole real line when nothing better can be said.
 *
 * <p>Every operation rounds outward: if {@code x} lies in this interval and {@code y} in the other, the result of an
 * operation contains the exact value of the operation at {@code x} and {@code y}. An end is rounded by less than one
 * unit, {@code 2^-bits}. An operation on two enclosures of different precision uses the finer one. An end beyond
 * {@code 2^MAXIMAL_EXPONENT} in absolute value makes the result unbounded, so no operation runs away.
 *
 * <p>Two enclosures are equal when they have the same bits and the same ends.
 */
public final class Enclosure {
    /** The largest precision that can be asked for, in bits after the binary point. */
    public static final int MAXIMAL_BITS = 1 << 13;

    /** Bound on binary exponents: of the magnitude of bounded enclosures, and of dyadic factors in absolute value. */
    public static final int MAXIMAL_EXPONENT = 1 << 20;

    private final boolean bounded;
    private final BigInteger lower;
    private final BigInteger upper;
    private final int bits;

    private Enclosure(boolean bounded, BigInteger lower, BigInteger upper, int bits) {
        this.bounded = bounded;
        this.lower = lower;
        this.upper = upper;
        this.bits = bits;
    }

    /** The enclosure with these ends times {@code 2^-bits}; unbounded where an end is too large. */
    static Enclosure ofMantissas(BigInteger lower, BigInteger upper, int bits) {
        boolean fits = Math.max(lower.bitLength(), upper.bitLength()) <= MAXIMAL_EXPONENT + bits;
        return fits ? new Enclosure(true, lower, upper, bits) : wholeLine(bits);
    }

    static Enclosure ofInteger(long value, int bits) {
        BigInteger mantissa = BigInteger.valueOf(value).shiftLeft(bits);
        return ofMantissas(mantissa, mantissa, bits);
    }

    /**
     * The tightest enclosure of a rational number.
     *
     * @param bits between 1 and {@link #MAXIMAL_BITS}
     * @throws IllegalArgumentException if the bits are out of range
     */
    public static Enclosure from(BigFraction value, int bits) {
        return fromBounds(value, value, bits);
    }

    /**
     * The tightest enclosure of all numbers between two rational ones.
     *
     * @throws IllegalArgumentException if the bits are out of range or {@code lower} exceeds {@code upper}
     */
    public static Enclosure fromBounds(BigFraction lower, BigFraction upper, int bits) {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("expected lower <= upper, found " + lower + " > " + upper);
        }
        Limits.requireBits(bits);
        BigInteger floor = Rounding.floorDivide(lower.getNumerator().shiftLeft(bits), lower.getDenominator());
        BigInteger ceiling = Rounding.ceilingDivide(upper.getNumerator().shiftLeft(bits), upper.getDenominator());
        return ofMantissas(floor, ceiling, bits);
    }

    /**
     * The tightest enclosure of {@code mantissa * 2^exponent}; a point when {@code exponent >= -bits}.
     *
     * @throws IllegalArgumentException if the bits are out of range or the exponent exceeds {@link #MAXIMAL_EXPONENT}
     *     in absolute value
     */
    public static Enclosure ofDyadic(BigInteger mantissa, int exponent, int bits) {
        Limits.requireBits(bits);
        Limits.requireExponent(exponent);
        return ofMantissas(mantissa, mantissa, -exponent).rounded(bits);
    }

    /**
     * The whole real line.
     *
     * @throws IllegalArgumentException if the bits are out of range
     */
    public static Enclosure unbounded(int bits) {
        return wholeLine(Limits.requireBits(bits));
    }

    static Enclosure wholeLine(int bits) {
        return new Enclosure(false, BigInteger.ZERO, BigInteger.ZERO, bits);
    }

    /** The number of bits after the binary point of both ends. */
    public int bits() {
        return bits;
    }

    /** Whether this is not the whole real line. */
    public boolean isBounded() {
        return bounded;
    }

    /**
     * The lower end, exactly.
     *
     * @throws ArithmeticException if this is unbounded
     */
    public BigFraction lower() {
        return new BigFraction(lowerMantissa(), BigInteger.ONE.shiftLeft(bits));
    }

    /**
     * The upper end, exactly.
     *
     * @throws ArithmeticException if this is unbounded
     */
    public BigFraction upper() {
        return new BigFraction(upperMantissa(), BigInteger.ONE.shiftLeft(bits));
    }

    /** The upper end less the lower end, exactly; throws as these do. */
    public BigFraction width() {
        return upper().subtract(lower());
    }

    BigInteger lowerMantissa() {
        return requireBounded().lower;
    }

    BigInteger upperMantissa() {
        return requireBounded().upper;
    }

    private Enclosure requireBounded() {
        if (!bounded) {
            throw new ArithmeticException("expected a bounded enclosure, found the whole real line");
        }
        return this;
    }

    /** Whether a rational number lies in this enclosure. */
    public boolean contains(BigFraction value) {
        return !bounded || (lower().compareTo(value) <= 0 && value.compareTo(upper()) <= 0);
    }

    /** Whether this is a single number. */
    public boolean isPoint() {
        return bounded && lower.equals(upper);
    }

    /** Whether every member is greater than zero. */
    public boolean isPositive() {
        return bounded && lower.signum() > 0;
    }

    /** Whether every member is less than zero. */
    public boolean isNegative() {
        return bounded && upper.signum() < 0;
    }

    /** Whether zero is no member. */
    public boolean excludesZero() {
        return isPositive() || isNegative();
    }

    /**
     * This enclosure at another precision: unchanged as a set when finer, rounded outward when coarser.
     *
     * @throws IllegalArgumentException if the bits are out of range
     */
    public Enclosure withBits(int newBits) {
        return rounded(Limits.requireBits(newBits));
    }

    Enclosure rounded(int newBits) {
        return newBits == bits ? this : scaled(newBits - bits, newBits);
    }

    /** This enclosure times {@code 2^power}, at the same bits. */
    Enclosure timesPowerOfTwo(int power) {
        return scaled(power, bits);
    }

    private Enclosure scaled(int shift, int newBits) {
        return bounded
                ? ofMantissas(lower.shiftLeft(shift), Rounding.ceilingShift(upper, -shift), newBits)
                : wholeLine(newBits);
    }

    /** The sums of members, exact unless unbounded. */
    public Enclosure add(Enclosure other) {
        return combine(other, BigInteger::add, BigInteger::add);
    }

    /** The negatives of members, exact. */
    public Enclosure negate() {
        return new Enclosure(bounded, upper.negate(), lower.negate(), bits);
    }

    /** The differences of members, exact unless unbounded. */
    public Enclosure subtract(Enclosure other) {
        return add(other.negate());
    }

    /** The products of members, each end rounded once. */
    public Enclosure multiply(Enclosure other) {
        return bounded && other.bounded
                ? IntervalArithmetic.product(this, other)
                : wholeLine(Math.max(bits, other.bits));
    }

    /** The products of members with a rational number, each end rounded once. */
    public Enclosure multiply(BigFraction factor) {
        return bounded ? IntervalArithmetic.product(this, factor) : this;
    }

    /**
     * The products of members with {@code mantissa * 2^exponent}, each end rounded once.
     *
     * @throws IllegalArgumentException if the exponent exceeds {@link #MAXIMAL_EXPONENT} in absolute value
     */
    public Enclosure multiplyDyadic(long mantissa, int exponent) {
        Limits.requireExponent(exponent);
        return bounded ? IntervalArithmetic.product(this, mantissa, exponent) : this;
    }

    /** The quotients of members, each end rounded once; unbounded if zero is a member of the divisor. */
    public Enclosure divide(Enclosure divisor) {
        return bounded && divisor.excludesZero()
                ? IntervalArithmetic.quotient(this, divisor)
                : wholeLine(Math.max(bits, divisor.bits));
    }

    /** The absolute values of members, exact. */
    public Enclosure abs() {
        if (!bounded || lower.signum() >= 0) {
            return this;
        }
        BigInteger least = upper.negate().max(BigInteger.ZERO);
        return new Enclosure(true, least, upper.max(lower.negate()), bits);
    }

    /** The squares of members, each end rounded once. */
    public Enclosure square() {
        Enclosure size = abs();
        return size.multiply(size);
    }

    /** The lesser of a member of this and a member of the other, exact unless unbounded. */
    public Enclosure min(Enclosure other) {
        return combine(other, BigInteger::min, BigInteger::min);
    }

    /** The greater of a member of this and a member of the other, exact unless unbounded. */
    public Enclosure max(Enclosure other) {
        return combine(other, BigInteger::max, BigInteger::max);
    }

    /** The smallest enclosure that contains both, exact. */
    public Enclosure union(Enclosure other) {
        return combine(other, BigInteger::min, BigInteger::max);
    }

    private Enclosure combine(
            Enclosure other, BinaryOperator<BigInteger> lowerEnd, BinaryOperator<BigInteger> upperEnd) {
        return bounded && other.bounded
                ? IntervalArithmetic.endwise(this, other, lowerEnd, upperEnd)
                : wholeLine(Math.max(bits, other.bits));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Enclosure that
                && bounded == that.bounded
                && bits == that.bits
                && lower.equals(that.lower)
                && upper.equals(that.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bounded, lower, upper, bits);
    }

    /** The ends in decimal, rounded outward to eight significant digits. */
    @Override
    public String toString() {
        return bounded
                ? "[" + Rounding.decimal(lower, bits, RoundingMode.FLOOR) + ", "
                        + Rounding.decimal(upper, bits, RoundingMode.CEILING) + "]"
                : "(-oo, oo)";
    }
}
