package io.intertwine.derive;

import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.ActivationFacts.Kind;
import io.intertwine.activation.ActivationFacts.Linear;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.AlgebraicPart;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.UnitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Derives the single-neuron groups and the relations of an activation: theory after Godfrey, Brown, Emerson, Kvinge 2022, arXiv
 * 2205.14258. Every element and relation that is reported has been proved by the checker; what was not decided is said.
 */
public final class Derivation {
    private static final String LAYER =
            "s is not affine almost everywhere, so by the monomiality lemma the group of a layer of n units consists of the"
                    + " permutations with elements of the group of one unit.";

    private Derivation() {}

    /** Everything that is derived about an activation, within {@link TimeLimit#DERIVATION}. */
    public static ActivationFacts of(Expression s) {
        return TimeLimit.within(TimeLimit.DERIVATION, () -> facts(s)).orElseGet(() -> notInTime(s));
    }

    private static ActivationFacts notInTime(Expression s) {
        String reason = "the derivation was not finished within " + TimeLimit.DERIVATION.toSeconds() + " seconds";
        return new ActivationFacts(
                s,
                LinearGroup.undetermined(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Relations.everywhere("not complete: " + reason),
                List.of("Not decided: " + reason + "."));
    }

    private static ActivationFacts facts(Expression s) {
        Shape shape = Shape.of(s);
        if (shape instanceof Shape.Affine affine) {
            return affineFacts(s, affine.polynomial(), shape);
        }
        List<String> steps = new ArrayList<>(shape.steps());
        if (shape instanceof Shape.Unknown unknown) {
            steps.add("Not decided: " + unknown.reason() + ".");
            return new ActivationFacts(
                    s,
                    LinearGroup.undetermined(),
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    Relations.everywhere("not complete: the pieces of s are not understood"),
                    steps);
        }
        UnitSymmetries group = shape.symmetries(s, Remainder.CONSTANT);
        steps.addAll(group.steps());
        Linear linear = LinearGroup.of(s, shape, group, steps);
        steps.add(LAYER);
        UnitSymmetries bypass = shape.symmetries(s, Remainder.AFFINE);
        Relations relations = Relations.of(s, shape, group, bypass);
        steps.addAll(relations.steps());
        return new ActivationFacts(
                s,
                linear,
                symmetries(group.generators()),
                symmetries(group.families()),
                group.complete(),
                relations.found(),
                relations.completeness(),
                steps);
    }

    /** The part of the affine group of one unit whose entries are algebraic; a subgroup where not all is known. */
    public static UnitGroup unitGroup(Expression s) {
        return TimeLimit.within(TimeLimit.GROUP, () -> algebraicPart(s)).orElseGet(UnitGroup::trivial);
    }

    private static UnitGroup algebraicPart(Expression s) {
        Shape shape = Shape.of(s);
        if (shape instanceof Shape.Affine affine) {
            ActivationFacts facts = affineFacts(s, affine.polynomial(), shape);
            return AlgebraicPart.of(s, facts.generators(), facts.continuous());
        }
        UnitSymmetries group = shape.symmetries(s, Remainder.CONSTANT);
        return AlgebraicPart.of(s, symmetries(group.generators()), symmetries(group.families()));
    }

    private static List<AffineSymmetry> symmetries(List<Element> elements) {
        return elements.stream().map(Element::asSymmetry).toList();
    }

    /** The group with remainder CONSTANT or AFFINE; empty and incomplete where it was not decided, or where s is affine. */
    static UnitSymmetries symmetries(Expression s, Remainder remainder) {
        return Shape.of(s).symmetries(s, remainder);
    }

    /** Affine functions: on n units the group is larger than permutations with elements of one unit. */
    private static ActivationFacts affineFacts(Expression s, Polynomial polynomial, Shape shape) {
        List<String> steps = new ArrayList<>(shape.steps());
        Expression m = polynomial.coefficient(1);
        Expression q = polynomial.coefficient(0);
        Kind kind = polynomial.degree() < 1
                ? Kind.ALL
                : polynomial.degree() == 1 && q.equals(Expression.ZERO) ? Kind.GENERAL_LINEAR : Kind.STABILISER_OF_ONES;
        steps.add("s(x) = " + polynomial.coefficients() + " (coefficients of 1, x) is affine: on n units "
                + switch (kind) {
                    case ALL -> "s is constant, and every invertible matrix A is admitted.";
                    case GENERAL_LINEAR -> "s(A x) = A s(x) for every invertible matrix A.";
                    default ->
                        "s(A x) = A s(x) + q (1 - A 1), so the matrices that fix the all-ones vector are admitted.";
                });
        List<AffineSymmetry> families = new ArrayList<>();
        Expression scaled = polynomial.degree() < 1 ? Expression.ONE : Symbol.T;
        families.add(new AffineSymmetry(Symbol.T, Expression.ZERO, scaled, q.times(Expression.ONE.minus(scaled))));
        families.add(new AffineSymmetry(Expression.ONE, Symbol.T, Expression.ONE, m.times(Symbol.T)));
        Expression sign = polynomial.degree() < 1 ? Expression.ONE : Expression.of(-1);
        AffineSymmetry negative =
                new AffineSymmetry(Expression.of(-1), Expression.ZERO, sign, q.times(Expression.ONE.minus(sign)));
        Linear linear = new Linear(kind, kind == Kind.ALL ? "1" : "a", linearElements(kind, families, negative));
        return new ActivationFacts(
                s,
                linear,
                List.of(negative),
                families,
                true,
                List.of(),
                Relations.everywhere("does not apply: s is affine, and every sum of copies of s is an affine function"),
                steps);
    }

    private static List<AffineSymmetry> linearElements(
            Kind kind, List<AffineSymmetry> families, AffineSymmetry negative) {
        return kind == Kind.STABILISER_OF_ONES ? List.of() : List.of(families.get(0), negative);
    }
}
