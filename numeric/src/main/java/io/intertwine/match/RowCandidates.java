package io.intertwine.match;

import io.intertwine.match.UniqueMatching.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Finds, for every row of a moved layer, all rows of the layer that are its images under the unit's group within the tolerance.
 *
 * <p>Rows are projected to a fixed random line and sorted; if |R - a W| is at most t in every entry, the projections to a vector u
 * differ by at most t |u|_1, so only a short interval has to be looked at, and most of its rows are ruled out by their first entries.
 */
final class RowCandidates {
    /** More candidates than this are no information. */
    static final int MOST = 4_000_000;

    /** Any fixed line serves; this seed names one. */
    private static final long LINE_SEED = 0x9e3779b97f4a7c15L;

    private static final double ROUNDING = Math.ulp(1.0);

    private final DenseWeights rows;
    private final double weightScale;
    private final double biasScale;
    private final double[] line;
    private final double lineNorm;
    private final double[] projections;
    private final double[] norms;
    private final List<UnitStack> units;
    private final Collection<UnitClass> classes;

    /** Units with the same activations, and the projections of their rows with every admitted sign, sorted. */
    private static final class UnitClass {
        private final UnitStack stack;
        private final boolean free;
        private final boolean signed;
        private final double centre;
        private final double period;
        private final List<Integer> members = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();

        UnitClass(UnitStack stack) {
            this.stack = stack;
            free = stack.isFree();
            signed = stack.isSigned();
            centre = stack.centre();
            period = stack.period();
        }
    }

    private record Place(double value, int unit, int sign) {}

    RowCandidates(DenseWeights rows, List<UnitStack> units) {
        this.rows = rows;
        this.units = units;
        weightScale = rows.weightScale();
        biasScale = rows.biasScale();
        SplittableRandom random = new SplittableRandom(LINE_SEED);
        line = random.doubles(rows.columns(), -1, 1).toArray();
        lineNorm = Arrays.stream(line).map(Math::abs).sum();
        projections = projections(rows);
        norms = norms(rows);
        classes = classes();
    }

    private Collection<UnitClass> classes() {
        Map<UnitStack, UnitClass> byStack = new LinkedHashMap<>();
        for (int j = 0; j < units.size(); j++) {
            UnitClass unitClass = byStack.computeIfAbsent(units.get(j), UnitClass::new);
            unitClass.members.add(j);
            double value = unitClass.free ? quotient(projections[j], norms[j]) : projections[j];
            unitClass.places.add(new Place(value, j, 1));
            if (unitClass.signed) {
                unitClass.places.add(new Place(-value, j, -1));
            }
        }
        byStack.values().forEach(unitClass -> unitClass.places.sort(Comparator.comparingDouble(Place::value)));
        return byStack.values();
    }

    private double[] projections(DenseWeights layer) {
        double[] result = new double[layer.rows()];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < line.length; j++) {
                result[i] += layer.weight(i, j) * line[j];
            }
        }
        return result;
    }

    private static double[] norms(DenseWeights layer) {
        double[] result = new double[layer.rows()];
        Arrays.setAll(result, layer::rowNorm);
        return result;
    }

    private static double quotient(double a, double b) {
        return b > 0 ? a / b : 0;
    }

    /** The moved layer, prepared for questions about its rows. */
    final class Moved {
        private final DenseWeights moved;
        private final double[] movedProjections;
        private final double[] movedNorms;

        Moved(DenseWeights moved) {
            this.moved = moved;
            movedProjections = projections(moved);
            movedNorms = norms(moved);
        }

        /** All candidates within a relative residual, or the first {@link #MOST} of them. */
        List<Edge> within(double limit) {
            List<Edge> edges = new ArrayList<>();
            for (UnitClass unitClass : classes) {
                for (int target : unitClass.members) {
                    add(unitClass, target, limit, edges);
                    if (edges.size() >= MOST) {
                        return edges;
                    }
                }
            }
            return edges;
        }

        private void add(UnitClass unitClass, int target, double limit, List<Edge> edges) {
            double divisor = unitClass.free ? movedNorms[target] : 1;
            double value = unitClass.free ? quotient(movedProjections[target], divisor) : movedProjections[target];
            double slack = line.length * ROUNDING * Math.max(1, movedNorms[target] / weightScale);
            double window = divisor > 0 ? lineNorm * weightScale * (limit + slack) / divisor : Double.POSITIVE_INFINITY;
            List<Place> places = unitClass.places;
            for (int k = firstAtLeast(places, value - window);
                    k < places.size() && places.get(k).value <= value + window;
                    k++) {
                edge(unitClass, places.get(k).unit, target, places.get(k).sign, limit)
                        .ifPresent(edges::add);
            }
        }

        /** The best relative residual of a row of the moved layer, over all rows of the layer. */
        double nearest(int target) {
            double best = Double.POSITIVE_INFINITY;
            for (UnitClass unitClass : classes) {
                for (Place place : unitClass.members.contains(target) ? unitClass.places : List.<Place>of()) {
                    best = edge(unitClass, place.unit, target, place.sign, best)
                            .map(Edge::distance)
                            .orElse(best);
                }
            }
            return best;
        }

        /** The pair of a unit and a row of the moved layer, if its relative residual is at most {@code limit}. */
        private Optional<Edge> edge(UnitClass unitClass, int source, int target, int sign, double limit) {
            double ratio = norms[source] > 0 && movedNorms[target] > 0 ? movedNorms[target] / norms[source] : 1;
            double scale = unitClass.free ? sign * ratio : sign;
            double shift = moved.bias(target) - unitClass.centre - scale * (rows.bias(source) - unitClass.centre);
            long turns = unitClass.period > 0 ? Math.round(shift / unitClass.period) : 0;
            turns = unitClass.stack.admitsTurns(sign, turns) ? turns : 0;
            double distance = Math.abs(shift - turns * unitClass.period) / biasScale;
            for (int k = 0; k < line.length && distance <= limit; k++) {
                double difference = moved.weight(target, k) - scale * rows.weight(source, k);
                distance = Math.max(distance, Math.abs(difference) / weightScale);
            }
            return distance <= limit ? Optional.of(new Edge(source, target, scale, turns, distance)) : Optional.empty();
        }
    }

    private static int firstAtLeast(List<Place> places, double value) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).value < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
