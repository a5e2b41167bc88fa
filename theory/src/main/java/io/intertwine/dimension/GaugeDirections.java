package io.intertwine.dimension;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The directions at the parameters of a network in which its known continuous symmetries move them: scalings of units with positively
 * homogeneous activations, scalings about the centre of c (x - p)^r + q, shifts of exponential units, the affine group between
 * dense layers, and the same row added to all logits.
 */
final class GaugeDirections {
    private final Network network;
    private final List<Direction> found = new ArrayList<>();

    private GaugeDirections(Network network) {
        this.network = network;
    }

    /** All of them; they need not be independent. */
    static List<Direction> of(Network network) {
        GaugeDirections gauge = new GaugeDirections(network);
        int offset = 0;
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Dense dense) {
                gauge.between(i, new Places(dense, offset));
                offset += dense.outputs() * Places.rowLength(dense);
            }
        }
        return gauge.found;
    }

    /** A dense layer and the place of its first parameter. */
    record Places(Layer.Dense dense, int offset) {
        static int rowLength(Layer.Dense dense) {
            return dense.inputs() + (dense.hasBias() ? 1 : 0);
        }

        int weight(int unit, int k) {
            return offset + unit * rowLength(dense) + k;
        }

        int bias(int unit) {
            return weight(unit, dense.inputs());
        }

        Places next(Layer.Dense following) {
            return new Places(following, offset + dense.outputs() * rowLength(dense));
        }
    }

    private void between(int index, Places first) {
        int end = index + 1;
        List<Layer> layers = network.layers();
        while (end < layers.size() && layers.get(end) instanceof Layer.Entrywise) {
            end++;
        }
        if (end == layers.size()) {
            return;
        }
        if (layers.get(end) instanceof Layer.Softmax) {
            if (end == index + 1) {
                logits(first);
            }
            return;
        }
        Places second = first.next((Layer.Dense) layers.get(end));
        if (end == index + 1) {
            linear(first, second);
            return;
        }
        for (int j = 0; j < first.dense.outputs(); j++) {
            List<Activation> units = new ArrayList<>();
            for (Layer layer : layers.subList(index + 1, end)) {
                units.add(((Layer.Entrywise) layer).units().get(j));
            }
            unit(j, units, first, second);
        }
    }

    private void add(Map<Integer, Scalar> coordinates) {
        List<Entry> entries = new ArrayList<>();
        coordinates.forEach((place, value) -> {
            if (!value.isZero()) {
                entries.add(Entry.of(place, value));
            }
        });
        if (!entries.isEmpty()) {
            found.add(new Direction(entries));
        }
    }

    /** The same number added to weight k of every logit, or to all their biases. */
    private void logits(Places last) {
        for (int k = 0; k < Places.rowLength(last.dense); k++) {
            Map<Integer, Scalar> coordinates = new TreeMap<>();
            for (int o = 0; o < last.dense.outputs(); o++) {
                coordinates.put(last.weight(o, k), Scalar.ONE);
            }
            add(coordinates);
        }
    }

    /** W_1 -> (1 + E) W_1, W_2 -> W_2 (1 - E) to first order, for the elementary matrices E; and shifts between biases. */
    private void linear(Places first, Places second) {
        int n = first.dense.outputs();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                Map<Integer, Scalar> coordinates = new TreeMap<>();
                row(coordinates, first, a, b, Scalar.ZERO);
                for (int o = 0; o < second.dense.outputs(); o++) {
                    coordinates.put(
                            second.weight(o, b), second.dense.weight().get(o, a).negate());
                }
                add(coordinates);
            }
            if (first.dense.hasBias() && second.dense.hasBias()) {
                Map<Integer, Scalar> coordinates = new TreeMap<>(Map.of(first.bias(a), Scalar.ONE));
                outgoing(coordinates, second, a, Scalar.ZERO, Scalar.ONE);
                add(coordinates);
            }
        }
    }

    /** Row a grows by row b, whose bias counts from a centre. */
    private static void row(Map<Integer, Scalar> coordinates, Places first, int a, int b, Scalar centre) {
        for (int k = 0; k < first.dense.inputs(); k++) {
            coordinates.put(first.weight(a, k), first.dense.weight().get(b, k));
        }
        if (first.dense.hasBias()) {
            coordinates.put(first.bias(a), first.dense.bias(b).subtract(centre));
        }
    }

    /** The value of a unit grows by scale times itself and a shift: the outgoing weights and biases make up for it. */
    private static void outgoing(
            Map<Integer, Scalar> coordinates, Places second, int unit, Scalar scale, Scalar shift) {
        for (int o = 0; o < second.dense.outputs(); o++) {
            Scalar weight = second.dense.weight().get(o, unit);
            if (!scale.isZero()) {
                coordinates.put(second.weight(o, unit), weight.multiply(scale).negate());
            }
            if (!shift.isZero()) {
                coordinates.put(second.bias(o), weight.multiply(shift).negate());
            }
        }
    }

    private void unit(int unit, List<Activation> activations, Places first, Places second) {
        Map<Integer, Scalar> coordinates = new TreeMap<>();
        if (activations.size() == 1 && activations.get(0).equals(Activations.requireNamed("exp"))) {
            if (first.dense.hasBias()) {
                coordinates.put(first.bias(unit), Scalar.ONE);
                outgoing(coordinates, second, unit, Scalar.ONE, Scalar.ZERO);
            }
        } else {
            scaling(activations).ifPresent(group -> {
                boolean hasPlace = (group.centre().isZero() || first.dense.hasBias())
                        && (group.value().isZero() || second.dense.hasBias());
                if (hasPlace) {
                    Scalar degree = Scalar.of(group.degree());
                    row(coordinates, first, unit, unit, group.centre());
                    outgoing(
                            coordinates,
                            second,
                            unit,
                            degree,
                            degree.multiply(group.value()).negate());
                }
            });
        }
        add(coordinates);
    }

    /** The scalings of a unit with one activation, or with many that are all homogeneous. */
    private static Optional<UnitGroup> scaling(List<Activation> activations) {
        boolean homogeneous = activations.stream()
                .allMatch(each -> PiecewiseAffine.of(each)
                        .filter(PiecewiseAffine::isHomogeneous)
                        .isPresent());
        if (homogeneous) {
            return Optional.of(UnitGroup.linear(UnitGroup.Scales.POSITIVE, Scalar.ZERO, true, 1));
        }
        return Optional.of(activations.get(0))
                .filter(each -> activations.size() == 1 && isPolynomial(each.expression()))
                .map(Activation::group)
                .filter(group ->
                        group.scales() == UnitGroup.Scales.NONZERO || group.scales() == UnitGroup.Scales.POSITIVE);
    }

    private static boolean isPolynomial(Expression formula) {
        boolean own = formula instanceof Expression.Constant
                || formula instanceof Expression.Variable
                || formula instanceof Expression.Sum
                || formula instanceof Expression.Product
                || formula instanceof Expression.Power power && power.exponent() > 0;
        return own && formula.children().stream().allMatch(GaugeDirections::isPolynomial);
    }
}
