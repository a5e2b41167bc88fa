package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.net.ParameterDerivatives;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A random parameter near a constructed one of a family with piecewise affine activations, with the same rank of the derivatives at the
 * same inputs: a constructed parameter has zeros and coincidences that its neighbours do not have.
 */
final class NearbyParameter {
    private static final int[] BITS = {40, 80, 160};
    private static final int LARGEST_STEP = 1 << 20;

    private final long[] values;
    private final List<long[]> rows;

    private NearbyParameter(long[] values, List<long[]> rows) {
        this.values = values;
        this.rows = List.copyOf(rows);
    }

    /** The parameters modulo 2^61 - 1, none of them 0. */
    long[] values() {
        return values.clone();
    }

    /** The derivatives, as many as their rank. */
    List<long[]> rows() {
        return rows;
    }

    /** A parameter at a distance of about 2^-20, or of 2^-60 or 2^-140; empty if none of them has this rank. */
    static Optional<NearbyParameter> of(DimensionEvidence.Explicit evidence, long rank, long seed) {
        for (int bits : BITS) {
            Network near = moved(evidence.network(), bits, new SplittableRandom(seed));
            Optional<NearbyParameter> found = ParameterDerivatives.of(near)
                    .flatMap(derivatives -> of(near, derivatives, evidence.points(), rank));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<NearbyParameter> of(
            Network network, ParameterDerivatives derivatives, List<List<Scalar>> points, long rank) {
        List<long[]> rows = new ArrayList<>();
        ModularEchelon span = new ModularEchelon(derivatives.parameters());
        for (List<Scalar> point : points) {
            for (long[] row : derivatives.at(point).orElse(List.of())) {
                if (span.add(row)) {
                    rows.add(row);
                }
            }
        }
        long[] values = values(network, derivatives.parameters());
        for (long value : values) {
            if (value == 0) {
                return Optional.empty();
            }
        }
        return span.rank() == rank ? Optional.of(new NearbyParameter(values, rows)) : Optional.empty();
    }

    private static Network moved(Network network, int bits, SplittableRandom random) {
        Scalar unit = Scalar.ofDyadic(BigInteger.ONE, -bits);
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                List<Scalar> weight = new ArrayList<>();
                for (int row = 0; row < dense.outputs(); row++) {
                    weight.addAll(moved(dense.weight().row(row), unit, random));
                }
                layers.add(new Layer.Dense(
                        ExactMatrix.of(dense.outputs(), dense.inputs(), weight), moved(dense.biases(), unit, random)));
            } else {
                layers.add(layer);
            }
        }
        return new Network(layers);
    }

    private static List<Scalar> moved(List<Scalar> numbers, Scalar unit, SplittableRandom random) {
        return numbers.stream()
                .map(number -> number.add(unit.multiply(Scalar.of(random.nextInt(1, LARGEST_STEP)))))
                .toList();
    }

    private static long[] values(Network network, int parameters) {
        long[] values = new long[parameters];
        int next = 0;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                for (int row = 0; row < dense.outputs(); row++) {
                    for (int column = 0; column < dense.inputs(); column++) {
                        values[next++] = dense.weight().residue(row, column);
                    }
                    if (dense.hasBias()) {
                        values[next++] = Mersenne61.of(dense.bias(row).rational());
                    }
                }
            }
        }
        return values;
    }
}
