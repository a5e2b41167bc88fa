package io.intertwine.activation;

import java.util.List;
import java.util.Optional;

/** A function of one real variable as finitely many analytic pieces, or as pieces that repeat along a progression. */
public sealed interface Decomposition {
    /**
     * The pieces of a function.
     *
     * <p>Without a period: {@code points} p_0 < ... < p_(k-1), and k + 1 pieces, on (-oo, p_0), (p_0, p_1), ..., (p_(k-1), oo). With a
     * period T: k >= 1 points in [p_0, p_0 + T) and k pieces; the points are p_i + n T for every integer n, and piece i is the function
     * on (p_i + n T, p_(i+1) + n T), where p_k = p_0 + T. Pieces and values may then contain the symbol n.
     *
     * <p>Every piece is an expression without absolute values, maxima, choices, steps; it is analytic on its open interval. A point
     * need not be a true singularity.
     *
     * @param points the points between pieces, constant expressions, increasing
     * @param pieces the function on the open intervals, left to right
     * @param values the value at every point, a constant expression
     * @param period T > 0, if the points repeat
     */
    record Pieces(
            List<Expression> points, List<Expression> pieces, List<Expression> values, Optional<Expression> period)
            implements Decomposition {
        public Pieces {
            points = List.copyOf(points);
            pieces = List.copyOf(pieces);
            values = List.copyOf(values);
            int intervals = period.isPresent() ? points.size() : points.size() + 1;
            if (pieces.size() != intervals || values.size() != points.size() || pieces.isEmpty()) {
                throw new IllegalArgumentException("expected " + intervals + " pieces and " + points.size()
                        + " values, found " + pieces.size() + " and " + values.size());
            }
        }
    }

    /** The decomposition was not found; the function may have one. */
    record Undetermined(String reason) implements Decomposition {}

    /**
     * The pieces of a function: absolute values, signs, steps, floors, maxima, minima, choices and square roots that vanish are
     * resolved by the proved signs of what they depend on. The function is then also defined at every real number. Undetermined where
     * a zero is not found exactly, a sign or a comparison not proved, or the analysis too large.
     */
    static Decomposition of(Expression s) {
        try {
            return Decomposer.decompose(s);
        } catch (UndefinedException undefined) {
            return new Undetermined("the function is not defined everywhere: "
                    + undefined.where().message());
        } catch (UndecidedException undecided) {
            return new Undetermined(undecided.reason());
        } catch (IllegalArgumentException symbolWithoutValue) {
            // A symbol such as t stands in a place, say the end of an interval, where a number is needed.
            return new Undetermined("the pieces depend on a symbol: " + symbolWithoutValue.getMessage());
        } catch (ArithmeticException fieldTooLarge) {
            return new Undetermined("exact arithmetic gave up: " + fieldTooLarge.getMessage());
        }
    }
}
