package io.intertwine.exact;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sparse equations modulo one prime: which of them are independent, and the reduced basis of the solutions. The equations enter the
 * elimination in parts, a few more at a time than could be missing, of those that a random solution of the ones before does not satisfy;
 * so no matrix has many more rows than columns.
 */
final class ModularKernel {
    private static final long SEED = 20260127;
    /** So many equations more than could be missing enter at once. */
    private static final int SPARE = 16;

    private final SparseEquations equations;
    private final PrimeField field;
    private final long[] residues;
    private final RankEngine engine;
    private int[] rows = {};
    private int[] pivots = {};
    private int[] free;
    /** The pivot submatrix, factorised. */
    private ModularMatrix factors;

    private ModularKernel(SparseEquations equations, PrimeField field, long[] residues, RankEngine engine) {
        this.engine = engine;
        this.equations = equations;
        this.field = field;
        this.residues = residues;
        this.free = others(equations.unknowns(), pivots);
        this.factors = new ModularMatrix(field.prime(), 0, 0);
    }

    /** All equations modulo a prime, with the residues of their coefficients. */
    static ModularKernel of(SparseEquations equations, PrimeField field, long[] residues) {
        return of(equations, field, residues, RankEngine.pure(1));
    }

    /**
     * With an engine that is not trusted: that the pivot submatrix is invertible is tested by a random vector, and a singular one passes
     * with probability 1 / p.
     *
     * @throws IllegalStateException if the engine's pivots or its factorisation are wrong
     */
    static ModularKernel of(SparseEquations equations, PrimeField field, long[] residues, RankEngine engine) {
        ModularKernel kernel = new ModularKernel(equations, field, residues, engine);
        SplittableRandom random = new SplittableRandom(SEED);
        boolean grows = true;
        while (grows) {
            grows = kernel.grow(random);
            kernel.requireInvertible(random);
        }
        return kernel;
    }

    /**
     * The same equations and pivots as another kernel's, with other residues.
     *
     * @throws ArithmeticException if a leading minor of the pivots is zero
     */
    static ModularKernel like(ModularKernel other, PrimeField field, long[] residues) {
        ModularKernel kernel = new ModularKernel(other.equations, field, residues, other.engine);
        kernel.setPivots(other.rows, other.pivots);
        return kernel;
    }

    /** The unknowns that solutions choose freely, ascending; as many as there are basis solutions. */
    int[] free() {
        return free;
    }

    /** The other unknowns, in the order of elimination. */
    int[] pivots() {
        return pivots;
    }

    private static int[] others(int count, int[] chosen) {
        boolean[] isChosen = new boolean[count];
        for (int each : chosen) {
            isChosen[each] = true;
        }
        int[] others = new int[count - chosen.length];
        int next = 0;
        for (int i = 0; i < count; i++) {
            if (!isChosen[i]) {
                others[next++] = i;
            }
        }
        return others;
    }

    /** Adds equations that a random solution does not satisfy; returns whether there were any. */
    private boolean grow(SplittableRandom random) {
        int[] broken = broken(randomSolution(random));
        if (broken.length == 0) {
            return false;
        }
        int most = Math.min(broken.length, equations.unknowns() - rows.length + SPARE);
        int[] candidates = Arrays.copyOf(rows, rows.length + most);
        for (int k = 0; k < most; k++) {
            // Evenly spread, because neighbouring equations come from one generator and are more dependent.
            candidates[rows.length + k] = broken[(int) ((long) k * broken.length / most)];
        }
        ModularMatrix matrix = new ModularMatrix(field.prime(), candidates.length, equations.unknowns());
        for (int i = 0; i < candidates.length; i++) {
            for (int t = equations.start(candidates[i]); t < equations.start(candidates[i] + 1); t++) {
                matrix.set(i, equations.unknown(t), residues[equations.number(t)]);
            }
        }
        RankEngine.Pivots found = engine.pivots(matrix, equations.unknowns());
        int[] places = found.rows();
        setPivots(Arrays.stream(places).map(i -> candidates[i]).toArray(), found.columns());
        return true;
    }

