package io.intertwine.measure;

import io.intertwine.match.FloatingMap;
import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;

/** Collects the residuals of one map of one latent space, for some inputs at a time. */
final class SpaceResiduals {
    private final int layer;
    private final FloatingMap map;
    private final double[] quotients;
    private int filled;
    private int silent;
    private int notFinite;
    private double[] first = {};
    private boolean constant = true;

    /** For so many inputs, at least 1. */
    SpaceResiduals(int layer, FloatingMap map, int inputs) {
        this.layer = layer;
        this.map = map;
        quotients = new double[inputs];
    }

    /** Adds the values at some inputs and at their images, one in each row. */
    void add(DoubleMatrix plain, DoubleMatrix moved) {
        first = filled == 0 ? plain.row(0) : first;
        constant = constant && isConstant(plain) && isConstant(moved);
        double[] sizes = Norms.ofRows(plain);
        double[] differences = Norms.ofDifferences(moved, map.applyToRows(plain));
        for (int i = 0; i < sizes.length; i++) {
            notFinite += Double.isInfinite(differences[i]) || Double.isInfinite(sizes[i]) ? 1 : 0;
            silent += sizes[i] == 0 ? 1 : 0;
            quotients[filled++] = Norms.quotient(differences[i], sizes[i]);
        }
    }

    /** Whether all values are that at the first input. */
    private boolean isConstant(DoubleMatrix values) {
        DoubleMatrix copies = DoubleMatrix.zeros(values.rows(), first.length);
        for (int i = 0; i < values.rows(); i++) {
            System.arraycopy(first, 0, copies.entries(), i * first.length, first.length);
        }
        double farthest =
                Arrays.stream(Norms.ofDifferences(values, copies)).max().orElseThrow();
        return farthest <= LatentMaps.CONSTANT * Norms.of(first) && Double.isFinite(farthest);
    }

    /** The result for all inputs. */
    LatentResidual result() {
        if (constant) {
            return new LatentResidual.Constant(layer, first.length, Norms.of(first));
        }
        return new LatentResidual.Measured(
                layer,
                first.length,
                MedianInterval.of(quotients, 0, LatentMaps.CONFIDENCE),
                Arrays.stream(quotients).max().orElseThrow(),
                silent,
                notFinite);
    }
}
