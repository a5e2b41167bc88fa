package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.activation.DifferentialSystem;
import io.intertwine.activation.Expression;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the bounds of dimensions ask of the function of a hidden unit.
 *
 * @param coefficients its coefficients, the constant term first, if it is a polynomial; else empty
 * @param homogeneous whether s(c x) = c s(x) for c > 0
 * @param nonnegative whether it is homogeneous and nowhere negative
 * @param clamp whether it is beta + alpha clamp(x; lo, hi), where lo or hi may be infinite
 * @param exponential whether s' = lambda s + mu with a number lambda other than 0
 * @param offset whether mu is not 0 there
 */
record UnitFunction(
        List<Scalar> coefficients,
        boolean homogeneous,
        boolean nonnegative,
        boolean clamp,
        boolean exponential,
        boolean offset) {
    UnitFunction {
        coefficients = List.copyOf(coefficients);
    }

    /** The composition of activations, the first one first. */
    static UnitFunction of(List<Activation> row) {
        Expression formula = row.stream()
                .map(Activation::expression)
                .reduce((first, second) -> second.substitute(first))
                .orElseThrow();
        List<Optional<PiecewiseAffine>> pieces =
                row.stream().map(PiecewiseAffine::of).toList();
        boolean affinePieces = pieces.stream().allMatch(Optional::isPresent);
        Optional<PiecewiseAffine> last = pieces.get(pieces.size() - 1);
        boolean homogeneous =
                affinePieces && pieces.stream().allMatch(piece -> piece.get().isHomogeneous());
        Optional<Boolean> exponential = exponential(formula);
        return new UnitFunction(
                PolynomialFormula.coefficients(formula).orElse(List.of()),
                homogeneous,
                homogeneous && isNonnegative(last.get()),
                affinePieces && pieces.stream().allMatch(piece -> isClamp(piece.get())),
                exponential.isPresent(),
                exponential.orElse(false));
    }

    private static boolean isNonnegative(PiecewiseAffine s) {
        return s.apply(Scalar.ONE).signum() >= 0 && s.apply(Scalar.MINUS_ONE).signum() >= 0;
    }

    private static boolean isClamp(PiecewiseAffine s) {
        List<Scalar> slopes =
                s.pieces().stream().map(PiecewiseAffine.Piece::slope).toList();
        long nonzero = slopes.stream().filter(slope -> !slope.isZero()).count();
        boolean constantEnds =
                slopes.size() < 3 || slopes.get(0).isZero() && slopes.get(2).isZero();
        return slopes.size() <= 3 && nonzero <= 1 && constantEnds;
    }

    /** Whether mu is not 0, where s' = lambda s + mu; empty where that is not so. */
    private static Optional<Boolean> exponential(Expression formula) {
        if (!(DifferentialSystem.of(formula) instanceof DifferentialSystem.Found found)) {
            return Optional.empty();
        }
        Polynomial s = found.system().function();
        Polynomial slope = found.system().derivative(s);
        if (s.isConstant() || slope.isConstant()) {
            return Optional.empty();
        }
        Scalar lambda = slope.coefficient(s).divide(s.leadingCoefficient());
        Polynomial rest = slope.subtract(s.multiply(lambda));
        return lambda.isZero() || !rest.isConstant() ? Optional.empty() : Optional.of(!rest.isZero());
    }

    /** Whether it is a polynomial. */
    boolean isPolynomial() {
        return !coefficients.isEmpty();
    }

    /** The exponents of its nonzero coefficients, ascending. */
    List<Integer> exponents() {
        List<Integer> exponents = new ArrayList<>();
        for (int k = 0; k < coefficients.size(); k++) {
            if (!coefficients.get(k).isZero()) {
                exponents.add(k);
            }
        }
        return exponents;
    }

    /** Whether it is c x^r with r >= 2. */
    boolean isPower() {
        return coefficients.size() > 2 && exponents().size() == 1;
    }

    /** The degree r. */
    int degree() {
        return coefficients.size() - 1;
    }

    /**
     * Whether a one-parameter group of maps of the argument becomes one of the value, and the neighbouring layers absorb both: scalings of
     * homogeneous functions and powers, scalings about a centre for c (x - p)^r + q, shifts for exponential functions.
     *
     * @param biasBefore whether the dense layer before the unit has a bias
     * @param biasAfter whether the dense layer after it has one
     */
    boolean hasGroup(boolean biasBefore, boolean biasAfter) {
        return homogeneous
                || isPower()
                || exponential && biasBefore && (biasAfter || !offset)
                || isCentredPower(biasAfter) && biasBefore;
    }

    /** Whether it is c (x - p)^r + q with r >= 2, where q = 0 unless shifts of the value are absorbed. */
    private boolean isCentredPower(boolean shifts) {
        int r = degree();
        if (r < 2) {
            return false;
        }
        Scalar leading = coefficients.get(r);
        Scalar centre = coefficients.get(r - 1).divide(leading.multiply(-r));
        List<Scalar> expanded = PolynomialFormula.power(List.of(centre.negate(), Scalar.ONE), r);
        for (int k = shifts ? 1 : 0; k < r; k++) {
            if (!expanded.get(k).multiply(leading).equals(coefficients.get(k))) {
                return false;
            }
        }
        return true;
    }
}
