package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The linear span of finitely many polynomials over the real numbers. Its basis is the generators that do not depend on those before
 * them, in order.
 */
public final class PolynomialSpan {
    private final List<Polynomial> basis = new ArrayList<>();
    private final List<Reduced> echelon = new ArrayList<>();

    /** An element of the span and its coordinates in the basis elements known so far. */
    private record Reduced(Polynomial element, List<Scalar> coordinates) {
        Scalar coordinate(int index) {
            return index < coordinates.size() ? coordinates.get(index) : Scalar.ZERO;
        }

        Reduced plus(Reduced other, Scalar factor) {
            int size = Math.max(coordinates.size(), other.coordinates.size());
            return new Reduced(
                    element.add(other.element.multiply(factor)),
                    IntStream.range(0, size)
                            .mapToObj(i -> coordinate(i).add(other.coordinate(i).multiply(factor)))
                            .toList());
        }
    }

    private PolynomialSpan() {}

    /** The span of the generators. */
    public static PolynomialSpan of(List<Polynomial> generators) {
        PolynomialSpan span = new PolynomialSpan();
        for (Polynomial generator : generators) {
            Reduced rest = span.reduce(generator);
            if (!rest.element().isZero()) {
                List<Scalar> unit = new ArrayList<>(Collections.nCopies(span.basis.size(), Scalar.ZERO));
                unit.add(Scalar.ONE);
                span.echelon.add(rest.plus(new Reduced(Polynomial.ZERO, unit), Scalar.ONE));
                span.basis.add(generator);
            }
        }
        return span;
    }

    /**
     * A polynomial less an element of the span, with no term at a leading term of the echelon form, and the negated coordinates of that
     * element. Each element of the echelon form has no term at the leading terms of those before it, so one pass in order is enough, and
     * the rest is 0 exactly for elements of the span.
     */
    private Reduced reduce(Polynomial polynomial) {
        Reduced rest = new Reduced(polynomial, List.of());
        for (Reduced row : echelon) {
            Scalar excess = rest.element().coefficient(row.element());
            rest = rest.plus(
                    row, excess.divide(row.element().leadingCoefficient()).negate());
        }
        return rest;
    }

    /** The dimension. */
    public int dimension() {
        return basis.size();
    }

    /** The basis: the generators that do not depend on those before them. */
    public List<Polynomial> basis() {
        return List.copyOf(basis);
    }

    /** The coordinates of a polynomial in the basis, if it lies in the span. */
    public Optional<List<Scalar>> coordinates(Polynomial polynomial) {
        Reduced rest = reduce(polynomial);
        return rest.element().isZero()
                ? Optional.of(IntStream.range(0, basis.size())
                        .mapToObj(i -> rest.coordinate(i).negate())
                        .toList())
                : Optional.empty();
    }
}
