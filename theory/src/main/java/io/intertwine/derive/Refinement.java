package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.derive.Relations.OfClass;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Relations between rescaled copies of a piecewise polynomial function, by exact linear algebra: copies s(x/m + c) whose knots lie on
 * the lattice that the singular points generate, in a window that grows until they are dependent modulo affine functions; for one
 * singular point p the copies s(p + m (x - p)).
 */
final class Refinement {
    private static final int MOST_COPIES = 45;
    private static final int WINDOWS_BEYOND = 3;
    private static final int MOST_TERMS = 12;

    /** A copy s(beta x + gamma). */
    private record Copy(Scalar beta, Scalar gamma) {}

    private final List<Scalar> knots;
    private final List<List<Scalar>> pieces;
    private final List<Scalar> values;
    private final boolean mirrored;

    private Refinement(List<Scalar> knots, List<List<Scalar>> pieces, List<Scalar> values, boolean mirrored) {
        this.knots = knots;
        this.pieces = pieces;
        this.values = values;
        this.mirrored = mirrored;
    }

    /** The first relation found, and what was searched. */
    static OfClass relations(Expression s, PiecewiseFunction function, UnitSymmetries bypass) throws NotDecided {
        Optional<List<Polynomial>> polynomials = function.polynomials();
        if (polynomials.isEmpty()) {
            return OfClass.none("does not apply: the pieces of s are not polynomials");
        }
        if (bypass.families().stream().anyMatch(family -> !family.a().equals(Expression.ONE))) {
            return OfClass.none("does not apply: copies with one singular point are rescaled by the continuous family");
        }
        List<List<Scalar>> pieces = new ArrayList<>();
        for (Polynomial polynomial : polynomials.get()) {
            pieces.add(exact(polynomial.coefficients()));
        }
        boolean mirrored = bypass.complete() && bypass.generators().isEmpty();
        Refinement search = new Refinement(exact(function.points()), pieces, exact(function.values()), mirrored);
        return search.search(s);
    }

    private static List<Scalar> exact(List<Expression> constants) throws NotDecided {
        List<Scalar> numbers = new ArrayList<>();
        for (Expression constant : constants) {
            numbers.add(constant.exact().orElseThrow(() -> new NotDecided("relations with " + constant)));
        }
        return numbers;
    }

    /** The window grows to the first dependence and a little beyond, where a shorter one may appear. */
    private OfClass search(Expression s) throws NotDecided {
        List<Integer> places = places();
        int window = Math.max(places.get(places.size() - 1), 1);
        Optional<Relation> shortest = Optional.empty();
        int more = WINDOWS_BEYOND;
        while (more > 0 && copies(places, window + 1).size() <= MOST_COPIES) {
            Optional<Relation> relation = dependence(copies(places, window), grid(window))
                    .filter(found -> found.terms().size() <= MOST_TERMS)
                    .filter(found -> Identities.proved(found.defect(s), Expression.ZERO));
            if (relation.isPresent()
                    && shortest.filter(known -> isShorter(known, relation.get()))
                            .isEmpty()) {
                shortest = relation;
            }
            more -= shortest.isPresent() ? 1 : 0;
            window++;
        }
        String searched = "copies " + dictionary(window - 1);
        return shortest.map(relation -> new OfClass(
                        List.of(relation),
                        "not complete: the shortest relation (of at most " + MOST_TERMS + " terms) found among the "
                                + searched + " is listed; other copies were not searched",
                        List.of()))
                .orElseGet(() -> OfClass.none("not complete: no relation of at most " + MOST_TERMS
                        + " terms was found among the " + searched + "; other copies were not searched"));
    }

    private static boolean isShorter(Relation one, Relation other) {
        return one.terms().size() <= other.terms().size();
    }

    private String dictionary(int window) {
        return knots.size() == 1
                ? "s(p + m (x - p)), p = " + knots.get(0) + ", 1 <= |m| <= " + window
                : "s(x/m + c) with their singular points among " + grid(window);
    }

