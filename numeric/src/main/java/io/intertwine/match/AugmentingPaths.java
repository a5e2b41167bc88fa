package io.intertwine.match;

import java.util.Arrays;

/**
 * The second half of the algorithm of Jonker and Volgenant for assignments: from column prices, rows take their cheapest columns where
 * these are free, and each row that is left finds one along a shortest augmenting path, which keeps reduced costs nonnegative.
 */
final class AugmentingPaths {
    private static final int FREE = -1;
    private static final int REDUCTIONS = 3;

    private final int n;
    private final double[] c;
    private final double[] v;
    private final int[] columnOf;
    private final int[] rowOf;
    private final double[] distance;
    private final int[] before;
    private final int[] order;
    private final int[] free;
    private int count;

    /** For costs row by row and column prices, which are changed. */
    AugmentingPaths(int n, double[] c, double[] v) {
        this.n = n;
        this.c = c;
        this.v = v;
        columnOf = new int[n];
        rowOf = new int[n];
        distance = new double[n];
        before = new int[n];
        order = new int[n];
        free = new int[n];
        Arrays.fill(columnOf, FREE);
        Arrays.fill(rowOf, FREE);
    }

    double[] columnPrices() {
        return v;
    }

    /** Rows take their cheapest columns, some by outbidding others; returns how many rows are left. */
    int reduce() {
        count = 0;
        for (int i = 0; i < n; i++) {
            int j = freeAmongEqual(i, cheapest(i));
            if (rowOf[j] == FREE) {
                take(i, j);
            } else {
                free[count] = i;
                count++;
            }
        }
        for (int pass = 0; pass < REDUCTIONS && count > 0; pass++) {
            count = reduce(free, count);
        }
        return count;
    }

    /** The column of each row in an optimal assignment, after {@link #reduce()}. */
    int[] assign() {
        for (int k = 0; k < count; k++) {
            augment(free[k]);
        }
        return columnOf;
    }

    private void take(int row, int column) {
        columnOf[row] = column;
        rowOf[column] = row;
    }

    private int cheapest(int row) {
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            double reduced = c[row * n + j] - v[j];
            if (reduced < smallest) {
                smallest = reduced;
                best = j;
            }
        }
        return best;
    }

    /** A free column that is as cheap as a given one, which is the cheapest; that one if there is none. Costs may have many ties. */
    private int freeAmongEqual(int row, int cheapest) {
        if (rowOf[cheapest] == FREE) {
            return cheapest;
        }
        double smallest = c[row * n + cheapest] - v[cheapest];
        for (int j = 0; j < n; j++) {
            if (c[row * n + j] - v[j] == smallest && rowOf[j] == FREE) {
                return j;
            }
        }
        return cheapest;
    }

    /** Augmenting row reduction: a row outbids the owner of its cheapest column by the gap to its second. Returns the rows still free. */
    private int reduce(int[] free, int count) {
        int left = 0;
        int k = 0;
        long steps = 0;
        while (k < count) {
            int row = free[k];
            k++;
            int first = 0;
            int second = FREE;
            double smallest = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                double reduced = c[row * n + j] - v[j];
                if (reduced < next) {
                    if (reduced < smallest) {
                        next = smallest;
                        second = first;
                        smallest = reduced;
                        first = j;
                    } else {
                        next = reduced;
                        second = j;
                    }
                }
            }
            int owner = rowOf[first];
            boolean gap = next - smallest > 0 && next < Double.POSITIVE_INFINITY;
            int column = first;
            if (gap) {
                v[first] -= next - smallest;
            } else if (owner != FREE && second != FREE && next == smallest) {
                int other = freeAmongEqual(row, first);
                column = rowOf[other] == FREE ? other : second;
                owner = rowOf[column];
            }
            if (owner != FREE) {
                columnOf[owner] = FREE;
                steps++;
                if (gap && steps < 4L * n) {
                    k--;
                    free[k] = owner;
                } else {
                    free[left] = owner;
                    left++;
                }
            }
            take(row, column);
        }
        return left;
    }

    /** Dijkstra from a free row to the nearest free column; prices of the columns that were passed change. */
    private void augment(int start) {
        for (int j = 0; j < n; j++) {
            distance[j] = c[start * n + j] - v[j];
            before[j] = start;
            order[j] = j;
        }
        int done = 0;
        int ready = 0;
        double length = 0;
        int end = FREE;
        while (end == FREE) {
            if (done == ready) {
                length = Double.POSITIVE_INFINITY;
                for (int k = ready; k < n; k++) {
                    int j = order[k];
                    if (distance[j] <= length) {
                        if (distance[j] < length) {
                            ready = done;
                            length = distance[j];
                        }
                        order[k] = order[ready];
                        order[ready] = j;
                        ready++;
                    }
                }
                end = freeAmong(done, ready);
            }
            if (end == FREE) {
                int through = order[done];
                done++;
                int row = rowOf[through];
                double offset = c[row * n + through] - v[through] - length;
                for (int k = ready; k < n && end == FREE; k++) {
                    int j = order[k];
                    double length2 = c[row * n + j] - v[j] - offset;
                    if (length2 < distance[j]) {
                        distance[j] = length2;
                        before[j] = row;
                        if (length2 <= length) {
                            distance[j] = length;
                            if (rowOf[j] == FREE) {
                                end = j;
                            }
                            order[k] = order[ready];
                            order[ready] = j;
                            ready++;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < done; k++) {
            int j = order[k];
            v[j] += distance[j] - length;
        }
        flip(start, end);
    }

    private int freeAmong(int from, int to) {
        for (int k = from; k < to; k++) {
            if (rowOf[order[k]] == FREE) {
                return order[k];
            }
        }
        return FREE;
    }

    private void flip(int start, int end) {
        int column = end;
        int row;
        do {
            row = before[column];
            int next = columnOf[row];
            take(row, column);
            column = next;
        } while (row != start);
    }
}
