package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies s(beta x + gamma) of a piecewise polynomial function as vectors of exact numbers: their coefficients on the cells between
 * common points, and their values at these points.
 */
final class ScaledCopies {
    private final List<Scalar> knots;
    private final List<List<Scalar>> pieces;
    private final List<Scalar> values;
    private final List<Scalar> grid;

    /**
     * The copies of a function with these knots, pieces (coefficients, lowest first) and values, on the cells of the grid.
     */
    ScaledCopies(List<Scalar> knots, List<List<Scalar>> pieces, List<Scalar> values, List<Scalar> grid) {
        this.knots = knots;
        this.pieces = pieces;
        this.values = values;
        this.grid = grid;
    }

    /** The vector of s(beta x + gamma), whose knots must lie on the grid. */
    List<Scalar> vector(Scalar beta, Scalar gamma) {
        int size = pieces.stream().mapToInt(List::size).reduce(2, Math::max);
        List<Scalar> entries = new ArrayList<>();
        for (int cell = 0; cell <= grid.size(); cell++) {
            Scalar inside = beta.multiply(inside(cell)).add(gamma);
            List<Scalar> moved = compose(pieces.get(index(inside)), beta, gamma);
            for (int k = 0; k < size; k++) {
                entries.add(k < moved.size() ? moved.get(k) : Scalar.ZERO);
            }
        }
        for (Scalar point : grid) {
            entries.add(value(beta.multiply(point).add(gamma)));
        }
        return entries;
    }

    /** The vector of x^k, k at most 1. */
    List<Scalar> power(int k) {
        int size = pieces.stream().mapToInt(List::size).reduce(2, Math::max);
        List<Scalar> entries = new ArrayList<>();
        for (int cell = 0; cell <= grid.size(); cell++) {
            for (int i = 0; i < size; i++) {
                entries.add(i == k ? Scalar.ONE : Scalar.ZERO);
            }
        }
        grid.forEach(point -> entries.add(k == 0 ? Scalar.ONE : point));
        return entries;
    }

    private Scalar inside(int cell) {
        if (cell == 0) {
            return grid.get(0).subtract(Scalar.ONE);
        }
        Scalar before = grid.get(cell - 1);
        return cell == grid.size()
                ? before.add(Scalar.ONE)
                : before.add(grid.get(cell)).multiply(Scalar.of(1, 2));
    }

    private int index(Scalar x) {
        int index = 0;
        while (index < knots.size() && knots.get(index).compareTo(x) < 0) {
            index++;
        }
        return index;
    }

    private Scalar value(Scalar x) {
        int knot = knots.indexOf(x);
        return knot >= 0 ? values.get(knot) : evaluate(pieces.get(index(x)), x);
    }

    private static Scalar evaluate(List<Scalar> polynomial, Scalar x) {
        Scalar sum = Scalar.ZERO;
        for (int k = polynomial.size() - 1; k >= 0; k--) {
            sum = sum.multiply(x).add(polynomial.get(k));
        }
        return sum;
    }

    /** The coefficients of the polynomial of beta x + gamma, by Horner's scheme. */
    private static List<Scalar> compose(List<Scalar> polynomial, Scalar beta, Scalar gamma) {
        List<Scalar> result = new ArrayList<>();
        for (int k = polynomial.size() - 1; k >= 0; k--) {
            List<Scalar> next = new ArrayList<>();
            for (int i = 0; i <= result.size(); i++) {
                Scalar here = i < result.size() ? result.get(i).multiply(gamma) : Scalar.ZERO;
                next.add(i > 0 ? here.add(result.get(i - 1).multiply(beta)) : here);
            }
            next.set(0, next.get(0).add(polynomial.get(k)));
            result = next;
        }
        return result;
    }

    /** A term of a relation. */
    static Relation.Term term(Scalar alpha, Scalar beta, Scalar gamma) {
        return new Relation.Term(Expression.of(alpha), Expression.of(beta), Expression.of(gamma));
    }
}
