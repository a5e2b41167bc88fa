package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A continuous function of one real variable with finitely many affine pieces: piece k is the function on the closed interval between
 * the breakpoints p_(k-1) and p_k, the first and the last interval being unbounded. Neighbouring pieces are different, so that every
 * breakpoint is a true kink and an affine function has none.
 *
 * @param breakpoints p_0 < ... < p_(k-1)
 * @param pieces the k + 1 pieces, left to right
 */
public record PiecewiseAffine(List<Scalar> breakpoints, List<Piece> pieces) {
    /**
     * The affine function x -> slope x + intercept.
     *
     * @param slope the factor, which may be zero
     * @param intercept the value at 0
     */
    public record Piece(Scalar slope, Scalar intercept) {
        /** The value at a number. */
        public Scalar apply(Scalar x) {
            return slope.multiply(x).add(intercept);
        }

        private Piece plus(Piece other) {
            return new Piece(slope.add(other.slope), intercept.add(other.intercept));
        }

        private Piece times(Scalar factor) {
            return new Piece(slope.multiply(factor), intercept.multiply(factor));
        }
    }

    public PiecewiseAffine {
        breakpoints = List.copyOf(breakpoints);
        pieces = List.copyOf(pieces);
        if (pieces.size() != breakpoints.size() + 1) {
            throw new IllegalArgumentException(
                    "expected a piece more than breakpoints, found " + pieces.size() + " and " + breakpoints.size());
        }
        for (int k = 0; k < breakpoints.size(); k++) {
            Scalar point = breakpoints.get(k);
            boolean increasing = k == 0 || breakpoints.get(k - 1).compareTo(point) < 0;
            boolean kink = !pieces.get(k).equals(pieces.get(k + 1));
            boolean continuous =
                    pieces.get(k).apply(point).equals(pieces.get(k + 1).apply(point));
            if (!increasing || !kink || !continuous) {
                throw new IllegalArgumentException("not a kink of a continuous function, or out of order: " + point);
            }
        }
    }

    /**
     * The pieces of an activation. Empty where it is not continuous and piecewise affine, and where this was not decided: its
     * decomposition is not known, or has numbers that are not known to be algebraic.
     */
    public static Optional<PiecewiseAffine> of(Activation activation) {
        try {
            return Decomposition.of(activation.expression()) instanceof Decomposition.Pieces found
                            && found.period().isEmpty()
                    ? of(found)
                    : Optional.empty();
        } catch (ArithmeticException fieldTooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<PiecewiseAffine> of(Decomposition.Pieces found) {
        List<Scalar> points = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k < found.pieces().size(); k++) {
            Optional<Piece> next = affine(found.pieces().get(k));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Piece piece = next.get();
            if (k > 0) {
                Optional<Scalar> point = found.points().get(k - 1).exact();
                Optional<Scalar> value = found.values().get(k - 1).exact();
                Piece last = pieces.get(pieces.size() - 1);
                if (point.isEmpty()
                        || !value.equals(point.map(last::apply))
                        || !value.equals(point.map(piece::apply))) {
                    return Optional.empty();
                }
                if (last.equals(piece)) {
                    continue;
                }
                points.add(point.get());
            }
            pieces.add(piece);
        }
        return Optional.of(new PiecewiseAffine(points, pieces));
    }

    /** The affine function that a formula without choices is written as, if it is written as one. */
    private static Optional<Piece> affine(Expression formula) {
        if (formula.isConstant()) {
            return formula.exact().map(value -> new Piece(Scalar.ZERO, value));
        }
        if (formula instanceof Expression.Variable) {
            return Optional.of(new Piece(Scalar.ONE, Scalar.ZERO));
        }
        if (formula instanceof Expression.Sum sum) {
            Optional<Piece> total = Optional.of(new Piece(Scalar.ZERO, Scalar.ZERO));
            for (Expression term : sum.terms()) {
                Optional<Piece> next = affine(term);
                total = total.flatMap(piece -> next.map(piece::plus));
            }
            return total;
        }
        return formula instanceof Expression.Product product ? affine(product) : Optional.empty();
    }

    private static Optional<Piece> affine(Expression.Product product) {
        Optional<Piece> result = Optional.of(new Piece(Scalar.ZERO, Scalar.ONE));
        for (Expression factor : product.factors()) {
            Optional<Piece> next = affine(factor);
            result = result.flatMap(piece -> next.flatMap(other -> multiplied(piece, other)));
        }
        return result;
    }

    private static Optional<Piece> multiplied(Piece left, Piece right) {
        if (left.slope.isZero()) {
            return Optional.of(right.times(left.intercept));
        }
        return right.slope.isZero() ? Optional.of(left.times(right.intercept)) : Optional.empty();
    }

    /** Whether there is one piece. */
    public boolean isAffine() {
        return breakpoints.isEmpty();
    }

    /** Whether s(c x) = c s(x) for every c > 0: no breakpoint but 0, and the value 0 there. */
    public boolean isHomogeneous() {
        return breakpoints.stream().allMatch(Scalar::isZero)
                && pieces.get(0).intercept.isZero();
    }

    /** Whether the number is a breakpoint. */
    public boolean isBreakpoint(Scalar x) {
        return breakpoints.contains(x);
    }

    /** The index of a piece whose closed interval contains the number; of two such pieces the left one. */
    public int indexAt(Scalar x) {
        int k = 0;
        while (k < breakpoints.size() && breakpoints.get(k).compareTo(x) < 0) {
            k++;
        }
        return k;
    }

    /** The value at a number. */
    public Scalar apply(Scalar x) {
        return pieces.get(indexAt(x)).apply(x);
    }
}
