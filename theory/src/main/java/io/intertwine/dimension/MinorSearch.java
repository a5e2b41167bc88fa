package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.EnclosedDerivatives;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A minor of enclosed derivatives at random inputs that is not zero: the rows are eliminated one after the other, each with the column
 * of its largest entry as pivot, and rows without an entry that is surely not small are left out.
 */
final class MinorSearch {
    /** Larger minors are refused by the checker; where one is needed none is looked for. */
    static final int LARGEST_MINOR = 400;

    private static final int[] PRECISIONS = {256, 512, 1024};

    /** The exponents of the largest inputs that go with these: where exp(exp(x)) occurs only small ones are of use. */
    private static final int[] SCALES = {1, 3, 0};

    /** Inputs that do not raise the rank, one after the other, before the search ends. */
    private static final int PATIENCE = 6;

    private final EnclosedDerivatives derivatives;
    private final int bits;
    private final BigFraction least;
    private final List<Enclosure[]> pivotRows = new ArrayList<>();
    private final List<List<Scalar>> points = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();

    private MinorSearch(Network network, int bits) {
        this.derivatives = new EnclosedDerivatives(network, bits);
        this.bits = bits;
        this.least = BigFraction.ONE_HALF.pow(bits / 2);
    }

    /**
     * The largest minor that was found.
     *
     * @param goal an upper bound: the search ends there
     */
    static LowerBound run(Network network, long goal, long seed) {
        int size = goal > LARGEST_MINOR ? 0 : (int) goal;
        LowerBound best = new LowerBound(0, new Independence.Residues(List.of()), false);
        for (int i = 0; i < PRECISIONS.length && best.rank() < size; i++) {
            RandomInputs inputs = new RandomInputs(network.inputs(), SCALES[i], seed);
            best = best.max(new MinorSearch(network, PRECISIONS[i]).search(size, inputs));
        }
        return best;
    }

    private LowerBound search(int size, RandomInputs inputs) {
        for (int idle = 0; idle < PATIENCE && rows.size() < size; idle++) {
            idle = add(inputs.next(), size) ? -1 : idle;
        }
        return new LowerBound(rows.size(), new Independence.Minor(points, rows, columns, bits), false);
    }

    private boolean add(List<Scalar> point, int size) {
        Optional<List<List<Enclosure>>> found = derivatives.at(point);
        int before = rows.size();
        for (int o = 0; found.isPresent() && o < derivatives.rows() && rows.size() < size; o++) {
            if (eliminate(found.get().get(o).toArray(Enclosure[]::new))) {
                rows.add(points.size() * derivatives.rows() + o);
            }
        }
        if (rows.size() > before) {
            points.add(point);
        }
        return rows.size() > before;
    }

    private boolean eliminate(Enclosure[] row) {
        for (int k = 0; k < pivotRows.size(); k++) {
            Enclosure[] pivotRow = pivotRows.get(k);
            int pivot = columns.get(k);
            Enclosure factor = row[pivot].divide(pivotRow[pivot]);
            for (int j = 0; j < row.length; j++) {
                if (j != pivot) {
                    row[j] = row[j].subtract(factor.multiply(pivotRow[j]));
                }
            }
            row[pivot] = Enclosure.from(BigFraction.ZERO, bits);
        }
        int best = largest(row);
        if (best < 0) {
            return false;
        }
        pivotRows.add(row);
        columns.add(best);
        return true;
    }

    /** The column whose entry is surely the largest in absolute value; -1 if none is surely large enough. */
    private int largest(Enclosure[] row) {
        int best = -1;
        BigFraction size = least;
        for (int j = 0; j < row.length; j++) {
            Enclosure entry = row[j].abs();
            if (entry.isPositive() && entry.lower().compareTo(size) > 0) {
                best = j;
                size = entry.lower();
            }
        }
        return best;
    }
}
