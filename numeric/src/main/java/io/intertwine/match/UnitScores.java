package io.intertwine.match;

import io.intertwine.group.FiniteGroup;
import io.intertwine.tensor.DoubleMatrix;
import java.util.List;

/**
 * How well units of one kind serve as images of each other under the elements of a finite group G. Unit j is a vector z_j in a space on
 * which G acts orthogonally by R, and the score of unit j going to unit i with sign a under g is the inner product of R(g) z_j with
 * a z_i. So the matrix of the inverse element is the transpose, and the sum of scores over all elements of G and all units is largest
 * where the units are nearest to a family that G permutes with signs (in the sum of squares, over all elements).
 *
 * @param group the group G
 * @param rule what signs do
 * @param along for every element of the group, by number, the n x n matrix with entry (i, j) for unit j going to unit i; that of the neutral
 *     element is not used and may be empty (0 x 0)
 * @param aside with {@link SignRule#EVEN} one more such matrix for every element, whose entries count without the sign; else empty
 */
public record UnitScores(FiniteGroup group, SignRule rule, List<DoubleMatrix> along, List<DoubleMatrix> aside) {
    /** What the sign of a unit does to the score. */
    public enum SignRule {
        /** Units have no signs: the score is along(i, j). */
        UNSIGNED,
        /** The score of sign a is a along(i, j): incoming and outgoing weights change with the sign. */
        ODD,
        /** The score of sign a is a along(i, j) + aside(i, j): the activation is even, so outgoing weights keep their signs. */
        EVEN
    }

    public UnitScores {
        along = List.copyOf(along);
        aside = List.copyOf(aside);
        if (along.size() != group.order() || aside.size() != (rule == SignRule.EVEN ? group.order() : 0)) {
            throw new IllegalArgumentException("expected a matrix for each of the " + group.order()
                    + " elements, found " + along.size() + " and " + aside.size());
        }
    }

    /** The number of units; the group has at least two elements then. */
    public int units() {
        return along.get(along.size() - 1).rows();
    }

    /** The score of unit j going to unit i with a sign (1, or -1 unless units have no signs) under an element. */
    public double score(int element, int i, int j, int sign) {
        double value = sign * along.get(element).get(i, j);
        return rule == SignRule.EVEN ? value + aside.get(element).get(i, j) : value;
    }

    /** The sign with the better score; 1 where both are equal. */
    public int bestSign(int element, int i, int j) {
        return rule != SignRule.UNSIGNED && along.get(element).get(i, j) < 0 ? -1 : 1;
    }

    /** The score with the better sign. */
    public double best(int element, int i, int j) {
        return score(element, i, j, bestSign(element, i, j));
    }
}
