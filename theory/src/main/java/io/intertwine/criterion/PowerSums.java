package io.intertwine.criterion;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The bound for sums of powers of linear forms: one hidden layer of units c x^r and one output. Quadratic forms of rank at most k in n
 * variables form a set of dimension k n - k (k - 1) / 2; for r >= 3 the exceptions are those of J. Alexander and A. Hirschowitz, Polynomial
 * interpolation in several variables, J. Algebraic Geom. 4 (1995). With a bias before the units the forms have one variable more.
 */
final class PowerSums {
    /** Variables, degree, summands: where the dimension is one less than expected. */
    private static final List<List<Integer>> EXCEPTIONS =
            List.of(List.of(3, 4, 5), List.of(4, 4, 9), List.of(5, 4, 14), List.of(5, 3, 7));

    private static final String ALEXANDER_HIRSCHOWITZ =
            "J. Alexander, A. Hirschowitz, Polynomial interpolation in several variables, J. Algebraic Geom. 4 (1995) 201-222";

    private PowerSums() {}

    static Optional<FamilyBound> bound(Chain chain, int from, int to) {
        if (to != from + 2 || chain.width(to) != 1 || !chain.block(from + 1).single()) {
            return Optional.empty();
        }
        List<UnitFunction> units = chain.units(from + 1);
        int degree = units.get(0).degree();
        if (!units.stream().allMatch(unit -> unit.isPower() && unit.degree() == degree)) {
            return Optional.empty();
        }
        int variables = chain.width(from) + (chain.block(from + 1).anyBias() ? 1 : 0);
        int constant = chain.block(to).anyBias() ? 1 : 0;
        return form(variables, degree, units.size())
                .map(bound -> new FamilyBound(
                        bound.rule(),
                        bound.value().add(BigInteger.valueOf(constant)),
                        bound.why() + (constant == 1 ? ", and a constant" : ""),
                        bound.source()));
    }

    private static Optional<FamilyBound> form(int variables, int degree, int summands) {
        if (degree == 2 && summands <= variables) {
            long dimension = (long) summands * variables - (long) summands * (summands - 1) / 2;
            return Optional.of(new FamilyBound(
                    "quadratic-forms",
                    BigInteger.valueOf(dimension),
                    "quadratic forms of rank at most " + summands + " in " + variables + " variables",
                    FamilyBound.OURS));
        }
        if (EXCEPTIONS.contains(List.of(variables, degree, summands))) {
            return Optional.of(new FamilyBound(
                    "alexander-hirschowitz",
                    PolynomialSpace.monomials(variables, degree).subtract(BigInteger.ONE),
                    "sums of " + summands + " powers of degree " + degree + " of linear forms in " + variables
                            + " variables, an exceptional case",
                    ALEXANDER_HIRSCHOWITZ));
        }
        return Optional.empty();
    }
}
