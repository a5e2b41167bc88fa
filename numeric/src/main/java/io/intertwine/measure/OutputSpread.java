package io.intertwine.measure;

import io.intertwine.tensor.DoubleMatrix;

/** The size and the spread of outputs, in one pass (Welford, Technometrics 4, 1962); rows that are not finite are left out. */
final class OutputSpread {
    private final double[] mean;
    private final double[] squares;
    private double norms;
    private int count;

    OutputSpread(int outputs) {
        mean = new double[outputs];
        squares = new double[outputs];
    }

    void add(DoubleMatrix values) {
        double[] rowNorms = Norms.ofRows(values);
        for (int i = 0; i < values.rows(); i++) {
            if (Double.isFinite(rowNorms[i])) {
                count++;
                // the root of the sum of squares, which does not overflow before its value does
                norms = Math.hypot(norms, rowNorms[i]);
                add(values, i);
            }
        }
    }

    private void add(DoubleMatrix values, int row) {
        for (int j = 0; j < mean.length; j++) {
            double before = values.get(row, j) - mean[j];
            mean[j] += before / count;
            squares[j] += before * (values.get(row, j) - mean[j]);
        }
    }

    /** The root mean square of the Euclidean norms; 0 if there are none. */
    double scale() {
        return count == 0 ? 0 : norms / Math.sqrt(count);
    }

    /** The root mean square distance from the mean; 0 if there are no outputs. */
    double spread() {
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }
}
