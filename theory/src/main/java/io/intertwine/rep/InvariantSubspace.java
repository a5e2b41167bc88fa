package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A subspace of a representation that the group takes to itself, with the reduced echelon basis: every basis vector has a place where it is
 * 1 and all others are 0.
 */
public final class InvariantSubspace {
    private final LinearRepresentation whole;
    private final Echelon echelon;

    private InvariantSubspace(LinearRepresentation whole, Echelon echelon) {
        this.whole = whole;
        this.echelon = echelon;
    }

    /**
     * The subspace that vectors span.
     *
     * @param whole the representation
     * @param rows the vectors, one in each row
     * @throws IllegalArgumentException if the subspace is not invariant, or zero
     */
    public static InvariantSubspace of(LinearRepresentation whole, ExactMatrix rows) {
        if (rows.columns() != whole.dimension()) {
            throw new IllegalArgumentException(
                    "expected vectors of " + whole.dimension() + " coordinates, found " + rows.columns());
        }
        Echelon echelon = Echelon.of(rows);
        if (echelon.rank() == 0) {
            throw new IllegalArgumentException("the vectors span the zero space, which is no representation");
        }
        InvariantSubspace subspace = new InvariantSubspace(whole, echelon);
        subspace.representation(); // Fails if the subspace is not invariant.
        return subspace;
    }

    /** The number of basis vectors. */
    public int dimension() {
        return echelon.rank();
    }

    /** The basis vectors, one in each row. */
    public ExactMatrix basis() {
        return ExactMatrix.of(
                dimension(),
                whole.dimension(),
                echelon.rows().stream().flatMap(List::stream).toList());
    }

    /** How the group acts on the coordinates with respect to the basis. */
    public LinearRepresentation representation() {
        ActingGroup group = whole.group();
        List<AffineMap> images = new ArrayList<>();
        for (int g = 0; g < group.discrete().generators().size(); g++) {
            images.add(AffineMap.of(
                    restricted(whole.generator(g), group.discrete().generators().get(g)),
                    Collections.nCopies(dimension(), Scalar.ZERO)));
        }
        List<SparseMatrix> derivatives = new ArrayList<>();
        for (int x = 0; x < group.connected().generators().size(); x++) {
            derivatives.add(SparseMatrix.of(restricted(
                    whole.derivative(x), group.connected().generators().get(x))));
        }
        return LinearRepresentation.of(group, new Representation(group.discrete(), dimension(), images), derivatives);
    }

    /** The coordinates of the image of a basis vector stand at the pivots. */
    private ExactMatrix restricted(SparseMatrix matrix, String generator) {
        SparseMatrix basis = SparseMatrix.of(basis());
        SparseMatrix moved = basis.multiply(matrix.transpose());
        ExactMatrix coordinates = ExactMatrix.build(
                dimension(),
                dimension(),
                (j, i) -> moved.get(j, echelon.pivots().get(i)));
        if (!SparseMatrix.of(coordinates).multiply(basis).equals(moved)) {
            throw new IllegalArgumentException("generator " + generator + " does not take the subspace to itself");
        }
        return coordinates.transpose();
    }
}
