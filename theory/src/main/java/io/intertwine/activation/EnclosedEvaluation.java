package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Constants;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Powers;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Enclosures of expressions: the natural interval extension, with more bits than asked for, so that at points the result is as tight as
 * its bits allow. Points outside the domain have no value: about them an enclosure says nothing.
 */
final class EnclosedEvaluation {
    private static final int[] GUARD_BITS = {32, 256, 2048};
    private static final int SLACK = 2;

    private EnclosedEvaluation() {}

    static Enclosure over(Expression expression, Enclosure x) {
        Enclosure best = Enclosure.unbounded(x.bits());
        for (int guard : GUARD_BITS) {
            int working = Math.min(x.bits() + guard, Enclosure.MAXIMAL_BITS);
            best = natural(expression, x.withBits(working)).withBits(x.bits());
            if (!x.isPoint() || isTight(best)) {
                return best;
            }
        }
        return best;
    }

    private static boolean isTight(Enclosure value) {
        return value.isBounded()
                && value.width()
                                .multiply(BigFraction.TWO.pow(value.bits() - SLACK))
                                .compareTo(BigFraction.ONE)
                        <= 0;
    }

    private static Enclosure natural(Expression expression, Enclosure x) {
        if (expression instanceof Constant constant) {
            return number(constant.value(), x.bits());
        }
        if (expression instanceof Variable) {
            return x;
        }
        if (expression instanceof Pi) {
            return Constants.pi(x.bits());
        }
        if (expression instanceof Symbol symbol) {
            throw new IllegalArgumentException("the symbol " + symbol.name() + " has no value");
        }
        if (expression instanceof Apply apply) {
            return apply.function().enclose(natural(apply.argument(), x));
        }
        if (expression instanceof Power power) {
            return power(natural(power.base(), x), power.exponent());
        }
        return expression instanceof Choice choice ? choice(choice, x) : combined(expression, x);
    }

    private static Enclosure combined(Expression expression, Enclosure x) {
        List<Expression> parts = expression.children();
        Enclosure result = natural(parts.get(0), x);
        for (Expression part : parts.subList(1, parts.size())) {
            Enclosure next = natural(part, x);
            if (expression instanceof Sum) {
                result = result.add(next);
            } else if (expression instanceof Product) {
                result = result.multiply(next);
            } else {
                result = expression instanceof Expression.Maximum ? result.max(next) : result.min(next);
            }
        }
        return result;
    }

    private static Enclosure number(Scalar value, int bits) {
        RationalInterval bounds = value.bounds(bits + SLACK);
        return Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits);
    }

    private static Enclosure power(Enclosure base, int exponent) {
        if (exponent >= 0) {
            return Powers.pow(base, exponent);
        }
        Enclosure one = Enclosure.from(BigFraction.ONE, base.bits());
        return exponent == Integer.MIN_VALUE
                ? Enclosure.unbounded(base.bits())
                : one.divide(Powers.pow(base, -exponent));
    }

    private static Enclosure choice(Choice choice, Enclosure x) {
        Enclosure test = natural(choice.test(), x);
        if (test.isPositive()) {
            return natural(choice.positive(), x);
        }
        if (test.isNegative()) {
            return natural(choice.negative(), x);
        }
        if (test.isPoint()) {
            return natural(choice.zero(), x);
        }
        Optional<Enclosure> bound = zeroOf(choice.test(), x.bits()).filter(point -> x.isBounded());
        boolean below = !test.isBounded() || test.lower().signum() < 0;
        boolean above = !test.isBounded() || test.upper().signum() > 0;
        Enclosure result = natural(choice.zero(), bound.orElse(x));
        if (below) {
            result = result.union(natural(choice.negative(), bound.map(x::min).orElse(x)));
        }
        return above ? result.union(natural(choice.positive(), bound.map(x::max).orElse(x))) : result;
    }

    /** The zero of a test that is x plus a rational number. */
    private static Optional<Enclosure> zeroOf(Expression test, int bits) {
        if (test instanceof Variable) {
            return Optional.of(Enclosure.from(BigFraction.ZERO, bits));
        }
        return test instanceof Sum sum
                        && sum.terms().size() == 2
                        && sum.terms().get(0) instanceof Variable
                        && sum.terms().get(1) instanceof Constant constant
                        && constant.value().isRational()
                ? Optional.of(Enclosure.from(constant.value().rational().negate(), bits))
                : Optional.empty();
    }
}
