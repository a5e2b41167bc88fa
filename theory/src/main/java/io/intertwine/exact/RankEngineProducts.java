package io.intertwine.exact;

/**
 * Products of matrices whose entries are integers held in doubles: the one step of elimination in which engines differ. The caller
 * sees to it that no sum exceeds 2^53, so every result is exact whatever the order of the additions.
 *
 * <p>Matrices come packed. The right factor is cut into panels of {@link #WIDTH} columns; a panel has one array of that length for
 * each row. So has a tile of the result.
 */
public interface RankEngineProducts extends AutoCloseable {
    /** Columns in a panel. */
    int WIDTH = 256;

    /** Depths and heights are filled up with zeros to multiples of it. */
    int GROUP = 3;

    /** The number of rows of a tile, a multiple of {@link #GROUP}. */
    int tileRows();

    /** Below this number of products that may be added before 2^53 is reached, splitting residues is faster than reducing often. */
    int leastDepth();

    /**
     * The product of a left and a right factor, ready to be computed by tiles.
     *
     * @param left one or two left factors, each row-major with {@code depth} columns and at least {@code rows} rows
     * @param rows a multiple of {@link #GROUP}
     * @param depth a multiple of {@link #GROUP}
     * @param panels the panels of the right factor, with at least {@code depth} rows each
     * @param count how many of them there are; the array may be longer
     */
    Tiles tiles(double[][] left, int rows, int depth, double[][][] panels, int count);

    /** Frees what is not on the heap. No tiles are computed after it. */
    @Override
    void close();

    /** Computes tiles; threads may share it. It is good until the next one is made. */
    interface Tiles {
        /**
         * Adds to a tile the product of rows {@code row} to {@code row + height - 1}, columns {@code from} to {@code to - 1} of left
         * factor {@code part} with rows {@code from} to {@code to - 1} of the panel. Only the first {@code width} columns matter.
         *
         * @param height a multiple of {@link #GROUP}
         * @param width at most {@link #WIDTH}, a multiple of 8
         */
        void accumulate(int part, int row, int height, int panel, int width, int from, int to, double[][] tile);
    }
}
