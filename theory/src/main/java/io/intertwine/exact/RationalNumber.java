package io.intertwine.exact;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A rational number.
 *
 * @param value the number in lowest terms
 */
record RationalNumber(BigFraction value) implements ExactNumber {

    @Override
    public RationalNumber negate() {
        return new RationalNumber(value.negate());
    }

    @Override
    public RationalNumber reciprocal() {
        if (value.signum() == 0) {
            throw new ArithmeticException("expected a nonzero divisor, found 0");
        }
        return new RationalNumber(value.reciprocal());
    }

    @Override
    public RationalInterval bounds(int bits) {
        return new RationalInterval(value, value);
    }

    @Override
    public BigInteger conductor() {
        return BigInteger.ONE;
    }

    @Override
    public List<BigFraction> coefficients() {
        return List.of(value);
    }

    /** Compares numerators and denominators, because {@code BigFraction.equals} reduces both sides anew. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RationalNumber that
                && value.getNumerator().equals(that.value.getNumerator())
                && value.getDenominator().equals(that.value.getDenominator());
    }

    @Override
    public int hashCode() {
        return 31 * value.getNumerator().hashCode() + value.getDenominator().hashCode();
    }

    /** Returns {@code p} or {@code p/q}. */
    @Override
    public String toString() {
        String numerator = value.getNumerator().toString();
        return value.isInteger() ? numerator : numerator + "/" + value.getDenominator();
    }
}
