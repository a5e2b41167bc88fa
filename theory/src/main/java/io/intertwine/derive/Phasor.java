package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Function;
import io.intertwine.activation.Relation;
import io.intertwine.derive.Relations.OfClass;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phasor addition s(x + t) + s(x - t) = 2 cos(omega t) s(x) + slope x + constant, for every t, of functions A sin(omega x + phi) +
 * alpha x + beta; with cosh for the sums of e^(omega x) and e^(-omega x).
 */
final class Phasor {
    private final boolean hyperbolic;
    private Expression frequency = Expression.ZERO;
    private Expression affine = Expression.ZERO;

    private Phasor(boolean hyperbolic) {
        this.hyperbolic = hyperbolic;
    }

    /** The relation, or why there is none. */
    static OfClass relations(Expression s, Shape shape) {
        if (shape instanceof Shape.OfPolynomial) {
            return OfClass.none("does not apply: s is a polynomial, whose dependences are a class of their own");
        }
        for (boolean hyperbolic : new boolean[] {false, true}) {
            Optional<Relation> relation = new Phasor(hyperbolic).relation(s);
            if (relation.isPresent()) {
                return new OfClass(List.of(relation.get()), "complete: the relation for every t is listed", List.of());
            }
        }
        for (Scalar t : List.of(Scalar.ONE, Scalar.of(1, 3), Scalar.of(3, 7))) {
            Optional<String> witness = excluded(s, Expression.of(t), shape.samples());
            if (witness.isPresent()) {
                return OfClass.none("complete: there is none for every t, since for t = " + t
                        + " the functions s(x + t) + s(x - t), s(x), x" + " and 1 are linearly independent: "
                        + witness.get());
            }
        }
        return OfClass.none("not complete: neither a relation nor a counterexample was found");
    }

    private static Optional<String> excluded(Expression s, Expression t, List<Scalar> points) {
        Expression sum = s.after(Expression.ONE, t).plus(s.after(Expression.ONE, t.negate()));
        return Exclusion.independent(List.of(sum, s, Expression.X, Expression.ONE), points);
    }

    private Optional<Relation> relation(Expression s) {
        try {
            Optional<NormalForm> form = NormalForm.tryOf(s);
            if (form.isEmpty() || !read(form.get()) || Signs.isZero(frequency)) {
                return Optional.empty();
            }
            return Optional.of(relation()).filter(found -> Identities.proved(found.defect(s), Expression.ZERO));
        } catch (NotDecided open) {
            return Optional.empty();
        }
    }

    private Relation relation() throws NotDecided {
        Expression angle = frequency.times(Symbol.T);
        Expression factor = Expression.of(2).times(Expression.apply(hyperbolic ? Function.COSH : Function.COS, angle));
        Polynomial rest = Polynomial.tryOf(affine).orElseThrow(() -> new NotDecided("the affine part"));
        Expression excess = Expression.of(2).minus(factor);
        List<Relation.Term> terms = List.of(
                new Relation.Term(Expression.ONE, Expression.ONE, Symbol.T),
                new Relation.Term(Expression.ONE, Expression.ONE, Symbol.T.negate()),
                new Relation.Term(factor.negate(), Expression.ONE, Expression.ZERO));
        return new Relation(
                terms,
                NormalForm.simplify(excess.times(rest.coefficient(1))),
                NormalForm.simplify(excess.times(rest.coefficient(0))));
    }

    /** Reads the terms; false if one is neither affine nor a wave of the one frequency. */
    private boolean read(NormalForm form) throws NotDecided {
        for (Map.Entry<Monomial, Scalar> term : form.terms().entrySet()) {
            Expression whole =
                    Expression.of(term.getValue()).times(term.getKey().toExpression());
            if (Polynomial.tryOf(whole).filter(part -> part.degree() <= 1).isPresent()) {
                affine = affine.plus(whole);
            } else if (!readWave(term.getKey(), term.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean readWave(Monomial monomial, Scalar factor) throws NotDecided {
        List<Apply> waves = new ArrayList<>();
        Expression scale = Expression.of(factor);
        for (Map.Entry<Expression, Integer> power : monomial.exponents().entrySet()) {
            if (power.getKey().isConstant()) {
                scale = scale.times(power.getKey().power(power.getValue()));
            } else if (power.getKey() instanceof Apply apply && isWave(apply.function()) && power.getValue() <= 2) {
                waves.addAll(Collections.nCopies(power.getValue(), apply));
            } else {
                return false;
            }
        }
        return waves.size() == 1 ? take(waves.get(0), 1) : waves.size() == 2 && readProduct(waves, scale);
    }

    /** A product of two waves of the same argument is a wave of the double frequency and a constant. */
    private boolean readProduct(List<Apply> waves, Expression scale) throws NotDecided {
        Apply first = waves.get(0);
        Apply second = waves.get(1);
        if (!NormalForm.same(first.argument(), second.argument()) || first.function() == Function.EXP) {
            return false;
        }
        if (first.function() == second.function()) {
            boolean negative = first.function() == Function.SINH;
            affine = affine.plus(scale.times(Expression.of(negative ? -1 : 1, 2)));
        }
        return second.function() != Function.EXP && take(first, 2);
    }

    private boolean isWave(Function function) {
        return hyperbolic
                ? function == Function.EXP || function == Function.SINH || function == Function.COSH
                : function == Function.SIN || function == Function.COS;
    }

    private boolean take(Apply wave, int multiple) throws NotDecided {
        Optional<Polynomial> argument = Polynomial.tryOf(wave.argument());
        if (argument.isEmpty() || argument.get().degree() != 1) {
            return false;
        }
        Expression next = argument.get().coefficient(1).times(Expression.of(multiple));
        if (Signs.of(next) < 0) {
            next = next.negate();
        }
        if (frequency.equals(Expression.ZERO)) {
            frequency = NormalForm.simplify(next);
        }
        return Signs.isZero(next.minus(frequency));
    }
}
