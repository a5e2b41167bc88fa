package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The transporters of a dense layer that feeds units: rows of the moved layer are matched with rows of the layer, each up to its
 * unit's group. Rows are grouped by {@link RowKeys}; classes of more than one row are clones, whose pairings are enumerated lazily.
 */
final class RowTransporters implements Transporters<AffineMap> {
    private final Layer.Dense layer;
    private final List<Activation> units;
    private final RowKeys keys;
    private final IntToLongFunction tieBreak;
    private final List<UnitRow> rows = new ArrayList<>();
    private final Map<Object, List<List<Integer>>> orbits = new LinkedHashMap<>();

    /**
     * For a dense layer.
     *
     * @param layer the layer
     * @param units the activations of the units that it feeds
     * @param tieBreak a number for every unit that a symmetry would preserve; clones are paired in its order
     */
    RowTransporters(Layer.Dense layer, List<Activation> units, IntToLongFunction tieBreak) {
        this.layer = layer;
        this.units = units;
        keys = new RowKeys(layer.inputs());
        AffineMap identity = AffineMap.identity(layer.inputs());
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < layer.outputs(); i++) {
            biases.add(layer.bias(i));
            rows.add(new UnitRow(layer.weight(), i, identity, layer.bias(i)));
        }
        this.tieBreak = tieBreak;
        classes(keys.keys(layer.weight(), identity, biases, units))
                .forEach((key, members) -> orbits.put(key, split(members)));
    }

    /** Splits units with the same key into those that are truly related: keys may collide. */
    private List<List<Integer>> split(List<Integer> members) {
        List<List<Integer>> split = new ArrayList<>();
        for (int unit : members) {
            int orbit = orbit(split, rows.get(unit));
            if (orbit < 0) {
                split.add(new ArrayList<>(List.of(unit)));
            } else {
                split.get(orbit).add(unit);
            }
        }
        split.forEach(this::order);
        return split;
    }

    /** The index of the orbit that a row is in, or -1; being related is an equivalence, so one member decides. */
    private int orbit(List<List<Integer>> candidates, UnitRow row) {
        for (int i = 0; i < candidates.size(); i++) {
            int first = candidates.get(i).get(0);
            if (rows.get(first).transporter(units.get(first).group(), row).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private void order(List<Integer> clones) {
        if (clones.size() > 1) {
            clones.sort(Comparator.comparingLong(tieBreak::applyAsLong));
        }
    }

    /** The classes of units whose rows are related by the unit's group: each a list of units, in order. */
    List<List<Integer>> classes() {
        return orbits.values().stream().flatMap(List::stream).toList();
    }

    private static Map<Object, List<Integer>> classes(List<Object> keys) {
        Map<Object, List<Integer>> classes = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            classes.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(i);
        }
        return classes;
    }

    @Override
    public Coset<AffineMap> of(AffineMap source) {
        return of(layer, units, source);
    }

    /** The elements k with {@code k . f = g . source}, for this layer f and another one of the same size with its units. */
    Coset<AffineMap> of(Layer.Dense g, List<Activation> gUnits, AffineMap source) {
        // A dense source is multiplied in; a monomial one is only looked through.
        boolean monomial = source.isMonomial();
        ExactMatrix weight = monomial ? g.weight() : g.weight().multiply(source.matrix());
        AffineMap through = monomial ? source : AffineMap.identity(g.inputs());
        List<Scalar> moved = source.isLinear() ? List.of() : g.weight().multiply(source.shift());
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < g.outputs(); i++) {
            biases.add(moved.isEmpty() ? g.bias(i) : g.bias(i).add(moved.get(i)));
        }
        List<UnitRow> movedRows = new ArrayList<>();
        for (int i = 0; i < layer.outputs(); i++) {
            movedRows.add(new UnitRow(weight, i, through, biases.get(i)));
        }
        List<Pairing> pairings = new ArrayList<>();
        for (Map.Entry<Object, List<Integer>> entry :
                classes(keys.keys(weight, through, biases, gUnits)).entrySet()) {
            List<List<Integer>> sources = orbits.getOrDefault(entry.getKey(), List.of());
            List<List<Integer>> targets = new ArrayList<>();
            sources.forEach(ignored -> targets.add(new ArrayList<>()));
            for (int unit : entry.getValue()) {
                int orbit = orbit(sources, movedRows.get(unit));
                if (orbit < 0) {
                    return Coset.none(unmatched(unit, 0, 1));
                }
                targets.get(orbit).add(unit);
            }
            for (int i = 0; i < sources.size(); i++) {
                int have = sources.get(i).size();
                int need = targets.get(i).size();
                if (have != need) {
                    int unit =
                            need == 0 ? entry.getValue().get(0) : targets.get(i).get(0);
                    return Coset.none(unmatched(unit, have, need));
                }
                order(targets.get(i));
                pairings.add(new Pairing(sources.get(i), targets.get(i)));
            }
        }
        return coset(pairings, movedRows);
    }

    private static String unmatched(int unit, int have, int need) {
        return have == 0
                ? "the row of unit " + unit
                        + ", moved by the action, is not in the orbit of any row under the unit's group"
                : "the moved layer has " + need + " rows like that of unit " + unit + ", the layer has " + have;
    }

    /** A class of units before and the class of the same size that it must be mapped onto. */
    private record Pairing(List<Integer> sources, List<Integer> targets) {}

    private Coset<AffineMap> coset(List<Pairing> pairings, List<UnitRow> moved) {
        List<Pairing> clones =
                pairings.stream().filter(pairing -> pairing.sources.size() > 1).toList();
        Iterable<AffineMap> elements = () -> new ArrangementIterator<>(
                clones.stream().map(pairing -> pairing.sources.size()).toList(),
                choice -> element(pairings, clones, choice, moved));
        if (!clones.isEmpty()) {
            return new Coset<>(elements, clones.size() + " classes of clones can be paired in several ways");
        }
        Optional<AffineMap> only = element(pairings, clones, List.of(), moved);
        return only.map(Coset::one).orElseGet(() -> Coset.none("rows with the same fingerprint are not related"));
    }

    private Optional<AffineMap> element(
            List<Pairing> pairings, List<Pairing> clones, List<int[]> choice, List<UnitRow> moved) {
        int n = layer.outputs();
        int[] images = new int[n];
        List<Scalar> scales = new ArrayList<>(Collections.nCopies(n, Scalar.ONE));
        List<Scalar> shift = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
        Arrays.fill(images, -1);
        for (Pairing pairing : pairings) {
            int index = pairing.sources.size() > 1 ? clones.indexOf(pairing) : -1;
            for (int k = 0; k < pairing.sources.size(); k++) {
                int unit = pairing.sources.get(k);
                int image = pairing.targets.get(index < 0 ? k : choice.get(index)[k]);
                Optional<UnitMap> map =
                        rows.get(unit).transporter(units.get(unit).group(), moved.get(image));
                if (map.isEmpty()) {
                    return Optional.empty();
                }
                images[unit] = image;
                scales.set(unit, map.get().scale());
                shift.set(image, map.get().shift());
            }
        }
        return Optional.of(AffineMap.monomial(Permutation.of(images), scales, shift));
    }
}
