package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.criterion.FormalUnit;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The derivative of the formal outputs of a network in a direction in the space of parameters, by the chain rule forwards. */
final class FormalChainRule {
    /** How many terms are looked at to see whether something vanishes before the outputs. */
    private static final int EXPANDED = 1_000;

    private final FormalNetwork formal;

    FormalChainRule(FormalNetwork formal) {
        this.formal = formal;
    }

    /** The derivatives of the outputs, or of the logits before a softmax. */
    List<Polynomial> along(Direction direction) throws Rejection {
        Map<Integer, Polynomial> change = changes(direction);
        List<Polynomial> moved = Collections.nCopies(formal.network().inputs(), Polynomial.ZERO);
        for (FormalNetwork.Block block : formal.blocks()) {
            List<Polynomial> next = new ArrayList<>();
            for (int j = 0; j < block.dense().outputs(); j++) {
                Polynomial argument = argument(block, j, moved, change);
                // What vanishes here vanishes ever after: nothing has to be expanded further on.
                next.add(
                        formal.atoms().isZero(argument, EXPANDED)
                                ? Polynomial.ZERO
                                : argument.multiply(block.slopes().get(j)));
            }
            moved = next;
        }
        return moved;
    }

    private static Polynomial argument(
            FormalNetwork.Block block, int unit, List<Polynomial> moved, Map<Integer, Polynomial> change) {
        Layer.Dense dense = block.dense();
        Polynomial sum = change.getOrDefault(dense.hasBias() ? block.place(unit, dense.inputs()) : -1, Polynomial.ZERO);
        for (int k = 0; k < dense.inputs(); k++) {
            Polynomial own = change.getOrDefault(block.place(unit, k), Polynomial.ZERO);
            Scalar weight = dense.weight().get(unit, k);
            sum = sum.add(own.multiply(block.inputs().get(k))).add(moved.get(k).multiply(weight));
        }
        return sum;
    }

    private Map<Integer, Polynomial> changes(Direction direction) throws Rejection {
        FormalNetwork.Block last = formal.blocks().get(formal.blocks().size() - 1);
        int parameters = last.place(last.dense().outputs(), 0);
        Map<Integer, Polynomial> changes = new HashMap<>();
        for (Entry entry : direction.entries()) {
            Rejection.unless(
                    0 <= entry.place() && entry.place() < parameters,
                    "expected a place below " + parameters + ", found " + entry.place());
            Polynomial value = Polynomial.of(entry.factor());
            for (FormalConstant constant : entry.constants()) {
                value = value.multiply(constant(constant));
            }
            Rejection.unless(
                    changes.put(entry.place(), value) == null, "the place " + entry.place() + " has two coordinates");
        }
        return changes;
    }

    private Polynomial constant(FormalConstant constant) throws Rejection {
        boolean exists = 0 <= constant.layer()
                && constant.layer() < formal.network().layers().size()
                && 0 <= constant.unit()
                && constant.unit() < formal.units(constant.layer()).size();
        Rejection.unless(exists, "there is no unit of " + constant);
        FormalUnit unit = formal.units(constant.layer()).get(constant.unit());
        Polynomial value = constant.slope() ? unit.slope() : unit.value();
        Rejection.unless(formal.atoms().isConstant(value), "no constant is " + constant);
        return value;
    }
}
