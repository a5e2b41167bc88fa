package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The formula of one unit in a normal form that does not depend on the order of sums and products, nor on where their constants stand:
 * a sum of products of powers of x, of values of functions, and of sums. Equal formulas mean equal functions; the converse need not
 * hold.
 *
 * @param products the coefficient of every product, which is a text of the grammar of activations
 */
record Canonical(Map<Product, Scalar> products) {
    private static final Canonical X = of(new Product(Map.of("x", 1)), Scalar.ONE);

    Canonical {
        products = new TreeMap<>(products);
        products.values().removeIf(Scalar::isZero);
    }

    /** A product of powers of factors; the empty one is 1. */
    record Product(Map<String, Integer> powers) implements Comparable<Product> {
        Product {
            powers = new TreeMap<>(powers);
            powers.values().removeIf(power -> power == 0);
        }

        @Override
        public int compareTo(Product other) {
            return powers.toString().compareTo(other.powers.toString());
        }

        private Product times(Product other) {
            Map<String, Integer> result = new TreeMap<>(powers);
            other.powers.forEach((factor, power) -> result.merge(factor, power, Integer::sum));
            return new Product(result);
        }

        private Product reciprocal() {
            Map<String, Integer> result = new TreeMap<>();
            powers.forEach((factor, power) -> result.put(factor, -power));
            return new Product(result);
        }

        private String text(Scalar coefficient) {
            List<String> factors = new ArrayList<>();
            StringBuilder divisors = new StringBuilder();
            powers.forEach((factor, power) -> {
                String text = Math.abs(power) == 1 ? factor : factor + "^" + Math.abs(power);
                if (power > 0) {
                    factors.add(text);
                } else {
                    divisors.append("/").append(text);
                }
            });
            if (!coefficient.isOne() || factors.isEmpty()) {
                factors.add(0, coefficient.isRational() ? coefficient.toString() : "(" + coefficient + ")");
            }
            return String.join("*", factors) + divisors;
        }
    }

    private static Canonical of(Product product, Scalar coefficient) {
        return new Canonical(Map.of(product, coefficient));
    }

    private static Canonical constant(Scalar value) {
        return of(new Product(Map.of()), value);
    }

    /** The formula of a unit. */
    static Canonical of(Term term, int unit) {
        if (term instanceof Term.Affine line) {
            return X.times(constant(line.slope().of(unit)))
                    .plus(constant(line.shift().of(unit)));
        }
        if (term instanceof Term.Sum sum) {
            return of(sum.left(), unit).plus(of(sum.right(), unit));
        }
        if (term instanceof Term.Product product) {
            return of(product.left(), unit).times(of(product.right(), unit));
        }
        if (term instanceof Term.Reciprocal reciprocal) {
            return of(reciprocal.divisor(), unit).reciprocal();
        }
        Term.Value value = (Term.Value) term;
        String argument = of(value.argument(), unit).text();
        return of(new Product(Map.of(value.of(unit).text(argument), 1)), Scalar.ONE);
    }

    private Canonical plus(Canonical other) {
        Map<Product, Scalar> result = new TreeMap<>(products);
        other.products.forEach((product, coefficient) -> result.merge(product, coefficient, Scalar::add));
        return new Canonical(result);
    }

    private Canonical times(Canonical other) {
        if (products.isEmpty() || other.products.isEmpty()) {
            return new Canonical(Map.of());
        }
        if (isConstant() || other.isConstant()) {
            Scalar factor = isConstant() ? coefficient() : other.coefficient();
            Map<Product, Scalar> result = new TreeMap<>();
            (isConstant() ? other : this).products.forEach((product, old) -> result.put(product, old.multiply(factor)));
            return new Canonical(result);
        }
        Canonical left = single();
        Canonical right = other.single();
        return of(left.product().times(right.product()), left.coefficient().multiply(right.coefficient()));
    }

    private Canonical reciprocal() {
        if (products.isEmpty()) {
            throw new IllegalArgumentException("divides by zero");
        }
        Canonical single = single();
        return of(single.product().reciprocal(), single.coefficient().reciprocal());
    }

    /** This sum as one product: a sum of several becomes a factor, whose first coefficient is 1. */
    private Canonical single() {
        if (products.size() == 1) {
            return this;
        }
        Scalar first = coefficient();
        String text = "(" + times(constant(first.reciprocal())).text() + ")";
        return of(new Product(Map.of(text, 1)), first);
    }

    private boolean isConstant() {
        return products.size() == 1 && product().powers().isEmpty();
    }

    private Product product() {
        return products.keySet().iterator().next();
    }

    private Scalar coefficient() {
        return products.values().iterator().next();
    }

    /** The formula as a text that activations are read from. */
    String text() {
        return products.isEmpty()
                ? "0"
                : products.entrySet().stream()
                        .map(entry -> entry.getKey().text(entry.getValue()))
                        .collect(Collectors.joining(" + "));
    }
}
