package io.intertwine.criterion;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The effective parameters of one layer of multi-head softmax attention without mask: token i of x_1, ..., x_L goes to sum_h sum_j
 * softmax_j(x_i^T M_h x_j) R_h x_j. Which lists of heads have the same function is decided exactly, for every number of tokens:
 *
 * <ul>
 *   <li>L = 1: those with the same sum of all R_h.
 *   <li>L = 2: those with the same sum of all R_h and, for every M up to sign, the same sum of R_h over M_h = M less that over M_h = -M
 *       (the softmax of two numbers is a logistic function, and tanh of different bilinear forms up to sign are independent;
 *       docs/IDENTIFIABILITY.md).
 *   <li>L > 2: those with the same sum of R_h over M_h = M for every M (Ong, No equivariant architecture covers all equivariant attention,
 *       Theorem 7).
 * </ul>
 *
 * @param heads the heads, all of the same sizes
 */
public record AttentionHeads(List<Head> heads) {
    /**
     * One head.
     *
     * @param scores M, the product of query and key matrices with its scale, d x d
     * @param values R, the product of output and value matrices, m x d
     */
    public record Head(ExactMatrix scores, ExactMatrix values) {
        public Head {
            if (scores.rows() != scores.columns() || values.columns() != scores.columns()) {
                throw new IllegalArgumentException("expected a d x d and an m x d matrix, found "
                        + scores.rows() + " x " + scores.columns() + " and " + values.rows() + " x "
                        + values.columns());
            }
        }
    }

    public AttentionHeads {
        heads = List.copyOf(heads);
        for (Head head : heads) {
            if (head.scores.rows() != heads.get(0).scores.rows()
                    || head.values.rows() != heads.get(0).values.rows()) {
                throw new IllegalArgumentException("expected heads of the same sizes");
            }
        }
    }

    /** Whether both lists of heads, of the same sizes, have the same function on {@code tokens} tokens, at least 1. */
    public boolean isEqualTo(AttentionHeads other, int tokens) {
        if (tokens < 1) {
            throw new IllegalArgumentException("expected at least one token, found " + tokens);
        }
        return invariants(tokens).equals(other.invariants(tokens));
    }

    /** The nonzero sums that the function determines and that determine it. */
    private Map<Object, ExactMatrix> invariants(int tokens) {
        Map<Object, ExactMatrix> sums = new HashMap<>();
        for (Head head : heads) {
            if (tokens < 3) {
                add(sums, "total", head.values, Scalar.ONE);
            }
            if (tokens > 2) {
                add(sums, head.scores, head.values, Scalar.ONE);
            } else if (tokens == 2 && sign(head.scores) != 0) {
                Scalar sign = Scalar.of(sign(head.scores));
                add(sums, scaled(head.scores, sign), head.values, sign);
            }
        }
        sums.values().removeIf(AttentionHeads::isZero);
        return sums;
    }

    private static void add(Map<Object, ExactMatrix> sums, Object key, ExactMatrix values, Scalar factor) {
        ExactMatrix term = scaled(values, factor);
        sums.merge(
                key,
                term,
                (a, b) -> ExactMatrix.build(
                        a.rows(), a.columns(), (i, j) -> a.get(i, j).add(b.get(i, j))));
    }

    private static ExactMatrix scaled(ExactMatrix matrix, Scalar factor) {
        return ExactMatrix.build(
                matrix.rows(), matrix.columns(), (i, j) -> matrix.get(i, j).multiply(factor));
    }

    /** The sign of the first entry that is not zero. */
    private static int sign(ExactMatrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (matrix.signum(i, j) != 0) {
                    return matrix.signum(i, j);
                }
            }
        }
        return 0;
    }

    private static boolean isZero(ExactMatrix matrix) {
        return sign(matrix) == 0;
    }
}
