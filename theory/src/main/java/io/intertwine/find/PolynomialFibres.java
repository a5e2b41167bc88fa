package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PolynomialSpan;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Other parameters of networks of polynomial activations whose parameters are visibly not identifiable; in each case there are
 * infinitely many classes. What is found has the same architecture and the same function, which the checker proves by expansion, and
 * differs in something that the latent groups do not change ({@code docs/FIBRES.md}):
 *
 * <ul>
 *   <li>A unit that is not read: its row is set to 0, or from 0 to something else. The number of zero rows changes.
 *   <li>Units of a layer whose values after the activation are linearly dependent as functions (with the constant 1, where the next
 *       layer has a bias); among them collinear rows of powers, all units of (1,n) bias-free powers, zero rows: multiples of the relation
 *       are added to the next layer's rows. The number of zero columns changes.
 *   <li>Two squares with proportional outgoing weights v and e v: q^2 + e p^2 is kept by the rational isometries of diag(1, e). One of the
 *       new units is no multiple of an old one.
 * </ul>
 */
public final class PolynomialFibres {
    private static final Activation SQUARE = Activations.power(2);

    private final Network network;
    private final List<List<Polynomial>> values;

    private PolynomialFibres(Network network, List<List<Polynomial>> values) {
        this.network = network;
        this.values = values;
    }

    /** A parameter of the same architecture with the same function that is not related to the given one. */
    public static Optional<Network> other(Network network) {
        return PolynomialUnits.of(network).flatMap(values -> new PolynomialFibres(network, values).other());
    }

