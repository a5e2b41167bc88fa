package io.intertwine.symmetrize;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.EquivariantAffineMaps;
import io.intertwine.rep.FixedPoints;
import io.intertwine.rep.Representation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The projection of a dense layer where signed permutations act on both sides, perhaps with translations, as units with a reflection about
 * another centre than 0 have them.
 *
 * <p>The average of the weight has in every orbit of entries the mean of the entries, up to signs. With fixed points u and w of the two
 * actions the layer is F(x) = w + c + W (x - u), and the average of c is that of a vector on which the signed permutations alone act. So
 * b = w + c - W u, and the layer is exactly equivariant whenever W and c are invariant, rounded or not. For b to be a float, W and c are
 * rounded to multiples of a power of two for which the sums W u are floats, too.
 */
final class SignedLayer {
    /** How many grids are tried, each half as fine as the one before. */
    private static final int MOST_GRIDS = 6;

    private final Layer.Dense layer;
    private final Representation source;
    private final Representation target;
    private final Precision precision;
    private final boolean linearSource;
    private final List<Scalar> from;
    private final List<Scalar> to;
    private final InvariantMatrix weights;
    private final InvariantMatrix constants;

    SignedLayer(Layer.Dense layer, Representation source, Representation target, Precision precision) {
        this.layer = layer;
        this.source = source;
        this.target = target;
        this.precision = precision;
        linearSource = source.images().stream().allMatch(AffineMap::isLinear);
        from = fixedPoint(source);
        to = fixedPoint(target);
        weights = new InvariantMatrix(layer.weight(), source.images(), target.images());
        List<Scalar> centred = subtract(add(vector(layer), product(layer.weight())), to);
        constants = new InvariantMatrix(column(centred), trivial(), target.images());
    }

    private static List<Scalar> fixedPoint(Representation action) {
        return FixedPoints.of(action)
                .orElseThrow(() -> new IllegalArgumentException("an action on " + action.dimension()
                        + " coordinates has no fixed point: the group is infinite"));
    }

    /** The dimension of the space of equivariant layers. */
    long free() {
        if (layer.hasBias()) {
            return weights.free() + constants.free();
        }
        return isShifted()
                ? EquivariantAffineMaps.between(source, target, false).dimension()
                : weights.free();
    }

    private boolean isShifted() {
        return !linearSource || target.images().stream().anyMatch(map -> !map.isLinear());
    }

    ProjectedLayer projected() throws UnrepresentableException {
        boolean invariant = weights.isInvariant() && constants.isInvariant();
        if (invariant && (precision.holds(layer) || (isShifted() && !layer.hasBias()))) {
            return new ProjectedLayer(layer, free());
        }
        if (!layer.hasBias() && isShifted()) {
            throw new IllegalArgumentException(
                    "has no bias, but a reflection of its units or of what it reads shifts it; give it a bias (of zeros)");
        }
        if (precision == Precision.EXACT) {
            return new ProjectedLayer(withConstants(weights.mean(), entries(constants.mean())), free());
        }
        return new ProjectedLayer(isShifted() ? onGrid() : rounded(), free());
    }

    private Layer.Dense rounded() {
        Rounding rounding = Rounding.to(precision);
        return withConstants(weights.mean(rounding), entries(constants.mean(rounding)));
    }

    /** Weights and constants as multiples of powers of two, the finest for which the biases are floats. */
    private Layer.Dense onGrid() throws UnrepresentableException {
        int bits = Math.max(binaryPlaces(from), binaryPlaces(to));
        Layer.Dense near = withConstants(weights.mean(Rounding.to(Precision.BINARY64)), entries(constants.mean()));
        // Multiples of 2^e up to the size of the largest number are floats; larger ones come from roundings that add
        // up.
        int finest = Math.getExponent(largest(near)) + 1 - precision.digits();
        for (int exponent = finest; exponent < finest + MOST_GRIDS; exponent++) {
            int unit = Math.max(precision.leastExponent(), exponent);
            Rounding rounding = linearSource ? Rounding.to(precision) : Rounding.toMultiples(precision, unit + bits);
            Layer.Dense result = withConstants(
                    weights.mean(rounding), entries(constants.mean(Rounding.toMultiples(precision, unit))));
            if (precision.holds(result)) {
                return result;
            }
        }
        throw new UnrepresentableException("the biases that make it exactly equivariant are no floats");
    }

    private static double largest(Layer.Dense layer) {
        double largest = 0;
        for (int i = 0; i < layer.outputs(); i++) {
            largest = Math.max(largest, Math.abs(Doubles.nearest(layer.bias(i))));
            for (double weight : Doubles.nearestRow(layer.weight(), i)) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return largest;
    }

    /** The least k for which all numbers are multiples of 2^-k. */
    private static int binaryPlaces(List<Scalar> numbers) throws UnrepresentableException {
        int places = 0;
        for (Scalar number : numbers) {
            BigInteger denominator = number.isRational() ? number.rational().getDenominator() : BigInteger.ZERO;
            if (denominator.bitCount() != 1) {
                throw new UnrepresentableException("the centre of a reflection, " + number + ", is no float");
            }
            places = Math.max(places, denominator.bitLength() - 1);
        }
        return places;
    }

    /** The layer with this weight and b = w + c - W u. */
    private Layer.Dense withConstants(ExactMatrix weight, List<Scalar> constants) {
        return new Layer.Dense(weight, layer.hasBias() ? subtract(add(to, constants), product(weight)) : List.of());
    }

    /** W u. */
    private List<Scalar> product(ExactMatrix weight) {
        return from.stream().allMatch(Scalar::isZero)
                ? Collections.nCopies(weight.rows(), Scalar.ZERO)
                : weight.multiply(from);
    }

    private static List<Scalar> vector(Layer.Dense layer) {
        return IntStream.range(0, layer.outputs()).mapToObj(layer::bias).toList();
    }

    private static List<Scalar> add(List<Scalar> a, List<Scalar> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> b.get(i).isZero() ? a.get(i) : a.get(i).add(b.get(i)))
                .toList();
    }

    private static List<Scalar> subtract(List<Scalar> a, List<Scalar> b) {
        return add(a, b.stream().map(Scalar::negate).toList());
    }

    private List<AffineMap> trivial() {
        return Collections.nCopies(target.images().size(), AffineMap.identity(1));
    }

    private static ExactMatrix column(List<Scalar> entries) {
        return ExactMatrix.of(entries.size(), 1, entries);
    }

    private static List<Scalar> entries(ExactMatrix column) {
        List<Scalar> entries = new ArrayList<>();
        for (int i = 0; i < column.rows(); i++) {
            entries.add(column.get(i, 0));
        }
        return entries;
    }
}
