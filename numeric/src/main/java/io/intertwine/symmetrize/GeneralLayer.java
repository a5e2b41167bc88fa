package io.intertwine.symmetrize;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.Closure;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.EquivariantAffineMaps;
import io.intertwine.rep.EquivariantAffineMaps.AffineFunction;
import io.intertwine.rep.Representation;
import io.intertwine.symmetry.Reynolds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The projection of a dense layer for any actions of a finite group: the average over the listed group ({@link Reynolds}). For floats its
 * coordinates in the space of equivariant layers are rounded to multiples of a power of two, which gives floats where the basis consists
 * of small integers, as it does for actions by matrices of integers.
 */
final class GeneralLayer {
    private final Layer.Dense layer;
    private final Representation source;
    private final Representation target;
    private final Precision precision;

    GeneralLayer(Layer.Dense layer, Representation source, Representation target, Precision precision) {
        this.layer = layer;
        this.source = source;
        this.target = target;
        this.precision = precision;
    }

    ProjectedLayer projected() throws UnrepresentableException {
        List<List<AffineMap>> generators = IntStream.range(0, source.images().size())
                .mapToObj(g -> List.of(source.images().get(g), target.images().get(g)))
                .toList();
        List<List<AffineMap>> group = Closure.of(
                        new AffineTuples(List.of(source.dimension(), target.dimension())), generators)
                .elements();
        Layer.Dense mean = Reynolds.average(layer, AffineTuples.on(0, group), AffineTuples.on(1, group));
        if (mean.hasBias() && !layer.hasBias() && mean.biases().stream().allMatch(Scalar::isZero)) {
            mean = new Layer.Dense(mean.weight(), List.of());
        }
        if (mean.hasBias() != layer.hasBias()) {
            throw new IllegalArgumentException("has no bias, but its actions have shifts; give it a bias (of zeros)");
        }
        EquivariantAffineMaps space = EquivariantAffineMaps.between(source, target, layer.hasBias());
        return new ProjectedLayer(precision.holds(mean) ? mean : rounded(space, mean), space.dimension());
    }

    private Layer.Dense rounded(EquivariantAffineMaps space, Layer.Dense mean) throws UnrepresentableException {
        List<Scalar> shift =
                IntStream.range(0, mean.outputs()).mapToObj(mean::bias).toList();
        List<Scalar> exact = space.coordinates(new AffineFunction(SparseMatrix.of(mean.weight()), shift));
        double largest = exact.stream()
                .mapToDouble(x -> Math.abs(Doubles.nearest(x)))
                .max()
                .orElse(0);
        // Sums of up to four coordinates stay within the floats.
        int exponent = Math.max(precision.leastExponent(), Math.getExponent(largest) + 3 - precision.digits());
        Rounding rounding = Rounding.toMultiples(precision, exponent);
        List<Scalar> coordinates = new ArrayList<>();
        for (Scalar coordinate : exact) {
            coordinates.add(Scalar.ofBinary64(Double.doubleToRawLongBits(rounding.of(coordinate))));
        }
        AffineFunction function = space.function(coordinates);
        Layer.Dense result =
                new Layer.Dense(function.weight().toDense(), layer.hasBias() ? function.shift() : List.of());
        if (!precision.holds(result)) {
            throw new UnrepresentableException("floats cannot obey the equations of its actions");
        }
        return result;
    }
}
