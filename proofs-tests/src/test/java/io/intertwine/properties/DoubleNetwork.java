package io.intertwine.properties;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The networks of one architecture in doubles, with all weights and biases in one array: layer by layer, row by row, weights before
 * biases. A search for parameters with a given function, by least squares (Levenberg, Marquardt) from random starts, and a test whether
 * two parameters are related by the latent groups up to a tolerance.
 */
final class DoubleNetwork {
    private static final int STEPS = 150;
    private static final double CONVERGED = 1e-22;
    private static final double NEAR = 2e-4;

    private final List<int[]> shapes = new ArrayList<>();
    private final List<Boolean> biases = new ArrayList<>();
    private final Activation unit;
    private final int parameters;

    private DoubleNetwork(Network network) {
        int count = 0;
        Activation activation =
                ((Layer.Entrywise) network.layers().get(1)).uniform().orElseThrow();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                shapes.add(new int[] {dense.outputs(), dense.inputs()});
                biases.add(dense.hasBias());
                count += dense.outputs() * (dense.inputs() + (dense.hasBias() ? 1 : 0));
            }
        }
        unit = activation;
        parameters = count;
    }

    /** The architecture of a network of dense layers with one activation, the same everywhere, between any two. */
    static DoubleNetwork of(Network network) {
        return new DoubleNetwork(network);
    }

    int parameters() {
        return parameters;
    }

    static double[] values(Network network) {
        List<Double> result = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                for (int i = 0; i < dense.outputs(); i++) {
                    for (int j = 0; j < dense.inputs(); j++) {
                        result.add(dense.weight().get(i, j).getReal());
                    }
                }
                dense.biases().forEach(bias -> result.add(bias.getReal()));
            }
        }
        return result.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The network with these parameters, which are exact as they stand. */
    Network network(double[] theta) {
        List<Layer> layers = new ArrayList<>();
        int offset = 0;
        for (int l = 0; l < shapes.size(); l++) {
            int rows = shapes.get(l)[0];
            int columns = shapes.get(l)[1];
            int start = offset;
            ExactMatrix weight = ExactMatrix.build(rows, columns, (i, j) -> exact(theta[start + i * columns + j]));
            offset += rows * columns;
            List<Scalar> bias = new ArrayList<>();
            for (int i = 0; i < rows && biases.get(l); i++) {
                bias.add(exact(theta[offset++]));
            }
            layers.add(new Layer.Dense(weight, bias));
            if (l + 1 < shapes.size()) {
                layers.add(Layer.Entrywise.of(unit, rows));
            }
        }
        return new Network(layers);
    }

    private static Scalar exact(double value) {
        return Scalar.ofBinary64(Double.doubleToLongBits(value));
    }

    double[] evaluate(double[] theta, double[] x) {
        double[] values = x;
        int offset = 0;
        for (int l = 0; l < shapes.size(); l++) {
            int rows = shapes.get(l)[0];
            int columns = shapes.get(l)[1];
            double[] result = new double[rows];
            int bias = offset + rows * columns;
            for (int i = 0; i < rows; i++) {
                double sum = biases.get(l) ? theta[bias + i] : 0;
                for (int j = 0; j < columns; j++) {
                    sum += theta[offset + i * columns + j] * values[j];
                }
                result[i] = l + 1 < shapes.size() ? UnitTable.value(unit, sum) : sum;
            }
            values = result;
            offset = bias + (biases.get(l) ? rows : 0);
        }
        return values;
    }

    private int inputs() {
        return shapes.get(0)[1];
    }

    double[][] points(int count, double size, SplittableRandom random) {
        double[][] points = new double[count][inputs()];
        for (double[] point : points) {
            for (int j = 0; j < point.length; j++) {
                point[j] = size * (2 * random.nextDouble() - 1);
            }
        }
        return points;
    }

    /** The residuals of the outputs at points. */
    double[] residuals(double[] theta, double[][] points, double[] targets) {
        double[] result = new double[targets.length];
        int k = 0;
        for (double[] point : points) {
            for (double value : evaluate(theta, point)) {
                result[k] = value - targets[k];
                k++;
            }
        }
        return result;
    }

    /** A parameter with the function of the given one, reached from a random start; empty where the search ends elsewhere. */
    List<double[]> search(double[] theta, SplittableRandom random) {
        // Powers of high degree only see the largest points.
        double range = UnitTable.family(unit).equals("power") ? 1.2 : 4;
        double[][] points = points(4 * parameters + 20, range, random);
        double[] targets = residuals(theta, points, new double[points.length * shapes.get(shapes.size() - 1)[0]]);
        double[] start = new double[parameters];
        for (int i = 0; i < parameters; i++) {
            start[i] = random.nextInt(4) == 0 ? theta[i] : 3 * (2 * random.nextDouble() - 1);
        }
        double[] end = descend(start, points, targets);
        double size = Math.max(1, square(targets));
        if (square(residuals(end, points, targets)) > CONVERGED * size) {
            return List.of();
        }
        boolean same = agree(theta, end, points(60, 3 * range, random))
                // Kinks may lie close together: what happens between them takes many points to be seen.
                && agree(theta, end, points(4000, range, random));
        for (double value : end) {
            same &= Math.abs(value) < 100;
        }
        return same ? List.of(end) : List.of();
    }

    /** The rank of the derivatives of the outputs at points with respect to the parameters, by differences. */
    int rank(double[] theta, List<double[]> points) {
        double[][] all = points.toArray(double[][]::new);
        double[] zero = new double[all.length * shapes.get(shapes.size() - 1)[0]];
        List<double[]> rows = new ArrayList<>();
        for (int p = 0; p < parameters; p++) {
            double[] plus = theta.clone();
            plus[p] += 1e-5;
            double[] minus = theta.clone();
            minus[p] -= 1e-5;
            double[] row = residuals(plus, all, zero);
            double[] other = residuals(minus, all, zero);
            for (int k = 0; k < row.length; k++) {
                row[k] = (row[k] - other[k]) / 2e-5;
            }
            rows.add(row);
        }
        int rank = 0;
        while (!rows.isEmpty()) {
            rows.sort((a, b) -> Double.compare(dot(b, b), dot(a, a)));
            double[] pivot = rows.remove(0);
            double size = dot(pivot, pivot);
            if (size < 1e-12) {
                return rank;
            }
            rank++;
            for (double[] row : rows) {
                double factor = dot(row, pivot) / size;
                for (int k = 0; k < row.length; k++) {
                    row[k] -= factor * pivot[k];
                }
            }
        }
        return rank;
    }

    /** Whether two networks of one architecture visibly differ at some points; a quick test before the oracle is asked. */
    static boolean visiblyDiffer(Network f, Network g) {
        DoubleNetwork architecture = of(f);
        double[] left = values(f);
        double[] right = values(g);
        for (double[] x : architecture.points(6, 3, new SplittableRandom(21))) {
            double[] y = architecture.evaluate(left, x);
            double[] z = architecture.evaluate(right, x);
            for (int i = 0; i < y.length; i++) {
                if (Math.abs(y[i] - z[i]) > 1e-6 * Math.max(1, Math.abs(y[i]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean agree(double[] f, double[] g, double[][] points) {
        double[] known = residuals(f, points, new double[points.length * shapes.get(shapes.size() - 1)[0]]);
        return square(residuals(g, points, known)) < 1e-16 * Math.max(1, square(known));
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private double[] descend(double[] start, double[][] points, double[] targets) {
        double[] theta = start.clone();
        double[] r = residuals(theta, points, targets);
        double error = square(r);
        double damping = 1e-2;
        for (int step = 0; step < STEPS && error > CONVERGED * 1e-4 && damping < 1e12; step++) {
            double[][] normal = new double[parameters][parameters + 1];
            double[][] columns = new double[parameters][];
            for (int p = 0; p < parameters; p++) {
                double h = 1e-6 * Math.max(1, Math.abs(theta[p]));
                double old = theta[p];
                theta[p] = old + h;
                double[] plus = residuals(theta, points, targets);
                theta[p] = old - h;
                double[] minus = residuals(theta, points, targets);
                theta[p] = old;
                columns[p] = new double[r.length];
                for (int k = 0; k < r.length; k++) {
                    columns[p][k] = (plus[k] - minus[k]) / (2 * h);
                }
            }
            for (int p = 0; p < parameters; p++) {
                for (int q = 0; q < parameters; q++) {
                    normal[p][q] = dot(columns[p], columns[q]);
                }
                normal[p][parameters] = -dot(columns[p], r);
            }
            boolean better = false;
            while (!better && damping < 1e12) {
                double[] delta = solved(normal, damping);
                double[] candidate = theta.clone();
                for (int p = 0; p < parameters; p++) {
                    candidate[p] += delta[p];
                }
                double[] next = residuals(candidate, points, targets);
                double value = square(next);
                better = value < error;
                if (better) {
                    theta = candidate;
                    r = next;
                    error = value;
                    damping = Math.max(damping / 9, 1e-15);
                } else {
                    damping *= 5;
                }
            }
        }
        return theta;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Solves (N + damping (diag N + 1)) x = v by elimination with pivots. */
    private static double[] solved(double[][] normal, double damping) {
        int n = normal.length;
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = normal[i].clone();
            m[i][i] += damping * (m[i][i] + 1e-6);
        }
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int k = i + 1; k < n; k++) {
                pivot = Math.abs(m[k][i]) > Math.abs(m[pivot][i]) ? k : pivot;
            }
            double[] swap = m[i];
            m[i] = m[pivot];
            m[pivot] = swap;
            if (m[i][i] == 0) {
                continue;
            }
            for (int k = 0; k < n; k++) {
                double factor = k == i ? 0 : m[k][i] / m[i][i];
                for (int j = i; j <= n && factor != 0; j++) {
                    m[k][j] -= factor * m[i][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = m[i][i] == 0 ? 0 : m[i][n] / m[i][i];
        }
        return x;
    }

    /** Whether the latent groups relate two parameters, up to a small tolerance; rows of the first must not be zero. */
    boolean related(double[] f, double[] g) {
        double[][] identity = new double[inputs()][inputs() + 1];
        for (int i = 0; i < inputs(); i++) {
            identity[i][i] = 1;
        }
        return extend(f, g, 0, 0, identity);
    }

    /** g_i k_(i-1) = k_i f_i from layer l on, where k_(i-1) is given as a matrix with a last column of constants. */
    private boolean extend(double[] f, double[] g, int l, int offset, double[][] source) {
        int rows = shapes.get(l)[0];
        int columns = shapes.get(l)[1];
        double[][] left = rows(f, l, offset);
        double[][] right = new double[rows][columns + 1];
        double[][] other = rows(g, l, offset);
        for (int i = 0; i < rows; i++) {
            right[i][columns] = other[i][columns];
            for (int k = 0; k < columns; k++) {
                for (int j = 0; j <= columns; j++) {
                    right[i][j] += other[i][k] * source[k][j];
                }
            }
        }
        if (l + 1 == shapes.size()) {
            for (int i = 0; i < rows; i++) {
                if (distance(left[i], right[i], 1, 0) > NEAR) {
                    return false;
                }
            }
            return true;
        }
        int next = offset + rows * (columns + (biases.get(l) ? 1 : 0));
        return place(f, g, new Step(l, next, left, right), 0);
    }

    private double[][] rows(double[] theta, int l, int offset) {
        int rows = shapes.get(l)[0];
        int columns = shapes.get(l)[1];
        double[][] result = new double[rows][columns + 1];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(theta, offset + i * columns, result[i], 0, columns);
            result[i][columns] = biases.get(l) ? theta[offset + rows * columns + i] : 0;
        }
        return result;
    }

    /** One layer that is being matched; the arrays are filled while the search goes on. */
    private static final class Step {
        final int layer;
        final int next;
        final double[][] left;
        final double[][] right;
        final double[][] map;
        final boolean[] taken;

        Step(int layer, int next, double[][] left, double[][] right) {
            this.layer = layer;
            this.next = next;
            this.left = left;
            this.right = right;
            map = new double[left.length][left.length + 1];
            taken = new boolean[left.length];
        }
    }

    private boolean place(double[] f, double[] g, Step step, int j) {
        int n = step.left.length;
        if (j == n) {
            return extend(f, g, step.layer + 1, step.next, step.map);
        }
        for (int i = 0; i < n; i++) {
            if (step.taken[i]) {
                continue;
            }
            for (double[] candidate : candidates(step.left[j], step.right[i])) {
                if (distance(step.left[j], step.right[i], candidate[0], candidate[1]) < NEAR) {
                    step.taken[i] = true;
                    step.map[i][j] = candidate[2];
                    step.map[i][n] = candidate[3];
                    boolean fits = place(f, g, step, j + 1);
                    step.taken[i] = false;
                    step.map[i][j] = 0;
                    step.map[i][n] = 0;
                    if (fits) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The largest difference of b and a times {@code scale}, and {@code shift} in the last entry, relative to their size. */
    private static double distance(double[] a, double[] b, double scale, double shift) {
        double largest = 0;
        double size = 1;
        for (int k = 0; k < a.length; k++) {
            double expected = a[k] * scale + (k == a.length - 1 ? shift : 0);
            largest = Math.max(largest, Math.abs(b[k] - expected));
            size = Math.max(size, Math.abs(expected));
        }
        return largest / size;
    }

    /** Candidates (a, c, b, e) for right = a left + c. */
    private List<double[]> candidates(double[] left, double[] right) {
        if (UnitTable.isScaled(unit)) {
            double a = dot(left, right) / dot(left, left);
            boolean positive = UnitTable.family(unit).endsWith("relu");
            return a == 0 || (positive && a < 0)
                    ? List.of()
                    : List.of(new double[] {a, 0, UnitTable.value(unit, a), 0});
        }
        List<double[]> result = new ArrayList<>();
        for (Scalar a : UnitTable.factors(unit)) {
            Scalar c = UnitTable.family(unit).equals("relu6") && !a.isOne() ? Scalar.of(6) : Scalar.ZERO;
            UnitTable.Companion after = UnitTable.companion(unit, a, c).orElseThrow();
            result.add(new double[] {
                a.getReal(), c.getReal(), after.b().getReal(), after.e().getReal()
            });
        }
        if (List.of("sin", "cos").contains(UnitTable.family(unit))) {
            translate(left, right, result);
        }
        return result;
    }

    /** sin(a x + n pi) = (-1)^n sin(a x), and so for cos. */
    private static void translate(double[] left, double[] right, List<double[]> candidates) {
        List<double[]> moved = new ArrayList<>();
        for (double[] candidate : candidates) {
            int last = left.length - 1;
            long n = Math.round((right[last] - candidate[0] * left[last]) / Math.PI);
            moved.add(
                    new double[] {candidate[0], n * Math.PI, n % 2 == 0 ? candidate[2] : -candidate[2], candidate[3]});
        }
        candidates.addAll(moved);
    }
}
