package io.intertwine.exact;

import java.util.function.Supplier;

/**
 * The engine by blocked elimination with delayed reduction, for any way to multiply matrices of integers held in doubles. It needs
 * memory of about twice the matrix.
 *
 * <p>Source: J.-G. Dumas, P. Giorgi, C. Pernet, Dense linear algebra over word-size prime fields: the FFLAS and FFPACK packages, ACM
 * Trans. Math. Softw. 35 (2008), doi:10.1145/1391989.1391992.
 */
public final class BlockRankEngine implements RankEngine {
    private static final int BLOCK_ROWS = 252;

    private final String name;
    private final int threads;
    private final Supplier<RankEngineProducts> products;

    /**
     * @param products makes what one elimination multiplies with
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public BlockRankEngine(String name, int threads, Supplier<RankEngineProducts> products) {
        if (threads < 1) {
            throw new IllegalArgumentException("Expected at least one thread, found " + threads);
        }
        this.name = name;
        this.threads = threads;
        this.products = products;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Pivots pivots(ModularMatrix matrix, int enough) {
        if (enough < 0) {
            throw new IllegalArgumentException("Expected a number of pivots, found " + enough);
        }
        try (RankEngineProducts product = products.get()) {
            RankEngineResidues residues = new RankEngineResidues(matrix.prime(), product.leastDepth());
            return eliminate(rows(matrix, residues), matrix.columns(), true, residues, product, enough);
        }
    }

    @Override
    public ModularMatrix factorise(ModularMatrix square) {
        int size = square.rows();
        if (size != square.columns()) {
            throw new IllegalArgumentException("Expected a square matrix, found " + size + " x " + square.columns());
        }
        try (RankEngineProducts product = products.get()) {
            RankEngineResidues residues = new RankEngineResidues(square.prime(), product.leastDepth());
            double[][] rows = rows(square, residues);
            eliminate(rows, size, false, residues, product, size);
            ModularMatrix result = new ModularMatrix(square.prime(), size, size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    result.data()[i * size + j] = residues.toResidue(rows[i][j]);
                }
            }
            return result;
        }
    }

    private Pivots eliminate(
            double[][] rows,
            int columns,
            boolean mayExchange,
            RankEngineResidues residues,
            RankEngineProducts product,
            int enough) {
        try (RankEngineWorkers workers = new RankEngineWorkers(threads)) {
            RankEngineUpdate update = new RankEngineUpdate(rows, residues, product, workers);
            return new RankEngineElimination(rows, columns, mayExchange, BLOCK_ROWS, residues, update).run(enough);
        }
    }

    private static double[][] rows(ModularMatrix matrix, RankEngineResidues residues) {
        int columns = matrix.columns();
        int[] data = matrix.data();
        double[][] rows = new double[matrix.rows()][columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                int entry = data[i * columns + j];
                if (entry < 0 || entry >= matrix.prime()) {
                    throw new IllegalArgumentException("Entry (" + i + ", " + j + "): expected a residue modulo "
                            + matrix.prime() + ", found " + entry);
                }
                rows[i][j] = residues.ofResidue(entry);
            }
        }
        return rows;
    }
}
