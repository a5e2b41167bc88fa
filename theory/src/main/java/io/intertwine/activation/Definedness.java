package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.exact.Scalar;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Finds points where an expression without choices has no value, or proves that there are none. */
final class Definedness {
    private static final String POLE = "pole";
    private static final String LOG = "log of a number that is not positive";
    private static final String SQRT = "sqrt of a negative number";
    private static final int SAMPLES = 33;

    private final Tests tests;

    Definedness(Tests tests) {
        this.tests = tests;
    }

    /** Throws unless an expression is defined at every point of an open interval. */
    void require(Expression u, OpenInterval interval) {
        // Parts first: from then on every part is continuous on the interval.
        u.children().forEach(part -> require(part, interval));
        Optional<Expression> divisor = divisor(u);
        if (divisor.isPresent()) {
            requireSign(divisor.get(), interval, POLE);
        } else if (u instanceof Apply apply && apply.function() == Function.LOG) {
            requireSign(apply.argument(), interval, LOG);
        } else if (u instanceof Apply apply && apply.function() == Function.SQRT) {
            requireSign(apply.argument(), interval, SQRT);
        }
    }

    /** What must not vanish. */
    private static Optional<Expression> divisor(Expression u) {
        if (u instanceof Power power && power.exponent() < 0) {
            return Optional.of(power.base());
        }
        return u instanceof Apply apply && apply.function() == Function.TAN
                ? Optional.of(Expression.apply(Function.COS, apply.argument()))
                : Optional.empty();
    }

    private void requireSign(Expression u, OpenInterval interval, String problem) {
        SignChart chart;
        try {
            chart = tests.chart(u, interval, false);
        } catch (InfinitelyManyException turns) {
            throw turns;
        } catch (UndecidedException unknown) {
            refute(u, interval, problem);
            throw unknown;
        }
        if (!problem.equals(SQRT) && !chart.isConstant()) {
            Expression point = chart.points().get(0);
            throw new UndefinedException(problem, point, point);
        }
        for (int i = 0; i < chart.signs().size(); i++) {
            if (isWrong(chart.signs().get(i), problem)) {
                BigFraction sample = interval.split(chart.points()).get(i).sample();
                Expression point = Expression.of(Scalar.of(sample));
                throw new UndefinedException(problem, point, point);
            }
        }
    }

    private static boolean isWrong(int sign, String problem) {
        return problem.equals(POLE) ? sign == 0 : problem.equals(LOG) ? sign <= 0 : sign < 0;
    }

    /** Looks for a number at which the sign is wrong, or for two between which a continuous divisor vanishes. */
    private void refute(Expression u, OpenInterval interval, String problem) {
        BigFraction previous = BigFraction.ZERO;
        int previousSign = 0;
        for (int k = -SAMPLES / 2; k <= SAMPLES / 2; k++) {
            BigFraction sample = new BigFraction(k, 2);
            Expression point = Expression.of(Scalar.of(sample));
            if (interval.contains(point)) {
                int sign = tests.signAt(u, point);
                if (isWrong(sign, problem)) {
                    throw new UndefinedException(problem, point, point);
                }
                if (problem.equals(POLE) && sign * previousSign < 0) {
                    throw new UndefinedException(problem, Expression.of(Scalar.of(previous)), point);
                }
                previous = sample;
                previousSign = sign;
            }
        }
    }

    /** Whether every divisor, every argument of a logarithm or square root is proved positive on the whole line, in whatever branch. */
    static boolean isObvious(Expression u) {
        Optional<Expression> divisor = divisor(u);
        boolean positive =
                u instanceof Apply apply && (apply.function() == Function.LOG || apply.function() == Function.SQRT);
        Optional<Expression> needed = positive ? Optional.of(u.children().get(0)) : divisor;
        boolean here = needed.isEmpty()
                || RangeAnalysis.of(needed.get(), OpenInterval.LINE)
                        .sign()
                        .filter(sign -> sign > 0 || (!positive && sign < 0))
                        .isPresent();
        return here && u.children().stream().allMatch(Definedness::isObvious);
    }

    /** Throws unless an expression is defined at a point. */
    void require(Expression u, Expression point) {
        u.children().forEach(part -> require(part, point));
        Optional<Expression> divisor = divisor(u);
        if (divisor.isPresent() && tests.signAt(divisor.get(), point) == 0) {
            throw new UndefinedException(POLE, point, point);
        }
        if (u instanceof Apply apply
                && apply.function() == Function.LOG
                && tests.signAt(apply.argument(), point) <= 0) {
            throw new UndefinedException(LOG, point, point);
        }
        if (u instanceof Apply apply
                && apply.function() == Function.SQRT
                && tests.signAt(apply.argument(), point) < 0) {
            throw new UndefinedException(SQRT, point, point);
        }
    }
}
