package io.intertwine.dimension;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The positive scalings of hidden units between two dense layers: where s(a x) = a^k s(x) for a > 0, the row of the unit times a, and its
 * outgoing weights divided by a^k, give the same function.
 */
final class UnitScalings {
    /** For every dense layer but the last, and every unit that it writes, k; empty where there is no such group. */
    private final List<List<OptionalInt>> degrees = new ArrayList<>();

    private final ParameterLayout layout;

    UnitScalings(Architecture architecture, ParameterLayout layout) {
        this.layout = layout;
        Map<Activation, OptionalInt> known = new HashMap<>();
        List<LayerShape> layers = architecture.layers();
        List<Integer> places = architecture.densePlaces();
        for (int i = 0; i + 1 < places.size(); i++) {
            List<OptionalInt> units = new ArrayList<>();
            for (int j = 0; j < layers.get(places.get(i)).outputs(); j++) {
                units.add(degree(layers.subList(places.get(i) + 1, places.get(i + 1)), j, known));
            }
            degrees.add(units);
        }
    }

    private static OptionalInt degree(List<LayerShape> between, int unit, Map<Activation, OptionalInt> known) {
        int degree = 1;
        for (LayerShape layer : between) {
            Activation activation = ((Layer.Entrywise) layer).units().get(unit);
            OptionalInt one = known.computeIfAbsent(activation, UnitScalings::degree);
            if (one.isEmpty()) {
                return one;
            }
            degree = (int) Math.min(Integer.MAX_VALUE, (long) degree * one.getAsInt());
        }
        return OptionalInt.of(degree);
    }

    private static OptionalInt degree(Activation activation) {
        UnitGroup group = activation.group();
        boolean scales = group.scales() == UnitGroup.Scales.POSITIVE || group.scales() == UnitGroup.Scales.NONZERO;
        return scales && group.centre().isZero() && group.value().isZero()
                ? OptionalInt.of(group.degree())
                : OptionalInt.empty();
    }

    /** The number of units with such a group. */
    long count() {
        return degrees.stream()
                .flatMap(List::stream)
                .filter(OptionalInt::isPresent)
                .count();
    }

    /** The exponent k of a unit that a dense layer, counted from 1, writes; 1 where it has no group, or k is 0. */
    int exponent(int layer, int unit) {
        return Math.max(1, degrees.get(layer - 1).get(unit).orElse(1));
    }

    /** The largest product of exponents along a path, or the largest integer. */
    long largestExponent() {
        long product = 1;
        for (List<OptionalInt> units : degrees) {
            int largest =
                    units.stream().mapToInt(degree -> degree.orElse(1)).max().orElse(1);
            product = Math.min(Integer.MAX_VALUE, product * Math.max(1, largest));
        }
        return product;
    }

    /** Whether all scalings keep a function. */
    boolean keep(ParameterFunction function) {
        return function.monomials().stream().allMatch(this::keep);
    }

    private boolean keep(Map<Integer, Integer> monomial) {
        for (int layer = 1; layer < layout.depth(); layer++) {
            for (int unit = 0; unit < degrees.get(layer - 1).size(); unit++) {
                OptionalInt degree = degrees.get(layer - 1).get(unit);
                if (degree.isPresent() && weight(monomial, layer, unit, degree.getAsInt()) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The power of a by which a monomial is multiplied. */
    private long weight(Map<Integer, Integer> monomial, int layer, int unit, int degree) {
        long weight = 0;
        for (int column = 0; column < layout.layer(layer).rowLength(); column++) {
            weight += monomial.getOrDefault(layout.place(layer, unit, column), 0);
        }
        for (int row = 0; row < layout.layer(layer + 1).outputs(); row++) {
            weight -= (long) degree * monomial.getOrDefault(layout.place(layer + 1, row, unit), 0);
        }
        return weight;
    }
}
