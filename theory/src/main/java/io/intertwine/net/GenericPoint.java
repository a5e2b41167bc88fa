package io.intertwine.net;

import io.intertwine.activation.Expression;
import io.intertwine.activation.GenericUnit;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.TruncatedSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random point modulo a prime of the variety on which the Taylor coefficients of a family of networks, and their derivatives with
 * respect to the parameters, are polynomials: weights, biases, base points, and at each base point for every unit the values of the
 * functions of its differential system. {@code docs/DIMENSION.md} proves that the rank of the derivatives there bounds the functional
 * dimension of the family from below.
 */
public final class GenericPoint {
    /** Rows of a layer that are drawn again because a square root does not exist, before it is given up. */
    private static final int ATTEMPTS = 10_000;

    /** Evidence with more directions than this is refused before memory is taken. */
    private static final long MOST_COORDINATES = 50_000_000;

    private final Sampling sampling;
    private final PrimeField field;
    private final List<GenericStage> stages;
    private final List<long[][]> rows = new ArrayList<>();
    private final long[][] inputs;
    private final long[][][] directions;
    /** By base point, stage, unit: the unit as it is there, and the values of its functions. */
    private final List<List<List<State>>> states = new ArrayList<>();

    /**
     * What to draw.
     *
     * @param prime p
     * @param seed the seed of all draws
     * @param bases the number of base points
     * @param lines the number of lines through each base point
     * @param order the largest order of Taylor coefficients along a line
     */
    public record Sampling(long prime, long seed, int bases, int lines, int order) {
        public Sampling {
            if (bases < 1 || lines < 1 || order < 0) {
                throw new IllegalArgumentException(
                        "expected at least one base point and one line and an order of at least 0, found " + bases
                                + ", " + lines + " and " + order);
            }
        }
    }

    /** A unit at a base point: the analytic piece that it is on, and the values of the functions of its differential system. */
    public static final class State {
        private final GenericUnit unit;
        private final long[] values;

        private State(GenericUnit unit, long[] values) {
            this.unit = unit;
            this.values = values;
        }

        /** The piece. */
        public GenericUnit unit() {
            return unit;
        }

        /** The values, by the index of the variable. */
        public long[] values() {
            return values.clone();
        }
    }

    /** A point, or why there is none. */
    public sealed interface Result {}

    /** The point. */
    public record Found(GenericPoint point) implements Result {}

    /** No generic point of this architecture is known. */
    public record Unknown(String reason) implements Result {}

    private GenericPoint(Sampling sampling, List<GenericStage> stages, int inputs) {
        long lines = (long) sampling.bases() * sampling.lines();
        int largest = stages.stream().mapToInt(GenericPoint::size).sum() + inputs;
        if (lines > MOST_COORDINATES / largest) {
            throw new IllegalArgumentException("expected at most " + MOST_COORDINATES
                    + " coordinates of directions and values of units, found " + sampling.bases()
                    + " base points with " + sampling.lines() + " lines each");
        }
        this.sampling = sampling;
        this.field = new TruncatedSeries(new PrimeField(sampling.prime()), sampling.order()).field();
        this.stages = stages;
        this.inputs = new long[sampling.bases()][inputs];
        this.directions = new long[sampling.bases()][sampling.lines()][inputs];
    }

    private static int size(GenericStage stage) {
        return stage instanceof GenericStage.Units units ? units.units().size() : 0;
    }

    /**
     * Draws a point.
     *
     * @throws ArithmeticException if p divides a denominator of an activation, or a number has no residue modulo p
     * @throws IllegalArgumentException if p is no odd prime below 2^31, or not greater than the order
     */
    public static Result draw(Architecture architecture, Sampling sampling) {
        try {
            List<GenericStage> stages = GenericStage.of(architecture, sampling.bases());
            requireOneHomomorphism(stages);
            GenericPoint point = new GenericPoint(sampling, stages, architecture.inputs());
            point.draw(new SplittableRandom(sampling.seed()));
            return new Found(point);
        } catch (GenericStage.Unprepared unprepared) {
            return new Unknown(String.valueOf(unprepared.getMessage()));
        }
    }

    /** One transcendental number and one square root: then residues are values of one homomorphism of rings. */
    private static void requireOneHomomorphism(List<GenericStage> stages) throws GenericStage.Unprepared {
        List<Expression> numbers = GenericStage.constants(stages);
        if (numbers.size() > 1) {
            throw new GenericStage.Unprepared(
                    "the numbers " + numbers + " are not known to be algebraically independent");
        }
        long roots = GenericStage.units(stages).stream()
                .flatMap(unit -> unit.conductors().stream())
                .distinct()
                .count();
        if (roots > 1) {
            throw new GenericStage.Unprepared("the activations contain irrational numbers of several fields");
        }
    }

