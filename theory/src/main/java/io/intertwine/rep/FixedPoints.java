package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Points that an affine action does not move. A finite group has one: the mean of any orbit. */
public final class FixedPoints {
    /** The largest number of coordinates for maps that are not monomial; the work is its cube. */
    private static final int LARGEST = 300;

    private FixedPoints() {}

    /**
     * A point u with A u + c = u for the maps x -> A x + c of all generators, the origin where it is one; empty if there is none.
     *
     * @throws IllegalArgumentException if the origin moves and there are more than 300 coordinates and maps that are not monomial
     */
    public static Optional<List<Scalar>> of(Representation action) {
        int n = action.dimension();
        if (action.images().stream().allMatch(AffineMap::isLinear)) {
            return Optional.of(Collections.nCopies(n, Scalar.ZERO));
        }
        if (action.images().stream().allMatch(AffineMap::isMonomial)) {
            return ofMonomial(action);
        }
        if (n > LARGEST) {
            throw new IllegalArgumentException("expected at most " + LARGEST
                    + " coordinates of an action that shifts and is not monomial, found " + n);
        }
        return ofDense(action);
    }

    /** Solves (A - 1 | -c), all generators below each other. */
    private static Optional<List<Scalar>> ofDense(Representation action) {
        int n = action.dimension();
        List<Scalar> entries = new ArrayList<>();
        for (AffineMap map : action.images()) {
            ExactMatrix matrix = map.matrix();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    entries.add(i == j ? matrix.get(i, j).subtract(Scalar.ONE) : matrix.get(i, j));
                }
                entries.add(map.shift().get(i).negate());
            }
        }
        Echelon echelon = Echelon.of(ExactMatrix.of(n * action.images().size(), n + 1, entries));
        if (echelon.pivots().contains(n)) {
            return Optional.empty();
        }
        List<Scalar> point = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
        for (int k = 0; k < echelon.rank(); k++) {
            point.set(echelon.pivots().get(k), echelon.rows().get(k).get(n));
        }
        return Optional.of(point);
    }

    /** Coordinate j of a fixed point as a function of the first coordinate t of its orbit: factor t + constant. */
    private record Line(Scalar factor, Scalar constant) {
        private Scalar at(Scalar t) {
            return factor.multiply(t).add(constant);
        }
    }

    private static Optional<List<Scalar>> ofMonomial(Representation action) {
        Map<Integer, Line> lines = new HashMap<>();
        List<Scalar> point = new ArrayList<>(Collections.nCopies(action.dimension(), Scalar.ZERO));
        for (int base = 0; base < action.dimension(); base++) {
            if (!lines.containsKey(base)) {
                List<Integer> orbit = walk(action, base, lines);
                Optional<Scalar> t = meet(action, orbit, lines);
                if (t.isEmpty()) {
                    return Optional.empty();
                }
                orbit.forEach(j -> point.set(j, line(lines, j).at(t.get())));
            }
        }
        return Optional.of(point);
    }

    private static List<Integer> walk(Representation action, int base, Map<Integer, Line> lines) {
        lines.put(base, new Line(Scalar.ONE, Scalar.ZERO));
        List<Integer> orbit = new ArrayList<>(List.of(base));
        for (int k = 0; k < orbit.size(); k++) {
            for (AffineMap map : action.images()) {
                int image = map.permutation().apply(orbit.get(k));
                if (!lines.containsKey(image)) {
                    lines.put(image, moved(map, orbit.get(k), lines));
                    orbit.add(image);
                }
            }
        }
        return orbit;
    }

    private static Line line(Map<Integer, Line> lines, int j) {
        return Objects.requireNonNull(lines.get(j), "an orbit is walked before it is asked for");
    }

    private static Line moved(AffineMap map, int j, Map<Integer, Line> lines) {
        Line line = line(lines, j);
        Scalar scale = map.scales().get(j);
        Scalar shift = map.shift().get(map.permutation().apply(j));
        return new Line(
                scale.multiply(line.factor), scale.multiply(line.constant).add(shift));
    }

    /** A t at which all ways around the orbit agree, 0 where every t is one. */
    private static Optional<Scalar> meet(Representation action, List<Integer> orbit, Map<Integer, Line> lines) {
        Optional<Scalar> found = Optional.empty();
        for (int j : orbit) {
            for (AffineMap map : action.images()) {
                Line here = line(lines, map.permutation().apply(j));
                Line there = moved(map, j, lines);
                Scalar slope = here.factor.subtract(there.factor);
                Scalar rest = there.constant.subtract(here.constant);
                if (slope.isZero() && !rest.isZero()) {
                    return Optional.empty();
                }
                if (!slope.isZero()) {
                    Scalar t = rest.divide(slope);
                    if (found.isPresent() && !found.get().equals(t)) {
                        return Optional.empty();
                    }
                    found = Optional.of(t);
                }
            }
        }
        return found.or(() -> Optional.of(Scalar.ZERO));
    }
}
