package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Signs of sin v - r, cos v - r, tan v - r and sinc v where v is bounded, by all angles at which they may vanish. */
final class Waves {
    private static final int MOST_TURNS = 100;
    private static final int BITS = 96;

    private final SignAnalysis analysis;

    Waves(SignAnalysis analysis) {
        this.analysis = analysis;
    }

    SignChart chart(Apply apply, Expression r) {
        Expression u = apply.minus(r);
        Optional<Integer> sign = RangeAnalysis.sign(u, analysis.interval(), analysis.budget());
        if (sign.isPresent()) {
            return SignChart.constant(sign.get());
        }
        Expression v = apply.argument();
        Range range = RangeAnalysis.of(v, analysis.interval());
        if (!range.isBounded()) {
            throw new InfinitelyManyException(apply.function().text()
                    + " of an unbounded argument may change the sign of a test infinitely often");
        }
        List<Expression> points = List.of();
        for (Expression angle : angles(apply.function(), r, range)) {
            points = SignChart.merge(points, analysis.allZeros(v.minus(angle)).points());
        }
        return analysis.sampled(u, points);
    }

    /** All angles in a range, and perhaps a few more, at which f - r vanishes or f has a pole. */
    private static List<Expression> angles(Function function, Expression r, Range range) {
        Expression half = Expression.PI.times(Expression.of(1, 2));
        if (function == Function.TAN) {
            List<Expression> all = progression(Expression.apply(Function.ARCTAN, r), Expression.PI, range);
            all.addAll(progression(half, Expression.PI, range));
            return all;
        }
        if (function == Function.SINC) {
            return zerosOfSinc(r, range);
        }
        Expression first = arcsine(r);
        Expression turn = Expression.PI.times(Expression.of(2));
        Expression shift = function == Function.COS ? half : Expression.ZERO;
        List<Expression> all = progression(first.minus(shift), turn, range);
        all.addAll(progression(Expression.PI.minus(first).minus(shift), turn, range));
        return all;
    }

    private static List<Expression> zerosOfSinc(Expression r, Range range) {
        if (ConstantSign.of(r) != 0) {
            throw new UndecidedException("where sinc takes a value other than 0 has no formula");
        }
        List<Expression> all = progression(Expression.ZERO, Expression.PI, range);
        all.remove(Expression.ZERO);
        return all;
    }

    /** arcsin r for -1 <= r <= 1; exactly where it is a multiple of pi/12. */
    private static Expression arcsine(Expression r) {
        Expression simple = NormalForm.simplify(r);
        if (simple instanceof Constant constant) {
            for (int k = -6; k <= 6; k++) {
                if (Scalar.sine(k, 24).equals(constant.value())) {
                    return Expression.PI.times(Expression.of(k, 12));
                }
            }
        }
        Expression cosine = Expression.apply(Function.SQRT, Expression.ONE.minus(r.power(2)));
        return Expression.apply(Function.ARCTAN, r.over(cosine));
    }

    private static List<Expression> progression(Expression first, Expression step, Range range) {
        BigFraction start = first.encloseConstant(BITS).lower();
        BigFraction length = step.encloseConstant(BITS).lower();
        BigInteger from = OpenInterval.floor(
                        range.lower().value().subtract(start).divide(length))
                .subtract(BigInteger.TWO);
        BigInteger to = OpenInterval.floor(range.upper().value().subtract(start).divide(length))
                .add(BigInteger.TWO);
        if (to.subtract(from).compareTo(BigInteger.valueOf(MOST_TURNS)) > 0) {
            throw new UndecidedException("a test may change its sign more than " + MOST_TURNS + " times");
        }
        List<Expression> angles = new ArrayList<>();
        for (long k = from.longValueExact(); k <= to.longValueExact(); k++) {
            angles.add(NormalForm.simplify(first.plus(step.times(Expression.of(k)))));
        }
        return angles;
    }
}
