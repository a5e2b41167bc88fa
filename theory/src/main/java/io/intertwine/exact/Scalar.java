package io.intertwine.exact;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.Field;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;

/**
 * An exact real number: rational, or in a real quadratic field Q(sqrt(d)), or in the real subfield Q(2 cos(2 pi/n)) of
 * a cyclotomic field.
 *
 * <p>Every comparison is decided exactly, and equal numbers are {@code equals} with the same hash code and the same
 * text, whichever way they were computed: {@code cosine(1, 8).multiply(2)} equals {@code sqrt(2)}. An irrational number
 * of degree two is held as a + b sqrt(d) with d square-free, one of larger degree by its rational coordinates on 1, 2
 * cos(2 pi/n), ..., 2 cos(2 pi (m-1)/n) in the smallest cyclotomic field that contains it, of conductor n and real
 * degree m = phi(n)/2 (L. C. Washington, Introduction to Cyclotomic Fields, second edition, proposition 2.16 for the
 * integers of the real subfield).
 *
 * <p>Numbers of two different fields are joined in the real cyclotomic field of the least common conductor. Its degree
 * is at most {@link #DEGREE_LIMIT}; beyond it the operation throws {@link ArithmeticException}, and so does division by
 * zero. Comparison is defined for any two numbers.
 */
public final class Scalar implements FieldElement<Scalar>, Comparable<Scalar> {

    /** The largest degree over the rationals of a real cyclotomic field in which numbers are joined. */
    public static final int DEGREE_LIMIT = RealCyclotomicField.DEGREE_LIMIT;

    /** The largest magnitude of a binary exponent in {@link #ofDyadic} and {@link #bounds}. */
    public static final int BINARY_EXPONENT_LIMIT = 1_000_000;

    /** The number 0. */
    public static final Scalar ZERO = of(BigFraction.ZERO);

    /** The number 1. */
    public static final Scalar ONE = of(BigFraction.ONE);

    /** The number -1. */
    public static final Scalar MINUS_ONE = of(BigFraction.MINUS_ONE);

    private final ExactNumber number;

    Scalar(ExactNumber number) {
        this.number = number;
    }

    /** Returns an integer. */
    public static Scalar of(long value) {
        return of(new BigFraction(value));
    }

    /** Returns the quotient of two integers, or throws {@link ArithmeticException} if the denominator is zero. */
    public static Scalar of(long numerator, long denominator) {
        if (denominator == 0) {
            throw new ArithmeticException("expected a nonzero denominator, found " + numerator + "/0");
        }
        return of(new BigFraction(numerator, denominator));
    }

    /** Returns an integer. */
    public static Scalar of(BigInteger value) {
        return of(new BigFraction(value));
    }

    /** Returns a rational number. */
    public static Scalar of(BigFraction value) {
        return new Scalar(new RationalNumber(value));
    }

    /**
     * Returns the rational number that is the finite IEEE 754 binary64 number with these bits; minus zero is zero.
     *
     * @throws IllegalArgumentException if the bits are those of an infinity or of no number
     */
    public static Scalar ofBinary64(long bits) {
        return of(Binary64.value(bits));
    }

    /** Returns mantissa 2^exponent, for an exponent of magnitude up to {@link #BINARY_EXPONENT_LIMIT}. */
    public static Scalar ofDyadic(BigInteger mantissa, int exponent) {
        return of(Binary64.dyadic(mantissa, exponent));
    }

    /**
     * Returns cos(2 pi k/n).
     *
     * @throws IllegalArgumentException if {@code n < 1}
     * @throws ArithmeticException if the field has a degree beyond {@link #DEGREE_LIMIT}
     */
    public static Scalar cosine(long k, long n) {
        return new Scalar(RealCyclotomicField.cosine(k, n));
    }

    /**
     * Returns sin(2 pi k/n) = cos(2 pi (k/n - 1/4)).
     *
     * @throws IllegalArgumentException if {@code n < 1}
     * @throws ArithmeticException if the field has a degree beyond {@link #DEGREE_LIMIT}
     */
    public static Scalar sine(long k, long n) {
        return new Scalar(RealCyclotomicField.sine(k, n));
    }

    /**
     * Returns the nonnegative square root of a rational number.
     *
     * @throws ArithmeticException if the radicand is negative, or so large that its square-free part is not found
     */
    public static Scalar sqrt(BigFraction radicand) {
        return new Scalar(RealQuadraticField.squareRoot(radicand));
    }

    /**
     * Reads a number: an integer, a decimal such as {@code -1.5e-3} (read exactly), a fraction {@code p/q}, or an
     * expression with {@code + - * / ^} (integer powers), parentheses, {@code sqrt} of rational numbers, and {@code
     * cos} and {@code sin} of rational multiples of {@code pi}. Reads back what {@link #toString} writes.
     *
     * <p>Limits: 10,000 characters, decimal exponents up to 5,000, powers up to 1,000, 100 nested parentheses, values
     * of 50,000 bits, and {@link #DEGREE_LIMIT}.
     *
     * @throws NumberSyntaxException if the text is none of these, passes a limit, or divides by zero
     */
    public static Scalar parse(String text) throws NumberSyntaxException {
        return ScalarParser.parse(text);
    }

    /** Returns whether the number is rational. */
    public boolean isRational() {
        return number instanceof RationalNumber;
    }

