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

    /** A copy s(beta x + gamma). */
    private record Copy(Scalar beta, Scalar gamma) {}

    private final List<Scalar> knots;
    private final List<List<Scalar>> pieces;
    private final List<Scalar> values;
    private final boolean mirrored;

    private Refinement(
            List<Scalar> knots, List<List<Scalar>> pieces, List<Scalar> values, boolean mirrored) {
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

    private OfClass search(Expression s) throws NotDecided {
        List<Integer> places = places();
        int width = places.get(places.size() - 1);
        int window = Math.max(width, 1);
        List<Copy> copies = copies(places, window);
        while (copies.size() <= MOST_COPIES) {
            Optional<Relation> relation = dependence(copies, grid(window));
            if (relation.isPresent() && Identities.proved(relation.get().defect(s), Expression.ZERO)) {
                String searched = "the first relation among the " + copies.size() + " copies " + dictionary(window) + " is listed";
                return new OfClass(
                        List.of(relation.get()), "not complete: " + searched + "; other copies were not searched", List.of());
            }
            window++;
            copies = copies(places, window);
        }
        return OfClass.none("not complete: no relation was found among the copies " + dictionary(window - 1)
                + "; other copies were not searched");
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

    private List<Copy> copies(List<Integer> places, int window) {
        List<Copy> copies = new ArrayList<>();
        Scalar first = knots.get(0);
        int width = places.get(places.size() - 1);
        if (width == 0) {
            for (int m = 1; m <= window; m++) {
                addDilations(copies, first, m);
            }
            return copies;
        }
        for (int m = 1; m * width <= window; m++) {
            Scalar beta = Scalar.of(1, m);
            for (int j = 0; j + m * width <= window; j++) {
                Scalar start = first.add(spacing(places).multiply(Scalar.of(j)));
                copies.add(new Copy(beta, first.subtract(start.multiply(beta))));
                if (mirrored) {
                    Scalar end = start.add(spacing(places).multiply(Scalar.of((long) m * width)));
                    copies.add(new Copy(beta.negate(), first.add(end.multiply(beta))));
                }
            }
        }
        return copies;
    }

    private void addDilations(List<Copy> copies, Scalar p, int m) {
        for (int factor : mirrored ? new int[] {m, -m} : new int[] {m}) {
            Scalar beta = Scalar.of(factor);
            copies.add(new Copy(beta, p.multiply(Scalar.ONE.subtract(beta))));
        }
    }

    /** A dependence among the copies, modulo affine functions, with no smaller one inside. */
    private Optional<Relation> dependence(List<Copy> copies, List<Scalar> grid) {
        ScaledCopies vectors = new ScaledCopies(knots, pieces, values, grid);
        Dependence dependence = new Dependence();
        dependence.add(vectors.power(0));
        dependence.add(vectors.power(1));
        Optional<Relation> smallest = Optional.empty();
        for (Copy copy : copies) {
            Optional<Relation> found = dependence
                    .add(vectors.vector(copy.beta(), copy.gamma()))
                    .map(factors -> relation(factors, copies));
            if (found.isPresent()
                    && (smallest.isEmpty()
                            || found.get().terms().size() < smallest.get().terms().size())) {
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
