package io.intertwine.report;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.lift.Doubles;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.Orbits.Orbit;
import java.util.ArrayList;
import java.util.List;

/**
 * An affine map as a picture: one cell for each entry of the matrix, blue for positive and orange for negative entries, rows and
 * columns in the order of the orbits, and a column for the shift at the right if there is one. Large matrices are pooled.
 */
final class MatrixPicture {
    private static final int SIDE = 264;
    private static final int LARGEST_SIDE = 768;
    private static final int GRID_FROM = 5;

    private final int[] place;
    private final int pool;
    private final int cell;
    private final Picture picture;

    private MatrixPicture(List<Integer> order, boolean withShift) {
        int n = order.size();
        place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order.get(k)] = k;
        }
        pool = (n + LARGEST_SIDE - 1) / LARGEST_SIDE;
        int cells = (n + pool - 1) / pool;
        int extra = withShift ? 2 : 0;
        cell = Math.max(1, SIDE / (cells + extra));
        picture = new Picture((cells + extra) * cell, cells * cell);
    }

    /** The picture of a map on units with the given orbits, in the given order; {@code withShift} keeps room for a shift. */
    static Picture of(AffineMap map, Orbits orbits, List<Integer> order, boolean withShift) {
        MatrixPicture drawing = new MatrixPicture(order, withShift || !map.isLinear());
        drawing.blocks(orbits);
        drawing.entries(map);
        drawing.shift(map);
        return drawing.picture;
    }

    /** The picture of a square matrix with entries from -1 to 1, row by row. */
    static Picture of(double[] entries, Orbits orbits, List<Integer> order) {
        MatrixPicture drawing = new MatrixPicture(order, false);
        drawing.blocks(orbits);
        int n = order.size();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                drawing.entry(i, j, Math.max(-1, Math.min(1, entries[i * n + j])));
            }
        }
        return drawing.picture;
    }

    private void blocks(Orbits orbits) {
        for (Orbit orbit : orbits.orbits()) {
            List<Integer> cells = new ArrayList<>();
            orbit.units().forEach(unit -> cells.add(place[unit] / pool));
            for (int row : cells) {
                for (int column : cells) {
                    paint(row, column, Colours.BLOCK);
                }
            }
        }
    }

    private void entries(AffineMap map) {
        if (map.isMonomial()) {
            factors(map);
            return;
        }
        ExactMatrix matrix = map.matrix();
        double largest = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            largest = Math.max(largest, largest(Doubles.nearestRow(matrix, i)));
        }
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                entry(i, j, Doubles.nearest(matrix, i, j) / largest);
            }
        }
    }

    /** The factors of a monomial matrix, on a logarithmic scale. */
    private void factors(AffineMap map) {
        double[] scales = Doubles.nearest(map.scales());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double scale : scales) {
            low = Math.min(low, Math.log(Math.abs(scale)));
            high = Math.max(high, Math.log(Math.abs(scale)));
        }
        for (int j = 0; j < scales.length; j++) {
            double part = high > low ? (Math.log(Math.abs(scales[j])) - low) / (high - low) : 1;
            entry(map.permutation().apply(j), j, Math.copySign(0.1 + 0.9 * part, scales[j]));
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : largest;
    }

    private void shift(AffineMap map) {
        if (map.isLinear()) {
            return;
        }
        double[] shift = Doubles.nearest(map.shift());
        double largest = largest(shift);
        int column = picture.width() / cell - 1;
        for (int i = 0; i < shift.length; i++) {
            paint(place[i] / pool, column, Colours.BLOCK);
        }
        for (int i = 0; i < shift.length; i++) {
            if (shift[i] != 0) {
                paint(place[i] / pool, column, Colours.entry(shift[i] / largest));
            }
        }
    }

    private void entry(int row, int column, double value) {
        if (value != 0) {
            paint(place[row] / pool, place[column] / pool, Colours.entry(value));
        }
    }

    private void paint(int row, int column, int colour) {
        int gap = cell >= GRID_FROM ? 1 : 0;
        picture.fill(column * cell, row * cell, cell - gap, cell - gap, colour);
    }
}
