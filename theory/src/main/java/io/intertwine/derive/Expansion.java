package io.intertwine.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What is known of a function as x goes to infinity: f(x) = (terms, of decreasing growth) + O(error). All coefficients
 * and exponents are real. Without an error the terms are all of f near infinity.
 *
 * <p>The functions expanded here are built from x by arithmetic, exp, log, sqrt, arctan, tanh, the logistic function,
 * softplus and erf. Their germs at infinity lie in a Hardy field (those fields can be extended by exponentials,
 * logarithms, antiderivatives and roots: Rosenlicht, The rank of a Hardy field, Trans. AMS 280, 1983). In a Hardy field
 * f = O(g) gives f' = O(g') if g does not tend to a nonzero number, and f = O(1) gives f' = o(1/x) (compare f with log
 * x); so expansions may be differentiated term by term.
 */
final class Expansion {
    /** Decays faster than every product of a power with an exponential of a polynomial of smaller degree. */
    static final ExponentialTerm FLAT = flat();

    private static final int MOST_TERMS = 14;
    private static final int ORDER = 7;
    private static final int FLAT_DEGREE = 20;

    private final List<ExponentialTerm> terms;
    private final Optional<ExponentialTerm> error;

    private Expansion(List<ExponentialTerm> terms, Optional<ExponentialTerm> error) {
        this.terms = List.copyOf(terms);
        this.error = error;
    }

    private static ExponentialTerm flat() {
        List<ComplexConstant> coefficients = new ArrayList<>();
        for (int k = 1; k < FLAT_DEGREE; k++) {
            coefficients.add(ComplexConstant.ZERO);
        }
        coefficients.add(ComplexConstant.ONE.negate());
        return new ExponentialTerm(ComplexConstant.ONE, 0, Exponent.of(coefficients));
    }

    static Expansion constant(RealConstant value) {
        return of(List.of(ExponentialTerm.constant(ComplexConstant.of(value))), List.of());
    }

    static Expansion constant(long value) {
        return constant(RealConstant.of(value, 1));
    }

    /** The function O(error). */
    static Expansion ofError(ExponentialTerm error) {
        return new Expansion(List.of(), Optional.of(error));
    }

    /** The sum of terms and errors; an exception if it is not decided which terms are like, zero, or greater. */
    static Expansion of(List<ExponentialTerm> parts, List<ExponentialTerm> errors) {
        List<ExponentialTerm> collected = new ArrayList<>();
        parts.forEach(part -> ExponentialSum.collect(collected, part));
        collected.removeIf(term -> term.coefficient().isZero());
        List<ExponentialTerm> sorted = sorted(collected);
        Optional<ExponentialTerm> error =
                errors.stream().reduce((left, right) -> growth(left, right) >= 0 ? left : right);
        error.ifPresent(bound -> sorted.removeIf(term -> growth(term, bound) <= 0));
        if (sorted.size() > MOST_TERMS) {
            return new Expansion(sorted.subList(0, MOST_TERMS), Optional.of(sorted.get(MOST_TERMS)));
        }
        return new Expansion(sorted, error);
    }

    private static List<ExponentialTerm> sorted(List<ExponentialTerm> terms) {
        List<ExponentialTerm> sorted = new ArrayList<>();
        for (ExponentialTerm term : terms) {
            int place = 0;
            while (place < sorted.size() && growth(sorted.get(place), term) > 0) {
                place++;
            }
            sorted.add(place, term);
        }
        return sorted;
    }

    /** Positive if the left one grows faster, 0 if their quotient is a constant. */
    static int growth(ExponentialTerm left, ExponentialTerm right) {
        ComplexConstant leading = left.exponent().add(right.exponent().negate()).leading();
        if (!leading.isReal()) {
            throw new UndecidedException("an expansion at infinity has an exponent that is not real");
        }
        int sign = leading.real().sign();
        return sign != 0 ? sign : Integer.compare(left.power(), right.power());
    }

    /** Positive if it grows, 0 if it is a constant, negative if it decays. */
    static int growth(ExponentialTerm term) {
        return growth(term, ExponentialTerm.constant(ComplexConstant.ONE));
    }

