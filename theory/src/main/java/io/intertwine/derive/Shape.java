package io.intertwine.derive;

import io.intertwine.activation.Decomposition;
import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Decomposition.Undetermined;
import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What kind of function an activation is: it decides how its groups are derived. */
sealed interface Shape {
    /** How this was found. */
    List<String> steps();

    /** An affine function. */
    record Affine(Polynomial polynomial, List<String> steps) implements Shape {}

    /** A polynomial of degree 2 or more. */
    record OfPolynomial(Expression formula, Polynomial polynomial, List<String> steps) implements Shape {}

    /** Analytic on the whole line, not affine, not written as a polynomial. */
    record OfAnalytic(Expression formula, List<String> steps) implements Shape {}

    /** With finitely many singular points, at least one; not affine almost everywhere. */
    record OfPieces(PiecewiseFunction function, List<String> steps) implements Shape {}

    /** With singular points that repeat; not affine almost everywhere. */
    record OfPeriodic(Pieces pieces, PiecewiseFunction window, List<String> steps) implements Shape {}

    /** Not decided. */
    record Unknown(String reason, List<String> steps) implements Shape {}

    /** Finds the shape. */
    static Shape of(Expression s) {
        List<String> steps = new ArrayList<>();
        try {
            Decomposition decomposition = Decomposition.of(s);
            if (decomposition instanceof Undetermined undetermined) {
                return new Unknown(undetermined.reason(), steps);
            }
            Pieces pieces = (Pieces) decomposition;
            return pieces.period().isPresent() ? periodic(s, pieces, steps) : finite(s, pieces, steps);
        } catch (NotDecided open) {
            return new Unknown(open.what(), steps);
        }
    }

    private static Shape finite(Expression s, Pieces pieces, List<String> steps) throws NotDecided {
        PiecewiseFunction function = PiecewiseFunction.of(s, pieces, steps);
        if (function.points().isEmpty()) {
            return analytic(function.pieces().get(0), steps);
        }
        requireNotAffine(function, steps);
        return new OfPieces(function, steps);
    }

    private static Shape analytic(Expression formula, List<String> steps) throws NotDecided {
        Optional<Polynomial> polynomial = Polynomial.tryOf(formula);
        if (polynomial.isPresent()) {
            return polynomial.get().degree() <= 1
                    ? new Affine(polynomial.get(), steps)
                    : new OfPolynomial(formula, polynomial.get(), steps);
        }
        steps.add("s is analytic on the whole line.");
        Optional<Polynomial> disguised = disguisedAffine(formula);
        if (disguised.isPresent()) {
            return new Affine(disguised.get(), steps);
        }
        requireNotAffine(PiecewiseFunction.analytic(formula), steps);
        return new OfAnalytic(formula, steps);
    }

    /** An affine function that is not written as one, such as sin(x)^2 + cos(x)^2. */
    private static Optional<Polynomial> disguisedAffine(Expression formula) throws NotDecided {
        List<Scalar> points = Witness.points(List.of());
        if (Exclusion.independent(List.of(formula, Expression.X, Expression.ONE), points)
                .isPresent()) {
            return Optional.empty();
        }
        Expression tangent =
                TaylorCoefficients.atZero(formula, 1).times(Expression.X).plus(TaylorCoefficients.atZero(formula, 0));
        return Identities.proved(formula, tangent) ? Polynomial.tryOf(tangent) : Optional.empty();
    }

    private static Shape periodic(Expression s, Pieces pieces, List<String> steps) throws NotDecided {
        PiecewiseFunction window = PiecewiseFunction.window(s, pieces);
        requireNotAffine(window, steps);
        return new OfPeriodic(pieces, window, steps);
    }

    /** At points where s is analytic: s may be affine except at single points, and then nothing is claimed. */
    private static void requireNotAffine(PiecewiseFunction function, List<String> steps) throws NotDecided {
        List<Scalar> points = new ArrayList<>(function.interior());
        if (function.points().isEmpty()) {
            points.addAll(0, Witness.points(List.of()));
        }
        Optional<String> witness =
                Exclusion.independent(List.of(function.expression(), Expression.X, Expression.ONE), points);
        if (witness.isEmpty()) {
            throw new NotDecided(
                    "whether s is affine except at single points; to such functions the lemma that reduces the"
                            + " group of a layer to that of one unit does not apply");
        }
        steps.add("s is not affine almost everywhere: of s(x), x and 1 " + witness.get() + ".");
    }

    /** The group of s; empty and not complete where it was not decided. */
    default UnitSymmetries symmetries(Expression s, Remainder remainder) {
        try {
            if (this instanceof OfPolynomial known) {
                return ofPolynomial(s, known, remainder);
            }
            if (this instanceof OfAnalytic known) {
                return Analytic.symmetries(known.formula(), remainder);
            }
            if (this instanceof OfPieces known) {
                return known.function().points().size() == 1
                        ? OnePointSymmetries.of(known.function(), remainder)
                        : ManyPointSymmetries.of(known.function(), remainder);
            }
            return this instanceof OfPeriodic known
                    ? PeriodicSymmetries.of(s, known.pieces(), remainder)
                    : open("the group of this function");
        } catch (NotDecided open) {
            return open(open.what());
        }
    }

    /** Where the checker does not prove an element for s as it is written, for the formula that it proves to be equal to s. */
    private static UnitSymmetries ofPolynomial(Expression s, OfPolynomial known, Remainder remainder)
            throws NotDecided {
        UnitSymmetries group = PolynomialSymmetries.of(s, known.polynomial(), remainder);
        boolean rewritten = !group.complete() && !s.equals(known.formula()) && Identities.proved(s, known.formula());
        return rewritten ? PolynomialSymmetries.of(known.formula(), known.polynomial(), remainder) : group;
    }

    private static UnitSymmetries open(String what) {
        return new UnitSymmetries(List.of(), List.of(), false, List.of("Not decided: " + what + "."));
    }

    /** Rational points to look for counterexamples at. */
    default List<Scalar> samples() {
        if (this instanceof OfPieces known) {
            return known.function().samples();
        }
        return this instanceof OfPeriodic known ? known.window().samples() : Witness.points(List.of());
    }
}
