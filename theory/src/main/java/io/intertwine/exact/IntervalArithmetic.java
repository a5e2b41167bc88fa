package io.intertwine.exact;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;

/** IntervalArithmetic and quotients of bounded enclosures. */
final class IntervalArithmetic {
    private IntervalArithmetic() {}

    /** The enclosure whose ends are functions of the lower ends and of the upper ends at the finer bits. */
    static Enclosure endwise(
            Enclosure left, Enclosure right, BinaryOperator<BigInteger> lowerEnd, BinaryOperator<BigInteger> upperEnd) {
        int finer = Math.max(left.bits(), right.bits());
        Enclosure first = left.rounded(finer);
        Enclosure second = right.rounded(finer);
        return Enclosure.ofMantissas(
                lowerEnd.apply(first.lowerMantissa(), second.lowerMantissa()),
                upperEnd.apply(first.upperMantissa(), second.upperMantissa()),
                finer);
    }

    /** The members that bounded enclosures have in common, for enclosures that meet. */
    static Enclosure intersection(Enclosure left, Enclosure right) {
        return endwise(left, right, BigInteger::max, BigInteger::min);
    }

    /** The products of members of bounded enclosures, each end rounded once, at the finer bits. */
    static Enclosure product(Enclosure left, Enclosure right) {
        if (reachesOnlyBelowZero(left)) {
            return product(left.negate(), right).negate();
        }
        if (reachesOnlyBelowZero(right)) {
            return product(left, right.negate()).negate();
        }
        int finer = Math.max(left.bits(), right.bits());
        int drop = Math.min(left.bits(), right.bits());
        BigInteger lower = lowerProduct(left, right).shiftRight(drop);
        return Enclosure.ofMantissas(lower, Rounding.ceilingShift(upperProduct(left, right), drop), finer);
    }

    private static boolean reachesOnlyBelowZero(Enclosure enclosure) {
        return enclosure.lowerMantissa().signum() < 0
                && enclosure.upperMantissa().signum() <= 0;
    }

    /** The least product of mantissas, for upper ends that are not negative. */
    private static BigInteger lowerProduct(Enclosure left, Enclosure right) {
        boolean leftBelow = left.lowerMantissa().signum() < 0;
        boolean rightBelow = right.lowerMantissa().signum() < 0;
        if (leftBelow && rightBelow) {
            BigInteger first = left.lowerMantissa().multiply(right.upperMantissa());
            return first.min(left.upperMantissa().multiply(right.lowerMantissa()));
        }
        BigInteger factor = rightBelow ? left.upperMantissa() : left.lowerMantissa();
        return factor.multiply(leftBelow ? right.upperMantissa() : right.lowerMantissa());
    }

    /** The greatest product of mantissas, for upper ends that are not negative: two negative ends may give it too. */
    private static BigInteger upperProduct(Enclosure left, Enclosure right) {
        BigInteger product = left.upperMantissa().multiply(right.upperMantissa());
        boolean bothBelow =
                left.lowerMantissa().signum() < 0 && right.lowerMantissa().signum() < 0;
        return bothBelow ? product.max(left.lowerMantissa().multiply(right.lowerMantissa())) : product;
    }

    /** The products of members of a bounded enclosure with a rational number, each end rounded once. */
    static Enclosure product(Enclosure enclosure, BigFraction factor) {
        BigInteger numerator = factor.getNumerator();
        BigInteger denominator = factor.getDenominator();
        Enclosure ordered = numerator.signum() < 0 ? enclosure.negate() : enclosure;
        BigInteger lower = ordered.lowerMantissa().multiply(numerator.abs());
        BigInteger upper = ordered.upperMantissa().multiply(numerator.abs());
        return Enclosure.ofMantissas(
                Rounding.floorDivide(lower, denominator), Rounding.ceilingDivide(upper, denominator), enclosure.bits());
    }

    /** The products of members of a bounded enclosure with a dyadic number, each end rounded once. */
    static Enclosure product(Enclosure enclosure, long mantissa, int exponent) {
        BigInteger factor = BigInteger.valueOf(mantissa);
        BigInteger first = enclosure.lowerMantissa().multiply(factor);
        BigInteger last = enclosure.upperMantissa().multiply(factor);
        BigInteger lower = mantissa < 0 ? last : first;
        BigInteger upper = mantissa < 0 ? first : last;
        return Enclosure.ofMantissas(
                lower.shiftLeft(exponent), Rounding.ceilingShift(upper, -exponent), enclosure.bits());
    }

    /**
     * The quotients of members of a bounded enclosure and one without zero, each end rounded once, at the finer bits.
     */
    static Enclosure quotient(Enclosure dividend, Enclosure divisor) {
        if (divisor.isNegative()) {
            return quotient(dividend.negate(), divisor.negate());
        }
        int finer = Math.max(dividend.bits(), divisor.bits());
        int shift = finer + divisor.bits() - dividend.bits();
        BigInteger lower = dividend.lowerMantissa().shiftLeft(shift);
        BigInteger upper = dividend.upperMantissa().shiftLeft(shift);
        return Enclosure.ofMantissas(
                Rounding.floorDivide(lower, lower.signum() < 0 ? divisor.lowerMantissa() : divisor.upperMantissa()),
                Rounding.ceilingDivide(upper, upper.signum() < 0 ? divisor.upperMantissa() : divisor.lowerMantissa()),
                finer);
    }
}
