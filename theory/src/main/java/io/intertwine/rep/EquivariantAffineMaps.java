package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The affine maps F(x) = W x + b with sigma(g) F(x) = F(rho(g) x) for two affine actions rho and sigma of one group: the layers that are
 * equivariant for them. They are an affine space, and have coordinates.
 *
 * <p>With fixed points u of rho and w of sigma, F(x) = w + c + W (x - u), where W is in Hom_G of the linear parts and c is fixed by the
 * linear part of sigma. So b = w + c - W u; the coordinates are those of W and then those of c. Where b has to be zero, they are the
 * free ones among the two together.
 */
public final class EquivariantAffineMaps {
    private final EquivariantMaps weights;
    private final EquivariantMaps constants;
    private final List<Scalar> from;
    private final List<Scalar> to;
    private final boolean bias;
    /** Without bias: the reduced equations of the coordinates, the last column is the right-hand side; with bias none. */
    private final Echelon equations;

    /**
     * An affine map x -> weight x + shift.
     *
     * @param weight W, a matrix of outputs x inputs
     * @param shift b, a number for every output
     */
    public record AffineFunction(SparseMatrix weight, List<Scalar> shift) {
        public AffineFunction {
            shift = List.copyOf(shift);
        }
    }

    private EquivariantAffineMaps(
            EquivariantMaps weights, EquivariantMaps constants, List<Scalar> from, List<Scalar> to, boolean bias) {
        this.weights = weights;
        this.constants = constants;
        this.from = from;
        this.to = to;
        this.bias = bias;
        this.equations = bias ? new Echelon(List.of(), List.of()) : equations();
    }

    /**
     * The equivariant affine maps.
     *
     * @param source rho
     * @param target sigma
     * @param bias whether b may be different from zero
     * @throws IllegalArgumentException if the groups differ, an action has no fixed point (that takes an infinite group), or b has to be
     *     zero and no such map exists
     */
    public static EquivariantAffineMaps between(Representation source, Representation target, boolean bias) {
        LinearRepresentation linearTarget = linearPart(target);
        return new EquivariantAffineMaps(
                EquivariantMaps.between(linearPart(source), linearTarget),
                EquivariantMaps.between(LinearRepresentation.trivial(linearTarget.group(), 1), linearTarget),
                fixedPoint(source),
                fixedPoint(target),
                bias);
    }

    private static LinearRepresentation linearPart(Representation action) {
        List<Scalar> origin = Collections.nCopies(action.dimension(), Scalar.ZERO);
        List<AffineMap> linear = action.images().stream()
                .map(map -> map.isLinear()
                        ? map
                        : map.isMonomial()
                                ? AffineMap.monomial(map.permutation(), map.scales())
                                : AffineMap.unchecked(map.matrix(), origin))
                .toList();
        return LinearRepresentation.of(new Representation(action.group(), action.dimension(), linear));
    }

    private static List<Scalar> fixedPoint(Representation action) {
        return FixedPoints.of(action)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an action on " + action.dimension() + " coordinates has no fixed point"));
    }

    /** The equations W u - c = w for the coordinates of W and c. */
    private Echelon equations() {
        int first = Math.toIntExact(weights.dimension());
        int columns = first + Math.toIntExact(constants.dimension()) + 1;
        List<Integer> rows = IntStream.range(0, to.size()).boxed().toList();
        List<List<Scalar>> byColumn = new ArrayList<>();
        weights.basis().forEach(map -> byColumn.add(multiply(map, from)));
        constants
                .basis()
                .forEach(map -> byColumn.add(
                        rows.stream().map(i -> map.get(i, 0).negate()).toList()));
        byColumn.add(to);
        Echelon echelon = Echelon.of(ExactMatrix.build(
                rows.size(), columns, (i, j) -> byColumn.get(j).get(i)));
        if (echelon.pivots().contains(columns - 1)) {
            throw new IllegalArgumentException("no equivariant map without a bias exists between these actions");
        }
        return echelon;
    }

    /** The dimension of the affine space. */
    public long dimension() {
        return weights.dimension() + constants.dimension() - equations.rank();
    }

    /** Hom_G of the linear parts: where W comes from. */
    public EquivariantMaps weights() {
        return weights;
    }

    /** The vectors fixed by the linear part of sigma, as equivariant maps from the trivial representation: where c comes from. */
    public EquivariantMaps constants() {
        return constants;
    }

    /**
     * The map with these coordinates.
     *
     * @throws IllegalArgumentException if there are not {@link #dimension} of them
     */
    public AffineFunction function(List<Scalar> coordinates) {
        if (coordinates.size() != dimension()) {
            throw new IllegalArgumentException("expected " + dimension() + " coordinates, found " + coordinates.size());
        }
        List<Scalar> all = bias ? coordinates : extended(coordinates);
        int first = Math.toIntExact(weights.dimension());
        SparseMatrix weight = weights.combination(all.subList(0, first));
        SparseMatrix constant = constants.combination(all.subList(first, all.size()));
        List<Scalar> moved = multiply(weight, from);
        List<Scalar> shift = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            shift.add(to.get(i).add(constant.get(i, 0)).subtract(moved.get(i)));
        }
        return new AffineFunction(weight, shift);
    }

    /** All coordinates from the free ones. */
    private List<Scalar> extended(List<Scalar> free) {
        int count = Math.toIntExact(weights.dimension() + constants.dimension());
        List<Scalar> all = new ArrayList<>(Collections.nCopies(count, Scalar.ZERO));
        List<Integer> places = freePlaces(count);
        for (int k = 0; k < places.size(); k++) {
            all.set(places.get(k), free.get(k));
        }
        for (int k = 0; k < equations.rank(); k++) {
            List<Scalar> row = equations.rows().get(k);
            Scalar value = row.get(count);
            for (int place : places) {
                value = row.get(place).isZero()
                        ? value
                        : value.subtract(row.get(place).multiply(all.get(place)));
            }
            all.set(equations.pivots().get(k), value);
        }
        return all;
    }

    private List<Integer> freePlaces(int count) {
        return IntStream.range(0, count)
                .filter(place -> !equations.pivots().contains(place))
                .boxed()
                .toList();
    }

    /**
     * The coordinates of an equivariant affine map.
     *
     * @throws IllegalArgumentException if the map is not equivariant, or has a shift that has to be zero
     */
    public List<Scalar> coordinates(AffineFunction function) {
        List<Scalar> moved = multiply(function.weight, from);
        List<SparseMatrix.Entry> constant = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            constant.add(new SparseMatrix.Entry(
                    i, 0, function.shift.get(i).subtract(to.get(i)).add(moved.get(i))));
            if (!bias && !function.shift.get(i).isZero()) {
                throw new IllegalArgumentException("expected no shift, found " + function.shift);
            }
        }
        List<Scalar> all = new ArrayList<>(weights.coordinates(function.weight));
        all.addAll(constants.coordinates(SparseMatrix.of(to.size(), 1, constant)));
        return bias ? all : freePlaces(all.size()).stream().map(all::get).toList();
    }

    private static List<Scalar> multiply(SparseMatrix matrix, List<Scalar> vector) {
        List<Scalar> product = new ArrayList<>(matrix.rows());
        boolean zero = vector.stream().allMatch(Scalar::isZero);
        for (int i = 0; i < matrix.rows(); i++) {
            Scalar sum = Scalar.ZERO;
            for (SparseMatrix.Entry entry : zero ? List.<SparseMatrix.Entry>of() : matrix.row(i)) {
                sum = sum.add(entry.value().multiply(vector.get(entry.column())));
            }
            product.add(sum);
        }
        return product;
    }
}
