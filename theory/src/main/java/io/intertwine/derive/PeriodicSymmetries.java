package io.intertwine.derive;

import io.intertwine.activation.Decomposition.Pieces;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The groups of a function whose singular points repeat with a period T: an admitted map sends the set of singular points to itself,
 * hence the least gap between two of them to itself, so |a| = 1; and there are finitely many c modulo T.
 */
final class PeriodicSymmetries {
    private final Expression s;
    private final Pieces pieces;
    private final Expression period;
    private final PiecewiseFunction window;
    private final Remainder remainder;
    private final Findings found;
    private final List<Expression> singular = new ArrayList<>();

    private PeriodicSymmetries(Expression s, Pieces pieces, Remainder remainder) {
        this.s = s;
        this.pieces = pieces;
        this.remainder = remainder;
        period = pieces.period().orElseThrow();
        window = PiecewiseFunction.window(s, pieces);
        found = new Findings(s);
    }

    /** The group. Throws NotDecided if the singular points are not understood. */
    static UnitSymmetries of(Expression s, Pieces pieces, Remainder remainder) throws NotDecided {
        PeriodicSymmetries derivation = new PeriodicSymmetries(s, pieces, remainder);
        derivation.decide();
        return derivation.found.result();
    }

    private void decide() throws NotDecided {
        Optional<Element> turn = proved(translations(period, Remainder.AFFINE));
        if (turn.isEmpty()) {
            throw new NotDecided("how s(x + T) is related to s(x) for the period T = " + period + " of its pieces");
        }
        found.step("With T = " + period + ", " + Findings.text(turn.get())
                + ", as the checker proves; so the singular points repeat with the period T.");
        findSingularPoints();
        found.step("The singular points are " + singular
                + " and their translates by multiples of T. An admitted map permutes"
                + " them and keeps the least gap between two of them, so |a| = 1.");
        if (remainder == Remainder.CONSTANT && !turn.get().slope().equals(Expression.ZERO)) {
            withoutTranslations(turn.get());
            return;
        }
        int fraction = translationGroup(turn.get());
        for (int i = 0; i < singular.size() / fraction; i++) {
            Expression c = NormalForm.simplify(singular.get(0).plus(singular.get(i)));
            if (keepsSingularPoints(c) && new Reflections(found, window, remainder).decide(half(c))) {
                found.step("All other reflections are this one composed with the translations found.");
                return;
            }
        }
    }

    private void findSingularPoints() throws NotDecided {
        int k = pieces.points().size();
        for (int i = 0; i < k; i++) {
            Expression left = Symbols.substitute(
                    pieces.pieces().get((i + k - 1) % k), Symbol.N, i == 0 ? Expression.of(-1) : Expression.ZERO);
            Expression right = Symbols.substitute(pieces.pieces().get(i), Symbol.N, Expression.ZERO);
            Expression value = Symbols.substitute(pieces.values().get(i), Symbol.N, Expression.ZERO);
            Singularity here = new Singularity(pieces.points().get(i), left, right, value);
            found.step(here.reason());
            if (here.isTrue()) {
                singular.add(pieces.points().get(i));
            }
        }
        if (singular.isEmpty()) {
            throw new NotDecided("the group of a function that is given in pieces but is analytic");
        }
    }

    /** Translations with a slope: two of them differ by a multiple, so only one reflection can be without slope. */
    private void withoutTranslations(Element turn) throws NotDecided {
        if (!turn.b().equals(Expression.ONE)) {
            throw new NotDecided("the translations without slope");
        }
        found.step(
                "A translation c that is admitted has a multiple that is one of T, n T say, and s(x + n T) - s(x) has the slope n ("
                        + turn.slope() + "), which is not 0: no translation is admitted.");
        for (Expression other : singular) {
            Expression c = NormalForm.simplify(singular.get(0).plus(other));
            if (keepsSingularPoints(c)) {
                found.leaveOpen("reflections about " + half(c) + " and its translates by multiples of T/2.");
                return;
            }
        }
    }

    /** Lists the translation that generates all, T/j, and returns j. */
    private int translationGroup(Element turn) throws NotDecided {
        int k = singular.size();
        for (int j = k; j > 1; j--) {
            Expression c = NormalForm.simplify(period.times(Expression.of(1, j)));
            if (k % j != 0 || !shifts(k / j, c)) {
                continue;
            }
            Optional<String> witness = Exclusion.of(s, Expression.ONE, c, remainder, window.samples());
            if (witness.isPresent()) {
                found.step("The translation by " + c + " is excluded for every b: " + witness.get() + ".");
            } else if (acceptTranslation(c)) {
                return j;
            }
        }
        found.requireGenerator(turn, List.of());
        return 1;
    }

    private boolean acceptTranslation(Expression c) throws NotDecided {
        for (Element element : translations(c, remainder)) {
            if (found.acceptGenerator(element, List.of())) {
                found.step("Translations by smaller fractions of T are excluded above.");
                return true;
            }
        }
        found.leaveOpen("neither a proof nor a counterexample was found for the translation by " + c + ".");
        return false;
    }

    private Optional<Element> proved(List<Element> candidates) {
        return candidates.stream()
                .filter(element -> Identities.proved(s, element, List.of()))
                .findFirst();
    }

    /** The elements (1, c) with b = 1 or b = -1: what they add follows from the values at p and p + T. */
    private List<Element> translations(Expression c, Remainder allowed) throws NotDecided {
        List<Element> elements = new ArrayList<>();
        Expression p = pieces.points().get(0);
        for (int sign : new int[] {1, -1}) {
            Expression b = Expression.of(sign);
            Expression first = window.at(p.plus(c)).minus(b.times(window.at(p)));
            Expression second = window.at(p.plus(c).plus(period)).minus(b.times(window.at(p.plus(period))));
            Expression slope = NormalForm.simplify(second.minus(first).over(period));
            if (allowed == Remainder.AFFINE || slope.equals(Expression.ZERO)) {
                Expression constant = first.minus(slope.times(p));
                elements.add(Findings.simplified(new Element(Expression.ONE, c, b, slope, constant)));
            }
        }
        return elements;
    }

    /** Whether the translation by c sends each singular point to the one that is so many places further. */
    private boolean shifts(int places, Expression c) throws NotDecided {
        for (int i = 0; i < singular.size(); i++) {
            if (!Signs.isZero(point(i + places).minus(singular.get(i)).minus(c))) {
                found.step("The translation by " + c + " sends the singular point " + singular.get(i)
                        + " to a point that is not singular.");
                return false;
            }
        }
        return true;
    }

    /** Whether x -> c - x, with c = q_0 + q_i, permutes the singular points. */
    private boolean keepsSingularPoints(Expression c) throws NotDecided {
        int k = singular.size();
        for (Expression q : singular) {
            boolean lands = false;
            for (int i = -k; i < 2 * k && !lands; i++) {
                lands = Signs.isZero(point(i).plus(q).minus(c));
            }
            if (!lands) {
                found.step("x -> " + c + " - x sends the singular point " + q + " to a point that is not singular.");
                return false;
            }
        }
        return true;
    }

    /** The singular points in order, numbered by all integers. */
    private Expression point(int i) {
        int k = singular.size();
        return singular.get(Math.floorMod(i, k)).plus(period.times(Expression.of(Math.floorDiv(i, k))));
    }

    private static Expression half(Expression c) {
        return NormalForm.simplify(c.times(Expression.of(1, 2)));
    }
}