    private int[] broken(long[] values) {
        int[] broken = new int[equations.equations()];
        int count = 0;
        for (int k = 0; k < broken.length; k++) {
            if (image(k, values) != 0) {
                broken[count++] = k;
            }
        }
        return Arrays.copyOf(broken, count);
    }

    private long[] randomSolution(SplittableRandom random) {
        long[] values = new long[equations.unknowns()];
        for (int each : free) {
            values[each] = random.nextLong(field.prime());
        }
        complete(values);
        return values;
    }

    private void setPivots(int[] newRows, int[] newPivots) {
        rows = newRows;
        pivots = newPivots;
        free = others(equations.unknowns(), pivots);
        int[] place = new int[equations.unknowns()];
        Arrays.fill(place, -1);
        for (int k = 0; k < pivots.length; k++) {
            place[pivots[k]] = k;
        }
        ModularMatrix square = new ModularMatrix(field.prime(), rows.length, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int t = equations.start(rows[i]); t < equations.start(rows[i] + 1); t++) {
                int column = place[equations.unknown(t)];
                if (column >= 0) {
                    square.set(i, column, residues[equations.number(t)]);
                }
            }
        }
        factors = engine.factorise(square);
    }

    /** The values of the pivots, in their order, in the basis solution where the k-th free unknown is 1. */
    long[] basisSolution(int k) {
        long[] values = new long[equations.unknowns()];
        values[free[k]] = 1;
        complete(values);
        return Arrays.stream(pivots).mapToLong(pivot -> values[pivot]).toArray();
    }

    /** Sets the pivots, which are zero, so that the equations hold. */
    private void complete(long[] values) {
        long[] solution = images(values);
        for (int i = 0; i < solution.length; i++) {
            solution[i] = field.negate(solution[i]);
        }
        substitute(solution);
        setAtPivots(values, solution);
    }

    /** What the pivot rows give for these values of the unknowns. */
    private long[] images(long[] values) {
        return Arrays.stream(rows).mapToLong(row -> image(row, values)).toArray();
    }

    private long image(int equation, long[] values) {
        long sum = 0;
        for (int t = equations.start(equation); t < equations.start(equation + 1); t++) {
            sum = (sum + residues[equations.number(t)] * values[equations.unknown(t)]) % field.prime();
        }
        return sum;
    }

    private void setAtPivots(long[] values, long[] solution) {
        for (int k = 0; k < pivots.length; k++) {
            values[pivots[k]] = solution[k];
        }
    }

    /** Solves the pivot equations for the images of random values, and asks for these values. */
    private void requireInvertible(SplittableRandom random) {
        long[] chosen = random.longs(rows.length, 0, field.prime()).toArray();
        long[] values = new long[equations.unknowns()];
        setAtPivots(values, chosen);
        long[] found = images(values);
        substitute(found);
        if (!Arrays.equals(chosen, found)) {
            throw new IllegalStateException("the engine " + engine.name() + " gave a wrong factorisation");
        }
    }

    /** Solves L U x = b in place. */
    private void substitute(long[] b) {
        int size = b.length;
        int[] data = factors.data();
        for (int i = 0; i < size; i++) {
            b[i] = field.subtract(b[i], product(data, i * size, b, 0, i));
        }
        for (int i = size - 1; i >= 0; i--) {
            long rest = field.subtract(b[i], product(data, i * size, b, i + 1, size));
            b[i] = field.multiply(rest, field.inverse(data[i * size + i]));
        }
    }

    private long product(int[] data, int row, long[] b, int from, int to) {
        long square = field.prime() * field.prime();
        long sum = 0;
        for (int j = from; j < to; j++) {
            // Both summands are below p^2 < 2^62.
            sum += data[row + j] * b[j] - square;
            sum += square & (sum >> 63);
        }
        return sum % field.prime();
    }
}
