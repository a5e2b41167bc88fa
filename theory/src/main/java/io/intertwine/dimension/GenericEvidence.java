package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.RankEngine;

/** The evidence for a rank at a generic point: a minor, and for large ones its factorisation. */
final class GenericEvidence {
    /** The checker eliminates minors up to this size by itself. */
    private static final int LARGEST_MINOR = 2_000;

    private GenericEvidence() {}

    static DimensionEvidence of(GenericRank.Outcome outcome, FamilyDimension.Options options) {
        if (outcome.rank() <= LARGEST_MINOR) {
            return outcome.minor();
        }
        options.progress().report("factorisation", 0, 1);
        ModularMatrix factors = RankEngine.best(options.threads()).factorise(submatrix(outcome));
        options.progress().report("factorisation", 1, 1);
        return new DimensionEvidence.Factored(outcome.minor(), factors);
    }

    private static ModularMatrix submatrix(GenericRank.Outcome outcome) {
        int[] rows = outcome.pivots().rows();
        int[] columns = outcome.pivots().columns();
        ModularMatrix result = new ModularMatrix(outcome.matrix().prime(), rows.length, rows.length);
        int[] from = outcome.matrix().data();
        int[] to = result.data();
        for (int i = 0; i < rows.length; i++) {
            int start = rows[i] * outcome.matrix().columns();
            for (int j = 0; j < columns.length; j++) {
                to[i * rows.length + j] = from[start + columns[j]];
            }
        }
        return result;
    }
}
