package io.intertwine.exact;

import java.math.BigInteger;

/** Products and quotients of bounded enclosures. */
final class Products {
    private Products() {}

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
        return enclosure.lowerMantissa().signum() < 0 && enclosure.upperMantissa().signum() <= 0;
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
        boolean bothBelow = left.lowerMantissa().signum() < 0 && right.lowerMantissa().signum() < 0;
        return bothBelow ? product.max(left.lowerMantissa().multiply(right.lowerMantissa())) : product;
    }

    /** The quotients of members of a bounded enclosure and one without zero, each end rounded once, at the finer bits. */
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