    /** Returns the rational value, or throws {@link ArithmeticException} if the number is irrational. */
    public BigFraction rational() {
        if (number instanceof RationalNumber known) {
            return known.value();
        }
        throw new ArithmeticException("expected a rational number, found " + this);
    }

    @Override
    public boolean isZero() {
        return number instanceof RationalNumber known && known.value().signum() == 0;
    }

    /** Returns whether the number is 1. */
    public boolean isOne() {
        return equals(ONE);
    }

    /** Returns -1, 0 or 1 as the number is negative, zero or positive. */
    public int signum() {
        return number instanceof RationalNumber known ? known.value().signum() : compareTo(ZERO);
    }

    @Override
    public Scalar add(Scalar other) {
        return new Scalar(ExactNumber.sum(number, other.number));
    }

    @Override
    public Scalar subtract(Scalar other) {
        return add(other.negate());
    }

    @Override
    public Scalar multiply(Scalar other) {
        return new Scalar(ExactNumber.product(number, other.number));
    }

    @Override
    public Scalar multiply(int factor) {
        return multiply(of(factor));
    }

    @Override
    public Scalar divide(Scalar divisor) {
        return multiply(divisor.reciprocal());
    }

    @Override
    public Scalar negate() {
        return new Scalar(number.negate());
    }

    @Override
    public Scalar reciprocal() {
        return new Scalar(number.reciprocal());
    }

    /** Returns the power with this base; the power with exponent 0 is 1, also that of 0. */
    public Scalar pow(int exponent) {
        Scalar square = exponent < 0 ? reciprocal() : this;
        Scalar power = ONE;
        for (long rest = Math.abs((long) exponent); rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? power.multiply(square) : power;
            square = rest > 1 ? square.multiply(square) : square;
        }
        return power;
    }

    /** Returns the absolute value. */
    public Scalar abs() {
        return signum() < 0 ? negate() : this;
    }

    /** Returns the largest integer that is at most this number. */
    public Scalar floor() {
        // An irrational number lies strictly between two integers, so refining its bounds ends; rational bounds are
        // equal.
        for (int bits = 8; ; bits *= 2) {
            RationalInterval bounds = bounds(bits);
            BigInteger low = floor(bounds.lower());
            if (low.equals(floor(bounds.upper()))) {
                return of(low);
            }
        }
    }

    private static BigInteger floor(BigFraction x) {
        BigInteger[] quotient = x.getNumerator().divideAndRemainder(x.getDenominator());
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /** Compares as real numbers; consistent with {@code equals} and decided for any two numbers. */
    @Override
    public int compareTo(Scalar other) {
        if (number instanceof RationalNumber first && other.number instanceof RationalNumber second) {
            return first.value().compareTo(second.value());
        }
        return equals(other) ? 0 : ExactNumber.compareUnequal(number, other.number);
    }

    /**
     * Returns rational bounds of the number, which depend on nothing but the number and {@code bits}.
     *
     * @param bits from 0 to {@link #BINARY_EXPONENT_LIMIT}, or {@link IllegalArgumentException} is thrown
     * @return bounds that are equal for a rational number, and else differ by less than 2^-bits
     */
    public RationalInterval bounds(int bits) {
        if (bits < 0 || bits > BINARY_EXPONENT_LIMIT) {
            throw new IllegalArgumentException(
                    "expected a number of bits from 0 to " + BINARY_EXPONENT_LIMIT + ", found " + bits);
        }
        return number.bounds(bits);
    }

    /**
     * Returns the least n for which the number lies in the cyclotomic field Q(zeta_n): 1 for rational numbers. Together
     * with the {@link #coefficients} it determines the number.
     */
    public BigInteger conductor() {
        return number.conductor();
    }

    /**
     * Returns the coordinates: of a rational number the number itself; of a number a + b sqrt(d) with square-free d the
     * list a, b; of another number of conductor n its phi(n)/2 coordinates on 1, 2 cos(2 pi/n), 2 cos(4 pi/n), ...
     */
    public List<BigFraction> coefficients() {
        return number.coefficients();
    }

    /** Returns whether the number is exactly a finite IEEE 754 binary64 number. */
    public boolean isBinary64() {
        return number instanceof RationalNumber known && Binary64.contains(known);
    }

    /**
     * Returns the 64 bits of the binary64 number that this number is, never those of minus zero.
     *
     * @throws ArithmeticException if {@link #isBinary64} is false
     */
    public long toBinary64Bits() {
        if (isBinary64()) {
            return nearestBinary64Bits();
        }
        throw new ArithmeticException("expected a finite binary64 number, found " + this);
    }

    /**
     * Returns the 64 bits of the nearest binary64 number, ties to even: an infinity from 2^1024 - 2^970 on, and zero
     * without a sign up to 2^-1075.
     */
    public long nearestBinary64Bits() {
        return Binary64.nearest(number);
    }

    /** Returns the number of the {@link #nearestBinary64Bits}; Hipparchus asks for it. */
    @Override
    public double getReal() {
        return Double.longBitsToDouble(nearestBinary64Bits());
    }

    @Override
    public Field<Scalar> getField() {
        return ScalarField.INSTANCE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /**
     * Returns the canonical text, which {@link #parse} reads back: {@code p} or {@code p/q}, a form such as {@code
     * 1/2-3*sqrt(5)} for a number of degree two, and a sum such as {@code 1/2*cos(2*pi/7)+3*cos(4*pi/7)} for others.
     */
    @Override
    public String toString() {
        return number.toString();
    }
}
