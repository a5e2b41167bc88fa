package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.HomogeneousSystem;
import io.intertwine.exact.NullSpace;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * An invariant subspace of a representation, with a basis: the subrepresentation on it and the quotient by it, exactly. It cannot exist
 * unless every generator maps it into itself.
 */
public final class InvariantSubspace {
    private final LinearRepresentation whole;
    private final SparseMatrix inclusion;
    /** The rows of the basis in which its reduced form C' is the identity matrix. */
    private final List<Integer> pivots;

    private final List<Integer> others;
    private final SparseMatrix reduced;

    private InvariantSubspace(LinearRepresentation whole, SparseMatrix inclusion, Echelon echelon) {
        this.whole = whole;
        this.inclusion = inclusion;
        this.pivots = echelon.pivots();
        this.others = IntStream.range(0, whole.dimension())
                .filter(i -> !pivots.contains(i))
                .boxed()
                .toList();
        this.reduced = matrixOf(echelon).transpose();
    }

    private static SparseMatrix matrixOf(Echelon echelon) {
        int columns = echelon.rows().get(0).size();
        return SparseMatrix.of(ExactMatrix.build(
                echelon.rank(), columns, (i, j) -> echelon.rows().get(i).get(j)));
    }

    /**
     * The span of the columns of a matrix.
     *
     * @param basis dim V rows; at least one column, and all independent
     * @throws IllegalArgumentException if the number of rows is another one, the columns are dependent or none, or the span is not
     *     invariant; then the message names a generator
     */
    public static InvariantSubspace of(LinearRepresentation whole, SparseMatrix basis) {
        if (basis.rows() != whole.dimension() || basis.columns() < 1) {
            throw new IllegalArgumentException("expected a basis of " + whole.dimension()
                    + " rows and at least one column, found a " + basis.rows() + " x " + basis.columns() + " matrix");
        }
        Echelon echelon = Echelon.of(basis.transpose().toDense());
        if (echelon.rank() < basis.columns()) {
            throw new IllegalArgumentException(
                    "expected independent columns, found " + basis.columns() + " columns of rank " + echelon.rank());
        }
        InvariantSubspace subspace = new InvariantSubspace(whole, basis, echelon);
        List<String> discrete = whole.group().discrete().generators();
        for (int g = 0; g < discrete.size(); g++) {
            subspace.requireInvariant(discrete.get(g), whole.generator(g));
        }
        List<String> connected = whole.group().connected().generators();
        for (int x = 0; x < connected.size(); x++) {
            subspace.requireInvariant(connected.get(x), whole.derivative(x));
        }
        return subspace;
    }

    private void requireInvariant(String name, SparseMatrix action) {
        SparseMatrix moved = action.multiply(reduced);
        if (!reduced.multiply(select(moved, pivots)).equals(moved)) {
            throw new IllegalArgumentException("the span of the columns is not invariant under the generator " + name);
        }
    }

    /** The image of an equivariant map, which must not be zero; a basis are the first columns that are independent. */
    public static InvariantSubspace image(EquivariantMaps maps, SparseMatrix map) {
        maps.requireEquivariant(map);
        Echelon echelon = Echelon.of(map.toDense());
        return of(maps.target(), select(map.transpose(), echelon.pivots()).transpose());
    }

    /** The kernel of an equivariant map, which must not be zero. */
    public static InvariantSubspace kernel(EquivariantMaps maps, SparseMatrix map) {
        maps.requireEquivariant(map);
        List<NullSpace.Solution> solutions = NullSpace.of(new Rows(map));
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int k = 0; k < solutions.size(); k++) {
            NullSpace.Solution solution = solutions.get(k);
            for (int i = 0; i < solution.unknowns().size(); i++) {
                entries.add(new SparseMatrix.Entry(
                        solution.unknowns().get(i), k, solution.values().get(i)));
            }
        }
        return of(maps.source(), SparseMatrix.of(map.columns(), solutions.size(), entries));
    }

    /** The equations map x = 0. */
    private record Rows(SparseMatrix map) implements HomogeneousSystem {
        @Override
        public int unknowns() {
            return map.columns();
        }

        @Override
        public int equations() {
            return map.rows();
        }

        @Override
        public void visit(int equation, TermVisitor visitor) {
            map.visitRow(equation, visitor::term);
        }
    }

    /** The representation of which this is a subspace. */
    public LinearRepresentation whole() {
        return whole;
    }

    /** The basis as columns: the equivariant map from {@link #representation} to the whole. */
    public SparseMatrix inclusion() {
        return inclusion;
    }

    /** The number of basis vectors. */
    public int dimension() {
        return pivots.size();
    }

    /** The subrepresentation, in the basis. */
    public LinearRepresentation representation() {
        ExactMatrix change = select(inclusion, pivots).toDense();
        SparseMatrix forth = SparseMatrix.of(change);
        SparseMatrix back = SparseMatrix.of(change.inverse());
        return transformed(
                dimension(),
                action ->
                        back.multiply(select(action.multiply(reduced), pivots)).multiply(forth));
    }

    /**
     * The map to the {@link #quotient}, whose kernel is this subspace: v -> v_N - C'_N v_P, where P are pivot rows of the reduced basis
     * C' and N the others.
     */
    public SparseMatrix projection() {
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            int row = i;
            entries.add(new SparseMatrix.Entry(row, others.get(i), Scalar.ONE));
            reduced.visitRow(
                    others.get(i),
                    (column, value) -> entries.add(new SparseMatrix.Entry(row, pivots.get(column), value.negate())));
        }
        return SparseMatrix.of(others.size(), whole.dimension(), entries);
    }

    /**
     * The quotient of the whole by this subspace; its basis are the classes of the coordinate vectors in N, see {@link #projection}.
     *
     * @throws IllegalArgumentException if the subspace is the whole
     */
    public LinearRepresentation quotient() {
        if (others.isEmpty()) {
            throw new IllegalArgumentException("the subspace is the whole, so the quotient has dimension 0");
        }
        SparseMatrix projection = projection();
        return transformed(
                others.size(),
                action ->
                        select(projection.multiply(action).transpose(), others).transpose());
    }

    private LinearRepresentation transformed(int dimension, UnaryOperator<SparseMatrix> change) {
        ActingGroup group = whole.group();
        List<Scalar> origin = Collections.nCopies(dimension, Scalar.ZERO);
        List<AffineMap> images = IntStream.range(
                        0, group.discrete().generators().size())
                .mapToObj(g ->
                        AffineMap.unchecked(change.apply(whole.generator(g)).toDense(), origin))
                .toList();
        List<SparseMatrix> derivatives = IntStream.range(
                        0, group.connected().generators().size())
                .mapToObj(x -> change.apply(whole.derivative(x)))
                .toList();
        return LinearRepresentation.of(group, new Representation(group.discrete(), dimension, images), derivatives);
    }

    /** The rows with these numbers, in this order. */
    private static SparseMatrix select(SparseMatrix matrix, List<Integer> rows) {
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            matrix.visitRow(rows.get(i), (column, value) -> entries.add(new SparseMatrix.Entry(row, column, value)));
        }
        return SparseMatrix.of(rows.size(), matrix.columns(), entries);
    }
}
