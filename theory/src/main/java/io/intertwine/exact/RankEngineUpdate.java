package io.intertwine.exact;

import java.util.Arrays;
import java.util.List;

/** The steps of elimination that multiply matrices: they pack the factors, go through the tiles, and reduce each one while it is near. */
final class RankEngineUpdate {
    private static final int WIDTH = RankEngineProducts.WIDTH;
    private static final int GROUP = RankEngineProducts.GROUP;

    private final double[][] rows;
    private final RankEngineResidues residues;
    private final RankEngineProducts products;
    private final RankEngineWorkers workers;
    private final double[][] left;
    private double[][][] panels = {};

    RankEngineUpdate(
            double[][] rows, RankEngineResidues residues, RankEngineProducts products, RankEngineWorkers workers) {
        this.rows = rows;
        this.residues = residues;
        this.products = products;
        this.workers = workers;
        this.left = new double[residues.split() ? 2 : 1][0];
    }

    /**
     * Subtracts from a block of the matrix the product of the block at its left, from column {@code leftColumn} on, with the block
     * above it, from row {@code rightRow} on. Both have the given depth.
     */
    void subtract(int firstRow, int lastRow, int firstColumn, int lastColumn, int leftColumn, int rightRow, int depth) {
        List<double[]> right = Arrays.asList(rows).subList(rightRow, rightRow + depth);
        run(new Step(firstRow, lastRow, firstColumn, lastColumn, leftColumn, right, firstColumn, true));
    }

    /** Replaces a block A of the matrix by {@code -A right}, where {@code right} is a square matrix. */
    void replace(int firstRow, int lastRow, int column, double[][] right) {
        run(new Step(firstRow, lastRow, column, column + right.length, column, Arrays.asList(right), 0, false));
    }

    private void run(Step step) {
        int depth = step.right().size();
        if (depth == 0 || step.height() <= 0 || step.width() <= 0) {
            return;
        }
        int paddedRows = padded(step.height(), GROUP);
        int paddedDepth = padded(depth, GROUP);
        packLeft(step, paddedRows, paddedDepth);
        int count = (step.width() + WIDTH - 1) / WIDTH;
        packRight(step, count, paddedDepth);
        RankEngineProducts.Tiles tiles = products.tiles(left, paddedRows, paddedDepth, panels, count);
        int tall = products.tileRows();
        int blocks = (paddedRows + tall - 1) / tall;
        long work = (long) step.height() * step.width() * depth;
        workers.run(count * blocks, work, () -> {
            double[][] tile = new double[tall][WIDTH];
            double[][] high = residues.split() ? new double[tall][WIDTH] : new double[0][];
            return task -> computeTile(step, tiles, task / blocks, task % blocks * tall, paddedDepth, tile, high);
        });
    }

    private void computeTile(
            Step step,
            RankEngineProducts.Tiles tiles,
            int panel,
            int top,
            int depth,
            double[][] tile,
            double[][] high) {
        int height = Math.min(products.tileRows(), step.height() - top);
        int column = step.firstColumn() + panel * WIDTH;
        int width = Math.min(WIDTH, step.lastColumn() - column);
        load(step, top, height, column, width, tile);
        int paddedHeight = padded(height, GROUP);
        int paddedWidth = padded(width, 8);
        for (int from = 0; from < depth; from += residues.depth()) {
            int to = Math.min(depth, from + residues.depth());
            if (residues.split()) {
                for (int i = 0; i < height; i++) {
                    Arrays.fill(high[i], 0);
                }
                tiles.accumulate(1, top, paddedHeight, panel, paddedWidth, from, to, high);
                for (int i = 0; i < height; i++) {
                    residues.addHigh(high[i], tile[i], paddedWidth);
                }
            }
            tiles.accumulate(0, top, paddedHeight, panel, paddedWidth, from, to, tile);
            for (int i = 0; i < height; i++) {
                residues.reduce(tile[i], paddedWidth);
            }
        }
        for (int i = 0; i < height; i++) {
            System.arraycopy(tile[i], 0, rows[step.firstRow() + top + i], column, width);
        }
    }

    private void load(Step step, int top, int height, int column, int width, double[][] tile) {
        for (int i = 0; i < height; i++) {
            if (step.keep()) {
                System.arraycopy(rows[step.firstRow() + top + i], column, tile[i], 0, width);
            } else {
                Arrays.fill(tile[i], 0, width, 0);
            }
        }
    }

    /** Packs the left factor, negated, in its parts. What fills it up may be anything: zeros fill up the right one. */
    private void packLeft(Step step, int paddedRows, int paddedDepth) {
        int depth = step.right().size();
        for (int part = 0; part < left.length; part++) {
            if (left[part].length < paddedRows * paddedDepth) {
                left[part] = new double[paddedRows * paddedDepth];
            }
        }
        for (int i = 0; i < step.height(); i++) {
            packRow(rows[step.firstRow() + i], step.leftColumn(), depth, i * paddedDepth);
        }
    }

    private void packRow(double[] row, int column, int depth, int start) {
        double radix = residues.radix();
        for (int k = 0; k < depth; k++) {
            double entry = -row[column + k];
            if (residues.split()) {
                double high = residues.high(entry);
                left[1][start + k] = high;
                left[0][start + k] = entry - high * radix;
            } else {
                left[0][start + k] = entry;
            }
        }
    }

    private void packRight(Step step, int count, int paddedDepth) {
        if (panels.length < count) {
            panels = Arrays.copyOf(panels, count);
        }
        for (int panel = 0; panel < count; panel++) {
            if (panels[panel] == null || panels[panel].length < paddedDepth) {
                panels[panel] = new double[paddedDepth][WIDTH];
            }
            int column = step.rightColumn() + panel * WIDTH;
            int width = Math.min(WIDTH, step.width() - panel * WIDTH);
            for (int k = 0; k < paddedDepth; k++) {
                if (k < step.right().size()) {
                    System.arraycopy(step.right().get(k), column, panels[panel][k], 0, width);
                } else {
                    Arrays.fill(panels[panel][k], 0);
                }
            }
        }
    }

    private static int padded(int size, int multiple) {
        return (size + multiple - 1) / multiple * multiple;
    }

    /** A block of the matrix, and what it is to become: itself or zero, less the product of its left and right factor. */
    private record Step(
            int firstRow,
            int lastRow,
            int firstColumn,
            int lastColumn,
            int leftColumn,
            List<double[]> right,
            int rightColumn,
            boolean keep) {
        int height() {
            return lastRow - firstRow;
        }

        int width() {
            return lastColumn - firstColumn;
        }
    }
}
