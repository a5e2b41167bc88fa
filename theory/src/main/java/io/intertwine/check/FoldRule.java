package io.intertwine.check;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Folding: a unit without incoming weights has the constant value s(b); where that is an exact number v, its outgoing weights u may
 * become zero if the next bias gains v u.
 */
final class FoldRule {
    private FoldRule() {}

    static Layer.Dense apply(List<Layer> between, Layer.Dense dense, Layer.Dense next, List<Integer> units)
            throws Rejection {
        Set<Integer> gone = new HashSet<>(units);
        Scalar[] shift = new Scalar[next.outputs()];
        Arrays.fill(shift, Scalar.ZERO);
        for (int unit : gone) {
            ReductionRule.requireUnit(dense, unit);
            Rejection.unless(dense.weight().isZeroRow(unit), "unit " + unit + " has incoming weights");
            Scalar value = value(between, dense.bias(unit), unit);
            for (int i = 0; i < shift.length; i++) {
                shift[i] = shift[i].add(next.weight().get(i, unit).multiply(value));
            }
        }
        ExactMatrix weight = ExactMatrix.build(
                next.outputs(),
                next.inputs(),
                (i, j) -> gone.contains(j) ? Scalar.ZERO : next.weight().get(i, j));
        return new Layer.Dense(weight, ReductionRule.addBias(next, shift));
    }

    private static Scalar value(List<Layer> between, Scalar bias, int unit) throws Rejection {
        Scalar value = bias;
        for (Layer layer : between) {
            value = ((Layer.Entrywise) layer)
                    .units()
                    .get(unit)
                    .exact(value)
                    .orElseThrow(() -> new Rejection("the constant value of unit " + unit + " is not an exact number"));
        }
        return value;
    }
}
