package io.intertwine.match;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The action on the space between two dense layers: the least-squares solution K of K W = W rho, by a QR decomposition of the transposed
 * weights. It is determined if the rows of W are independent; a pivot below the rounding error of the largest row counts as zero.
 */
final class LinearLift {
    private final DenseWeights rows;
    private final Optional<QRDecomposition> decomposition;

    LinearLift(DenseWeights rows) {
        this.rows = rows;
        double rounding = rows.weightScale() * rows.columns() * Math.ulp(1.0);
        decomposition = rows.rows() > rows.columns()
                ? Optional.empty()
                : Optional.of(new QRDecomposition(transposed(rows), rounding));
    }

    /** The map z -> K z + c with K W = (moved) W and K b + c = (moved) b, or empty if it is not determined. */
    Optional<FloatingMap> lift(DenseWeights moved) {
        return decomposition
                .filter(qr -> qr.getSolver().isNonSingular())
                .map(qr -> map(qr.getSolver().solve(transposed(moved)).transpose(), moved));
    }

    private FloatingMap map(RealMatrix action, DenseWeights moved) {
        int n = rows.rows();
        double[] bias = new double[n];
        Arrays.setAll(bias, rows::bias);
        double[] image = action.operate(bias);
        double[] shift = new double[n];
        Arrays.setAll(shift, i -> moved.bias(i) - image[i]);
        double[] rowMajor =
                Arrays.stream(action.getData()).flatMapToDouble(Arrays::stream).toArray();
        return FloatingMap.dense(rowMajor, shift);
    }

    private static RealMatrix transposed(DenseWeights layer) {
        RealMatrix result = MatrixUtils.createRealMatrix(layer.columns(), layer.rows());
        for (int i = 0; i < layer.rows(); i++) {
            for (int j = 0; j < layer.columns(); j++) {
                result.setEntry(j, i, layer.weight(i, j));
            }
        }
        return result;
    }
}