    private Optional<Network> other() {
        for (int i = 0; i + 2 < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense first
                    && network.layers().get(i + 1) instanceof Layer.Entrywise units
                    && network.layers().get(i + 2) instanceof Layer.Dense second) {
                int layer = i;
                // In this order: what comes later supposes that what came before does not occur.
                Optional<Network> found = unread(layer, first, second)
                        .or(() -> dependent(layer, second))
                        .or(() -> rotated(layer, first, units, second));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Network with(int layer, Layer.Dense replacement) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(layer, replacement);
        return new Network(layers);
    }

    private Optional<Network> unread(int layer, Layer.Dense first, Layer.Dense second) {
        for (int unit = 0; unit < first.outputs(); unit++) {
            if (column(second.weight(), unit).stream().allMatch(Scalar::isZero)) {
                int row = unit;
                boolean zero = first.weight().isZeroRow(unit);
                ExactMatrix weight = ExactMatrix.build(
                        first.outputs(),
                        first.inputs(),
                        (i, j) -> i != row ? first.weight().get(i, j) : zero && j == 0 ? Scalar.ONE : Scalar.ZERO);
                return Optional.of(with(layer, new Layer.Dense(weight, first.biases())));
            }
        }
        return Optional.empty();
    }

    private Optional<Network> dependent(int layer, Layer.Dense second) {
        List<Polynomial> known = new ArrayList<>(second.hasBias() ? List.of(Polynomial.ONE) : List.of());
        for (Polynomial value : values.get(layer + 1)) {
            Optional<List<Scalar>> coordinates = PolynomialSpan.of(known).coordinates(value);
            if (coordinates.isPresent()) {
                return shifted(layer, second, relation(known, value, second));
            }
            known.add(value);
        }
        return Optional.empty();
    }

    /**
     * The coefficients of a relation between the constant 1, where the next layer has a bias, and the values of the units: those known so
     * far are independent, and the next one is in their span.
     */
    private static List<Scalar> relation(List<Polynomial> known, Polynomial value, Layer.Dense second) {
        List<Scalar> relation = new ArrayList<>();
        for (Scalar coordinate : PolynomialSpan.of(known).coordinates(value).orElseThrow()) {
            relation.add(coordinate.negate());
        }
        relation.add(Scalar.ONE);
        if (!second.hasBias()) {
            relation.add(0, Scalar.ZERO);
        }
        while (relation.size() <= second.inputs()) {
            relation.add(Scalar.ZERO);
        }
        return relation;
    }

    /** Adds multiples of the relation to the rows of the next layer, so that the number of units that are not read changes. */
    private Optional<Network> shifted(int layer, Layer.Dense second, List<Scalar> relation) {
        ExactMatrix weight = second.weight();
        List<List<Scalar>> shifts = new ArrayList<>();
        for (int unit = 0; unit < second.inputs(); unit++) {
            Scalar coefficient = relation.get(unit + 1);
            if (!coefficient.isZero()) {
                shifts.add(column(weight, unit).stream()
                        .map(entry -> entry.divide(coefficient).negate())
                        .toList());
            }
        }
        for (int size = 1; size <= second.inputs() + 1; size++) {
            Scalar entry = Scalar.of(size);
            shifts.add(IntStream.range(0, second.outputs())
                    .mapToObj(i -> i == 0 ? entry : Scalar.ZERO)
                    .toList());
        }
        long unread = unreadUnits(weight);
        return shifts.stream()
                .map(shift -> shifted(second, relation, shift))
                .filter(other -> unreadUnits(other.weight()) != unread)
                .findFirst()
                .map(other -> with(layer + 2, other));
    }

    private static Layer.Dense shifted(Layer.Dense dense, List<Scalar> relation, List<Scalar> shift) {
        ExactMatrix weight = ExactMatrix.build(
                dense.outputs(),
                dense.inputs(),
                (i, j) -> dense.weight().get(i, j).add(shift.get(i).multiply(relation.get(j + 1))));
        List<Scalar> bias = !dense.hasBias()
                ? List.of()
                : IntStream.range(0, dense.outputs())
                        .mapToObj(i -> dense.bias(i).add(shift.get(i).multiply(relation.get(0))))
                        .toList();
        return new Layer.Dense(weight, bias);
    }

    private static long unreadUnits(ExactMatrix weight) {
        return IntStream.range(0, weight.columns())
                .filter(unit -> column(weight, unit).stream().allMatch(Scalar::isZero))
                .count();
    }

    private static List<Scalar> column(ExactMatrix weight, int column) {
        return weight.transpose().row(column);
    }

    private Optional<Network> rotated(int layer, Layer.Dense first, Layer.Entrywise units, Layer.Dense second) {
        for (int k = 0; k < first.outputs(); k++) {
            for (int j = 0; j < k; j++) {
                if (units.units().get(j).equals(SQUARE) && units.units().get(k).equals(SQUARE)) {
                    int left = j;
                    int right = k;
                    Optional<Network> found = ratio(column(second.weight(), j), column(second.weight(), k))
                            .flatMap(ratio -> rotated(layer, first, left, right, ratio));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The e with right = e left, for columns that are not 0. */
    private static Optional<Scalar> ratio(List<Scalar> left, List<Scalar> right) {
        int place = 0;
        while (left.get(place).isZero()) {
            place++;
        }
        Scalar ratio = right.get(place).divide(left.get(place));
        boolean proportional = IntStream.range(0, left.size())
                .allMatch(i -> left.get(i).multiply(ratio).equals(right.get(i)));
        return proportional ? Optional.of(ratio) : Optional.empty();
    }

    /** The isometry [[a, -e b], [b, a]] of diag(1, e), with a^2 + e b^2 = 1, applied to two rows. */
    private Optional<Network> rotated(int layer, Layer.Dense first, int left, int right, Scalar e) {
        for (int slope = 2; slope < 6 + 2 * first.outputs(); slope++) {
            Scalar s = Scalar.of(1, slope);
            Scalar square = e.multiply(s).multiply(s);
            Scalar denominator = Scalar.ONE.add(square);
            if (denominator.isZero()) {
                continue;
            }
            Scalar a = Scalar.ONE.subtract(square).divide(denominator);
            Scalar b = s.multiply(2).divide(denominator);
            List<List<Scalar>> rows = new ArrayList<>();
            for (int i = 0; i < first.outputs(); i++) {
                rows.add(
                        i == left
                                ? combined(first, left, a, right, e.multiply(b).negate())
                                : i == right ? combined(first, left, b, right, a) : row(first, i));
            }
            Polynomial unit = values.get(layer)
                    .get(left)
                    .multiply(a)
                    .subtract(values.get(layer).get(right).multiply(e.multiply(b)));
            if (values.get(layer).stream()
                    .allMatch(old -> PolynomialSpan.of(List.of(unit, old)).dimension() == 2)) {
                return Optional.of(with(layer, dense(first, rows)));
            }
        }
        return Optional.empty();
    }

    /** The row of a unit with its bias at the end. */
    private static List<Scalar> row(Layer.Dense dense, int unit) {
        List<Scalar> row = new ArrayList<>(dense.weight().row(unit));
        row.add(dense.bias(unit));
        return row;
    }

    private static List<Scalar> combined(Layer.Dense dense, int left, Scalar a, int right, Scalar b) {
        List<Scalar> first = row(dense, left);
        List<Scalar> second = row(dense, right);
        return IntStream.range(0, first.size())
                .mapToObj(i -> first.get(i).multiply(a).add(second.get(i).multiply(b)))
                .toList();
    }

    private static Layer.Dense dense(Layer.Dense like, List<List<Scalar>> rows) {
        ExactMatrix weight = ExactMatrix.build(
                like.outputs(), like.inputs(), (i, j) -> rows.get(i).get(j));
        List<Scalar> bias = like.hasBias()
                ? rows.stream().map(row -> row.get(like.inputs())).toList()
                : List.of();
        return new Layer.Dense(weight, bias);
    }
}
