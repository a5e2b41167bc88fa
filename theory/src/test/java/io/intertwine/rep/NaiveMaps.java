package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.List;

/** Equivariant maps the plain way: the null space of the dense matrix 1 (x) a^T - b (x) 1, stacked over generators. */
final class NaiveMaps {
    private NaiveMaps() {}

    static long dimension(LinearRepresentation source, LinearRepresentation target) {
        List<Scalar> rows = new ArrayList<>();
        int size = source.dimension() * target.dimension();
        for (int g = 0; g < source.group().discrete().generators().size(); g++) {
            append(rows, source.generator(g), target.generator(g));
        }
        for (int x = 0; x < source.group().connected().generators().size(); x++) {
            append(rows, source.derivative(x), target.derivative(x));
        }
        return (long) size
                - Echelon.of(ExactMatrix.of(rows.size() / size, size, rows)).rank();
    }

    private static void append(List<Scalar> rows, SparseMatrix a, SparseMatrix b) {
        SparseMatrix left = SparseMatrix.identity(b.rows()).kronecker(a.transpose());
        SparseMatrix right = b.kronecker(SparseMatrix.identity(a.rows()));
        ExactMatrix dense = left.add(right.scaled(Scalar.MINUS_ONE)).toDense();
        for (int i = 0; i < dense.rows(); i++) {
            rows.addAll(dense.row(i));
        }
    }
}
