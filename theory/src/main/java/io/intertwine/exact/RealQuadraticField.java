package io.intertwine.exact;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * The field Q(sqrt(d)) with the basis 1, sqrt(d).
 *
 * @param radicand the number d, square-free and at least 2
 */
record RealQuadraticField(BigInteger radicand) implements RealNumberField {

    /**
     * Returns the nonnegative square root of a rational number p/q as sqrt(p q)/q.
     *
     * @throws ArithmeticException if the number is negative or its square-free part is not found
     */
    static ExactNumber squareRoot(BigFraction number) {
        if (number.signum() < 0) {
            throw new ArithmeticException(
                    "expected a number of at least 0 under the square root, found " + new RationalNumber(number));
        }
        if (number.signum() == 0) {
            return new RationalNumber(number);
        }
        BigInteger denominator = number.getDenominator();
        SquareFactorization parts = SquareFactorization.of(number.getNumerator().multiply(denominator));
        return surd(parts.root(), parts.squareFree(), denominator);
    }

    /** Returns whether a number is a rational multiple of sqrt(d). */
    static boolean isSurd(ExactNumber number) {
        return number instanceof AlgebraicNumber known
                && known.field() instanceof RealQuadraticField
                && known.numerators()[0].signum() == 0;
    }

    /** Returns the product a sqrt(d) b sqrt(e) = a b g sqrt(d e/g^2) with g = gcd(d, e), in whatever fields. */
    static ExactNumber productOfSurds(AlgebraicNumber left, AlgebraicNumber right) {
        BigInteger first = ((RealQuadraticField) left.field()).radicand;
        BigInteger second = ((RealQuadraticField) right.field()).radicand;
        BigInteger common = first.gcd(second);
        BigInteger radicand = first.divide(common).multiply(second.divide(common));
        BigInteger factor = left.numerators()[1].multiply(right.numerators()[1]).multiply(common);
        BigInteger denominator = left.denominator().multiply(right.denominator());
        return surd(factor, radicand, denominator);
    }

    private static ExactNumber surd(BigInteger factor, BigInteger radicand, BigInteger denominator) {
        if (radicand.equals(BigInteger.ONE)) {
            return new RationalNumber(new BigFraction(factor, denominator));
        }
        BigInteger[] numerators = {BigInteger.ZERO, factor};
        return new AlgebraicNumber(new RealQuadraticField(radicand), numerators, denominator);
    }

    @Override
    public int degree() {
        return 2;
    }

    /** Returns the discriminant: d when it is 1 modulo 4, else 4d. */
    @Override
    public BigInteger conductor() {
        boolean oneModuloFour = radicand.testBit(0) && !radicand.testBit(1);
        return oneModuloFour ? radicand : radicand.shiftLeft(2);
    }

    @Override
    public BigInteger[] multiply(BigInteger[] left, BigInteger[] right) {
        BigInteger surds = left[1].multiply(right[1]).multiply(radicand);
        return new BigInteger[] {
            left[0].multiply(right[0]).add(surds), left[0].multiply(right[1]).add(left[1].multiply(right[0]))
        };
    }

    @Override
    public BigInteger[] cofactor(BigInteger[] element) {
        return new BigInteger[] {element[0], element[1].negate()};
    }

    @Override
    public BigInteger[] approximations(int bits) {
        return new BigInteger[] {
            BigInteger.ONE.shiftLeft(bits), radicand.shiftLeft(2 * bits).sqrt()
        };
    }

    @Override
    public String basisName(int index) {
        return "sqrt(" + radicand + ")";
    }

    @Override
    public int basisScale() {
        return 1;
    }

    @Override
    public AlgebraicNumber embed(ExactNumber number) {
        return number instanceof RationalNumber rational
                ? AlgebraicNumber.of(this, rational.value())
                : (AlgebraicNumber) number;
    }

    @Override
    public ExactNumber canonical(AlgebraicNumber number) {
        return number.isRational() ? new RationalNumber(number.coefficient(0)) : number;
    }

    /** Returns the field as a text. */
    @Override
    public String toString() {
        return "Q(" + basisName(1) + ")";
    }
}
