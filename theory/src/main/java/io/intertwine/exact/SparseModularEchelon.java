package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The span of sparse rows modulo a prime, in echelon form: rows are joined one by one, and only their entries that are not zero are kept.
 * How much work that is depends on the order of the rows; a bound on it is stated beforehand.
 */
public final class SparseModularEchelon {
    private final PrimeField field;
    private final int columns;
    private final long mostSteps;
    private final long[] rest;
    private long steps;
    private int rank;
    /** For each column the row that begins there with a 1; empty where there is none. */
    private final List<int[]> indices;

    private final List<long[]> values;

    /**
     * The zero space.
     *
     * @param columns the number of columns
     * @param mostSteps the largest number of entries that may be looked at
     */
    public SparseModularEchelon(PrimeField field, int columns, long mostSteps) {
        this.field = field;
        this.columns = columns;
        this.mostSteps = mostSteps;
        rest = new long[columns];
        indices = new ArrayList<>();
        values = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            indices.add(new int[0]);
            values.add(new long[0]);
        }
    }

    /**
     * Joins a row of residues. Returns whether the rank grew by one.
     *
     * @param places distinct columns
     * @param residues the entries in these columns
     * @throws ArithmeticException if all rows together take more steps than stated
     */
    public boolean add(int[] places, long[] residues) {
        Arrays.fill(rest, 0);
        int first = columns;
        for (int k = 0; k < places.length; k++) {
            rest[places[k]] = residues[k];
            first = Math.min(first, places[k]);
        }
        count(columns - first);
        for (int column = first; column < columns; column++) {
            if (rest[column] != 0) {
                if (indices.get(column).length == 0) {
                    keep(column);
                    rank++;
                    return true;
                }
                subtract(indices.get(column), values.get(column), rest[column]);
            }
        }
        return false;
    }

    private void subtract(int[] places, long[] residues, long factor) {
        count(places.length);
        long minus = field.negate(factor);
        for (int k = 0; k < places.length; k++) {
            rest[places[k]] = (rest[places[k]] + minus * residues[k]) % field.prime();
        }
    }

    /** Keeps what is left from a column on, so that it begins with a 1. */
    private void keep(int first) {
        long inverse = field.inverse(rest[first]);
        int size = 0;
        for (int column = first; column < columns; column++) {
            size += rest[column] == 0 ? 0 : 1;
        }
        int[] places = new int[size];
        long[] residues = new long[size];
        int next = 0;
        for (int column = first; column < columns; column++) {
            if (rest[column] != 0) {
                places[next] = column;
                residues[next++] = field.multiply(rest[column], inverse);
            }
        }
        indices.set(first, places);
        values.set(first, residues);
    }

    private void count(int more) {
        steps += more;
        if (steps > mostSteps) {
            throw new ArithmeticException("the elimination takes more than " + mostSteps + " steps");
        }
    }

    /** The dimension of the span. */
    public int rank() {
        return rank;
    }
}
