package io.intertwine.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

/** Products of matrices of doubles: small ones in Java, so that nothing native is loaded for them, large ones by OpenBLAS if it loads. */
final class Products {
    /** From about this many products of numbers on, OpenBLAS pays for being loaded. */
    private static final long LARGE = 1L << 26;

    private Products() {}

    static DoubleMatrix multiply(DoubleMatrix a, boolean transposeA, DoubleMatrix b, boolean transposeB) {
        int rows = transposeA ? a.columns() : a.rows();
        int inner = transposeA ? a.rows() : a.columns();
        int columns = transposeB ? b.rows() : b.columns();
        DoubleMatrix product = DoubleMatrix.zeros(rows, columns);
        if ((long) rows * inner * columns >= LARGE && new BlasRankEngine().isAvailable()) {
            cblas_dgemm(
                    CblasRowMajor,
                    transposeA ? CblasTrans : CblasNoTrans,
                    transposeB ? CblasTrans : CblasNoTrans,
                    rows,
                    columns,
                    inner,
                    1,
                    a.entries(),
                    a.columns(),
                    b.entries(),
                    b.columns(),
                    0,
                    product.entries(),
                    columns);
        } else {
            inJava(transposeA ? a.transpose() : a, transposeB ? b.transpose() : b, product);
        }
        return product;
    }

    /** Row by row, the innermost loop along rows of b and of the product. */
    private static void inJava(DoubleMatrix a, DoubleMatrix b, DoubleMatrix product) {
        int columns = b.columns();
        double[] right = b.entries();
        double[] sum = product.entries();
        for (int i = 0; i < a.rows(); i++) {
            for (int k = 0; k < a.columns(); k++) {
                double factor = a.get(i, k);
                int from = k * columns;
                int to = i * columns;
                for (int j = 0; factor != 0 && j < columns; j++) {
                    sum[to + j] += factor * right[from + j];
                }
            }
        }
    }
}
