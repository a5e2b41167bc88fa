package io.intertwine.exact;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Finds the form a + b sqrt(d) of a number of degree two that is given in a cyclotomic field. */
final class QuadraticForm {

    private QuadraticForm() {}

    /**
     * Returns the form a + b sqrt(d) of an irrational number x of the real cyclotomic field of order n, or the number
     * itself if its degree is larger.
     *
     * <p>The degree is two where x^2 = p x + q with rational p and q. Then x = p/2 + sqrt(D) or x = p/2 - sqrt(D) with
     * D = p^2/4 + q.
     */
    static ExactNumber of(AlgebraicNumber number, int order) {
        AlgebraicNumber square = number.times(number);
        BigFraction trace = quotientOfCoordinates(square, number);
        AlgebraicNumber rest = square.plus(number.times(AlgebraicNumber.of(number.field(), trace.negate())));
        if (!rest.isRational()) {
            return number;
        }
        BigFraction half = trace.divide(2);
        BigFraction discriminant = half.multiply(half).add(rest.coefficient(0));
        boolean positive = ExactNumber.compareUnequal(number, new RationalNumber(half)) > 0;
        return sum(half, squareRoot(discriminant, order), positive);
    }

    /** Returns the quotient at the first coordinate after that of 1 where the divisor is not zero. */
    private static BigFraction quotientOfCoordinates(AlgebraicNumber dividend, AlgebraicNumber divisor) {
        int index = IntStream.range(1, divisor.numerators().length)
                .filter(k -> divisor.numerators()[k].signum() != 0)
                .findFirst()
                .orElseThrow();
        return dividend.coefficient(index).divide(divisor.coefficient(index));
    }

    /**
     * Returns sqrt(p/q) = sqrt(p q)/q = s sqrt(d)/q with d dividing n: n is divisible by the discriminant of every
     * quadratic field in the cyclotomic field. The least d that leaves a square is square-free.
     */
    private static AlgebraicNumber squareRoot(BigFraction radicand, int order) {
        BigInteger product = radicand.getNumerator().multiply(radicand.getDenominator());
        BigInteger squareFree = IntStream.rangeClosed(2, order)
                .filter(d -> order % d == 0)
                .mapToObj(BigInteger::valueOf)
                .filter(d -> SquareFactorization.isSquare(product.multiply(d)))
                .findFirst()
                .orElseThrow();
        BigInteger[] numerators = {BigInteger.ZERO, product.divide(squareFree).sqrt()};
        return new AlgebraicNumber(new RealQuadraticField(squareFree), numerators, radicand.getDenominator());
    }

    private static AlgebraicNumber sum(BigFraction rational, AlgebraicNumber surd, boolean positive) {
        return AlgebraicNumber.of(surd.field(), rational).plus(positive ? surd : surd.negate());
    }
}
