package io.intertwine.dimension;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.math.BigInteger;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How sure a rank is that falls short of the upper bound. Were the generic rank larger than r, some minor of size r + 1 would be a
 * nonzero polynomial in parameters and inputs, of degree at most (r + 1) d, where d is the degree of the outputs in both; it vanishes
 * at a point drawn from (F_p \ 0)^n with probability at most (r + 1) d / (p - 1) (J. T. Schwartz 1980; R. Zippel 1979), unless it is zero
 * modulo p, which is so for finitely many primes only.
 */
final class ValueProbability {
    private ValueProbability() {}

    static String sentence(Architecture architecture, int rank, Collection<Long> primes) {
        BigInteger degree = degree(architecture).multiply(BigInteger.valueOf(rank + 1L));
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        for (long prime : primes) {
            above = above.multiply(degree.min(BigInteger.valueOf(prime - 1)));
            below = below.multiply(BigInteger.valueOf(prime - 1));
        }
        int bits = Math.max(0, below.bitLength() - 1 - above.bitLength());
        String all = primes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "The rank was " + rank + " at independent random points modulo " + all
                + ". Were the dimension larger, this would happen "
                + "with probability at most 2^-" + bits + " (minors of degree at most " + degree
                + " in parameters and inputs), unless a minor is divisible by one of these primes.";
    }

    /** The degree of the outputs in parameters and inputs together. */
    private static BigInteger degree(Architecture architecture) {
        BigInteger degree = BigInteger.ONE;
        for (LayerShape layer : architecture.layers()) {
            if (layer instanceof LayerShape.Dense) {
                degree = degree.add(BigInteger.ONE);
            } else if (layer instanceof Layer.Entrywise entrywise) {
                degree = degree.multiply(BigInteger.valueOf(entrywise.units().stream()
                        .map(Activation::expression)
                        .mapToLong(ValueProbability::degree)
                        .max()
                        .orElse(1)));
            }
        }
        return degree;
    }

    private static long degree(Expression formula) {
        if (formula instanceof Expression.Variable) {
            return 1;
        }
        long sum = 0;
        long largest = 0;
        for (Expression part : formula.children()) {
            sum += degree(part);
            largest = Math.max(largest, degree(part));
        }
        if (formula instanceof Expression.Power power) {
            return largest * Math.abs(power.exponent());
        }
        return formula instanceof Expression.Sum ? largest : sum;
    }
}
