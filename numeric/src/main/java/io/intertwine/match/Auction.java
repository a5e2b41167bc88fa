package io.intertwine.match;

import java.util.Arrays;

/**
 * Column prices for an assignment by auction (D. P. Bertsekas, 1979, with scaling of the increment): free rows bid for the column that is
 * cheapest for them, and raise its price by what they gain over the second, and by an increment. The increment falls from a fraction of the
 * range of costs to one that is small against the gaps between assignments. What comes out need not be optimal; it is where shortest
 * augmenting paths start.
 *
 * <p>Prices only rise while rows bid, so a row remembers its cheapest columns of the last time when it looked at all, and looks at all again
 * only when one that is not among them could have become cheaper.
 */
final class Auction {
    private static final int FREE = -1;
    private static final int REMEMBERED = 24;

    /** The increment's first value, over the range of costs; then it is divided by the second number until it is below the third. */
    private static final double FIRST = 0.2;

    private static final double FACTOR = 6;
    private static final double LAST = 1e-3;

    private final int n;
    private final double[] c;
    private final double[] prices;
    private final int[] columnOf;
    private final int[] rowOf;
    private final int[] remembered;
    private final double[] rest;
    private final double[] scratch = new double[REMEMBERED + 1];

    private Auction(int n, double[] c) {
        this.n = n;
        this.c = c;
        prices = new double[n];
        columnOf = new int[n];
        rowOf = new int[n];
        remembered = new int[n * REMEMBERED];
        rest = new double[n];
    }

    /** Column prices v, as {@link AugmentingPaths} takes them: the cost of column j to row i is c_ij - v_j. */
    static double[] prices(int n, double[] c) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double cost : c) {
            low = Math.min(low, cost);
            high = Math.max(high, cost);
        }
        Auction auction = new Auction(n, c);
        double range = high - low;
        for (double increment = FIRST * range; range > 0 && increment > LAST * range / n; increment /= FACTOR) {
            auction.run(increment);
        }
        double[] v = new double[n];
        Arrays.setAll(v, j -> 0 - auction.prices[j]);
        return v;
    }

    private void run(double increment) {
        Arrays.fill(columnOf, FREE);
        Arrays.fill(rowOf, FREE);
        int[] queue = new int[n];
        for (int i = 0; i < n; i++) {
            queue[i] = i;
            rest[i] = Double.NEGATIVE_INFINITY;
        }
        int head = 0;
        int size = n;
        while (size > 0) {
            int row = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            size--;
            int evicted = bid(row, increment);
            if (evicted != FREE) {
                int tail = head + size;
                queue[tail < n ? tail : tail - n] = evicted;
                size++;
            }
        }
    }

    /** One bid; the row that loses its column, if any. */
    private int bid(int row, double increment) {
        double smallest = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        int best = FREE;
        for (int attempt = 0; attempt < 2; attempt++) {
            smallest = Double.POSITIVE_INFINITY;
            second = Double.POSITIVE_INFINITY;
            if (rest[row] > Double.NEGATIVE_INFINITY) {
                for (int k = row * REMEMBERED; k < (row + 1) * REMEMBERED; k++) {
                    int j = remembered[k];
                    double value = c[row * n + j] + prices[j];
                    if (value < second) {
                        if (value < smallest) {
                            second = smallest;
                            smallest = value;
                            best = j;
                        } else {
                            second = value;
                        }
                    }
                }
                if (second <= rest[row]) {
                    break;
                }
            }
            look(row);
        }
        prices[best] += second - smallest + increment;
        int owner = rowOf[best];
        rowOf[best] = row;
        columnOf[row] = best;
        if (owner != FREE) {
            columnOf[owner] = FREE;
        }
        return owner;
    }

    /** Remembers the cheapest columns, and the value that all others have at least. */
    private void look(int row) {
        int kept = 0;
        int from = row * REMEMBERED;
        double bound = Double.POSITIVE_INFINITY;
        int base = row * n;
        for (int j = 0; j < n; j++) {
            double value = c[base + j] + prices[j];
            if (value < bound) {
                int k = kept < REMEMBERED ? kept : REMEMBERED - 1;
                while (k > 0 && scratch[k - 1] > value) {
                    scratch[k] = scratch[k - 1];
                    remembered[from + k] = remembered[from + k - 1];
                    k--;
                }
                // the one that falls out bounds all that are not remembered from below, as does every later one that is
                // refused
                scratch[k] = value;
                remembered[from + k] = j;
                kept = Math.min(REMEMBERED, kept + 1);
                bound = kept == REMEMBERED ? scratch[REMEMBERED - 1] : bound;
            }
        }
        rest[row] = bound;
    }
}
