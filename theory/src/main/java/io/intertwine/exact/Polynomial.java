package io.intertwine.exact;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * A polynomial in variables y_0, y_1, ... with exact coefficients, held as its nonzero terms in lexicographic order, in which a
 * variable of larger index is greater.
 */
public final class Polynomial {
    /** The most products of two terms in one multiplication. */
    public static final int PRODUCT_LIMIT = 200_000;

    /** The polynomial 0. */
    public static final Polynomial ZERO = new Polynomial(Collections.emptyNavigableMap());
    /** The polynomial 1. */
    public static final Polynomial ONE = of(Scalar.ONE);

    private final NavigableMap<Monomial, Scalar> terms;

    private Polynomial(NavigableMap<Monomial, Scalar> terms) {
        this.terms = terms;
    }

    /** A constant polynomial. */
    public static Polynomial of(Scalar constant) {
        return term(new Monomial(new int[0]), constant);
    }

    /** The variable of an index, from 0 on. */
    public static Polynomial variable(int index) {
        int[] exponents = new int[index + 1];
        exponents[index] = 1;
        return term(new Monomial(exponents), Scalar.ONE);
    }

    private static Polynomial term(Monomial monomial, Scalar coefficient) {
        NavigableMap<Monomial, Scalar> terms = new TreeMap<>();
        if (!coefficient.isZero()) {
            terms.put(monomial, coefficient);
        }
        return new Polynomial(terms);
    }

    /** Whether this is 0. */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /** The number of terms. */
    public int size() {
        return terms.size();
    }

    /** The coefficient of the greatest term. Throws java.util.NoSuchElementException for 0. */
    public Scalar leadingCoefficient() {
        return terms.lastEntry().getValue();
    }

    /** Whether the greatest term is greater than that of another polynomial; both are not 0. */
    boolean leads(Polynomial other) {
        return terms.lastKey().compareTo(other.terms.lastKey()) > 0;
    }

    /** The indices of the variables that occur, ascending, each once. */
    public List<Integer> variables() {
        return terms.keySet().stream()
                .flatMap(monomial -> monomial.variables().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether no variable occurs. */
    public boolean isConstant() {
        return terms.isEmpty() || terms.lastKey().exponents.length == 0;
    }

    /** The constant term. */
    public Scalar constant() {
        return terms.getOrDefault(new Monomial(new int[0]), Scalar.ZERO);
    }

    /** The coefficient at the greatest monomial of another polynomial, which must not be 0. */
    public Scalar coefficient(Polynomial monomial) {
        return terms.getOrDefault(monomial.terms.lastKey(), Scalar.ZERO);
    }

    /** Whether this is not 0 and every nonzero coefficient is positive. */
    public boolean hasPositiveCoefficients() {
        return !isZero() && terms.values().stream().allMatch(coefficient -> coefficient.signum() > 0);
    }

    /** Visits the terms, least first: the coefficient, and the exponents of the variables by index, which may end early. */
    public void forEach(BiConsumer<Scalar, int[]> visitor) {
        terms.forEach((monomial, coefficient) -> visitor.accept(coefficient, monomial.exponents.clone()));
    }

    /** The largest total degree of a term in the variables y_0, ..., y_(variables - 1); -1 for 0. */
    public int degree(int variables) {
        return terms.keySet().stream()
                .mapToInt(monomial -> monomial.degree(variables))
                .max()
                .orElse(-1);
    }

    /** The terms of a total degree in the variables y_0, ..., y_(variables - 1). */
    public Polynomial part(int degree, int variables) {
        NavigableMap<Monomial, Scalar> part = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> {
            if (monomial.degree(variables) == degree) {
                part.put(monomial, coefficient);
            }
        });
        return new Polynomial(part);
    }

    /** This as a polynomial in the other variables: its nonzero coefficients, which are polynomials in the variable of this index. */
    public List<UnivariatePolynomial> coefficientsIn(int variable) {
        Map<Monomial, Polynomial> rows = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> {
            int exponent = monomial.exponent(variable);
            Monomial own = variable(variable).pow(exponent).terms.lastKey();
            rows.merge(monomial.over(own), term(own, coefficient), Polynomial::add);
        });
        return rows.values().stream().map(row -> row.univariate(variable)).toList();
    }

    private UnivariatePolynomial univariate(int variable) {
        Scalar[] coefficients = new Scalar[terms.lastKey().exponent(variable) + 1];
        Arrays.fill(coefficients, Scalar.ZERO);
        terms.forEach((monomial, coefficient) -> coefficients[monomial.exponent(variable)] = coefficient);
        return new UnivariatePolynomial(List.of(coefficients));
    }