    /** The singular points as multiples of the least common spacing, from the first. */
    private List<Integer> places() throws NotDecided {
        List<Scalar> ratios = new ArrayList<>();
        BigInteger denominator = BigInteger.ONE;
        for (Scalar knot : knots) {
            Scalar ratio = knots.size() == 1
                    ? Scalar.ZERO
                    : knot.subtract(knots.get(0)).divide(knots.get(1).subtract(knots.get(0)));
            if (!ratio.isRational()) {
                throw new NotDecided("relations of a function whose singular points are not on a lattice");
            }
            ratios.add(ratio);
            BigInteger own = ratio.rational().getDenominator();
            denominator = denominator.multiply(own).divide(denominator.gcd(own));
        }
        List<Integer> places = new ArrayList<>();
        for (Scalar ratio : ratios) {
            Scalar place = ratio.multiply(Scalar.of(denominator));
            if (place.compareTo(Scalar.of(MOST_COPIES)) > 0) {
                throw new NotDecided("relations of a function whose singular points are on a fine lattice only");
            }
            places.add(place.rational().getNumerator().intValueExact());
        }
        return places;
    }

    private Scalar spacing(List<Integer> places) {
        return knots.size() == 1
                ? Scalar.ONE
                : knots.get(1).subtract(knots.get(0)).divide(Scalar.of(places.get(1)));
    }

    private List<Scalar> grid(int window) {
        List<Scalar> grid = new ArrayList<>();
        try {
            Scalar spacing = spacing(places());
            for (int i = 0; i <= (knots.size() == 1 ? 0 : window); i++) {
                grid.add(knots.get(0).add(spacing.multiply(Scalar.of(i))));
            }
        } catch (NotDecided notOnLattice) {
            grid.addAll(knots);
        }
        return grid;
    }

    /** The copies in a window: first those with a positive factor, then the mirrored ones, if they are searched too. */
    private List<Copy> copies(List<Integer> places, int window) throws NotDecided {
        List<Copy> copies = new ArrayList<>();
        List<Copy> mirrors = new ArrayList<>();
        int width = places.get(places.size() - 1);
        for (int m = 1; m * Math.max(width, 1) <= window; m++) {
            for (int j = 0; j + m * width <= (width == 0 ? 0 : window); j++) {
                add(copies, mirrors, m, spacing(places).multiply(Scalar.of(j)), width);
            }
        }
        if (mirrored) {
            copies.addAll(mirrors);
        }
        return copies;
    }

    /** The copy whose first singular point is moved by {@code shift}, and its mirror image with the same singular points. */
    private void add(List<Copy> copies, List<Copy> mirrors, int m, Scalar shift, int width) {
        Scalar first = knots.get(0);
        Scalar last = knots.get(knots.size() - 1);
        Scalar start = first.add(shift);
        Scalar beta = width == 0 ? Scalar.of(m) : Scalar.of(1, m);
        copies.add(new Copy(beta, first.subtract(start.multiply(beta))));
        mirrors.add(new Copy(beta.negate(), last.add(start.multiply(beta))));
    }

    /** A dependence among the copies, modulo affine functions, with no smaller one inside. */
    private Optional<Relation> dependence(List<Copy> copies, List<Scalar> grid) {
        ScaledCopies vectors = new ScaledCopies(knots, pieces, values, grid);
        Dependence dependence = new Dependence();
        dependence.add(vectors.power(0));
        dependence.add(vectors.power(1));
        Optional<Relation> smallest = Optional.empty();
        for (Copy copy : copies) {
            Optional<Relation> found =
                    dependence.add(vectors.vector(copy.beta(), copy.gamma())).map(factors -> relation(factors, copies));
            if (found.isPresent()
                    && (smallest.isEmpty()
                            || found.get().terms().size()
                                    < smallest.get().terms().size())) {
                smallest = found;
            }
        }
        return smallest;
    }

    private static Relation relation(List<Scalar> factors, List<Copy> copies) {
        List<Relation.Term> terms = new ArrayList<>();
        for (int i = 2; i < factors.size(); i++) {
            if (!factors.get(i).isZero()) {
                Copy copy = copies.get(i - 2);
                terms.add(ScaledCopies.term(factors.get(i), copy.beta(), copy.gamma()));
            }
        }
        return new Relation(
                terms,
                Expression.of(factors.get(1).negate()),
                Expression.of(factors.get(0).negate()));
    }
}
