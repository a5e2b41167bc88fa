package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a representation is a direct sum of irreducible ones, shown from the matrices that it is built from: sums, tensor products and
 * duals of semisimple representations of a group in characteristic 0 are semisimple (C. Chevalley, Theorie des groupes de Lie III, 1955).
 */
final class Semisimplicity {
    /** The largest dimension of matrices whose enveloping algebra is computed. */
    private static final int LARGEST = 12;

    private Semisimplicity() {}

    /** Whether it is shown that a representation is semisimple; false says nothing. */
    static boolean isShown(LinearRepresentation representation) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given) {
            return representation.dimension() <= LARGEST
                    ? hasSemisimpleAlgebra(representation)
                    : FiniteImage.tryOf(List.of(representation)).isPresent();
        }
        if (structure instanceof Structure.Sum sum) {
            return sum.summands().stream().allMatch(Semisimplicity::isShown);
        }
        if (structure instanceof Structure.Multiple multiple) {
            return isShown(multiple.of());
        }
        if (structure instanceof Structure.Tensor tensor) {
            return isShown(tensor.left()) && isShown(tensor.right());
        }
        return isShown(((Structure.Dual) structure).of());
    }

    /**
     * The matrices generate an algebra A, of which the space is a faithful module. In characteristic 0 the radical of A is that of the form
     * trace(a b) on A (L. E. Dickson), so A and its module are semisimple if and only if the form is nondegenerate. Inverses of generators
     * are polynomials in them.
     */
    private static boolean hasSemisimpleAlgebra(LinearRepresentation representation) {
        List<SparseMatrix> generators = new ArrayList<>();
        for (int g = 0; g < representation.group().discrete().generators().size(); g++) {
            generators.add(representation.generator(g));
        }
        for (int x = 0; x < representation.group().connected().generators().size(); x++) {
            generators.add(representation.derivative(x));
        }
        List<SparseMatrix> algebra = algebra(generators, representation.dimension());
        ExactMatrix form = ExactMatrix.build(
                algebra.size(), algebra.size(), (i, j) -> trace(algebra.get(i).multiply(algebra.get(j))));
        return Echelon.of(form).rank() == algebra.size();
    }

    /** A basis of the algebra with 1 that matrices generate. */
    private static List<SparseMatrix> algebra(List<SparseMatrix> generators, int n) {
        List<SparseMatrix> basis = new ArrayList<>(List.of(SparseMatrix.identity(n)));
        SortedMap<Integer, List<Scalar>> echelon = new TreeMap<>();
        extend(echelon, basis.get(0));
        for (int i = 0; i < basis.size() && basis.size() < n * n; i++) {
            for (SparseMatrix generator : generators) {
                SparseMatrix product = generator.multiply(basis.get(i));
                if (extend(echelon, product)) {
                    basis.add(product);
                }
            }
        }
        return basis;
    }

    /** Joins a matrix to the rows by their pivots, unless it depends on them. */
    private static boolean extend(SortedMap<Integer, List<Scalar>> echelon, SparseMatrix matrix) {
        ExactMatrix dense = matrix.toDense();
        List<Scalar> row = new ArrayList<>();
        for (int i = 0; i < dense.rows(); i++) {
            row.addAll(dense.row(i));
        }
        for (Map.Entry<Integer, List<Scalar>> pivot : echelon.entrySet()) {
            Scalar factor = row.get(pivot.getKey());
            for (int k = 0; k < row.size() && !factor.isZero(); k++) {
                row.set(k, row.get(k).subtract(factor.multiply(pivot.getValue().get(k))));
            }
        }
        for (int k = 0; k < row.size(); k++) {
            if (!row.get(k).isZero()) {
                Scalar lead = row.get(k);
                echelon.put(k, row.stream().map(entry -> entry.divide(lead)).toList());
                return true;
            }
        }
        return false;
    }

    static Scalar trace(SparseMatrix matrix) {
        Scalar trace = Scalar.ZERO;
        for (int i = 0; i < matrix.rows(); i++) {
            trace = trace.add(matrix.get(i, i));
        }
        return trace;
    }
}