    private void draw(SplittableRandom random) throws GenericStage.Unprepared {
        UnitValues units = new UnitValues(field, random);
        units.drawConstants(GenericStage.constants(stages));
        for (int q = 0; q < sampling.bases(); q++) {
            fill(inputs[q], random);
            for (long[] direction : directions[q]) {
                fill(direction, random);
            }
            states.add(new ArrayList<>());
        }
        List<long[]> values = new ArrayList<>(List.of(inputs));
        for (int s = 0; s < stages.size(); s++) {
            if (stages.get(s) instanceof GenericStage.Dense dense) {
                boolean active = s + 1 < stages.size() && stages.get(s + 1) instanceof GenericStage.Units;
                values = active ? units(s, dense, values, random, units) : plain(dense, values, random);
            }
        }
    }

    private void fill(long[] vector, SplittableRandom random) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = nonzero(random);
        }
    }

    private long nonzero(SplittableRandom random) {
        return random.nextLong(1, field.prime());
    }

    private List<long[]> plain(GenericStage.Dense dense, List<long[]> values, SplittableRandom random) {
        long[][] weight = new long[dense.shape().outputs()][dense.shape().rowLength()];
        List<long[]> next = new ArrayList<>();
        for (long[] row : weight) {
            fill(row, random);
        }
        rows.add(weight);
        for (long[] x : values) {
            long[] y = new long[weight.length];
            for (int j = 0; j < y.length; j++) {
                y[j] = affine(weight[j], x);
            }
            next.add(y);
        }
        return next;
    }

    private long affine(long[] row, long[] x) {
        long sum = row.length > x.length ? row[x.length] : 0;
        for (int k = 0; k < x.length; k++) {
            sum = field.add(sum, field.multiply(row[k], x[k]));
        }
        return sum;
    }

    /** Draws a dense layer and the states of the units after it. */
    private List<long[]> units(
            int stage, GenericStage.Dense dense, List<long[]> values, SplittableRandom random, UnitValues drawn)
            throws GenericStage.Unprepared {
        GenericStage.Units units = (GenericStage.Units) stages.get(stage + 1);
        if (!units.isRational() && !areIndependent(values, dense.shape().bias())) {
            throw new GenericStage.Unprepared("the arguments of the units of stage " + stage
                    + " at the base points are not independent: fewer base points, or other ones");
        }
        long[][] weight = new long[dense.shape().outputs()][];
        List<long[]> next = new ArrayList<>();
        for (int q = 0; q < sampling.bases(); q++) {
            states.get(q).add(new ArrayList<>());
            next.add(new long[weight.length]);
        }
        for (int j = 0; j < weight.length; j++) {
            weight[j] = unit(units.units().get(j), dense.shape().rowLength(), values, random, drawn);
            for (int q = 0; q < sampling.bases(); q++) {
                List<State> layer = states.get(q).get(states.get(q).size() - 1);
                next.get(q)[j] = drawn.of(layer.get(j).unit().function(), layer.get(j).values);
            }
        }
        rows.add(weight);
        return next;
    }

    /** Whether the vectors, with an entry 1 where there is a bias, are linearly independent. */
    private boolean areIndependent(List<long[]> values, boolean bias) {
        List<long[]> extended = new ArrayList<>();
        for (long[] value : values) {
            long[] row = Arrays.copyOf(value, value.length + 1);
            row[value.length] = bias ? 1 : 0;
            extended.add(row);
        }
        return field.rank(extended) == values.size();
    }

    /** Draws the row of a unit until its states exist at all base points. */
    private long[] unit(
            List<GenericUnit> pieces, int length, List<long[]> values, SplittableRandom random, UnitValues units)
            throws GenericStage.Unprepared {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long[] row = new long[length];
            fill(row, random);
            List<State> drawn = new ArrayList<>();
            for (long[] x : values) {
                GenericUnit piece = pieces.get(random.nextInt(pieces.size()));
                long[] state = new long[piece.variables().size()];
                if (units.fill(state, piece, affine(row, x))) {
                    drawn.add(new State(piece, state));
                }
            }
            if (drawn.size() == values.size()) {
                for (int q = 0; q < drawn.size(); q++) {
                    states.get(q).get(states.get(q).size() - 1).add(drawn.get(q));
                }
                return row;
            }
        }
        throw new GenericStage.Unprepared("no values of its functions were found modulo " + field.prime());
    }

    /** What was drawn. */
    public Sampling sampling() {
        return sampling;
    }

    /** F_p. */
    public PrimeField field() {
        return field;
    }

    /** The layers. */
    public List<GenericStage> stages() {
        return List.copyOf(stages);
    }

    /** The rows of a dense layer, the bias last where there is one; {@code index} counts the dense layers from 0 on. */
    public long[][] weight(int index) {
        return rows.get(index);
    }

    /** A base point. */
    public long[] input(int base) {
        return inputs[base].clone();
    }

    /** The direction of a line through a base point. */
    public long[] direction(int base, int line) {
        return directions[base][line].clone();
    }

    /** The units of an activation layer at a base point; {@code index} counts the activation layers from 0 on. */
    public List<State> states(int base, int index) {
        return List.copyOf(states.get(base).get(index));
    }
}
