package io.intertwine.check;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Units without outgoing weights may be removed. */
final class DropRule {
    private DropRule() {}

    static Network apply(List<Layer> layers, int index, int nextIndex, List<Integer> units) throws Rejection {
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(nextIndex);
        Set<Integer> gone = PruneRule.requireUnread(dense, next, units);
        int[] kept = IntStream.range(0, dense.outputs())
                .filter(unit -> !gone.contains(unit))
                .toArray();
        Rejection.unless(kept.length > 0, "no unit would be left");
        List<Layer> result = new ArrayList<>(layers);
        result.set(
                index,
                new Layer.Dense(
                        ExactMatrix.build(
                                kept.length,
                                dense.inputs(),
                                (i, j) -> dense.weight().get(kept[i], j)),
                        dense.hasBias()
                                ? IntStream.of(kept).mapToObj(dense::bias).toList()
                                : List.of()));
        for (int i = index + 1; i < nextIndex; i++) {
            Layer.Entrywise entrywise = (Layer.Entrywise) layers.get(i);
            result.set(
                    i,
                    new Layer.Entrywise(
                            IntStream.of(kept).mapToObj(entrywise.units()::get).toList()));
        }
        result.set(
                nextIndex,
                new Layer.Dense(
                        ExactMatrix.build(
                                next.outputs(),
                                kept.length,
                                (i, j) -> next.weight().get(i, kept[j])),
                        next.biases()));
        return new Network(result);
    }
}
