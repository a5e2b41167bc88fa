package io.intertwine.criterion;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All sets of vectors whose sum is zero. A matrix holds the vectors as columns; a set is a solution of M x = 0 with entries 0 and 1.
 * Rows that are independent modulo 2^61 - 1 are independent, so if there are as many as vectors, only the empty set is a solution; else
 * the solutions of some rows are listed, and each is tried on all rows.
 */
final class SubsetSums {
    /** The most vectors whose sets are listed in two halves: every set of one half is stored. */
    static final int HALVED = 24;

    /** The most vectors of a system that is solved by exact elimination. */
    static final int ELIMINATED = 64;

    /** The most unknowns that a solved system may leave free. */
    static final int FREE = 12;

    /** The most sets in an answer. */
    static final int ANSWERS = 10_000;

    private static final Comparator<List<Integer>> ORDER =
            Comparator.<List<Integer>>comparingInt(List::size).thenComparing(SubsetSums::compare);

    private final Entries entries;
    private final List<List<Integer>> found = new ArrayList<>();

    /** A matrix whose entries are computed when they are asked for. */
    interface Entries {
        int rows();

        int columns();

        Scalar at(int row, int column);

        /** The residue of an entry modulo 2^61 - 1, if all entries have one. */
        long residue(int row, int column);

        /** Whether all entries have residues. */
        boolean hasResidues();
    }

    private SubsetSums(Entries entries) {
        this.entries = entries;
    }

    /** All sets of columns with sum zero: the empty one first, then by size, then in lexicographic order; empty beyond the budget. */
    static Optional<List<List<Integer>>> of(Entries entries) {
        return new SubsetSums(entries).search();
    }

    private Optional<List<List<Integer>>> search() {
        int n = entries.columns();
        List<Integer> rows = entries.hasResidues()
                ? independentRows()
                : IntStream.range(0, entries.rows()).boxed().toList();
        if (entries.hasResidues() && rows.size() == n) {
            return Optional.of(List.of(List.of()));
        }
        if (n > ELIMINATED || (long) rows.size() * n > (long) ELIMINATED * ELIMINATED) {
            return Optional.empty();
        }
        Echelon system = Echelon.of(ExactMatrix.build(rows.size(), n, (i, j) -> entries.at(rows.get(i), j)));
        boolean complete = n - system.rank() <= FREE ? assign(system) : n <= HALVED && join(system);
        if (!complete) {
            return Optional.empty();
        }
        found.sort(ORDER);
        return Optional.of(List.copyOf(found));
    }

    /** The indices of rows that are a basis of the row space modulo 2^61 - 1. */
    private List<Integer> independentRows() {
        int n = entries.columns();
        ModularBasis basis = new ModularBasis(n);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < entries.rows() && chosen.size() < n; i++) {
            int row = i;
            if (basis.add(IntStream.range(0, n)
                    .mapToLong(j -> entries.residue(row, j))
                    .toArray())) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    /** Goes through all values of the free unknowns; those of the others follow. */
    private boolean assign(Echelon system) {
        List<Integer> free = IntStream.range(0, entries.columns())
                .filter(j -> !system.pivots().contains(j))
                .boxed()
                .toList();
        for (int mask = 0; mask < 1 << free.size(); mask++) {
            List<Integer> set = new ArrayList<>(members(mask, free));
            boolean fits = true;
            for (int p = 0; p < system.rank() && fits; p++) {
                List<Scalar> row = system.rows().get(p);
                Scalar value = Scalar.ZERO;
                for (int j : members(mask, free)) {
                    value = value.subtract(row.get(j));
                }
                fits = value.isZero() || value.isOne();
                if (value.isOne()) {
                    set.add(system.pivots().get(p));
                }
            }
            if (fits && !keep(set)) {
                return false;
            }
        }
        return true;
    }

    /** Joins the sets of a first half with those of a second half whose sum is the opposite. */
    private boolean join(Echelon system) {
        int half = entries.columns() / 2;
        List<Integer> left = IntStream.range(0, half).boxed().toList();
        List<Integer> right = IntStream.range(half, entries.columns()).boxed().toList();
        Map<List<Scalar>, List<List<Integer>>> sums = new HashMap<>();
        for (int mask = 0; mask < 1 << left.size(); mask++) {
            List<Integer> set = members(mask, left);
            sums.computeIfAbsent(sum(system, set), key -> new ArrayList<>()).add(set);
        }
        for (int mask = 0; mask < 1 << right.size(); mask++) {
            List<Integer> set = members(mask, right);
            List<Scalar> opposite =
                    sum(system, set).stream().map(Scalar::negate).toList();
            for (List<Integer> other : sums.getOrDefault(opposite, List.of())) {
                List<Integer> union = new ArrayList<>(other);
                union.addAll(set);
                if (!keep(union)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Scalar> sum(Echelon system, List<Integer> set) {
        return system.rows().stream()
                .map(row -> set.stream().map(row::get).reduce(Scalar.ZERO, Scalar::add))
                .toList();
    }

    private static List<Integer> members(int mask, List<Integer> indices) {
        return IntStream.range(0, indices.size())
                .filter(i -> (mask >> i & 1) == 1)
                .mapToObj(indices::get)
                .toList();
    }

    /** Keeps a set whose sum is zero in all rows; false if there are too many. */
    private boolean keep(List<Integer> set) {
        for (int i = 0; i < entries.rows(); i++) {
            Scalar sum = Scalar.ZERO;
            for (int j : set) {
                sum = sum.add(entries.at(i, j));
            }
            if (!sum.isZero()) {
                return true;
            }
        }
        found.add(set.stream().sorted().toList());
        return found.size() <= ANSWERS;
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
