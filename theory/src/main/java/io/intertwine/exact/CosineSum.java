package io.intertwine.exact;

import java.math.BigInteger;
import java.util.Arrays;

/** A sum under construction of an integer and integer multiples of 2 cos(2 pi k/n), before reduction to the basis. */
final class CosineSum {

    private final int order;

    /** At 0 the integer, at k the factor of 2 cos(2 pi k/n). */
    private final BigInteger[] factors;

    /** Creates the sum 0 for the n-th roots of unity. */
    CosineSum(int order) {
        this.order = order;
        this.factors = new BigInteger[order / 2 + 1];
        Arrays.fill(factors, BigInteger.ZERO);
    }

    /** Adds an integer. */
    CosineSum add(BigInteger integer) {
        factors[0] = factors[0].add(integer);
        return this;
    }

    /** Adds factor 2 cos(2 pi k/n) for any integer k. */
    CosineSum add(long k, BigInteger factor) {
        int residue = (int) Math.floorMod(k, (long) order);
        int index = Math.min(residue, order - residue);
        return index == 0 ? add(factor.shiftLeft(1)) : addAt(index, factor);
    }

    private CosineSum addAt(int index, BigInteger factor) {
        factors[index] = factors[index].add(factor);
        return this;
    }

    /**
     * Returns the coordinates on 1 and the first cosines.
     *
     * @param cosines in row k the coordinates of 2 cos(2 pi k/n), for k from 0 to n/2 and the degree at least
     */
    BigInteger[] coordinates(BigInteger[][] cosines) {
        int degree = cosines[0].length;
        BigInteger[] result = Arrays.copyOf(factors, degree);
        for (int k = degree; k < factors.length; k++) {
            for (int j = 0; j < degree; j++) {
                result[j] = result[j].add(factors[k].multiply(cosines[k][j]));
            }
        }
        return result;
    }
}
