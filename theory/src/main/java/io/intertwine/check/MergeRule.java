package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.ReductionStep.UnitMerge;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.symmetry.UnitRow;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merging of clones: if row(from) = k row(into) with k in the unit's group, then h_from = b h_into + e for every input, with (b, e) the
 * companion of k; so the outgoing weights u of {@code from} may move, as b u to those of {@code into} and as e u to the next bias.
 */
final class MergeRule {
    private MergeRule() {}

    static Layer.Dense apply(List<Layer> between, Layer.Dense dense, Layer.Dense next, List<UnitMerge> merges)
            throws Rejection {
        Set<Integer> gone = new HashSet<>();
        Scalar[][] columns = new Scalar[next.inputs()][];
        Scalar[] shift = new Scalar[next.outputs()];
        Arrays.fill(shift, Scalar.ZERO);
        for (UnitMerge merge : merges) {
            ReductionRule.requireUnit(dense, merge.from());
            ReductionRule.requireUnit(dense, merge.into());
            Rejection.unless(gone.add(merge.from()), "unit " + merge.from() + " is merged twice");
            UnitMap output = output(between, dense, merge);
            Scalar[] into = column(columns, next, merge.into());
            for (int i = 0; i < next.outputs(); i++) {
                Scalar weight = next.weight().get(i, merge.from());
                into[i] = into[i].add(weight.multiply(output.scale()));
                shift[i] = shift[i].add(weight.multiply(output.shift()));
            }
        }
        for (UnitMerge merge : merges) {
            Rejection.unless(!gone.contains(merge.into()), "unit " + merge.into() + " is merged itself");
        }
        ExactMatrix weight = ExactMatrix.build(
                next.outputs(),
                next.inputs(),
                (i, j) -> gone.contains(j)
                        ? Scalar.ZERO
                        : columns[j] == null ? next.weight().get(i, j) : columns[j][i]);
        return new Layer.Dense(weight, ReductionRule.addBias(next, shift));
    }

    private static Scalar[] column(Scalar[][] columns, Layer.Dense next, int unit) {
        if (columns[unit] == null) {
            columns[unit] = new Scalar[next.outputs()];
            Arrays.setAll(columns[unit], i -> next.weight().get(i, unit));
        }
        return columns[unit];
    }

    /** The map that takes the value of the unit merged into, after the activations, to that of the unit merged away. */
    private static UnitMap output(List<Layer> between, Layer.Dense dense, UnitMerge merge) throws Rejection {
        UnitRow into = UnitRow.of(dense, merge.into());
        UnitRow from = UnitRow.of(dense, merge.from());
        UnitMap map = merge.map();
        boolean row = into.isImage(map, from);
        Rejection.unless(
                row, "the row of unit " + merge.from() + " is not the stated image of that of unit " + merge.into());
        for (Layer layer : between) {
            Activation activation = ((Layer.Entrywise) layer).units().get(merge.from());
            Rejection.unless(
                    activation.equals(((Layer.Entrywise) layer).units().get(merge.into()))
                            && activation.group().contains(map),
                    "units " + merge.from() + " and " + merge.into()
                            + " are not related by the group of an activation");
            UnitMap companion = activation.group().companion(map);
            new ActivationRule().require(activation, map, companion);
            map = companion;
        }
        return map;
    }
}
