package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.SparseRows;
import io.intertwine.rep.Summands.Product;
import io.intertwine.rep.Summands.Summand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The space Hom_G(V, W) of the linear maps X with rho_W(g) X = X rho_V(g) for all g; for generators of a Lie algebra the same equation
 * holds with derivatives in place of the group's matrices. A map is a matrix of dim W rows and dim V columns. Dimensions and bases are
 * proved.
 *
 * <p>The basis is reduced: every basis map has a place where it is 1 and all others are 0. It follows the blocks of V and W as direct
 * sums, block row by block row; equal blocks are computed once.
 *
 * <p>A block of a monomial representation and another is found by orbits on pairs of coordinates (at most 2^33 pairs, at one bit each, or
 * two where there are signs), any other one by linear equations ({@link io.intertwine.exact.NullSpace}).
 */
public final class EquivariantMaps {
    private final LinearRepresentation source;
    private final LinearRepresentation target;
    private final List<Summand> sources;
    private final List<Summand> targets;
    private final Map<Pair, ProductMaps> known = new HashMap<>();
    private final long dimension;

    private record Pair(Product source, Product target) {}

    private EquivariantMaps(LinearRepresentation source, LinearRepresentation target) {
        this.source = source;
        this.target = target;
        this.sources = Summands.of(source);
        this.targets = Summands.of(target);
        this.dimension = count();
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
        return new EquivariantMaps(source, target);
    }

    /**
     * The dimension of Hom_G(V, W), proved.
     *
     * @throws IllegalArgumentException if the groups differ, or the space is beyond what can be computed
     */
    public static long dimension(LinearRepresentation source, LinearRepresentation target) {
        return between(source, target).dimension();
    }

    /** The sum over pairs of different products of their multiplicities and dimensions. */
    private long count() {
        long sum = 0;
        for (Map.Entry<Product, Long> to : multiplicities(targets).entrySet()) {
            for (Map.Entry<Product, Long> from : multiplicities(sources).entrySet()) {
                ProductMaps maps = ProductMaps.between(from.getKey(), to.getKey());
                known.put(new Pair(from.getKey(), to.getKey()), maps);
                long copies = Math.multiplyExact(from.getValue(), to.getValue());
                sum = Math.addExact(sum, Math.multiplyExact(copies, maps.dimension()));
            }
        }
        return sum;
    }

    private static Map<Product, Long> multiplicities(List<Summand> summands) {
        Map<Product, Long> multiplicities = new LinkedHashMap<>();
        summands.forEach(summand -> multiplicities.merge(summand.product(), 1L, Long::sum));
        return multiplicities;
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
        return dimension;
    }

    /** A block of V and a block of W. */
    private record Block(Summand source, Summand target, ProductMaps maps) {}

    private Stream<Block> blocks() {
        return targets.stream()
                .flatMap(to -> sources.stream().map(from -> new Block(from, to, maps(from.product(), to.product()))));
    }

    private ProductMaps maps(Product from, Product to) {
        return known.computeIfAbsent(new Pair(from, to), pair -> ProductMaps.between(from, to));
    }

    /** The basis, one map after the other, dim W x dim V each; a map is made when it is asked for. */
    public Stream<SparseMatrix> basis() {
        return blocks().flatMap(block -> block.maps.basis().map(map -> placed(map, block)));
    }

    private SparseMatrix placed(SparseMatrix map, Block block) {
        if (sources.size() == 1 && targets.size() == 1) {
            return map;
        }
        SparseRows matrix = new SparseRows(target.dimension(), source.dimension());
        for (SparseMatrix.Entry entry : map.entries()) {
            matrix.append(block.target.place(entry.row()), block.source.place(entry.column()), entry.value());
        }
        return matrix.toMatrix();
    }

    /**
     * The map with these coordinates.
     *
     * @param coordinates one for each basis map, in order
     */
    public SparseMatrix combination(List<Scalar> coordinates) {
        if (coordinates.size() != dimension) {
            throw new IllegalArgumentException(
                    "expected " + dimension + " coordinates, one for each basis map, found " + coordinates.size());
        }
        List<SparseMatrix.Entry> entries = new ArrayList<>();
        Iterator<Scalar> next = coordinates.iterator();
        basis().forEach(map -> {
            Scalar factor = next.next();
            if (!factor.isZero()) {
                map.entries()
                        .forEach(entry -> entries.add(new SparseMatrix.Entry(
                                entry.row(), entry.column(), entry.value().multiply(factor))));
            }
        });
        return SparseMatrix.of(target.dimension(), source.dimension(), entries);
    }

    /**
     * The coordinates of an equivariant map.
     *
     * @throws IllegalArgumentException if the map has the wrong shape, or is not equivariant; the message names the generator
     */
    public List<Scalar> coordinates(SparseMatrix map) {
        requireEquivariant(map);
        List<Scalar> coordinates = new ArrayList<>();
        blocks().forEach(block -> block.maps
                .pivots()
                .forEach(place ->
                        coordinates.add(map.get(block.target.place(place.row()), block.source.place(place.column())))));
        return coordinates;
    }

    /**
     * Refuses a matrix that is not an equivariant map.
     *
     * @throws IllegalArgumentException if the map has the wrong shape, or is not equivariant; the message names the generator
     */
    public void requireEquivariant(SparseMatrix map) {
        if (map.rows() != target.dimension() || map.columns() != source.dimension()) {
            throw new IllegalArgumentException("expected a " + target.dimension() + " x " + source.dimension()
                    + " matrix, found " + map.rows() + " x " + map.columns());
        }
        List<String> discrete = source.group().discrete().generators();
        for (int g = 0; g < discrete.size(); g++) {
            requireCommutes(discrete.get(g), source.generator(g), target.generator(g), map);
        }
        List<String> connected = source.group().connected().generators();
        for (int x = 0; x < connected.size(); x++) {
            requireCommutes(connected.get(x), source.derivative(x), target.derivative(x), map);
        }
    }

    private static void requireCommutes(String name, SparseMatrix a, SparseMatrix b, SparseMatrix map) {
        if (!b.multiply(map).equals(map.multiply(a))) {
            throw new IllegalArgumentException("the map is not equivariant under the generator " + name);
        }
    }
}
