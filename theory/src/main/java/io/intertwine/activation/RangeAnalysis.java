package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Constants;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Proved ranges of expressions on intervals, by interval arithmetic with infinite ends. Of undefined values nothing is said. */
final class RangeAnalysis {
    private static final int BITS = 96;
    private static final int DEPTH = 5;
    private static final Range UNIT = Range.closed(BigFraction.MINUS_ONE, BigFraction.ONE);

    private RangeAnalysis() {}

    /** A range of the values on an interval, for all values of symbols. */
    static Range of(Expression expression, OpenInterval interval) {
        return of(expression, interval.range(BITS));
    }

    /** The sign on an interval, if it is the same everywhere and that is seen after some bisections. */
    static Optional<Integer> sign(Expression expression, OpenInterval interval, Budget budget) {
        return sign(expression, interval.range(BITS), DEPTH, budget);
    }

    private static Optional<Integer> sign(Expression expression, Range x, int depth, Budget budget) {
        budget.spend(1);
        Optional<Integer> sign = of(expression, x).sign();
        if (sign.isPresent() || depth == 0) {
            return sign;
        }
        BigFraction middle = middle(x);
        Optional<Integer> left = sign(expression, new Range(x.lower(), Bound.closed(middle)), depth - 1, budget);
        if (left.isEmpty()) {
            return left;
        }
        Optional<Integer> right = sign(expression, new Range(Bound.closed(middle), x.upper()), depth - 1, budget);
        return left.equals(right) ? left : Optional.empty();
    }

    private static BigFraction middle(Range x) {
        if (x.isBounded()) {
            return x.lower().value().add(x.upper().value()).divide(2);
        }
        if (x.lower().isFinite()) {
            return x.lower().value().abs().multiply(2).add(x.lower().value()).add(1);
        }
        return x.upper().isFinite()
                ? x.upper()
                        .value()
                        .subtract(x.upper().value().abs().multiply(2))
                        .subtract(1)
                : BigFraction.ZERO;
    }

    private static Range of(Expression expression, Range x) {
        if (expression instanceof Variable) {
            return x;
        }
        if (expression instanceof Symbol) {
            return expression.equals(Symbol.T) ? Range.POSITIVE : Range.LINE;
        }
        if (expression instanceof Sum) {
            return expression.children().stream()
                    .map(part -> of(part, x))
                    .reduce(Range::plus)
                    .orElseThrow();
        }
        if (expression instanceof Product) {
            return expression.children().stream()
                    .map(part -> of(part, x))
                    .reduce(Range::times)
                    .orElseThrow();
        }
        if (expression instanceof Power power) {
            return of(power.base(), x).power(power.exponent());
        }
        if (expression instanceof Apply apply) {
            return image(apply.function(), of(apply.argument(), x));
        }
        if (expression instanceof Choice choice) {
            return of(choice.negative(), x).union(of(choice.zero(), x)).union(of(choice.positive(), x));
        }
        if (expression instanceof Maximum || expression instanceof Minimum) {
            Range left = of(expression.children().get(0), x);
            Range right = of(expression.children().get(1), x);
            return expression instanceof Maximum ? left.max(right) : left.min(right);
        }
        return constant(expression);
    }

    private static Range constant(Expression number) {
        return number.exact()
                .filter(value -> value.isRational())
                .map(value -> Range.point(value.rational()))
                .orElseGet(() -> hull(number.encloseConstant(BITS)));
    }

    private static Range hull(Enclosure values) {
        return new Range(Bound.outer(values, false, false), Bound.outer(values, true, false));
    }

    private static Range image(Function function, Range u) {
        return switch (function) {
            case ABS -> u.abs();
            case COSH ->
                increasing(function, u.abs())
                        .within(Range.closed(BigFraction.ONE, BigFraction.ONE).plus(rest()));
            case SIN, COS, SINC ->
                u.isBounded() ? hull(function.enclose(enclosure(u))).within(UNIT) : UNIT;
            case TAN -> u.isBounded() ? hull(function.enclose(enclosure(u))) : Range.LINE;
            default -> increasing(function, u).within(values(function));
        };
    }

    private static Range rest() {
        return new Range(Bound.closed(BigFraction.ZERO), Bound.PLUS_INFINITY);
    }

    private static Enclosure enclosure(Range u) {
        return Enclosure.fromBounds(u.lower().value(), u.upper().value(), BITS);
    }

    private static Range increasing(Function function, Range u) {
        Range values = function == Function.COSH ? Range.LINE : values(function);
        return new Range(
                u.lower().isFinite() ? atEnd(function, u.lower(), false) : values.lower(),
                u.upper().isFinite() ? atEnd(function, u.upper(), true) : values.upper());
    }

    /** The value at an end, rounded outward; infinite where the end is not in the domain. */
    private static Bound atEnd(Function function, Bound end, boolean upward) {
        boolean outside =
                (function == Function.LOG && end.signum() <= 0) || (function == Function.SQRT && end.signum() < 0);
        if (outside) {
            return upward ? Bound.PLUS_INFINITY : Bound.MINUS_INFINITY;
        }
        boolean open = end.open() && function.isAnalytic();
        return function.exact(Scalar.of(end.value()))
                .filter(Scalar::isRational)
                .map(value -> new Bound(0, value.rational(), open))
                .orElseGet(() -> Bound.outer(function.enclose(Enclosure.from(end.value(), BITS)), upward, open));
    }

    /** All values of an increasing function. */
    static Range values(Function function) {
        return switch (function) {
            case EXP, SOFTPLUS -> Range.POSITIVE;
            case SQRT -> rest();
            case TANH, ERF -> new Range(Bound.open(BigFraction.MINUS_ONE), Bound.open(BigFraction.ONE));
            case SIGMOID -> new Range(Bound.open(BigFraction.ZERO), Bound.open(BigFraction.ONE));
            case ARCTAN -> {
                BigFraction half = Constants.pi(BITS).upper().divide(2);
                yield new Range(Bound.open(half.negate()), Bound.open(half));
            }
            case SIGN -> UNIT;
            case HEAVISIDE -> Range.closed(BigFraction.ZERO, BigFraction.ONE);
            default -> Range.LINE;
        };
    }
}
