package io.intertwine.criterion;

import io.intertwine.exact.ExactMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The Kruskal rank of a matrix: the largest k such that every k rows are linearly independent (J. B. Kruskal 1977). It goes through all
 * sets of k rows, within a budget.
 *
 * @param value the rank, or a lower bound
 * @param exact whether it is the rank
 */
record KruskalRank(int value, boolean exact) {
    /** The most sets of rows that are tried. */
    static final int SETS = 20_000;

    /** The Kruskal rank of the rows of a matrix. */
    static KruskalRank ofRows(ExactMatrix matrix) {
        Search search = new Search(matrix);
        int rank = 0;
        while (rank < Math.min(matrix.rows(), matrix.columns())) {
            List<Integer> chosen = new ArrayList<>();
            if (!search.areIndependent(chosen, 0, rank + 1)) {
                return new KruskalRank(rank, !search.ended);
            }
            rank++;
        }
        return new KruskalRank(rank, true);
    }

    @Override
    public String toString() {
        return exact ? String.valueOf(value) : "at least " + value;
    }

    private static final class Search {
        private final ExactMatrix matrix;
        private int tried;
        private boolean ended;

        Search(ExactMatrix matrix) {
            this.matrix = matrix;
        }

        /** Whether every set of {@code size} rows that extends the chosen ones by rows from {@code from} on is independent. */
        private boolean areIndependent(List<Integer> chosen, int from, int size) {
            if (chosen.size() == size) {
                tried++;
                List<Integer> rows = List.copyOf(chosen);
                OptionalInt rank = tried > SETS
                        ? OptionalInt.empty()
                        : Ranks.of(ExactMatrix.build(size, matrix.columns(), (i, j) -> matrix.get(rows.get(i), j)));
                ended |= rank.isEmpty();
                return rank.isPresent() && rank.getAsInt() == size;
            }
            for (int row = from; row <= matrix.rows() - (size - chosen.size()); row++) {
                chosen.add(row);
                boolean independent = areIndependent(chosen, row + 1, size);
                chosen.remove(chosen.size() - 1);
                if (!independent) {
                    return false;
                }
            }
            return true;
        }
    }
}
