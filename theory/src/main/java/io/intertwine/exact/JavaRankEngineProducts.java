package io.intertwine.exact;

/**
 * Products in pure Java. The inner loop is written for the vectoriser of HotSpot's C2: it takes three rows of the right factor from
 * three arrays, and three rows of the result from one array at constant distances. Other shapes are not vectorised, or need more
 * loads for each product.
 */
final class JavaRankEngineProducts implements RankEngineProducts {
    private static final int TILE_ROWS = 48;
    private static final int LEAST_DEPTH = 6;

    @Override
    public int tileRows() {
        return TILE_ROWS;
    }

    @Override
    public int leastDepth() {
        return LEAST_DEPTH;
    }

    @Override
    public Tiles tiles(double[][] left, int rows, int depth, double[][][] panels) {
        return (part, row, height, panel, width, from, to, tile) ->
                accumulate(left[part], row * depth, depth, height / GROUP, panels[panel], width, from, to, tile);
    }

    private static void accumulate(
            double[] left,
            int start,
            int depth,
            int groups,
            double[][] panel,
            int width,
            int from,
            int to,
            double[][] tile) {
        for (int k = from; k < to; k += GROUP) {
            for (int group = 0; group < groups; group++) {
                int at = start + group * GROUP * depth + k;
                multiply(tile[group], panel[k], panel[k + 1], panel[k + 2], left, at, depth, width);
            }
        }
    }

    /** Adds the product of a 3 x 3 block of the left factor with three rows of the right factor to three rows of the result. */
    private static void multiply(
            double[] c, double[] b0, double[] b1, double[] b2, double[] a, int at, int depth, int width) {
        double a00 = a[at];
        double a01 = a[at + 1];
        double a02 = a[at + 2];
        double a10 = a[at + depth];
        double a11 = a[at + depth + 1];
        double a12 = a[at + depth + 2];
        double a20 = a[at + 2 * depth];
        double a21 = a[at + 2 * depth + 1];
        double a22 = a[at + 2 * depth + 2];
        for (int j = 0; j < width; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            c[j] = Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, c[j])));
            c[j + WIDTH] = Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, c[j + WIDTH])));
            c[j + 2 * WIDTH] = Math.fma(a22, x2, Math.fma(a21, x1, Math.fma(a20, x0, c[j + 2 * WIDTH])));
        }
    }
}
