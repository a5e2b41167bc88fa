package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Networks of polynomial activations are polynomials in the inputs; they have the same function exactly if these are the same. */
final class ExpansionRule {
    /** The most bits of a power's coefficient, as far as the base tells. */
    private static final long MOST_BITS = 1_000_000;

    private ExpansionRule() {}

    static void requireEqual(Network f, Network g) throws Rejection {
        try {
            List<Polynomial> left = expand(f);
            List<Polynomial> right = expand(g);
            for (int i = 0; i < left.size(); i++) {
                Rejection.unless(left.get(i).equals(right.get(i)), "output " + i + " is another polynomial");
            }
        } catch (ArithmeticException tooLarge) {
            throw new Rejection("the polynomials are too large: " + tooLarge.getMessage());
        }
    }

    /** The outputs as polynomials in the inputs. */
    static List<Polynomial> expand(Network network) throws Rejection {
        List<Polynomial> values = new ArrayList<>();
        for (int i = 0; i < network.inputs(); i++) {
            values.add(Polynomial.variable(i));
        }
        for (Layer layer : network.layers()) {
            values = expand(layer, values);
        }
        return values;
    }

    private static List<Polynomial> expand(Layer layer, List<Polynomial> x) throws Rejection {
        List<Polynomial> result = new ArrayList<>();
        for (int i = 0; i < layer.outputs(); i++) {
            if (layer instanceof Layer.Dense dense) {
                Polynomial sum = Polynomial.of(dense.bias(i));
                for (int j = 0; j < x.size(); j++) {
                    Scalar weight = dense.weight().get(i, j);
                    sum = weight.isZero() ? sum : sum.add(x.get(j).multiply(weight));
                }
                result.add(sum);
            } else if (layer instanceof Layer.Entrywise units) {
                result.add(expand(units.units().get(i).expression(), x.get(i)));
            } else {
                throw new Rejection("a softmax is not a polynomial");
            }
        }
        return result;
    }

    private static Polynomial expand(Expression formula, Polynomial x) throws Rejection {
        if (formula instanceof Expression.Constant constant) {
            return Polynomial.of(constant.value());
        }
        if (formula instanceof Expression.Variable) {
            return x;
        }
        if (formula instanceof Expression.Power power && power.exponent() >= 0) {
            Polynomial base = expand(power.base(), x);
            Rejection.unless(bits(base) * power.exponent() <= MOST_BITS, "a power is too large");
            return base.pow(power.exponent());
        }
        boolean sum = formula instanceof Expression.Sum;
        Rejection.unless(sum || formula instanceof Expression.Product, "not a polynomial: " + formula);
        Polynomial result = sum ? Polynomial.ZERO : Polynomial.ONE;
        for (Expression part : formula.children()) {
            Polynomial next = expand(part, x);
            result = sum ? result.add(next) : result.multiply(next);
        }
        return result;
    }

    private static long bits(Polynomial polynomial) {
        List<Integer> bits = new ArrayList<>(List.of(1));
        polynomial.forEach((coefficient, exponents) -> coefficient
                .coefficients()
                .forEach(part -> bits.add(
                        part.getNumerator().bitLength() + part.getDenominator().bitLength())));
        return Collections.max(bits);
    }
}
