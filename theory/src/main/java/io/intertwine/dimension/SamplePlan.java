package io.intertwine.dimension;

import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.GenericStage;
import io.intertwine.net.LayerShape;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Which Taylor coefficients are taken: how many base points, lines through each, and up to which order. Along lines through one point the
 * coefficients of t^n are the values of a form of degree n in the direction, so no more than C(n_0 - 1 + n, n) lines are of use for it.
 *
 * @param inputs n_0
 * @param outputs the outputs that count
 * @param bases the number of base points
 * @param lines the number of lines through each
 * @param order the largest order
 */
record SamplePlan(int inputs, int outputs, int bases, int lines, int order) {
    private static final int LEAST_ORDER = 4;

    /** Values at points, enough for a rank, with a few to spare; for rational activations, where base points are free. */
    static SamplePlan ofValues(Architecture architecture, int outputs, long rank) {
        long points = rank / outputs + rank / (20L * outputs) + 3;
        return ofPoints(architecture, outputs, Math.max(points, 2L * architecture.inputs()));
    }

    /** Values at a number of points. Where it is at least the dimension of a space of maps, generic points tell its elements apart. */
    static SamplePlan ofPoints(Architecture architecture, int outputs, long points) {
        return new SamplePlan(architecture.inputs(), outputs, Math.toIntExact(points), 1, 0);
    }

    /**
     * Enough coefficients for a rank, and a tenth more, along so many lines that they span the input space: the weights of the first layer
     * are seen on this span only.
     *
     * @param bases the number of base points
     * @param leastOrder the order that is at least taken
     * @param factor how many times as many coefficients
     */
    static SamplePlan ofSeries(
            Architecture architecture, int outputs, long rank, int bases, int leastOrder, int factor) {
        long wanted = factor * (rank + rank / 10 + 2);
        int order = leastOrder;
        while (capacity(architecture.inputs(), outputs, bases, Integer.MAX_VALUE, order) < wanted) {
            order++;
        }
        int lines = (architecture.inputs() + bases - 1) / bases;
        while (capacity(architecture.inputs(), outputs, bases, lines, order) < wanted) {
            lines++;
        }
        return new SamplePlan(architecture.inputs(), outputs, bases, lines, order);
    }

    /** The order to begin with: deep networks need some to be seen at all. */
    static int firstOrder(Architecture architecture) {
        return Math.max(LEAST_ORDER, architecture.densePlaces().size() + 1);
    }

    private static long capacity(int inputs, int outputs, int bases, int lines, int order) {
        long sum = 0;
        for (int n = 0; n <= order; n++) {
            sum += useful(inputs, n, lines);
        }
        return sum * outputs * bases;
    }

    /** How many lines are of use for order n: at most C(inputs - 1 + n, n). */
    private static long useful(int inputs, int n, int lines) {
        long count = 1;
        for (int k = 1; k <= n && count < lines; k++) {
            count = count * (inputs - 1 + k) / k;
        }
        return Math.min(count, lines);
    }

    /** The number of rows that are taken. */
    long rows() {
        return capacity(inputs, outputs, bases, lines, order);
    }

    /** The largest number of base points at which the arguments of all units that need it can be independent, but at most 8. */
    static int mostBases(Architecture architecture) {
        int most = 8;
        for (LayerShape layer : architecture.layers()) {
            if (layer instanceof LayerShape.Dense dense) {
                most = Math.min(most, dense.rowLength());
            }
        }
        return most;
    }

    GenericPoint.Sampling sampling(long prime, long seed) {
        return new GenericPoint.Sampling(prime, seed, bases, lines, order);
    }

    /** For every line and order the first of the rows that are taken, or -1. */
    int[][] places() {
        int[][] places = new int[bases * lines][order + 1];
        int next = 0;
        for (int line = 0; line < places.length; line++) {
            Arrays.fill(places[line], -1);
            for (int n = 0; n <= order; n++) {
                if (line % lines < useful(inputs, n, lines)) {
                    places[line][n] = next;
                    next += outputs;
                }
            }
        }
        return places;
    }

    /** The number, in {@link io.intertwine.net.GenericJacobian}, of every row that is taken, in order. */
    int[] numbers() {
        int[] numbers = new int[Math.toIntExact(rows())];
        int[][] places = places();
        for (int line = 0; line < places.length; line++) {
            for (int n = 0; n <= order; n++) {
                for (int o = 0; o < outputs && places[line][n] >= 0; o++) {
                    numbers[places[line][n] + o] = (line * (order + 1) + n) * outputs + o;
                }
            }
        }
        return numbers;
    }

    /** Whether all activations are rational functions on the whole line, also where shifts count. */
    static boolean isRational(Architecture architecture) {
        return all(architecture, 2, GenericStage.Units::isRational);
    }

    /** Whether all activations are analytic on the whole line. */
    static boolean isAnalytic(Architecture architecture) {
        return all(architecture, 1, stage -> stage.units().stream().allMatch(pieces -> pieces.size() == 1));
    }

    /** Whether a condition holds of all activation layers; false where they are not understood. */
    private static boolean all(Architecture architecture, int bases, Predicate<GenericStage.Units> condition) {
        try {
            return GenericStage.of(architecture, bases).stream()
                    .filter(GenericStage.Units.class::isInstance)
                    .map(GenericStage.Units.class::cast)
                    .allMatch(condition);
        } catch (GenericStage.Unprepared unknown) {
            return false;
        }
    }
}