    /** The known terms, of decreasing growth. */
    List<ExponentialTerm> terms() {
        return terms;
    }

    /** A bound of the rest; empty if the terms are all. */
    Optional<ExponentialTerm> error() {
        return error;
    }

    /** The term of greatest growth; an exception if none is known. */
    ExponentialTerm leading() {
        if (terms.isEmpty()) {
            throw new UndecidedException("the leading term of an expansion at infinity is not known");
        }
        return terms.get(0);
    }

    /** All but the leading term. */
    Expansion rest() {
        return new Expansion(terms.subList(1, terms.size()), error);
    }

    Expansion add(Expansion other) {
        return of(
                joined(terms, other.terms),
                joined(error.stream().toList(), other.error.stream().toList()));
    }

    private static List<ExponentialTerm> joined(List<ExponentialTerm> left, List<ExponentialTerm> right) {
        List<ExponentialTerm> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    Expansion negate() {
        return multiply(constant(-1));
    }

    Expansion multiply(Expansion other) {
        List<ExponentialTerm> parts = new ArrayList<>();
        terms.forEach(term -> other.terms.forEach(factor -> parts.add(term.times(factor))));
        List<ExponentialTerm> errors = new ArrayList<>();
        error.ifPresent(bound -> other.largest().ifPresent(factor -> errors.add(bound.times(factor))));
        other.error.ifPresent(bound -> largest().ifPresent(factor -> errors.add(bound.times(factor))));
        return of(parts, errors);
    }

    Expansion multiply(ExponentialTerm factor) {
        return multiply(of(List.of(factor), List.of()));
    }

    /** A bound of the whole; empty for zero. */
    private Optional<ExponentialTerm> largest() {
        return terms.isEmpty() ? error : Optional.of(terms.get(0));
    }

    /** Whether it tends to 0. */
    boolean isSmall() {
        return largest().map(bound -> growth(bound) < 0).orElse(true);
    }

    /** Whether it is 0 near infinity, hence everywhere. */
    boolean isZero() {
        return largest().isEmpty();
    }

    /**
     * The power series with these coefficients, of an expansion that tends to 0; its radius of convergence must be
     * positive.
     */
    Expansion series(IntFunction<RealConstant> coefficients) {
        if (!isSmall()) {
            throw new UndecidedException("a power series was to be applied to what does not tend to 0");
        }
        Expansion sum = constant(coefficients.apply(0));
        Expansion power = constant(1);
        for (int n = 1; n <= ORDER; n++) {
            power = power.multiply(this);
            sum = sum.add(power.multiply(constant(coefficients.apply(n))));
        }
        Optional<ExponentialTerm> next = power.multiply(this).largest();
        return next.isPresent() ? sum.add(ofError(next.get())) : sum;
    }

    /** This over its leading term, less 1. */
    Expansion relative() {
        return rest().multiply(leading().reciprocal());
    }

    Expansion reciprocal() {
        return relative()
                .series(n -> RealConstant.of(n % 2 == 0 ? 1 : -1, 1))
                .multiply(leading().reciprocal());
    }

    Expansion power(int exponent) {
        Expansion base = exponent < 0 ? reciprocal() : this;
        Expansion result = constant(1);
        if (Math.abs((long) exponent) > 2 * FLAT_DEGREE) {
            throw new UndecidedException("a power has an exponent beyond " + 2 * FLAT_DEGREE);
        }
        for (int n = 0; n < Math.abs(exponent); n++) {
            result = result.multiply(base);
        }
        return result;
    }

    Expansion derivative() {
        List<ExponentialTerm> parts = new ArrayList<>();
        terms.forEach(term -> parts.addAll(term.derivative()));
        return of(parts, error.map(Expansion::derivativeBound).stream().toList());
    }

    private static ExponentialTerm derivativeBound(ExponentialTerm bound) {
        int power = bound.power() + bound.exponent().degree() - 1;
        return new ExponentialTerm(ComplexConstant.ONE, power, bound.exponent());
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        terms.stream().limit(3).forEach(term -> parts.add(term.toString()));
        return parts.isEmpty() ? "nothing known" : String.join(" + ", parts).replace("+ -", "- ") + " + ...";
    }
}
