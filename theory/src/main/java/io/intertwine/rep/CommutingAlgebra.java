package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.UnivariatePolynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The algebra End_G(V) of the maps that commute with a group, in the coordinates of a basis. */
final class CommutingAlgebra {
    private final EquivariantMaps maps;
    private final List<SparseMatrix> basis;
    /** The coordinates of the products b_i b_j. */
    private final List<List<List<Scalar>>> products = new ArrayList<>();

    private CommutingAlgebra(EquivariantMaps maps) {
        this.maps = maps;
        this.basis = maps.basis().toList();
        for (SparseMatrix left : basis) {
            products.add(basis.stream()
                    .map(right -> maps.coordinates(left.multiply(right)))
                    .toList());
        }
    }

    static CommutingAlgebra of(LinearRepresentation representation) {
        return new CommutingAlgebra(EquivariantMaps.between(representation, representation));
    }

    int dimension() {
        return basis.size();
    }

    List<Scalar> one() {
        return maps.coordinates(SparseMatrix.identity(maps.source().dimension()));
    }

    List<Scalar> multiply(List<Scalar> a, List<Scalar> b) {
        List<Scalar> result = Collections.nCopies(dimension(), Scalar.ZERO);
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                result = add(result, products.get(i).get(j), a.get(i).multiply(b.get(j)));
            }
        }
        return result;
    }

    /** a + factor b. */
    static List<Scalar> add(List<Scalar> a, List<Scalar> b, Scalar factor) {
        return factor.isZero()
                ? a
                : IntStream.range(0, a.size())
                        .mapToObj(k -> a.get(k).add(b.get(k).multiply(factor)))
                        .toList();
    }

    SparseMatrix matrix(List<Scalar> element) {
        return maps.combination(element);
    }

    /** A basis of the centre: the solutions c of sum c_i (b_i b_j - b_j b_i) = 0 for all j. */
    List<List<Scalar>> centre() {
        int e = dimension();
        ExactMatrix equations = ExactMatrix.build(
                e * e,
                e,
                (row, i) -> products.get(i)
                        .get(row / e)
                        .get(row % e)
                        .subtract(products.get(row / e).get(i).get(row % e)));
        Echelon echelon = Echelon.of(equations);
        List<List<Scalar>> centre = new ArrayList<>();
        for (int free = 0; free < e; free++) {
            if (!echelon.pivots().contains(free)) {
                List<Scalar> solution = new ArrayList<>(Collections.nCopies(e, Scalar.ZERO));
                solution.set(free, Scalar.ONE);
                for (int k = 0; k < echelon.rank(); k++) {
                    solution.set(
                            echelon.pivots().get(k),
                            echelon.rows().get(k).get(free).negate());
                }
                centre.add(solution);
            }
        }
        return centre;
    }

    /** The monic polynomial of least degree that an element satisfies. */
    UnivariatePolynomial minimalPolynomial(List<Scalar> element) {
        List<List<Scalar>> powers = new ArrayList<>(List.of(one()));
        while (true) {
            powers.add(multiply(powers.get(powers.size() - 1), element));
            int d = powers.size() - 1;
            // The columns are powers: in echelon form the last one is a combination of those before, if all of those
            // are pivots.
            Echelon echelon = Echelon.of(ExactMatrix.build(
                    dimension(), d + 1, (i, k) -> powers.get(k).get(i)));
            if (echelon.rank() == d) {
                List<Scalar> coefficients = new ArrayList<>();
                for (int k = 0; k < d; k++) {
                    coefficients.add(echelon.rows().get(k).get(d).negate());
                }
                coefficients.add(Scalar.ONE);
                return new UnivariatePolynomial(coefficients);
            }
        }
    }

    /** The value of a polynomial at an element. */
    List<Scalar> value(UnivariatePolynomial polynomial, List<Scalar> element) {
        List<Scalar> result = Collections.nCopies(dimension(), Scalar.ZERO);
        for (int k = polynomial.degree(); k >= 0; k--) {
            result = add(multiply(result, element), one(), polynomial.coefficient(k));
        }
        return result;
    }

    /** A basis of the part e E of a central idempotent e. */
    List<List<Scalar>> part(List<Scalar> idempotent) {
        List<List<Scalar>> moved = IntStream.range(0, dimension())
                .mapToObj(i -> multiply(idempotent, unit(i)))
                .toList();
        return Echelon.of(ExactMatrix.build(
                        dimension(), dimension(), (i, k) -> moved.get(i).get(k)))
                .rows();
    }

    private List<Scalar> unit(int i) {
        List<Scalar> unit = new ArrayList<>(Collections.nCopies(dimension(), Scalar.ZERO));
        unit.set(i, Scalar.ONE);
        return unit;
    }

    /** The number of positive less the number of negative squares of the form trace(x y) on the span of elements. */
    int signature(List<List<Scalar>> elements) {
        List<SparseMatrix> matrices = elements.stream().map(this::matrix).toList();
        int n = matrices.size();
        Scalar[][] form = new Scalar[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                form[i][j] = Semisimplicity.trace(matrices.get(i).multiply(matrices.get(j)));
            }
        }
        return SymmetricForm.signature(form);
    }
}
