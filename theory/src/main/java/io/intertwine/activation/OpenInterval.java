package io.intertwine.activation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * An open interval with constant expressions or infinity as ends.
 *
 * @param below whether there is a lower end
 * @param lower the lower end, 0 if there is none
 * @param above whether there is an upper end
 * @param upper the upper end, 0 if there is none
 */
record OpenInterval(boolean below, Expression lower, boolean above, Expression upper) {
    static final OpenInterval LINE = new OpenInterval(false, Expression.ZERO, false, Expression.ZERO);

    static OpenInterval between(Expression lower, Expression upper) {
        return new OpenInterval(true, lower, true, upper);
    }

    boolean isBounded() {
        return below && above;
    }

    boolean contains(Expression point) {
        return (!below || ConstantSign.compare(lower, point) < 0) && (!above || ConstantSign.compare(point, upper) < 0);
    }

    /** The parts between increasing points of this interval. */
    List<OpenInterval> split(List<Expression> points) {
        List<OpenInterval> parts = new ArrayList<>();
        OpenInterval rest = this;
        for (Expression point : points) {
            parts.add(new OpenInterval(rest.below, rest.lower, true, point));
            rest = new OpenInterval(true, point, above, upper);
        }
        parts.add(rest);
        return parts;
    }

    /** A simple rational number inside. */
    BigFraction sample() {
        if (!below && !above) {
            return BigFraction.ZERO;
        }
        for (int bits = 32; bits <= 512; bits *= 2) {
            if (!below) {
                return new BigFraction(
                        floor(upper.encloseConstant(bits).lower()).subtract(BigInteger.ONE));
            }
            if (!above) {
                return new BigFraction(
                        floor(lower.encloseConstant(bits).upper()).add(BigInteger.ONE));
            }
            BigFraction left = lower.encloseConstant(bits).upper();
            BigFraction right = upper.encloseConstant(bits).lower();
            if (left.compareTo(right) < 0) {
                return simplestBetween(left, right);
            }
        }
        throw new UndecidedException("two points lie too close together");
    }

    /** A dyadic number strictly between two rational ones. */
    static BigFraction simplestBetween(BigFraction left, BigFraction right) {
        for (int bits = 0; ; bits++) {
            BigFraction scale = new BigFraction(BigInteger.ONE.shiftLeft(bits));
            BigFraction next = new BigFraction(floor(left.multiply(scale)).add(BigInteger.ONE)).divide(scale);
            if (next.compareTo(right) < 0) {
                return next;
            }
        }
    }

    static BigInteger floor(BigFraction x) {
        BigInteger[] quotient = x.getNumerator().divideAndRemainder(x.getDenominator());
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /** The interval as a range, its ends rounded outward. */
    Range range(int bits) {
        return new Range(
                below ? end(lower, bits, false) : Bound.MINUS_INFINITY,
                above ? end(upper, bits, true) : Bound.PLUS_INFINITY);
    }

    private static Bound end(Expression point, int bits, boolean upward) {
        if (ConstantSign.hasSymbol(point)) {
            return upward ? Bound.PLUS_INFINITY : Bound.MINUS_INFINITY;
        }
        return point.exact()
                .filter(value -> value.isRational())
                .map(value -> Bound.open(value.rational()))
                .orElseGet(() -> Bound.outer(point.encloseConstant(bits), upward, true));
    }
}
