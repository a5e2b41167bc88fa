package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Function;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The symmetries of one expression s that is analytic on all of R and not a polynomial: all (a, c) with s(a x + c) = b
 * s(x) + a constant, or an affine function of x.
 *
 * <p>Let D = s', or s''. Then s(a x + c) - b s(x) is constant (affine) if and only if D(a x + c) = b' D(x) with b' = b
 * / a (b / a^2).
 *
 * <p>Lemma. a = 1 or a = -1. Otherwise p = c / (1 - a) is fixed, and the Taylor coefficients d_k of D at p satisfy a^k
 * d_k = b' d_k; the numbers a^k are distinct but for a = -1, so only one d_k is not zero, D is a multiple of (x - p)^k
 * on R, and s is a polynomial.
 *
 * <p>Translations form a closed subgroup of R, and the product of two reflections at q and q' is the translation by 2
 * (q - q'). So the group is known when all translations are known, one reflection is proved, or every possible centre
 * is excluded up to half translations: {@link Spectrum} does this for exponential sums, {@link EndBehaviour} for
 * functions with expansions at both ends.
 */
final class Analytic {
    private static final int LARGEST_SIZE = 400;

    private final Expression s;
    private final Remainder remainder;
    private final List<Element> generators = new ArrayList<>();
    private final List<Element> families = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(8));
    private List<Expression> structural = List.of();
    private boolean complete = true;

    private Analytic(Expression s, Remainder remainder) {
        this.s = s;
        this.remainder = remainder;
    }

    /**
     * The group of s. Its elements are proved by the checker; it is complete only if there are proved to be no others.
     *
     * @param s an expression without absolute values, maxima, choices and steps, analytic on all of R, not written as a
     *     polynomial
     */
    static UnitSymmetries symmetries(Expression s, Remainder remainder) {
        Analytic analytic = new Analytic(s, remainder);
        try {
            analytic.derive();
        } catch (UndecidedException undecided) {
            analytic.giveUp(undecided.reason());
        } catch (ArithmeticException tooLarge) {
            analytic.giveUp("a number lies in a field that is too large (" + tooLarge.getMessage() + ")");
        }
        return new UnitSymmetries(analytic.generators, analytic.families, analytic.complete, analytic.steps);
    }

    private void giveUp(String reason) {
        complete = false;
        steps.add("Not decided: " + reason + ".");
    }

    private void derive() {
        if (size(s) > LARGEST_SIZE) {
            giveUp("the expression has more than " + LARGEST_SIZE + " parts");
            return;
        }
        steps.add(
                remainder == Remainder.CONSTANT
                        ? "s(a x + c) - b s(x) is constant exactly if D(a x + c) is a multiple of D(x), where D = s'."
                        : "s(a x + c) - b s(x) is affine exactly if D(a x + c) is a multiple of D(x), where D = s''.");
        Centres centres = new Centres(s, remainder, deadline);
        structural = centres.structuralCentres();
        Limitation limitation;
        try {
            limitation = limitation();
        } catch (UndecidedException | ArithmeticException undecided) {
            provedAmong(structural, centres);
            throw undecided;
        }
        steps.addAll(limitation.steps());
        addTranslations(limitation.translations());
        addReflection(limitation, centres);
    }

    private static int size(Expression expression) {
        int size = 1;
        for (Expression part : expression.children()) {
            size = Math.min(LARGEST_SIZE + 1, size + size(part));
        }
        return size;
    }

    private Limitation limitation() {
        ExpansionReader reader = new ExpansionReader(deadline);
        List<String> reasons = new ArrayList<>();
        for (Expression origin : structural) {
            try {
                Expression moved = s.substitute(Expression.X.plus(origin));
                return Spectrum.of(derived(new ExponentialSumReader(deadline).read(moved)))
                        .moved(origin);
            } catch (UndecidedException undecided) {
                reasons.add(undecided.reason());
            }
        }
        int order = remainder == Remainder.CONSTANT ? 1 : 2;
        Expression function = s;
        for (int rest = order; rest >= 0; rest--) {
            try {
                return EndBehaviour.of(
                        derivative(reader.atInfinity(function), rest),
                        derivative(reader.atMinusInfinity(function), rest));
            } catch (UndecidedException undecided) {
                reasons.add(undecided.reason());
            }
            function = function.derivative();
        }
        try {
            return new PeriodicFunction(s, remainder, structural, deadline).limitation();
        } catch (UndecidedException undecided) {
            reasons.add(undecided.reason());
        }
        throw new UndecidedException(
                String.join("; ", reasons.stream().distinct().toList()));
    }

    private static Expansion derivative(Expansion expansion, int order) {
        Expansion result = expansion;
        for (int k = 0; k < order; k++) {
            result = result.derivative();
        }
        return result;
    }

    private ExponentialSum derived(ExponentialSum sum) {
        return remainder == Remainder.CONSTANT
                ? sum.derivative()
                : sum.derivative().derivative();
    }

    private void addTranslations(Translations translations) {
        if (translations instanceof Translations.Multiples multiples) {
            Shift shift = new Shift(s, remainder);
            shift.proved(multiples.period(), multiples.factor(), structural)
                    .ifPresentOrElse(
                            generators::add,
                            () -> giveUp("the checker does not prove the translation by " + multiples.period()));
        }
        if (translations instanceof Translations.All all) {
            Expression factor = Expression.apply(Function.EXP, all.rate().times(Symbol.T));
            new Shift(s, remainder)
                    .proved(Symbol.T, factor, structural)
                    .ifPresentOrElse(families::add, () -> giveUp("the checker does not prove the translations by t"));
        }
    }

    private void addReflection(Limitation limitation, Centres centres) {
        if (limitation.centres().isEmpty() && limitation.open().isEmpty()) {
            return;
        }
        if (provedAmong(structural, centres)
                || provedAmong(limitation.centres(), centres)
                || provedAmong(betweenStructural(limitation.translations()), centres)) {
            return;
        }
        boolean swept = limitation.translations() instanceof Translations.Multiples multiples
                && !limitation.open().isEmpty()
                && centres.excludedUpTo(multiples.period().times(Expression.of(1, 2)));
        if (swept) {
            steps.add(
                    "No point of half a period is the centre of a reflection: it is covered by intervals that values exclude.");
            return;
        }
        limitation.open().forEach(this::giveUp);
        for (Expression q : limitation.centres()) {
            Optional<String> reason = centres.excluded(q);
            reason.ifPresent(steps::add);
            if (reason.isEmpty()) {
                giveUp("the reflection at " + q + " is neither proved by the checker nor excluded by values");
            }
        }
    }

    /** The structural centres moved by quarters and eighths of a period. */
    private List<Expression> betweenStructural(Translations translations) {
        List<Expression> moved = new ArrayList<>();
        if (translations instanceof Translations.Multiples multiples) {
            for (int eighths : new int[] {2, 1, 3}) {
                Expression distance = multiples.period().times(Expression.of(eighths, 8));
                structural.forEach(centre -> moved.add(ConstantReader.simplified(centre.plus(distance))));
            }
        }
        return moved;
    }

    private boolean provedAmong(List<Expression> candidates, Centres centres) {
        for (Expression q : candidates) {
            Optional<Element> element = centres.proved(q);
            if (element.isPresent()) {
                generators.add(element.get());
                steps.add("The reflection x -> 2q - x with q = " + q
                        + " is proved by the checker; every other reflection is its product with a translation.");
                return true;
            }
        }
        return false;
    }
}
