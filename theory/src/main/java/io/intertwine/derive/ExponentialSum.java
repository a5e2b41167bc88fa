package io.intertwine.derive;

import java.util.ArrayList;
import java.util.List;

/**
 * A finite sum of functions c x^k e^(p(x)) with complex c and integer k; no two terms are like each other and no
 * coefficient is zero. Exponentials of different polynomials without constant term are linearly independent over C(x),
 * so the sum is zero only if it has no terms, and two sums are the same function only if they have the same terms.
 */
record ExponentialSum(List<ExponentialTerm> terms) {
    static final ExponentialSum ZERO = new ExponentialSum(List.of());

    private static final int MOST_TERMS = 64;
    private static final int MOST_PRODUCTS = 512;

    /** The terms that belong to one exponent: a Laurent polynomial times e^exponent. */
    record Group(Exponent exponent, List<ExponentialTerm> terms) {
        /** Whether the Laurent polynomial is a constant. */
        boolean isConstant() {
            return terms.size() == 1 && terms.get(0).power() == 0;
        }

        /** The highest power. */
        int degree() {
            return terms.stream().mapToInt(ExponentialTerm::power).max().orElseThrow();
        }

        /** Whether the Laurent polynomial has a pole at 0. */
        boolean hasPole() {
            return terms.stream().anyMatch(term -> term.power() < 0);
        }

        ComplexConstant coefficient(int power) {
            return terms.stream()
                    .filter(term -> term.power() == power)
                    .map(ExponentialTerm::coefficient)
                    .findFirst()
                    .orElse(ComplexConstant.ZERO);
        }
    }

    /** The sum of terms, like ones collected; an exception if it is not decided which are like or zero. */
    static ExponentialSum of(List<ExponentialTerm> parts) {
        List<ExponentialTerm> collected = new ArrayList<>();
        for (ExponentialTerm part : parts) {
            collect(collected, part);
        }
        collected.removeIf(term -> term.coefficient().isZero());
        if (collected.size() > MOST_TERMS) {
            throw new UndecidedException("a sum has more than " + MOST_TERMS + " terms");
        }
        return new ExponentialSum(List.copyOf(collected));
    }

    /** Adds a term to a list without like terms; coefficients in the list may become zero. */
    static void collect(List<ExponentialTerm> collected, ExponentialTerm part) {
        for (int i = 0; i < collected.size(); i++) {
            ExponentialTerm term = collected.get(i);
            if (term.isLike(part)) {
                ComplexConstant sum = term.coefficient().add(part.coefficient());
                collected.set(i, new ExponentialTerm(sum, term.power(), term.exponent()));
                return;
            }
        }
        collected.add(part);
    }

    ExponentialSum add(ExponentialSum other) {
        List<ExponentialTerm> parts = new ArrayList<>(terms);
        parts.addAll(other.terms);
        return of(parts);
    }

    ExponentialSum multiply(ExponentialSum other) {
        if (terms.size() * other.terms.size() > MOST_PRODUCTS) {
            throw new UndecidedException("a product has more than " + MOST_PRODUCTS + " terms");
        }
        List<ExponentialTerm> parts = new ArrayList<>();
        terms.forEach(term -> other.terms.forEach(factor -> parts.add(term.times(factor))));
        return of(parts);
    }

    ExponentialSum multiply(ComplexConstant factor) {
        return multiply(of(List.of(ExponentialTerm.constant(factor))));
    }

    ExponentialSum derivative() {
        return of(terms.stream().flatMap(term -> term.derivative().stream()).toList());
    }

    /** The terms by their exponents. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (ExponentialTerm term : terms) {
            Group group = groups.stream()
                    .filter(known -> known.exponent().isEqualTo(term.exponent()))
                    .findFirst()
                    .orElseGet(() -> new Group(term.exponent(), new ArrayList<>()));
            if (group.terms().isEmpty()) {
                groups.add(group);
            }
            group.terms().add(term);
        }
        return groups;
    }

    /** Whether the function is a polynomial. */
    boolean isPolynomial() {
        return terms.stream().allMatch(term -> term.exponent().degree() == 0 && term.power() >= 0);
    }

    /** The coefficient of x^power, with the exponent 0. */
    ComplexConstant polynomialCoefficient(int power) {
        return terms.stream()
                .filter(term -> term.power() == power && term.exponent().degree() == 0)
                .map(ExponentialTerm::coefficient)
                .findFirst()
                .orElse(ComplexConstant.ZERO);
    }
}
