package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The linear equations rho_W(g) X = X rho_V(g), g a generator of the group or of the Lie algebra, for the entries of a matrix X of
 * m = dim W rows and n = dim V columns. The entry in row i and column j is the unknown i n + j; the equation for the entry (i, j) of both
 * sides has the number (g m + i) n + j, where generators are counted by the order of their names, those of the Lie algebra after those of
 * the group: the numbers do not depend on the order in which generators are listed.
 */
public final class MapEquations {
    private final int rows;
    private final int columns;
    /** The matrices on V, transposed, so that their columns are rows. */
    private final List<SparseMatrix> source = new ArrayList<>();

    private final List<SparseMatrix> target = new ArrayList<>();

    /** The equations for two representations of one group. */
    public MapEquations(LinearRepresentation source, LinearRepresentation target) {
        rows = target.dimension();
        columns = source.dimension();
        for (int g : byName(source.group().discrete().generators())) {
            this.source.add(source.generator(g).transpose());
            this.target.add(target.generator(g));
        }
        for (int x : byName(source.group().connected().generators())) {
            this.source.add(source.derivative(x).transpose());
            this.target.add(target.derivative(x));
        }
    }

    private static List<Integer> byName(List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .toList();
    }

    /** The number of unknowns, m n. */
    public long unknowns() {
        return (long) rows * columns;
    }

    /** The number of equations. */
    public long count() {
        return source.size() * unknowns();
    }

    /** An equation: the coefficients of rho_W(g) X - X rho_V(g) in one place that are not zero, by their unknowns. */
    public SortedMap<Integer, Scalar> equation(int number) {
        int j = number % columns;
        int i = number / columns % rows;
        int g = number / columns / rows;
        SortedMap<Integer, Scalar> equation = new TreeMap<>();
        for (SparseMatrix.Entry entry : target.get(g).row(i)) {
            equation.put(entry.column() * columns + j, entry.value());
        }
        for (SparseMatrix.Entry entry : source.get(g).row(j)) {
            equation.merge(i * columns + entry.column(), entry.value().negate(), Scalar::add);
        }
        equation.values().removeIf(Scalar::isZero);
        return equation;
    }

    /** Whether a map, m x n, solves all equations. */
    public boolean isSolvedBy(SparseMatrix map) {
        SparseMatrix transposed = map.transpose();
        for (int g = 0; g < source.size(); g++) {
            // (X A)^T = A^T X^T, so that both sides are products of sparse rows.
            if (!target.get(g)
                    .multiply(map)
                    .equals(source.get(g).multiply(transposed).transpose())) {
                return false;
            }
        }
        return true;
    }
}
