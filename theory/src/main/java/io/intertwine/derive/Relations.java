package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The affine relations of an activation beyond its affine group, by classes, with what is known about the completeness of each search.
 *
 * @param found the relations
 * @param completeness for every class whether the search was complete, and why
 * @param steps how they were found
 */
record Relations(List<Relation> found, Map<String, String> completeness, List<String> steps) {
    /** The relations of one class. */
    record OfClass(List<Relation> found, String completeness, List<String> steps) {
        /** Nothing was found. */
        static OfClass none(String completeness) {
            return new OfClass(List.of(), completeness, List.of());
        }
    }

    private static final int HIGHEST_ORDER = 24;
    private static final List<String> CLASSES =
            List.of("parity", "periodicity", "exponential", "bypass", "phasor", "refinement", "polynomial");

    /** The same sentence about every class. */
    static Map<String, String> everywhere(String completeness) {
        return CLASSES.stream().collect(Collectors.toMap(name -> name, name -> completeness));
    }

    /** All classes, for a function that is not affine. */
    private static final OfClass ABSORBED =
            OfClass.none("does not apply: such relations follow from the translations, all of which are admitted");

    static Relations of(Expression s, Shape shape, UnitSymmetries group, UnitSymmetries bypass) {
        Map<String, OfClass> classes = new LinkedHashMap<>();
        String affine = group.complete()
                ? "complete: these are elements of the affine group, which is known completely"
                : "not complete: these are elements of the affine group, which is not known completely";
        classes.put("parity", OfClass.none(affine));
        classes.put("periodicity", OfClass.none(affine));
        classes.put("exponential", OfClass.none(affine));
        classes.put("bypass", bypass(bypass));
        classes.put("phasor", absorbs(group) || absorbs(bypass) ? ABSORBED : Phasor.relations(s, shape));
        classes.put("refinement", refinement(s, shape, bypass));
        classes.put("polynomial", polynomial(s, shape));
        List<Relation> found = new ArrayList<>();
        Map<String, String> completeness = new LinkedHashMap<>();
        List<String> steps = new ArrayList<>();
        classes.forEach((name, relations) -> {
            relations.found().forEach(relation -> found.add(relation.normalised()));
            completeness.put(name, relations.completeness());
            relations.steps().forEach(step -> steps.add("Relations of the class " + name + ": " + step));
        });
        return new Relations(found, completeness, steps);
    }

    /** Whether all translations are in the group, as for exponentials. */
    private static boolean absorbs(UnitSymmetries group) {
        return group.families().stream().anyMatch(family -> family.a().equals(Expression.ONE));
    }

    private static OfClass bypass(UnitSymmetries modulo) {
        List<Relation> found = new ArrayList<>();
        for (List<Element> elements : List.of(modulo.generators(), modulo.families())) {
            elements.stream()
                    .filter(element -> !element.slope().equals(Expression.ZERO))
                    .forEach(element -> found.add(element.asRelation()));
        }
        return new OfClass(
                found,
                modulo.complete()
                        ? "complete: all maps that are admitted up to an affine function are known; those listed generate them"
                                + " together with the affine group"
                        : "not complete: not all maps that are admitted up to an affine function are known",
                modulo.steps());
    }

    private static OfClass refinement(Expression s, Shape shape, UnitSymmetries bypass) {
        if (shape instanceof Shape.OfPeriodic known) {
            return PeriodicRefinement.relations(s, known);
        }
        try {
            return shape instanceof Shape.OfPieces known
                    ? Refinement.relations(s, known.function(), bypass)
                    : OfClass.none("does not apply: s has no singular points");
        } catch (NotDecided open) {
            return OfClass.none("not complete: not decided: " + open.what());
        }
    }

    /** Repeated differences of a polynomial of degree r: the (r - 1)-th is an affine function. */
    private static OfClass polynomial(Expression s, Shape shape) {
        if (!(shape instanceof Shape.OfPolynomial known)) {
            return OfClass.none("does not apply: s is no polynomial of a degree that is treated");
        }
        int order = known.polynomial().degree() - 1;
        if (order > HIGHEST_ORDER) {
            return OfClass.none("not complete: any " + (order + 3)
                    + " copies of s are dependent; no relation is listed for so" + " high a degree");
        }
        List<Relation.Term> terms = new ArrayList<>();
        Expression difference = Expression.ZERO;
        BigInteger binomial = BigInteger.ONE;
        for (int i = 0; i <= order; i++) {
            Expression alpha = Expression.of(Scalar.of((order - i) % 2 == 0 ? binomial : binomial.negate()));
            terms.add(new Relation.Term(alpha, Expression.ONE, Expression.of(i)));
            difference = difference.plus(alpha.times(s.after(Expression.ONE, Expression.of(i))));
            binomial = binomial.multiply(BigInteger.valueOf(order - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return affine(s, terms, difference)
                .map(relation -> new OfClass(
                        List.of(relation),
                        "complete: the shifts and dilations of s span a space of dimension " + (order + 2)
                                + ", so any " + (order + 3) + " of them are dependent; the relation of " + (order + 1)
                                + " shifts by whole numbers is listed",
                        List.of()))
                .orElseGet(() -> OfClass.none("not complete: the checker does not prove the repeated difference"));
    }

    /** The relation with these terms if their sum is written as an affine function and the checker proves it. */
    private static Optional<Relation> affine(Expression s, List<Relation.Term> terms, Expression sum) {
        try {
            return Polynomial.tryOf(sum)
                    .filter(rest -> rest.degree() <= 1)
                    .map(rest -> new Relation(terms, rest.coefficient(1), rest.coefficient(0)))
                    .filter(relation -> Identities.proved(relation.defect(s), Expression.ZERO));
        } catch (NotDecided open) {
            return Optional.empty();
        }
    }
}
