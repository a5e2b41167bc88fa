package io.intertwine.cli;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * An input at which equivariance fails.
 *
 * @param generator the name of the generator g
 * @param input x
 * @param left f(g x)
 * @param right g f(x)
 * @param difference left - right
 */
record Counterexample(
        String generator, List<Scalar> input, List<Value> left, List<Value> right, List<Value> difference) {
    private static final int BITS = 80;

    Counterexample {
        input = List.copyOf(input);
        left = List.copyOf(left);
        right = List.copyOf(right);
        difference = List.copyOf(difference);
    }

    /** The largest entry of the difference in absolute value, or a little more. */
    BigFraction largestDifference() {
        return largest(difference);
    }

    /** The largest output in absolute value, or a little more. */
    BigFraction largestOutput() {
        BigFraction one = largest(left);
        BigFraction other = largest(right);
        return one.compareTo(other) > 0 ? one : other;
    }

    private static BigFraction largest(List<Value> values) {
        BigFraction largest = BigFraction.ZERO;
        for (Value value : values) {
            BigFraction size = size(value);
            largest = size.compareTo(largest) > 0 ? size : largest;
        }
        return largest;
    }

    /** An upper bound of the absolute value. */
    private static BigFraction size(Value value) {
        if (value instanceof Value.Exact exact) {
            RationalInterval bounds = exact.value().abs().bounds(BITS);
            return bounds.upper();
        }
        Value.Between between = (Value.Between) value;
        BigFraction upper = between.upper().abs();
        BigFraction lower = between.lower().abs();
        return upper.compareTo(lower) > 0 ? upper : lower;
    }
}
