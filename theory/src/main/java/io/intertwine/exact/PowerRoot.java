package io.intertwine.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which polynomials in y_0, ..., y_(n-1) are r-th powers of real polynomials up to a nonzero real factor. */
public final class PowerRoot {
    private PowerRoot() {}

    /**
     * A polynomial q such that a given polynomial is a real number times q^r, if there is one; all such q are its multiples. Proof of
     * completeness: {@link RootSeries} at a point p where the polynomial f does not vanish, applied to f / f(p); if f = c q^r, then
     * f / f(p) = (q / q(p))^r.
     *
     * @param polynomial not 0
     * @param variables n
     * @param exponent r, at least 1
     */
    public static Optional<Polynomial> of(Polynomial polynomial, int variables, int exponent) {
        int degree = polynomial.degree(variables);
        if (degree % exponent != 0) {
            return Optional.empty();
        }
        List<Scalar> point = point(polynomial, variables);
        Scalar value = at(polynomial, point);
        RootSeries series =
                new RootSeries(translate(polynomial, point, false).multiply(value.reciprocal()), variables, exponent);
        for (int k = degree / exponent + 1; k <= degree; k++) {
            if (!series.part(k).isZero()) {
                return Optional.empty();
            }
        }
        return Optional.of(translate(series.head(degree / exponent), point, true));
    }

    /** A point with coordinates 0, 1, 2, ... at which a polynomial, which is not 0, does not vanish. */
    static List<Scalar> point(Polynomial polynomial, int variables) {
        List<Scalar> point = new ArrayList<>();
        Polynomial rest = polynomial;
        for (int i = 0; i < variables; i++) {
            // Not every value of one variable makes a polynomial 0 that is not 0.
            long value = 0;
            while (with(rest, i, value).isZero()) {
                value++;
            }
            rest = with(rest, i, value);
            point.add(Scalar.of(value));
        }
        return point;
    }

    private static Polynomial with(Polynomial polynomial, int variable, long value) {
        return polynomial.substitute(i -> i == variable ? Polynomial.of(Scalar.of(value)) : Polynomial.variable(i));
    }

    /** The value at a point that gives a coordinate to every variable. */
    static Scalar at(Polynomial polynomial, List<Scalar> point) {
        return polynomial.substitute(i -> Polynomial.of(point.get(i))).constant();
    }

    /** The polynomial at y + p, or at y - p; variables beyond the coordinates of p stay. */
    static Polynomial translate(Polynomial polynomial, List<Scalar> point, boolean back) {
        return polynomial.substitute(i -> {
            if (i >= point.size()) {
                return Polynomial.variable(i);
            }
            Scalar shift = back ? point.get(i).negate() : point.get(i);
            return Polynomial.variable(i).add(Polynomial.of(shift));
        });
    }
}
