package io.intertwine.exact;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Products in pure Java. The inner loop is written for the vectoriser of HotSpot's C2: three rows of each factor and of the result,
 * every row an array of its own, since loops over two variable offsets in one array are not vectorised.
 *
 * <p>It is called through a method handle that is not constant, so that C2 compiles it by itself. Inlined into the loops around it, it
 * was vectorised in some runs and not in others, which then took two to three times as long (JDK 17).
 */
final class JavaRankEngineProducts implements RankEngineProducts {
    private static final int TILE_ROWS = 48;
    private static final int LEAST_DEPTH = 6;

    private final MethodHandle kernel = kernel();

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

    private void accumulate(
            double[] left,
            int start,
            int depth,
            int height,
            double[][] panel,
            int width,
            int from,
            int to,
            double[][] tile) {
        try {
            for (int k = from; k < to; k += GROUP) {
                double[] b0 = panel[k];
                double[] b1 = panel[k + 1];
                double[] b2 = panel[k + 2];
                for (int i = 0; i < height; i += GROUP) {
                    int at = start + i * depth + k;
                    kernel.invokeExact(tile[i], tile[i + 1], tile[i + 2], b0, b1, b2, left, at, depth, width);
                }
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The product of two blocks declares no other exception", e);
        }
    }

    private static MethodHandle kernel() {
        try {
            Class<?> row = double[].class;
            MethodType type = MethodType.methodType(
                    void.class, row, row, row, row, row, row, row, int.class, int.class, int.class);
            return MethodHandles.lookup().findStatic(JavaRankEngineProducts.class, "multiply", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The product of two blocks is a method of this class", e);
        }
    }

    /** Adds the product of a 3 x 3 block of the left factor with three rows of the right one to three rows of the result; see kernel(). */
    static void multiply(
            double[] c0,
            double[] c1,
            double[] c2,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] a,
            int at,
            int depth,
            int width) {
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
            c0[j] = Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, c0[j])));
            c1[j] = Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, c1[j])));
            c2[j] = Math.fma(a22, x2, Math.fma(a21, x1, Math.fma(a20, x0, c2[j])));
        }
    }
}
