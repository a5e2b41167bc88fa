package io.intertwine.check;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pruning: a unit without outgoing weights does not change the function, so its incoming weights may become zero. */
final class PruneRule {
    private PruneRule() {}

    static Layer.Dense apply(Layer.Dense dense, Layer.Dense next, List<Integer> units) throws Rejection {
        Set<Integer> gone = requireUnread(dense, next, units);
        ExactMatrix weight = ExactMatrix.build(
                dense.outputs(),
                dense.inputs(),
                (i, j) -> gone.contains(i) ? Scalar.ZERO : dense.weight().get(i, j));
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < dense.biases().size(); i++) {
            biases.add(gone.contains(i) ? Scalar.ZERO : dense.bias(i));
        }
        return new Layer.Dense(weight, biases);
    }

    /** The units; rejects unless none of them has outgoing weights. */
    static Set<Integer> requireUnread(Layer.Dense dense, Layer.Dense next, List<Integer> units) throws Rejection {
        for (int unit : units) {
            ReductionRule.requireUnit(dense, unit);
            for (int i = 0; i < next.outputs(); i++) {
                Rejection.unless(next.weight().isZero(i, unit), "unit " + unit + " has outgoing weights");
            }
        }
        return new HashSet<>(units);
    }
}
