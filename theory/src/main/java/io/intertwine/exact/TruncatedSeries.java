package io.intertwine.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * The ring F_p[t] / (t^(N+1)) of truncated power series. A series is the array of its N + 1 coefficients, the constant term first.
 *
 * @param field F_p
 * @param order N, at least 0 and below p, so that series can be integrated
 */
public record TruncatedSeries(PrimeField field, int order) {
    public TruncatedSeries {
        if (order < 0 || order >= field.prime()) {
            throw new IllegalArgumentException(
                    "expected an order from 0 to " + (field.prime() - 1) + ", found " + order);
        }
    }

    /** A polynomial in several variables with its coefficients modulo p. */
    public record Compiled(List<Term> terms) {
        public Compiled {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A term of a polynomial.
     *
     * @param coefficient its residue
     * @param variables the variables, each as often as its exponent says
     */
    public record Term(long coefficient, List<Integer> variables) {
        public Term {
            variables = List.copyOf(variables);
        }
    }

    /** The number N + 1 of coefficients. */
    public int length() {
        return order + 1;
    }

    /** A constant. */
    public long[] constant(long value) {
        long[] series = new long[length()];
        series[0] = value;
        return series;
    }

    /** a + b. */
    public long[] add(long[] a, long[] b) {
        long[] sum = new long[length()];
        for (int n = 0; n <= order; n++) {
            sum[n] = field.add(a[n], b[n]);
        }
        return sum;
    }

    /** c a. */
    public long[] scale(long factor, long[] a) {
        long[] product = new long[length()];
        for (int n = 0; n <= order; n++) {
            product[n] = field.multiply(factor, a[n]);
        }
        return product;
    }

    /** a b. */
    public long[] multiply(long[] a, long[] b) {
        long[] product = new long[length()];
        for (int i = 0; i <= order; i++) {
            for (int j = 0; a[i] != 0 && i + j <= order; j++) {
                product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
            }
        }
        return product;
    }

    /** The derivative; its coefficient of t^N is not known and left 0. */
    public long[] derivative(long[] a) {
        long[] derivative = new long[length()];
        for (int n = 1; n <= order; n++) {
            derivative[n - 1] = field.multiply(n, a[n]);
        }
        return derivative;
    }

    /** The primitive with a constant term. */
    public long[] integral(long[] a, long constantTerm) {
        long[] integral = constant(constantTerm);
        for (int n = 1; n <= order; n++) {
            integral[n] = field.multiply(a[n - 1], field.inverse(n));
        }
        return integral;
    }

    /** The polynomial modulo p. Throws ArithmeticException where {@link PrimeField#of(Scalar)} does. */
    public Compiled compile(Polynomial polynomial) {
        List<Term> terms = new ArrayList<>();
        polynomial.forEach((coefficient, exponents) -> {
            List<Integer> variables = new ArrayList<>();
            for (int i = 0; i < exponents.length; i++) {
                for (int k = 0; k < exponents[i]; k++) {
                    variables.add(i);
                }
            }
            terms.add(new Term(field.of(coefficient), variables));
        });
        return new Compiled(terms);
    }

    /** The value of a polynomial at series, which are given by the index of the variable. */
    public long[] evaluate(Compiled polynomial, long[][] values) {
        long[] sum = new long[length()];
        for (Term term : polynomial.terms()) {
            long[] product = constant(term.coefficient());
            for (int variable : term.variables()) {
                product = multiply(product, values[variable]);
            }
            sum = add(sum, product);
        }
        return sum;
    }
}
