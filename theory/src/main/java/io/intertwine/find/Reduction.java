package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.certificate.ReductionStep.UnitMerge;
import io.intertwine.check.Checker;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reduction to a network of the same architecture and the same function in which no two used units of a layer are clones and every
 * unit without influence has zero weights (the submodel of a weakly identifiable parameter, padded with zero units). Constant units
 * are folded into the next bias where their value is an exact number; others stay, because tanh(b) has no place in a bias.
 *
 * @param network the reduced network
 * @param steps the steps that lead to it, in order
 */
public record Reduction(Network network, List<ReductionStep> steps) {
    public Reduction {
        steps = List.copyOf(steps);
    }

    /** Reduces until nothing changes. */
    public static Reduction of(Network network) {
        Reduction current = new Reduction(network, List.of());
        for (Optional<Reduction> next = Optional.of(current); next.isPresent(); next = current.once()) {
            current = next.get();
        }
        return current;
    }

    /** One step, the first that applies. */
    private Optional<Reduction> once() {
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            Optional<ReductionStep> step = step(layers, i);
            if (step.isPresent()) {
                List<ReductionStep> longer = new ArrayList<>(steps);
                longer.add(step.get());
                return Optional.of(new Reduction(Checker.reparametrise(network, step.get()), longer));
            }
        }
        return Optional.empty();
    }

    private static Optional<ReductionStep> step(List<Layer> layers, int index) {
        if (!(layers.get(index) instanceof Layer.Dense dense)) {
            return Optional.empty();
        }
        int next = index + 1;
        while (next < layers.size() && layers.get(next) instanceof Layer.Entrywise) {
            next++;
        }
        if (next >= layers.size() || !(layers.get(next) instanceof Layer.Dense following)) {
            return Optional.empty();
        }
        if (next == index + 1) {
            return LinearReduction.step(index, dense, following);
        }
        return prune(index, dense, following)
                .or(() -> fold(layers, index, dense, following))
                .or(() -> merge(layers, index, dense, following, (Layer.Entrywise) layers.get(index + 1)));
    }

    private static Optional<ReductionStep> prune(int index, Layer.Dense dense, Layer.Dense following) {
        List<Integer> units = new ArrayList<>();
        for (int unit = 0; unit < dense.outputs(); unit++) {
            boolean zero = dense.weight().isZeroRow(unit) && dense.bias(unit).isZero();
            if (!zero && isUnused(following, unit)) {
                units.add(unit);
            }
        }
        return units.isEmpty() ? Optional.empty() : Optional.of(new ReductionStep.Prune(index, units));
    }

    /** Constant units, those together that can be folded one by one: a value like tanh(b) has no place in a bias. */
    private static Optional<ReductionStep> fold(
            List<Layer> layers, int index, Layer.Dense dense, Layer.Dense following) {
        List<Integer> units = new ArrayList<>();
        for (int unit = 0; unit < dense.outputs(); unit++) {
            boolean constant = dense.weight().isZeroRow(unit) && !isUnused(following, unit);
            if (constant && isPossible(layers, new ReductionStep.Fold(index, List.of(unit)))) {
                units.add(unit);
            }
        }
        return units.isEmpty() ? Optional.empty() : Optional.of(new ReductionStep.Fold(index, units));
    }

    static boolean isUnused(Layer.Dense following, int unit) {
        for (int i = 0; i < following.outputs(); i++) {
            if (!following.weight().isZero(i, unit)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ReductionStep> merge(
            List<Layer> layers, int index, Layer.Dense dense, Layer.Dense following, Layer.Entrywise units) {
        RowTransporters rows = new RowTransporters(dense, units.units(), unit -> 0);
        List<UnitMerge> merges = new ArrayList<>();
        for (List<Integer> members : rows.classes()) {
            List<Integer> used =
                    members.stream().filter(unit -> !isUnused(following, unit)).toList();
            for (int k = 1; k < used.size(); k++) {
                merge(layers, index, dense, used.get(k), used.get(0)).ifPresent(merges::add);
            }
        }
        if (merges.isEmpty()) {
            return Optional.empty();
        }
        ReductionStep all = new ReductionStep.Merge(index, merges);
        return Optional.of(all)
                .filter(step -> isPossible(layers, step))
                .or(() -> withoutConstants(layers, index, merges));
    }

    /** Where the next layer has no bias, clones whose merging leaves a constant stay apart. */
    private static Optional<ReductionStep> withoutConstants(List<Layer> layers, int index, List<UnitMerge> merges) {
        List<UnitMerge> plain = merges.stream()
                .filter(merge -> merge.map().equals(UnitMap.IDENTITY))
                .toList();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.<ReductionStep>of(new ReductionStep.Merge(index, plain))
                        .filter(step -> isPossible(layers, step));
    }

    private static boolean isPossible(List<Layer> layers, ReductionStep step) {
        try {
            Checker.reparametrise(new Network(layers), step);
            return true;
        } catch (IllegalArgumentException rejected) {
            return false;
        }
    }

    /** The merge of two clones, if they are related by an element that passes through every activation that follows. */
    private static Optional<UnitMerge> merge(List<Layer> layers, int index, Layer.Dense dense, int from, int into) {
        Activation first = ((Layer.Entrywise) layers.get(index + 1)).units().get(from);
        Optional<UnitMap> found = UnitRow.of(dense, into).transporter(first.group(), UnitRow.of(dense, from));
        Optional<UnitMap> map = found;
        for (int i = index + 1; map.isPresent() && layers.get(i) instanceof Layer.Entrywise units; i++) {
            Activation activation = units.units().get(from);
            boolean same = activation.equals(units.units().get(into));
            map = map.filter(element -> same && activation.group().contains(element))
                    .map(activation.group()::companion);
        }
        return map.isEmpty() ? Optional.empty() : found.map(element -> new UnitMerge(from, into, element));
    }
}
