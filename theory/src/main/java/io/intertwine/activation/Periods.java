package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Power;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The common period of the waves and floors of affine arguments on which the choices of a function depend. */
final class Periods {
    private static final BigFraction LARGEST_RATIO = new BigFraction(1000);

    private Periods() {}

    /** The least common period, or undecided. */
    static Expression common(Expression function) {
        List<Expression> periods = new ArrayList<>();
        collect(function, false, periods);
        Expression common = periods.stream()
                .reduce(Periods::common)
                .orElseThrow(() -> new UndecidedException(
                        "the points where the function changes may be infinitely many without a period"));
        return NormalForm.simplify(common);
    }

    private static void collect(Expression expression, boolean decides, List<Expression> periods) {
        if (expression instanceof Choice choice) {
            collect(choice.test(), true, periods);
            choice.children().subList(1, 4).forEach(branch -> collect(branch, decides, periods));
            return;
        }
        if (expression instanceof Apply apply && (decides || isAlwaysDeciding(apply.function()))) {
            period(apply).ifPresent(periods::add);
        }
        boolean within = decides || decides(expression);
        expression.children().forEach(part -> collect(part, within, periods));
    }

    /** Steps at the zeros of sine of pi u, or poles at those of its cosine. */
    private static boolean isAlwaysDeciding(Function function) {
        return function == Function.FLOOR || function == Function.TAN;
    }

    /** Whether the value or the existence of the value depends on the sign of a part. */
    private static boolean decides(Expression expression) {
        boolean applied = expression instanceof Apply apply
                && (!apply.function().isAnalytic()
                        || apply.function() == Function.SQRT
                        || apply.function() == Function.LOG
                        || apply.function() == Function.TAN);
        boolean compared = expression instanceof Expression.Maximum || expression instanceof Expression.Minimum;
        return applied || compared || (expression instanceof Power power && power.exponent() < 0);
    }

    private static Optional<Expression> period(Apply apply) {
        Expression basic = switch (apply.function()) {
            // Of tan the half would do, but not of the cosine below it.
            case SIN, COS, TAN -> Expression.PI.times(Expression.of(2));
            case FLOOR -> Expression.ONE;
            default -> Expression.ZERO;
        };
        if (basic.equals(Expression.ZERO) || apply.argument().isConstant()) {
            return Optional.empty();
        }
        return slope(apply.argument()).map(slope -> basic.over(absolute(slope)));
    }

    private static Expression absolute(Expression slope) {
        return ConstantSign.of(slope) < 0 ? slope.negate() : slope;
    }

    /** a, of an affine expression a x + b. */
    private static Optional<Expression> slope(Expression argument) {
        if (Resolution.unresolved(argument).isPresent()) {
            return Optional.empty();
        }
        return AtomPolynomial.of(NormalForm.of(argument))
                .filter(polynomial -> polynomial.atom().equals(Expression.X) && polynomial.isLinear())
                .map(AtomPolynomial::slope);
    }

    private static Expression common(Expression first, Expression second) {
        Expression ratio = NormalForm.simplify(second.over(first));
        boolean rational =
                ratio instanceof Constant constant && constant.value().isRational();
        if (!rational) {
            throw new UndecidedException("two periods have no common multiple, or none was found");
        }
        BigFraction value = ((Constant) ratio).value().rational();
        BigInteger times = value.getNumerator();
        if (new BigFraction(times).compareTo(LARGEST_RATIO) > 0) {
            throw new UndecidedException("the common multiple of two periods is too large");
        }
        return first.times(Expression.of(Scalar.of(times)));
    }
}
