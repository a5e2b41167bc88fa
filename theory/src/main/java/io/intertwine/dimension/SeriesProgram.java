package io.intertwine.dimension;

import io.intertwine.activation.GenericUnit;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PrimeField;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves the differential equation of a unit along a series z(t), one coefficient after the other: the coefficients of all products up to
 * t^n give the coefficients of the functions at t^(n+1). This takes N^2 steps a product, where {@link io.intertwine.net.GenericJacobian}
 * takes N^3.
 */
final class SeriesProgram {
    private final ModularSums sums;
    private final GenericUnit unit;
    /** Node i < variables is a function; the next is the constant 1; the others are products of an earlier node and a function. */
    private final List<int[]> products = new ArrayList<>();

    private final int one;
    private final List<Linear> derivatives = new ArrayList<>();
    private final Linear value;
    private final Linear rate;

    /** A linear combination of nodes. */
    private static final class Linear {
        private final int[] nodes;
        private final long[] coefficients;

        Linear(List<Integer> nodes, List<Long> coefficients) {
            this.nodes = nodes.stream().mapToInt(Integer::intValue).toArray();
            this.coefficients = coefficients.stream().mapToLong(Long::longValue).toArray();
        }
    }

    SeriesProgram(GenericUnit unit, ModularSums sums) {
        this.unit = unit;
        this.sums = sums;
        this.one = unit.variables().size();
        for (GenericUnit.Variable variable : unit.variables()) {
            derivatives.add(linear(variable.derivative()));
        }
        value = linear(unit.function());
        rate = linear(unit.slope());
    }

    private Linear linear(Polynomial polynomial) {
        List<Integer> nodes = new ArrayList<>();
        List<Long> coefficients = new ArrayList<>();
        PrimeField field = sums.field();
        polynomial.forEach((coefficient, exponents) -> {
            int node = one;
            for (int i = 0; i < exponents.length; i++) {
                for (int k = 0; k < exponents[i]; k++) {
                    node = node == one ? i : product(node, i);
                }
            }
            nodes.add(node);
            coefficients.add(field.of(coefficient));
        });
        return new Linear(nodes, coefficients);
    }

    private int product(int left, int right) {
        for (int k = 0; k < products.size(); k++) {
            if (products.get(k)[0] == left && products.get(k)[1] == right) {
                return one + 1 + k;
            }
        }
        products.add(new int[] {left, right});
        return one + products.size();
    }

    /** Writes s(z(t)) and s'(z(t)), where the functions have the given values at t = 0, into longer arrays from a place on. */
    void run(long[] start, long[] z, long[] function, long[] slope, int place) {
        int length = z.length;
        long[][] nodes = new long[one + 1 + products.size()][length];
        for (int i = 0; i < one; i++) {
            nodes[i][0] = start[i];
        }
        nodes[one][0] = 1;
        long[] velocity = velocity(z);
        long[][] rates = new long[one][length];
        for (int n = 0; n < length; n++) {
            for (int k = 0; k < products.size(); k++) {
                int[] product = products.get(k);
                nodes[one + 1 + k][n] = sums.convolution(nodes[product[0]], nodes[product[1]], n);
            }
            if (n + 1 < length) {
                step(nodes, rates, velocity, n);
            }
        }
        for (int n = 0; n < length; n++) {
            function[place + n] = coefficient(value, nodes, n);
            slope[place + n] = coefficient(rate, nodes, n);
        }
    }

    private long[] velocity(long[] z) {
        long[] velocity = new long[z.length];
        for (int n = 1; n < z.length; n++) {
            velocity[n - 1] = sums.field().multiply(n, z[n]);
        }
        return velocity;
    }

    private void step(long[][] nodes, long[][] rates, long[] velocity, int n) {
        long inverse = sums.inverse(n + 1);
        for (int i : unit.order()) {
            rates[i][n] = coefficient(derivatives.get(i), nodes, n);
            nodes[i][n + 1] = sums.field().multiply(inverse, sums.convolution(rates[i], velocity, n));
        }
    }

    private long coefficient(Linear linear, long[][] nodes, int n) {
        long sum = 0;
        for (int k = 0; k < linear.nodes.length; k++) {
            sum = sums.field().add(sum, sums.field().multiply(linear.coefficients[k], nodes[linear.nodes[k]][n]));
        }
        return sum;
    }
}
