package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Branch;
import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Enclosures of the derivatives of the outputs of a network with respect to its parameters, at inputs near which every activation is
 * analytic. Of a softmax the differences of the logits to the last one are derived.
 *
 * <p>The parameters are ordered as in {@link ParameterDerivatives}.
 */
public final class EnclosedDerivatives {
    private final Network network;
    private final int parameters;
    private final int bits;
    private final Map<Expression, Expression> derivatives = new HashMap<>();

    /**
     * The derivatives of a network.
     *
     * @param bits the precision, in bits after the binary point
     */
    public EnclosedDerivatives(Network network, int bits) {
        this.network = network;
        this.bits = bits;
        this.parameters = Math.toIntExact(Architecture.of(network).parameters());
    }

    /** D, the number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** The number of rows at an input. */
    public int rows() {
        return network.outputs() - (network.endsWithSoftmax() ? 1 : 0);
    }

    /**
     * The derivatives at an input, a row of D enclosures for every output. Empty where a unit is too near to a point where its activation
     * changes its formula, or has no bounded enclosure.
     */
    public Optional<List<List<Enclosure>>> at(List<Scalar> input) {
        List<List<Enclosure>> values = new ArrayList<>();
        List<List<Enclosure>> slopes = new ArrayList<>();
        values.add(input.stream().map(this::enclose).toList());
        for (Layer layer : network.layers()) {
            List<Enclosure> x = values.get(values.size() - 1);
            List<Enclosure> slope = new ArrayList<>();
            List<Enclosure> next = x;
            if (layer instanceof Layer.Dense dense) {
                next = after(dense, x);
            } else if (layer instanceof Layer.Entrywise entrywise) {
                next = new ArrayList<>();
                for (int j = 0; j < x.size(); j++) {
                    next.add(entrywise.units().get(j).enclose(x.get(j)));
                    slope(entrywise.units().get(j), x.get(j)).ifPresent(slope::add);
                }
                if (slope.size() < x.size() || !next.stream().allMatch(Enclosure::isBounded)) {
                    return Optional.empty();
                }
            }
            values.add(next);
            slopes.add(slope);
        }
        return Optional.of(backwards(values, slopes));
    }

    private Enclosure enclose(Scalar value) {
        RationalInterval bounds = value.bounds(bits + 2);
        return Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits);
    }

    private Enclosure times(Enclosure x, Scalar factor) {
        return factor.isRational() ? x.multiply(factor.rational()) : x.multiply(enclose(factor));
    }

    private Enclosure zero() {
        return Enclosure.from(BigFraction.ZERO, bits);
    }

    private Optional<Enclosure> slope(Activation unit, Enclosure z) {
        return Branch.at(unit.expression(), z)
                .map(branch -> derivatives
                        .computeIfAbsent(branch, Expression::derivative)
                        .enclose(z))
                .filter(Enclosure::isBounded);
    }

    private List<Enclosure> after(Layer.Dense dense, List<Enclosure> x) {
        List<Enclosure> result = new ArrayList<>();
        for (int i = 0; i < dense.outputs(); i++) {
            Enclosure sum = enclose(dense.bias(i));
            for (int j = 0; j < x.size(); j++) {
                if (!dense.weight().isZero(i, j)) {
                    sum = sum.add(times(x.get(j), dense.weight().get(i, j)));
                }
            }
            result.add(sum);
        }
        return result;
    }

    private List<List<Enclosure>> backwards(List<List<Enclosure>> values, List<List<Enclosure>> slopes) {
        List<List<Enclosure>> rows = new ArrayList<>();
        for (int o = 0; o < rows(); o++) {
            Enclosure[] row = new Enclosure[parameters];
            List<Enclosure> back = new ArrayList<>();
            for (int j = 0; j < network.outputs(); j++) {
                boolean last = network.endsWithSoftmax() && j == network.outputs() - 1;
                back.add(Enclosure.from(
                        j == o ? BigFraction.ONE : last ? BigFraction.MINUS_ONE : BigFraction.ZERO, bits));
            }
            int end = parameters;
            for (int s = network.layers().size() - 1; s >= 0; s--) {
                if (network.layers().get(s) instanceof Layer.Dense dense) {
                    end -= dense.outputs() * (dense.inputs() + (dense.hasBias() ? 1 : 0));
                    enter(row, end, dense, back, values.get(s));
                    back = before(dense, back);
                } else if (network.layers().get(s) instanceof Layer.Entrywise) {
                    back = products(back, slopes.get(s));
                }
            }
            rows.add(List.of(row));
        }
        return rows;
    }

    private static List<Enclosure> products(List<Enclosure> left, List<Enclosure> right) {
        List<Enclosure> products = new ArrayList<>();
        for (int j = 0; j < left.size(); j++) {
            products.add(left.get(j).multiply(right.get(j)));
        }
        return products;
    }

    private static void enter(
            Enclosure[] row, int offset, Layer.Dense dense, List<Enclosure> back, List<Enclosure> input) {
        int place = offset;
        for (Enclosure factor : back) {
            for (Enclosure value : input) {
                row[place++] = factor.multiply(value);
            }
            if (dense.hasBias()) {
                row[place++] = factor;
            }
        }
    }

    private List<Enclosure> before(Layer.Dense dense, List<Enclosure> back) {
        List<Enclosure> result = new ArrayList<>();
        for (int k = 0; k < dense.inputs(); k++) {
            Enclosure sum = zero();
            for (int j = 0; j < back.size(); j++) {
                if (!dense.weight().isZero(j, k)) {
                    sum = sum.add(times(back.get(j), dense.weight().get(j, k)));
                }
            }
            result.add(sum);
        }
        return result;
    }
}
