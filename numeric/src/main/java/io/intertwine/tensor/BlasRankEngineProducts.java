package io.intertwine.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import io.intertwine.exact.RankEngineProducts;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.presets.openblas_nolapack;

/**
 * Products by dgemm of OpenBLAS. Factors and tiles are copied to memory outside of the heap, which costs little beside the product.
 * The threads are those of the engine; OpenBLAS itself works with one while an elimination runs.
 */
final class BlasRankEngineProducts implements RankEngineProducts {
    private static final int TILE_ROWS = 252;
    private static final int LEAST_DEPTH = 60;

    private final Memory[] left = {new Memory(), new Memory()};
    private final Memory right = new Memory();
    private final List<Memory> scratches = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Memory> scratch = ThreadLocal.withInitial(() -> {
        Memory memory = new Memory();
        scratches.add(memory);
        return memory;
    });

    BlasRankEngineProducts() {
        SingleThread.enter();
    }

    @Override
    public int tileRows() {
        return TILE_ROWS;
    }

    @Override
    public int leastDepth() {
        return LEAST_DEPTH;
    }

    @Override
    public Tiles tiles(double[][] parts, int rows, int depth, double[][][] panels, int count) {
        for (int part = 0; part < parts.length; part++) {
            left[part].ofSize((long) rows * depth).buffer().put(0, parts[part], 0, rows * depth);
        }
        DoubleBuffer panel = right.ofSize((long) count * depth * WIDTH).buffer();
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < depth; k++) {
                panel.put((i * depth + k) * WIDTH, panels[i][k], 0, WIDTH);
            }
        }
        return (part, row, height, index, width, from, to, tile) -> {
            DoublePointer a = left[part].at((long) row * depth + from);
            DoublePointer b = right.at(((long) index * depth + from) * WIDTH);
            accumulate(a, depth, b, height, width, to - from, tile);
        };
    }

    private void accumulate(
            DoublePointer a, int depth, DoublePointer b, int height, int width, int length, double[][] tile) {
        Memory product = scratch.get().ofSize((long) TILE_ROWS * WIDTH);
        cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                height,
                width,
                length,
                1,
                a,
                depth,
                b,
                WIDTH,
                0,
                product.at(0),
                WIDTH);
        double[] row = new double[width];
        for (int i = 0; i < height; i++) {
            product.buffer().get(i * WIDTH, row);
            add(row, tile[i]);
        }
    }

    private static void add(double[] x, double[] sum) {
        for (int j = 0; j < x.length; j++) {
            sum[j] += x[j];
        }
    }

    @Override
    public void close() {
        SingleThread.leave();
        left[0].close();
        left[1].close();
        right.close();
        scratches.forEach(Memory::close);
    }

    /** Doubles outside of the heap, as many as the largest demand so far. */
    private static final class Memory {
        private DoublePointer pointer = new DoublePointer();
        private DoubleBuffer buffer = DoubleBuffer.allocate(0);

        Memory ofSize(long size) {
            if (buffer.capacity() < size) {
                pointer.close();
                pointer = new DoublePointer(size);
                buffer = pointer.asBuffer();
            }
            return this;
        }

        DoubleBuffer buffer() {
            return buffer;
        }

        DoublePointer at(long index) {
            return pointer.getPointer(index);
        }

        void close() {
            pointer.close();
        }
    }

    /** While any elimination runs OpenBLAS has one thread, since their own threads call it at the same time. */
    private static final class SingleThread {
        private static int users;
        private static int before;

        private SingleThread() {}

        static synchronized void enter() {
            if (users == 0) {
                before = openblas_nolapack.blas_get_num_threads();
                openblas_nolapack.blas_set_num_threads(1);
            }
            users++;
        }

        static synchronized void leave() {
            users--;
            if (users == 0) {
                openblas_nolapack.blas_set_num_threads(before);
            }
        }
    }
}
