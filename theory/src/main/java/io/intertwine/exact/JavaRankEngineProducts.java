package io.intertwine.exact;

/**
 * Products in pure Java. The inner loop is written for the vectoriser of HotSpot's C2: every row is an array of its own, so that no
 * address is a sum of two variables, and the body is small. With three rows of the result it would be a fifth faster, but then it is
 * vectorised in some runs and not in others.
 */
final class JavaRankEngineProducts implements RankEngineProducts {
    /** The block of the left factor that stays in registers; both divide {@link RankEngineProducts#GROUP}. */
    private static final int ROWS = 2;

    private static final int COLUMNS = 3;

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
    public Tiles tiles(double[][] left, int rows, int depth, double[][][] panels, int count) {
        return (part, row, height, panel, width, from, to, tile) ->
                accumulate(left[part], row * depth, depth, height, panels[panel], width, from, to, tile);
    }

    @Override
    public void close() {
        // everything is on the heap
    }

    private static void accumulate(
            double[] left,
            int start,
            int depth,
            int height,
            double[][] panel,
            int width,
            int from,
            int to,
            double[][] tile) {
        for (int k = from; k < to; k += COLUMNS) {
            for (int i = 0; i < height; i += ROWS) {
                int at = start + i * depth + k;
                multiply(tile[i], tile[i + 1], panel[k], panel[k + 1], panel[k + 2], left, at, at + depth, width);
            }
        }
    }

    /** Adds the product of a 2 x 3 block of the left factor with three rows of the right factor to two rows of the result. */
    private static void multiply(
            double[] c0,
            double[] c1,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] a,
            int first,
            int second,
            int width) {
        double a00 = a[first];
        double a01 = a[first + 1];
        double a02 = a[first + 2];
        double a10 = a[second];
        double a11 = a[second + 1];
        double a12 = a[second + 2];
        for (int j = 0; j < width; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            c0[j] = Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, c0[j])));
            c1[j] = Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, c1[j])));
        }
    }
}