    /** The sum. */
    public Polynomial add(Polynomial other) {
        NavigableMap<Monomial, Scalar> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> accumulate(sum, monomial, coefficient));
        return new Polynomial(sum);
    }

    /** The difference. */
    public Polynomial subtract(Polynomial other) {
        return add(other.multiply(Scalar.MINUS_ONE));
    }

    /** The product with a number. */
    public Polynomial multiply(Scalar factor) {
        return multiply(of(factor));
    }

    /** The product. Throws ArithmeticException if it takes more than {@link #PRODUCT_LIMIT} products of terms. */
    public Polynomial multiply(Polynomial other) {
        if ((long) size() * other.size() > PRODUCT_LIMIT) {
            throw new ArithmeticException("expected at most " + PRODUCT_LIMIT + " products of terms, found " + size()
                    + " times " + other.size() + " terms");
        }
        NavigableMap<Monomial, Scalar> product = new TreeMap<>();
        terms.forEach(
                (left, a) -> other.terms.forEach((right, b) -> accumulate(product, left.times(right), a.multiply(b))));
        return new Polynomial(product);
    }

    /** The power with an exponent of zero or more. */
    public Polynomial pow(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("expected an exponent of zero or more, found " + exponent);
        }
        Polynomial power = ONE;
        for (int i = 0; i < exponent; i++) {
            power = power.multiply(this);
        }
        return power;
    }

    private static void accumulate(Map<Monomial, Scalar> sum, Monomial monomial, Scalar coefficient) {
        sum.merge(monomial, coefficient, (a, b) -> {
            Scalar total = a.add(b);
            return total.isZero() ? null : total;
        });
    }

    /**
     * What is left of this after division by nonzero polynomials: this less a combination of them with polynomial factors, with no
     * term that a leading term of theirs divides (D. Cox, J. Little, D. O'Shea, Ideals, Varieties, and Algorithms, section 2.3).
     * Zero proves that this is in their ideal; the converse need not hold.
     *
     * @param divisors nonzero polynomials, tried in their order
     * @param limit the most terms that are subtracted in all
     * @throws ArithmeticException if the division subtracts more
     */
    public Polynomial remainder(List<Polynomial> divisors, int limit) {
        NavigableMap<Monomial, Scalar> rest = new TreeMap<>(terms);
        NavigableMap<Monomial, Scalar> remainder = new TreeMap<>();
        long subtracted = 0;
        while (!rest.isEmpty()) {
            Map.Entry<Monomial, Scalar> leading = rest.lastEntry();
            Polynomial divisor = divisors.stream()
                    .filter(candidate -> leading.getKey().isMultipleOf(candidate.terms.lastKey()))
                    .findFirst()
                    .orElse(ZERO);
            if (divisor.isZero()) {
                rest.pollLastEntry();
                remainder.put(leading.getKey(), leading.getValue());
                continue;
            }
            subtracted += divisor.size();
            if (subtracted > limit) {
                throw new ArithmeticException("the division subtracts more than " + limit + " terms");
            }
            Monomial quotient = leading.getKey().over(divisor.terms.lastKey());
            Scalar factor =
                    leading.getValue().divide(divisor.leadingCoefficient()).negate();
            divisor.terms.forEach((monomial, coefficient) ->
                    accumulate(rest, monomial.times(quotient), coefficient.multiply(factor)));
        }
        return new Polynomial(remainder);
    }

    /** The polynomial with others in the place of its variables. */
    public Polynomial substitute(IntFunction<Polynomial> values) {
        Polynomial sum = ZERO;
        for (Map.Entry<Monomial, Scalar> entry : terms.entrySet()) {
            Polynomial product = of(entry.getValue());
            for (int variable : entry.getKey().variables()) {
                product = product.multiply(values.apply(variable).pow(entry.getKey().exponents[variable]));
            }
            sum = sum.add(product);
        }
        return sum;
    }

    /** The derivative when the variables are functions with these derivatives: the sum of (d this / d y_i) y_i'. */
    public Polynomial derivative(IntFunction<Polynomial> derivatives) {
        Polynomial sum = ZERO;
        for (int variable : variables()) {
            sum = sum.add(partial(variable).multiply(derivatives.apply(variable)));
        }
        return sum;
    }

    private Polynomial partial(int variable) {
        NavigableMap<Monomial, Scalar> partial = new TreeMap<>();
        Monomial divisor = variable(variable).terms.lastKey();
        terms.forEach((monomial, coefficient) -> {
            if (monomial.isMultipleOf(divisor)) {
                partial.put(monomial.over(divisor), coefficient.multiply(monomial.exponents[variable]));
            }
        });
        return new Polynomial(partial);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** The terms, greatest first: {@code (2)*y3^2*y1 + (-1)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        terms.descendingMap()
                .forEach((monomial, coefficient) -> text.append(text.isEmpty() ? "" : " + ")
                        .append("(")
                        .append(coefficient)
                        .append(")")
                        .append(monomial));
        return text.isEmpty() ? "0" : text.toString();
    }
}
