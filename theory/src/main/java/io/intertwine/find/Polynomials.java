package io.intertwine.find;

import io.intertwine.activation.Expression;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;

/** Networks whose activations are polynomials of a degree that can be expanded. */
final class Polynomials {
    private static final long LARGEST_DEGREE = 64;

    private Polynomials() {}

    /** Whether all activations are polynomials and the degree of the network is small; whether it fits is seen when it is expanded. */
    static boolean areExpandable(Network network) {
        long degree = 1;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Softmax) {
                return false;
            }
            if (layer instanceof Layer.Entrywise units) {
                long largest = 0;
                for (var unit : units.units()) {
                    long own = degree(unit.expression());
                    if (own < 0) {
                        return false;
                    }
                    largest = Math.max(largest, own);
                }
                degree = Math.min(degree * largest, LARGEST_DEGREE + 1);
            }
        }
        return degree <= LARGEST_DEGREE;
    }

    /** A bound for the degree; -1 if the formula is not written as a polynomial. */
    private static long degree(Expression formula) {
        if (formula instanceof Expression.Constant) {
            return 0;
        }
        if (formula instanceof Expression.Variable) {
            return 1;
        }
        if (formula instanceof Expression.Power power) {
            long base = degree(power.base());
            return power.exponent() < 0 || base < 0 ? -1 : base * power.exponent();
        }
        boolean sum = formula instanceof Expression.Sum;
        if (!sum && !(formula instanceof Expression.Product)) {
            return -1;
        }
        long total = 0;
        for (Expression part : formula.children()) {
            long degree = degree(part);
            if (degree < 0) {
                return -1;
            }
            total = sum ? Math.max(total, degree) : total + degree;
        }
        return total;
    }
}
