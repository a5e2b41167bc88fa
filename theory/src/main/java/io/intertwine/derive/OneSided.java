package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Function;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The expansion of a function on one side of a point p, in powers of the distance u = |x - p| or of its square root: with
 * w = u^(1/ramification) the function is {@code inW}, which is analytic at w = 0.
 *
 * @param ramification 1 or 2
 * @param inW the function of w, written with x in the place of w
 * @param polynomial the same as a polynomial in w, if it is one
 */
record OneSided(int ramification, Expression inW, Optional<Polynomial> polynomial) {
    /** The largest power of w that is looked at where the expansion does not end. */
    static final int LARGEST_ORDER = 8;

    /**
     * The expansion of a piece.
     *
     * @param direction 1 for the right side of p and -1 for the left
     * @throws NotDecided if no expansion of this kind was found
     */
    static OneSided of(Expression piece, Expression p, int direction) throws NotDecided {
        Expression side = Expression.of(direction);
        Expression plain = NormalForm.simplify(piece.substitute(p.plus(side.times(Expression.X))));
        Optional<Polynomial> polynomial = Polynomial.tryOf(plain);
        if (polynomial.isPresent() || Analyticity.atZero(plain)) {
            return new OneSided(1, plain, polynomial);
        }
        Expression rooted = NormalForm.simplify(
                withoutRoots(NormalForm.simplify(piece.substitute(p.plus(side.times(Expression.X.power(2)))))));
        polynomial = Polynomial.tryOf(rooted);
        if (polynomial.isPresent() || Analyticity.atZero(rooted)) {
            return new OneSided(2, rooted, polynomial);
        }
        throw new NotDecided("the expansion of " + piece + " at x = " + p);
    }

    /** Square roots of alpha w^(2 m) with alpha > 0 become sqrt(alpha) w^m, as w is not negative. */
    private static Expression withoutRoots(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        expression.children().forEach(part -> parts.add(withoutRoots(part)));
        Expression rebuilt = parts.isEmpty() ? expression : expression.withChildren(parts);
        return rebuilt instanceof Apply apply && apply.function() == Function.SQRT
                ? rootOf(apply.argument()).orElse(rebuilt)
                : rebuilt;
    }

    private static Optional<Expression> rootOf(Expression argument) {
        Map<Monomial, Scalar> terms =
                NormalForm.tryOf(argument).map(NormalForm::terms).orElse(Map.of());
        if (terms.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<Monomial, Scalar> term = terms.entrySet().iterator().next();
        int exponent = term.getKey().exponent(Expression.X);
        boolean square = term.getKey().without(Expression.X).equals(Monomial.ONE)
                && exponent % 2 == 0
                && term.getValue().signum() > 0;
        return square
                ? Optional.of(Expression.apply(Function.SQRT, new Constant(term.getValue()))
                        .times(Expression.X.power(exponent / 2)))
                : Optional.empty();
    }

    /** The coefficient of u^(halves / 2). */
    Expression coefficient(int halves) throws NotDecided {
        if (ramification == 1 && halves % 2 != 0) {
            return Expression.ZERO;
        }
        int order = halves * ramification / 2;
        return polynomial.isPresent() ? polynomial.get().coefficient(order) : TaylorCoefficients.atZero(inW, order);
    }

    /** The largest exponent, in halves, up to which coefficients are looked at. */
    int largest() {
        return polynomial.map(Polynomial::degree).orElse(LARGEST_ORDER) * 2 / ramification;
    }
}
