package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Linear independence of functions, shown by points at which their values have a determinant that is not 0. */
final class Exclusion {
    private static final int BITS = 160;
    private static final int MOST_POINTS = 14;

    private final List<Scalar> points = new ArrayList<>();
    private final List<List<Enclosure>> rows = new ArrayList<>();
    private final int size;

    private Exclusion(int size) {
        this.size = size;
    }

    /**
     * Excludes the map (a, c) for all b, slope and constant: points at which s(a x + c), s(x), 1 (and x) have a determinant that is
     * not 0, in words; empty if none were found.
     */
    static Optional<String> of(Expression s, Expression a, Expression c, Remainder remainder, List<Scalar> points) {
        List<Expression> functions = new ArrayList<>(List.of(s.after(a, c), s, Expression.ONE));
        if (remainder == Remainder.AFFINE) {
            functions.add(Expression.X);
        }
        return independent(functions, points);
    }

    /** Points that show that the functions are linearly independent, in words; empty if none were found. */
    static Optional<String> independent(List<Expression> functions, List<Scalar> points) {
        Exclusion exclusion = new Exclusion(functions.size());
        for (Scalar x : points) {
            exclusion.add(
                    x, functions.stream().map(function -> value(function, x)).toList());
        }
        return exclusion.search(0, new ArrayList<>());
    }

    private void add(Scalar x, List<Enclosure> row) {
        if (points.size() < MOST_POINTS && row.stream().allMatch(Enclosure::isBounded)) {
            points.add(x);
            rows.add(row);
        }
    }

    private Optional<String> search(int from, List<Integer> chosen) {
        if (chosen.size() == size) {
            return test(chosen);
        }
        for (int next = from; next < points.size(); next++) {
            chosen.add(next);
            Optional<String> found = search(next + 1, chosen);
            if (found.isPresent()) {
                return found;
            }
            chosen.remove(chosen.size() - 1);
        }
        return Optional.empty();
    }

    private Optional<String> test(List<Integer> chosen) {
        Enclosure determinant = determinant(chosen.stream().map(rows::get).toList());
        if (!determinant.excludesZero()) {
            return Optional.empty();
        }
        List<String> places = chosen.stream().map(i -> points.get(i).toString()).toList();
        return Optional.of("the values at x = " + String.join(", ", places) + " have the determinant "
                + (determinant.isPoint() ? Scalar.of(determinant.lower()) : "in " + determinant));
    }

    /** By expansion along the first column. */
    private static Enclosure determinant(List<List<Enclosure>> matrix) {
        int n = matrix.size();
        if (n == 1) {
            return matrix.get(0).get(0);
        }
        Enclosure sum = Enclosure.from(BigFraction.ZERO, BITS);
        for (int i = 0; i < n; i++) {
            List<List<Enclosure>> minor = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    minor.add(matrix.get(j).subList(1, n));
                }
            }
            Enclosure term = matrix.get(i).get(0).multiply(determinant(minor));
            sum = i % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }

    private static Enclosure value(Expression s, Scalar x) {
        return s.exact(x).map(Exclusion::enclose).orElseGet(() -> s.enclose(enclose(x)));
    }

    private static Enclosure enclose(Scalar value) {
        RationalInterval bounds = value.bounds(BITS + 2);
        return Enclosure.fromBounds(bounds.lower(), bounds.upper(), BITS);
    }
}
