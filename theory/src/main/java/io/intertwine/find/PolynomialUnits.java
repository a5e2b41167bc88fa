package io.intertwine.find;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The outputs of every layer of a network of polynomial activations, as polynomials in the inputs. */
final class PolynomialUnits {
    /** The largest total degree of an output. */
    private static final int LARGEST_DEGREE = 64;

    private PolynomialUnits() {}

    /** A list of polynomials for every layer; empty if an activation is no polynomial, or they grow too large. */
    static Optional<List<List<Polynomial>>> of(Network network) {
        List<List<Polynomial>> all = new ArrayList<>();
        List<Polynomial> values = IntStream.range(0, network.inputs())
                .mapToObj(Polynomial::variable)
                .toList();
        try {
            for (Layer layer : network.layers()) {
                List<Polynomial> next = new ArrayList<>();
                for (int i = 0; i < layer.outputs(); i++) {
                    Optional<Polynomial> unit = unit(layer, i, values);
                    if (unit.isEmpty() || unit.get().degree(network.inputs()) > LARGEST_DEGREE) {
                        return Optional.empty();
                    }
                    next.add(unit.get());
                }
                values = next;
                all.add(List.copyOf(next));
            }
            return Optional.of(List.copyOf(all));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Polynomial> unit(Layer layer, int unit, List<Polynomial> values) {
        if (layer instanceof Layer.Dense dense) {
            Polynomial sum = Polynomial.of(dense.bias(unit));
            for (int j = 0; j < values.size(); j++) {
                Scalar weight = dense.weight().get(unit, j);
                sum = weight.isZero() ? sum : sum.add(values.get(j).multiply(weight));
            }
            return Optional.of(sum);
        }
        return layer instanceof Layer.Entrywise units
                ? apply(units.units().get(unit).expression(), values.get(unit))
                : Optional.empty();
    }

    private static Optional<Polynomial> apply(Expression formula, Polynomial x) {
        if (formula instanceof Expression.Constant constant) {
            return Optional.of(Polynomial.of(constant.value()));
        }
        if (formula instanceof Expression.Variable) {
            return Optional.of(x);
        }
        if (formula instanceof Expression.Power power) {
            return power.exponent() < 0 || power.exponent() > LARGEST_DEGREE
                    ? Optional.empty()
                    : apply(power.base(), x).map(base -> base.pow(power.exponent()));
        }
        boolean sum = formula instanceof Expression.Sum;
        if (!sum && !(formula instanceof Expression.Product)) {
            return Optional.empty();
        }
        Polynomial result = sum ? Polynomial.ZERO : Polynomial.ONE;
        for (Expression part : formula.children()) {
            Optional<Polynomial> next = apply(part, x);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            result = sum ? result.add(next.get()) : result.multiply(next.get());
        }
        return Optional.of(result);
    }
}
