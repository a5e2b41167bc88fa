package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether square matrices of one size span a Lie algebra: whether the bracket X Y - Y X of any two is a combination of all. */
public final class LieClosure {
    /** Independent combinations of the matrices as vectors, each under its first place, in which it is 1. */
    private final Map<Long, SortedMap<Long, Scalar>> span = new TreeMap<>();

    /**
     * Two of the matrices, by their indices, whose bracket is not in the span.
     *
     * @param left the smaller index
     * @param right the larger one
     */
    public record Pair(int left, int right) {}

    private LieClosure() {}

    /** The first pair whose bracket is no combination of the matrices; none if they span a Lie algebra. */
    public static Optional<Pair> firstOpen(List<SparseMatrix> matrices) {
        LieClosure closure = new LieClosure();
        matrices.forEach(closure::join);
        for (int left = 0; left < matrices.size(); left++) {
            for (int right = left + 1; right < matrices.size(); right++) {
                if (!closure.rest(bracket(matrices.get(left), matrices.get(right)))
                        .isEmpty()) {
                    return Optional.of(new Pair(left, right));
                }
            }
        }
        return Optional.empty();
    }

    private static SparseMatrix bracket(SparseMatrix x, SparseMatrix y) {
        return x.multiply(y).add(y.multiply(x).scaled(Scalar.MINUS_ONE));
    }

    private void join(SparseMatrix matrix) {
        SortedMap<Long, Scalar> rest = rest(matrix);
        if (!rest.isEmpty()) {
            Scalar factor = first(rest).reciprocal();
            rest.replaceAll((place, entry) -> entry.multiply(factor));
            span.put(rest.firstKey(), rest);
        }
    }

    private static Scalar first(SortedMap<Long, Scalar> vector) {
        return vector.getOrDefault(vector.firstKey(), Scalar.ZERO);
    }

    /** A matrix less a combination of those joined before; not empty exactly if it is none. */
    private SortedMap<Long, Scalar> rest(SparseMatrix matrix) {
        SortedMap<Long, Scalar> rest = new TreeMap<>();
        for (SparseMatrix.Entry entry : matrix.entries()) {
            rest.put((long) entry.row() * matrix.columns() + entry.column(), entry.value());
        }
        while (!rest.isEmpty() && span.containsKey(rest.firstKey())) {
            Scalar factor = first(rest).negate();
            span.getOrDefault(rest.firstKey(), rest)
                    .forEach((place, entry) -> rest.merge(place, entry.multiply(factor), Scalar::add));
            rest.values().removeIf(Scalar::isZero);
        }
        return rest;
    }
}
