package io.intertwine.exact;

import java.math.BigInteger;

/**
 * Binary approximations of x_k = 2 cos(2 pi k/n) for k below the degree m, from the minimal polynomial of x_1.
 *
 * <p>With T_0 = 1, T_1 = x, T_2 = x^2 - 2, T_(k+1) = x T_k - T_(k-1) for k over 1, so that x_k = T_k(x_1), the minimal
 * polynomial is P = T_m - sum of r_k T_k over k below m, with the relation r. All roots of P are real and x_1 is the
 * largest. So for x beyond x_1 the quotient P'(x)/P(x), which is the sum of 1/(x - root), lies between 1/(x - x_1) and
 * m/(x - x_1), and x_1 lies between x - m P(x)/P'(x) and x - P(x)/P'(x): Newton's method from x = 2 descends to x_1
 * with a lower bound at every step. It runs on integers X with x = X/2^b, rounded up, until the step is below 1.
 */
final class CosineApproximation {

    /** Exceeds 3 log2(DEGREE_LIMIT) + 2. */
    private static final int GUARD_BITS = 20;

    private final BigInteger[] relation;
    private final int bits;

    /** T_k(x) 2^(b k) at the current x. */
    private final BigInteger[] values;

    /** T'_k(x) 2^(b (k-1)) at the current x. */
    private final BigInteger[] slopes;

    private CosineApproximation(BigInteger[] relation, int bits) {
        this.relation = relation;
        this.bits = bits;
        this.values = new BigInteger[relation.length + 1];
        this.slopes = new BigInteger[relation.length + 1];
    }

    /**
     * Returns integers a_k with a_0 = 2^bits and |a_k - 2^bits x_k| &lt; 2.
     *
     * <p>With b = bits + 20 the final x is off by less than m 2^-b. T_k has a slope of magnitude at most k^2 on [-2,
     * 2], so T_k(x) is off by less than m^3 2^-b &lt; 2^-bits, and rounding down adds less than 2^-bits.
     *
     * @param relation the coordinates of x_m on 1, x_1, ..., x_(m-1), where m is at least 2
     */
    static BigInteger[] of(BigInteger[] relation, int bits) {
        CosineApproximation approximation = new CosineApproximation(relation, bits + GUARD_BITS);
        approximation.descend();
        return approximation.rounded(bits);
    }

    private void descend() {
        BigInteger point = BigInteger.ONE.shiftLeft(bits + 1);
        BigInteger step = BigInteger.ONE;
        while (step.signum() > 0) {
            evaluate(point);
            step = combine(values).divide(combine(slopes));
            point = point.subtract(step);
        }
    }

    private void evaluate(BigInteger point) {
        values[0] = BigInteger.ONE;
        slopes[0] = BigInteger.ZERO;
        values[1] = point;
        slopes[1] = BigInteger.ONE;
        for (int k = 1; k < relation.length; k++) {
            BigInteger value = k == 1 ? BigInteger.TWO : values[k - 1];
            values[k + 1] = point.multiply(values[k]).subtract(value.shiftLeft(2 * bits));
            slopes[k + 1] = values[k].add(point.multiply(slopes[k])).subtract(slopes[k - 1].shiftLeft(2 * bits));
        }
    }

    /** Returns terms[m] - sum of relation[k] terms[k] 2^(b (m - k)). */
    private BigInteger combine(BigInteger[] terms) {
        int degree = relation.length;
        BigInteger sum = terms[degree];
        for (int k = 0; k < degree; k++) {
            sum = sum.subtract(relation[k].multiply(terms[k]).shiftLeft(bits * (degree - k)));
        }
        return sum;
    }

    private BigInteger[] rounded(int target) {
        BigInteger[] result = new BigInteger[relation.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = values[k].shiftLeft(target).shiftRight(bits * k);
        }
        return result;
    }
}
