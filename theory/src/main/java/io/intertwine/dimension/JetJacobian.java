package io.intertwine.dimension;

import io.intertwine.activation.GenericUnit;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.GenericStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivatives of {@link io.intertwine.net.GenericJacobian}, computed fast: flat arrays, few reductions, and only the rows that are
 * wanted, written where they are wanted. Lines may be computed by several threads at once.
 */
final class JetJacobian {
    private final GenericPoint point;
    private final int parameters;
    private final int outputs;
    private final boolean softmax;
    private final int length;
    private final ModularSums sums;
    private final Map<GenericUnit, SeriesProgram> programs = new HashMap<>();

    JetJacobian(Architecture architecture, GenericPoint point) {
        this.point = point;
        this.parameters = Math.toIntExact(architecture.parameters());
        this.softmax = architecture.endsWithSoftmax();
        this.outputs = architecture.outputs() - (softmax ? 1 : 0);
        this.length = point.sampling().order() + 1;
        this.sums = new ModularSums(point.field(), point.sampling().order());
        for (GenericStage stage : point.stages()) {
            if (stage instanceof GenericStage.Units units) {
                units.units()
                        .forEach(pieces -> pieces.forEach(
                                unit -> programs.computeIfAbsent(unit, each -> new SeriesProgram(each, sums))));
            }
        }
    }

    /** The outputs whose derivatives are counted; of a softmax one less than it has. */
    int outputs() {
        return outputs;
    }

    /**
     * Writes the derivatives of the coefficients of t^0, ..., t^N along a line.
     *
     * @param line base * lines + line
     * @param places for every order the row of {@code target} where output 0 goes, the other outputs follow; -1 for an order that is
     *     not wanted
     * @param target rows of one entry for each parameter
     */
    void write(int line, int[] places, int[] target) {
        int base = line / point.sampling().lines();
        long[] input = point.input(base);
        long[] direction = point.direction(base, line % point.sampling().lines());
        long[] x = new long[input.length * length];
        for (int k = 0; k < input.length; k++) {
            x[k * length] = input[k];
            if (length > 1) {
                x[k * length + 1] = direction[k];
            }
        }
        List<long[]> spaces = new ArrayList<>();
        List<long[]> slopes = new ArrayList<>();
        int dense = 0;
        for (GenericStage stage : point.stages()) {
            spaces.add(x);
            if (stage instanceof GenericStage.Dense layer) {
                x = affine(point.weight(dense++), layer.shape().inputs(), x);
            } else {
                long[] slope = new long[x.length];
                x = activate(point.states(base, slopes.size()), x, slope);
                slopes.add(slope);
            }
        }
        for (int o = 0; o < outputs; o++) {
            backwards(o, spaces, slopes, x.length, places, target);
        }
    }

    private long[] affine(long[][] weight, int inputs, long[] x) {
        long[] y = new long[weight.length * length];
        for (int j = 0; j < weight.length; j++) {
            y[j * length] = weight[j].length > inputs ? weight[j][inputs] : 0;
        }
        sums.multiply(weight, inputs, x, y, length);
        return y;
    }

    private long[] activate(List<GenericPoint.State> states, long[] z, long[] slope) {
        long[] y = new long[z.length];
        for (int j = 0; j < states.size(); j++) {
            GenericPoint.State state = states.get(j);
            SeriesProgram program = programs.get(state.unit());
            if (program == null) {
                throw new IllegalStateException("a unit without a program: " + state.unit());
            }
            int place = j * length;
            program.run(state.values(), Arrays.copyOfRange(z, place, place + length), y, slope, place);
        }
        return y;
    }

    private void backwards(int output, List<long[]> spaces, List<long[]> slopes, int size, int[] places, int[] target) {
        long[] back = new long[size];
        back[output * length] = 1;
        if (softmax) {
            back[size - length] = point.field().negate(1);
        }
        int dense = (int) point.stages().stream()
                .filter(GenericStage.Dense.class::isInstance)
                .count();
        int units = slopes.size();
        for (int s = point.stages().size() - 1; s >= 0; s--) {
            if (point.stages().get(s) instanceof GenericStage.Dense layer) {
                enter(output, layer, back, spaces.get(s), places, target);
                long[] next = new long[layer.shape().inputs() * length];
                dense--;
                if (s > 0) {
                    sums.multiplyTransposed(point.weight(dense), layer.shape().inputs(), back, next, length);
                }
                back = next;
            } else {
                long[] slope = slopes.get(--units);
                long[] next = new long[back.length];
                for (int place = 0; place < back.length; place += length) {
                    for (int n = 0; n < length; n++) {
                        next[place + n] = sums.convolution(back, place, slope, place, n);
                    }
                }
                back = next;
            }
        }
    }

    private void enter(int output, GenericStage.Dense layer, long[] back, long[] x, int[] places, int[] target) {
        int inputs = layer.shape().inputs();
        int row = layer.shape().rowLength();
        for (int n = 0; n < length; n++) {
            if (places[n] < 0) {
                continue;
            }
            int start = (places[n] + output) * parameters + layer.offset();
            for (int j = 0; j < layer.shape().outputs(); j++) {
                int place = start + j * row;
                for (int k = 0; k < inputs; k++) {
                    target[place + k] = (int) sums.convolution(back, j * length, x, k * length, n);
                }
                if (row > inputs) {
                    target[place + inputs] = (int) back[j * length + n];
                }
            }
        }
    }
}
