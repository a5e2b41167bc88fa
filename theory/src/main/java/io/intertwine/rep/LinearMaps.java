package io.intertwine.rep;

import io.intertwine.exact.HomogeneousSystem;
import io.intertwine.exact.NullSpace;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.SparseRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The solutions X of b X = X a for the matrices a and b of every generator: linear equations in the entries of X, of which only those
 * exist at a time that are looked at.
 */
final class LinearMaps implements ProductMaps {
    private final int rows;
    private final int columns;
    private final List<NullSpace.Solution> solutions;

    private LinearMaps(int rows, int columns, List<NullSpace.Solution> solutions) {
        this.rows = rows;
        this.columns = columns;
        this.solutions = solutions;
    }

    static LinearMaps between(LinearRepresentation source, LinearRepresentation target) {
        List<Generator> generators = new ArrayList<>();
        for (int g = 0; g < source.group().discrete().generators().size(); g++) {
            generators.add(new Generator(source.generator(g).transpose(), target.generator(g)));
        }
        for (int x = 0; x < source.group().connected().generators().size(); x++) {
            generators.add(new Generator(source.derivative(x).transpose(), target.derivative(x)));
        }
        long unknowns = (long) source.dimension() * target.dimension();
        if (unknowns > NullSpace.LARGEST || unknowns * generators.size() > NullSpace.LARGEST_EQUATIONS) {
            throw new IllegalArgumentException("the equivariant maps from dimension " + source.dimension()
                    + " to dimension " + target.dimension() + " are " + unknowns + " unknowns, expected at most "
                    + Math.min(NullSpace.LARGEST, NullSpace.LARGEST_EQUATIONS / generators.size())
                    + "; write the representations as sums of smaller ones");
        }
        Equations equations = new Equations(generators, source.dimension(), (int) unknowns);
        return new LinearMaps(target.dimension(), source.dimension(), NullSpace.of(equations));
    }

    /** The matrices of a generator: the transposed of a, and b. */
    private record Generator(SparseMatrix transposed, SparseMatrix target) {}

    /** For every generator and every place the equation (b X - X a)_ij = 0; the unknown X_ij has the number i columns + j. */
    private record Equations(List<Generator> generators, int columns, int unknowns) implements HomogeneousSystem {
        @Override
        public int equations() {
            return generators.size() * unknowns;
        }

        @Override
        public void visit(int equation, TermVisitor visitor) {
            Generator generator = generators.get(equation / unknowns);
            int place = equation % unknowns;
            int i = place / columns;
            int j = place % columns;
            generator.target.visitRow(i, (k, value) -> visitor.term(k * columns + j, value));
            generator.transposed.visitRow(j, (k, value) -> visitor.term(i * columns + k, value.negate()));
        }
    }

    @Override
    public long dimension() {
        return solutions.size();
    }

    @Override
    public Stream<SparseMatrix> basis() {
        return solutions.stream().map(this::matrix);
    }

    private SparseMatrix matrix(NullSpace.Solution solution) {
        SparseRows matrix = new SparseRows(rows, columns);
        for (int k = 0; k < solution.unknowns().size(); k++) {
            int unknown = solution.unknowns().get(k);
            matrix.append(
                    unknown / columns, unknown % columns, solution.values().get(k));
        }
        return matrix.toMatrix();
    }

    @Override
    public Stream<Place> pivots() {
        return solutions.stream().map(solution -> new Place(solution.pivot() / columns, solution.pivot() % columns));
    }
}
