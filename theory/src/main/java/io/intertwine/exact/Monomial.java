package io.intertwine.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A product of powers of variables: the exponents by index, without zeros at the end. */
final class Monomial implements Comparable<Monomial> {
    final int[] exponents;

    Monomial(int[] exponents) {
        int length = exponents.length;
        while (length > 0 && exponents[length - 1] == 0) {
            length--;
        }
        this.exponents = Arrays.copyOf(exponents, length);
    }

    List<Integer> variables() {
        return IntStream.range(0, exponents.length)
                .filter(i -> exponents[i] > 0)
                .boxed()
                .toList();
    }

    int exponent(int variable) {
        return variable < exponents.length ? exponents[variable] : 0;
    }

    /** The total degree in the variables of index less than a bound. */
    int degree(int bound) {
        return Arrays.stream(exponents).limit(bound).sum();
    }

    Monomial times(Monomial other) {
        int[] sum = Arrays.copyOf(exponents, Math.max(exponents.length, other.exponents.length));
        for (int i = 0; i < other.exponents.length; i++) {
            sum[i] = Math.addExact(sum[i], other.exponents[i]);
        }
        return new Monomial(sum);
    }

    Monomial over(Monomial divisor) {
        int[] difference = exponents.clone();
        for (int i = 0; i < divisor.exponents.length; i++) {
            difference[i] -= divisor.exponents[i];
        }
        return new Monomial(difference);
    }

    boolean isMultipleOf(Monomial divisor) {
        if (divisor.exponents.length > exponents.length) {
            return false;
        }
        for (int i = 0; i < divisor.exponents.length; i++) {
            if (divisor.exponents[i] > exponents[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Monomial other) {
        if (exponents.length != other.exponents.length) {
            return Integer.compare(exponents.length, other.exponents.length);
        }
        for (int i = exponents.length - 1; i >= 0; i--) {
            if (exponents[i] != other.exponents[i]) {
                return Integer.compare(exponents[i], other.exponents[i]);
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial that && Arrays.equals(exponents, that.exponents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exponents);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = exponents.length - 1; i >= 0; i--) {
            if (exponents[i] > 0) {
                text.append("*y").append(i).append(exponents[i] > 1 ? "^" + exponents[i] : "");
            }
        }
        return text.toString();
    }
}
