package io.intertwine.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;

/**
 * A number in a {@link RealNumberField}: sum over k of numerators[k] e_k / denominator, with positive denominator and
 * no common divisor. It is irrational and in its smallest field once {@link RealNumberField#canonical} gave it out.
 */
final class AlgebraicNumber implements ExactNumber {

    private final RealNumberField field;
    private final BigInteger[] numerators;
    private final BigInteger denominator;

    /** Creates the number from coordinates, which are not copied, and a nonzero denominator. */
    AlgebraicNumber(RealNumberField field, BigInteger[] numerators, BigInteger denominator) {
        BigInteger divisor = denominator;
        for (BigInteger numerator : numerators) {
            divisor = divisor.gcd(numerator);
        }
        BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        this.field = field;
        this.numerators = map(numerators, numerator -> numerator.divide(signed));
        this.denominator = denominator.divide(signed);
    }

    /** Returns a rational number with its coordinates in a field. */
    static AlgebraicNumber of(RealNumberField field, BigFraction value) {
        BigInteger[] numerators = new BigInteger[field.degree()];
        Arrays.fill(numerators, BigInteger.ZERO);
        numerators[0] = value.getNumerator();
        return new AlgebraicNumber(field, numerators, value.getDenominator());
    }

    RealNumberField field() {
        return field;
    }

    /** Returns the numerators, not copied. */
    BigInteger[] numerators() {
        return numerators;
    }

    BigInteger denominator() {
        return denominator;
    }

    /** Returns the coordinate at e_k. */
    BigFraction coefficient(int index) {
        return new BigFraction(numerators[index], denominator);
    }

    boolean isRational() {
        return Arrays.stream(numerators, 1, numerators.length).allMatch(numerator -> numerator.signum() == 0);
    }

    /** Returns the sum with a number of the same field, in that field. */
    AlgebraicNumber plus(AlgebraicNumber other) {
        BigInteger[] sum = new BigInteger[numerators.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = numerators[k].multiply(other.denominator).add(other.numerators[k].multiply(denominator));
        }
        return new AlgebraicNumber(field, sum, denominator.multiply(other.denominator));
    }

    /** Returns the product with a number of the same field, in that field. */
    AlgebraicNumber times(AlgebraicNumber other) {
        return new AlgebraicNumber(
                field, field.multiply(numerators, other.numerators), denominator.multiply(other.denominator));
    }

    @Override
    public AlgebraicNumber negate() {
        return new AlgebraicNumber(field, map(numerators, BigInteger::negate), denominator);
    }

    /** Returns denominator times cofactor divided by the norm of the numerators. */
    @Override
    public AlgebraicNumber reciprocal() {
        BigInteger[] cofactor = field.cofactor(numerators);
        BigInteger norm = field.multiply(numerators, cofactor)[0];
        return new AlgebraicNumber(field, map(cofactor, entry -> entry.multiply(denominator)), norm);
    }

    /**
     * {@inheritDoc}
     *
     * <p>With approximations a_k at precision p the error is below E = 2 sum |numerators[k]| over k &gt; 0 divided by
     * 2^p denominator, so the bounds differ by 2E; p is chosen to make this less than 2^-bits.
     */
    @Override
    public RationalInterval bounds(int bits) {
        BigInteger error = BigInteger.ZERO;
        for (int k = 1; k < numerators.length; k++) {
            error = error.add(numerators[k].abs().shiftLeft(1));
        }
        int precision = Math.max(bits + error.bitLength() + 2 - denominator.bitLength(), 1);
        BigInteger[] approximations = field.approximations(precision);
        BigInteger value = BigInteger.ZERO;
        for (int k = 0; k < numerators.length; k++) {
            value = value.add(numerators[k].multiply(approximations[k]));
        }
        BigInteger scale = approximations[0].multiply(denominator);
        return new RationalInterval(
                new BigFraction(value.subtract(error), scale), new BigFraction(value.add(error), scale));
    }

    @Override
    public BigInteger conductor() {
        return field.conductor();
    }

    @Override
    public List<BigFraction> coefficients() {
        return Arrays.stream(numerators)
                .map(numerator -> new BigFraction(numerator, denominator))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlgebraicNumber that
                && field.equals(that.field)
                && Arrays.equals(numerators, that.numerators)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numerators) + denominator.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (numerators[0].signum() != 0) {
            text.append(new RationalNumber(coefficient(0)));
        }
        for (int k = 1; k < numerators.length; k++) {
            appendTerm(text, coefficient(k).multiply(field.basisScale()), field.basisName(k));
        }
        return text.toString();
    }

    private static void appendTerm(StringBuilder text, BigFraction factor, String name) {
        if (factor.signum() == 0) {
            return;
        }
        if (factor.signum() > 0 && text.length() > 0) {
            text.append('+');
        }
        if (factor.equals(BigFraction.MINUS_ONE)) {
            text.append('-');
        } else if (!factor.equals(BigFraction.ONE)) {
            text.append(new RationalNumber(factor)).append('*');
        }
        text.append(name);
    }

    private static BigInteger[] map(BigInteger[] values, UnaryOperator<BigInteger> change) {
        return Arrays.stream(values).map(change).toArray(BigInteger[]::new);
    }
}
