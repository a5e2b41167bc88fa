package io.intertwine.net;

import io.intertwine.activation.GenericUnit;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.TruncatedSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivatives, with respect to the parameters, of the Taylor coefficients of the outputs along lines through the base points of a
 * {@link GenericPoint}, modulo p: by the chain rule on truncated power series, as simply as it can be written. The search computes the
 * same numbers in another way.
 *
 * <p>Row {@code ((base * lines + line) * (order + 1) + n) * outputs + o} is the derivative of the coefficient of t^n of output o. Where the
 * network ends with a softmax, the outputs are the differences of the logits to the last one.
 */
public final class GenericJacobian {
    private final GenericPoint point;
    private final TruncatedSeries ring;
    private final int parameters;
    private final int outputs;
    private final boolean softmax;
    private final Map<Polynomial, TruncatedSeries.Compiled> compiled = new HashMap<>();

    /** The derivatives of an architecture at a point that was drawn for it. */
    public GenericJacobian(Architecture architecture, GenericPoint point) {
        this.point = point;
        this.ring = new TruncatedSeries(point.field(), point.sampling().order());
        this.parameters = Math.toIntExact(architecture.parameters());
        this.softmax = architecture.endsWithSoftmax();
        this.outputs = architecture.outputs() - (softmax ? 1 : 0);
    }

    /** The number of parameters. */
    public int columns() {
        return parameters;
    }

    /** The number of rows of one line, (order + 1) outputs. */
    public int rowsOfLine() {
        return ring.length() * outputs;
    }

    /** The number of rows. */
    public long rows() {
        return (long) point.sampling().bases() * point.sampling().lines() * rowsOfLine();
    }

    /** The rows of a line; {@code index} is base * lines + line. */
    public List<long[]> line(int index) {
        int base = index / point.sampling().lines();
        long[] input = point.input(base);
        long[] direction = point.direction(base, index % point.sampling().lines());
        long[][] x = new long[input.length][];
        for (int k = 0; k < x.length; k++) {
            x[k] = ring.constant(input[k]);
            if (ring.order() > 0) {
                x[k][1] = direction[k];
            }
        }
        List<long[][]> spaces = new ArrayList<>();
        List<long[][]> slopes = new ArrayList<>();
        for (int s = 0, dense = 0; s < point.stages().size(); s++) {
            spaces.add(x);
            if (point.stages().get(s) instanceof GenericStage.Dense) {
                x = affine(point.weight(dense++), x);
            } else {
                long[][] slope = new long[x.length][];
                x = activate(point.states(base, slopes.size()), x, slope);
                slopes.add(slope);
            }
        }
        return backwards(spaces, slopes, x.length);
    }

    private long[][] affine(long[][] weight, long[][] x) {
        long[][] y = new long[weight.length][];
        for (int j = 0; j < y.length; j++) {
            y[j] = ring.constant(weight[j].length > x.length ? weight[j][x.length] : 0);
            for (int k = 0; k < x.length; k++) {
                y[j] = ring.add(y[j], ring.scale(weight[j][k], x[k]));
            }
        }
        return y;
    }

    private long[][] activate(List<GenericPoint.State> states, long[][] z, long[][] slope) {
        long[][] y = new long[z.length][];
        for (int j = 0; j < z.length; j++) {
            GenericUnit unit = states.get(j).unit();
            long[][] functions = solve(unit, states.get(j).values(), z[j]);
            y[j] = ring.evaluate(compile(unit.function()), functions);
            slope[j] = ring.evaluate(compile(unit.slope()), functions);
        }
        return y;
    }

    /** The functions y_i of a unit along z(t): dy_i/dt = P_i(y) dz/dt. Each round of Picard's iteration gains one order. */
    private long[][] solve(GenericUnit unit, long[] values, long[] z) {
        long[][] y = new long[values.length][];
        for (int i = 0; i < values.length; i++) {
            y[i] = ring.constant(values[i]);
        }
        long[] velocity = ring.derivative(z);
        for (int round = 0; round < ring.order(); round++) {
            long[][] next = y.clone();
            for (int i : unit.order()) {
                long[] rate = ring.evaluate(compile(unit.variables().get(i).derivative()), y);
                next[i] = ring.integral(ring.multiply(rate, velocity), values[i]);
            }
            y = next;
        }
        return y;
    }

    private TruncatedSeries.Compiled compile(Polynomial polynomial) {
        return compiled.computeIfAbsent(polynomial, ring::compile);
    }

    private List<long[]> backwards(List<long[][]> spaces, List<long[][]> slopes, int width) {
        List<long[]> rows = new ArrayList<>();
        for (int r = 0; r < rowsOfLine(); r++) {
            rows.add(new long[parameters]);
        }
        for (int o = 0; o < outputs; o++) {
            long[][] back = new long[width][ring.length()];
            back[o][0] = 1;
            if (softmax) {
                back[width - 1][0] = point.field().negate(1);
            }
            int dense = (int) point.stages().stream()
                    .filter(GenericStage.Dense.class::isInstance)
                    .count();
            int units = slopes.size();
            for (int s = point.stages().size() - 1; s >= 0; s--) {
                if (point.stages().get(s) instanceof GenericStage.Dense stage) {
                    enter(rows, o, stage, back, spaces.get(s));
                    back = times(back, point.weight(--dense), spaces.get(s).length);
                } else {
                    long[][] slope = slopes.get(--units);
                    for (int j = 0; j < back.length; j++) {
                        back[j] = ring.multiply(back[j], slope[j]);
                    }
                }
            }
        }
        return rows;
    }

    /** The derivative by the weight from k to j is back_j x_k, and by the bias of j it is back_j. */
    private void enter(List<long[]> rows, int output, GenericStage.Dense stage, long[][] back, long[][] x) {
        int length = stage.shape().rowLength();
        for (int j = 0; j < back.length; j++) {
            for (int k = 0; k < length; k++) {
                long[] product = k < x.length ? ring.multiply(back[j], x[k]) : back[j];
                for (int n = 0; n < product.length; n++) {
                    rows.get(n * outputs + output)[stage.offset() + j * length + k] = product[n];
                }
            }
        }
    }

    private long[][] times(long[][] back, long[][] weight, int inputs) {
        long[][] result = new long[inputs][ring.length()];
        for (int k = 0; k < inputs; k++) {
            for (int j = 0; j < back.length; j++) {
                result[k] = ring.add(result[k], ring.scale(weight[j][k], back[j]));
            }
        }
        return result;
    }
}
