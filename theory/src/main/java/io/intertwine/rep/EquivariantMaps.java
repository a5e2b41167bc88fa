package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The space Hom_G(V, W) of the linear maps X with rho_W(g) X = X rho_V(g) for all g; for generators of a Lie algebra the same equation
 * holds with derivatives in place of the group's matrices. A map is a matrix of dim W rows and dim V columns.
 *
 * <p>The basis is reduced: every basis map has a place where it is 1 and all others are 0.
 */
public final class EquivariantMaps {
    private final LinearRepresentation source;
    private final LinearRepresentation target;
    private final List<SparseMatrix> basis;
    private final List<SparseMatrix.Entry> pivots;

    private EquivariantMaps(
            LinearRepresentation source,
            LinearRepresentation target,
            List<SparseMatrix> basis,
            List<SparseMatrix.Entry> pivots) {
        this.source = source;
        this.target = target;
        this.basis = basis;
        this.pivots = pivots;
    }

    /**
     * The space of equivariant maps between two representations of one group.
     *
     * @throws IllegalArgumentException if the groups differ, or the space is beyond what can be computed
     */
    public static EquivariantMaps between(LinearRepresentation source, LinearRepresentation target) {
        if (!source.group().equals(target.group())) {
            throw new IllegalArgumentException("expected two representations of one group, found one of "
                    + source.group() + " and one of " + target.group());
        }
        int columns = source.dimension();
        int size = columns * target.dimension();
        List<Scalar> equations = new ArrayList<>();
        int count = 0;
        for (int g = 0; g < source.group().discrete().generators().size(); g++) {
            count += equations(source.generator(g), target.generator(g), equations);
        }
        for (int x = 0; x < source.group().connected().generators().size(); x++) {
            count += equations(source.derivative(x), target.derivative(x), equations);
        }
        Echelon echelon = Echelon.of(ExactMatrix.of(count, size, equations));
        List<SparseMatrix> basis = new ArrayList<>();
        List<SparseMatrix.Entry> pivots = new ArrayList<>();
        for (int free = 0; free < size; free++) {
            if (!echelon.pivots().contains(free)) {
                List<SparseMatrix.Entry> entries = new ArrayList<>();
                SparseMatrix.Entry pivot = new SparseMatrix.Entry(free / columns, free % columns, Scalar.ONE);
                entries.add(pivot);
                for (int k = 0; k < echelon.rank(); k++) {
                    int place = echelon.pivots().get(k);
                    Scalar value = echelon.rows().get(k).get(free).negate();
                    entries.add(new SparseMatrix.Entry(place / columns, place % columns, value));
                }
                basis.add(SparseMatrix.of(target.dimension(), columns, entries));
                pivots.add(pivot);
            }
        }
        return new EquivariantMaps(source, target, basis, pivots);
    }

    private static int equations(SparseMatrix a, SparseMatrix b, List<Scalar> equations) {
        int columns = a.rows();
        SparseMatrix transposed = a.transpose();
        for (int i = 0; i < b.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                Scalar[] equation = new Scalar[columns * b.rows()];
                Arrays.fill(equation, Scalar.ZERO);
                for (SparseMatrix.Entry entry : b.row(i)) {
                    int place = entry.column() * columns + j;
                    equation[place] = equation[place].add(entry.value());
                }
                for (SparseMatrix.Entry entry : transposed.row(j)) {
                    int place = i * columns + entry.column();
                    equation[place] = equation[place].subtract(entry.value());
                }
                equations.addAll(List.of(equation));
            }
        }
        return columns * b.rows();
    }

    /** V. */
    public LinearRepresentation source() {
        return source;
    }

    /** W. */
    public LinearRepresentation target() {
        return target;
    }

    /** The dimension of the space. */
    public long dimension() {
        return basis.size();
    }

    /** The basis, one map after the other, dim W x dim V each. */
    public Stream<SparseMatrix> basis() {
        return basis.stream();
    }

    /** The map with these coordinates, one for each basis map, in order. */
    public SparseMatrix combination(List<Scalar> coordinates) {
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        for (int k = 0; k < basis.size(); k++) {
            Scalar factor = coordinates.get(k);
            basis.get(k)
                    .entries()
                    .forEach(entry -> entries.add(new SparseMatrix.Entry(
                            entry.row(), entry.column(), entry.value().multiply(factor))));
        }
        return SparseMatrix.of(target.dimension(), source.dimension(), entries);
    }

    /**
     * The coordinates of an equivariant map.
     *
     * @throws IllegalArgumentException if the map is not equivariant
     */
    public List<Scalar> coordinates(SparseMatrix map) {
        List<Scalar> coordinates = pivots.stream()
                .map(pivot -> map.get(pivot.row(), pivot.column()))
                .toList();
        if (!combination(coordinates).equals(map)) {
            throw new IllegalArgumentException("the map is not equivariant");
        }
        return coordinates;
    }
}
