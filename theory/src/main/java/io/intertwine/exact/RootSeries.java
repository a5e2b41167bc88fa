package io.intertwine.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * The r-th root of a polynomial as a power series around a point where the polynomial does not vanish.
 *
 * <p>A polynomial F(y) of total degree at most D = r m with F(0) = 1 has exactly one r-th root s among the power series with s(0) = 1,
 * and F is the r-th power of a polynomial (of degree at most m, with value 1 at 0) exactly if the parts of s of degrees m + 1, ..., D are
 * 0: such a polynomial is s; and if these parts are 0, the r-th power of the sum of the others agrees with F up to degree D, and neither
 * has terms beyond. From F = s^r follows r F (E s) = s (E F) with the Euler operator E, which multiplies the part of degree k by k; so
 * r k s_k is the sum of (i - r (k - i)) F_i s_(k-i) over i = 1, ..., k.
 */
final class RootSeries {
    private final List<Polynomial> parts = new ArrayList<>();
    private final List<Polynomial> given = new ArrayList<>();
    private final int exponent;

    /**
     * @param polynomial F; variables of an index from {@code variables} on are parameters
     * @param variables the number of variables y_0, y_1, ... of the power series; the part of F of degree 0 in them is 1
     * @param exponent r
     */
    RootSeries(Polynomial polynomial, int variables, int exponent) {
        for (int k = 0; k <= polynomial.degree(variables); k++) {
            given.add(polynomial.part(k, variables));
        }
        this.exponent = exponent;
        parts.add(Polynomial.ONE);
    }

    /** The part of a degree k in the variables. */
    Polynomial part(int k) {
        while (parts.size() <= k) {
            parts.add(next(parts.size()));
        }
        return parts.get(k);
    }

    private Polynomial next(int k) {
        Polynomial sum = Polynomial.ZERO;
        for (int i = 1; i <= Math.min(k, given.size() - 1); i++) {
            Scalar factor = Scalar.of(i - (long) exponent * (k - i));
            sum = sum.add(given.get(i).multiply(parts.get(k - i)).multiply(factor));
        }
        return sum.multiply(Scalar.of(1, (long) exponent * k));
    }

    /** The sum of the parts of degrees up to m. */
    Polynomial head(int m) {
        Polynomial sum = Polynomial.ZERO;
        for (int k = 0; k <= m; k++) {
            sum = sum.add(part(k));
        }
        return sum;
    }
}
