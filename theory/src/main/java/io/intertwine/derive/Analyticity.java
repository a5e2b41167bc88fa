package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Function;

/** Whether a formula is analytic near 0, read off its parts: a sufficient condition. */
final class Analyticity {
    private Analyticity() {}

    /** Whether every part of the expression is seen to be analytic at x = 0. */
    static boolean atZero(Expression expression) throws NotDecided {
        if (expression.isConstant()) {
            return true;
        }
        if (expression instanceof Maximum || expression instanceof Minimum || expression instanceof Choice) {
            return false;
        }
        for (Expression part : expression.children()) {
            if (!atZero(part)) {
                return false;
            }
        }
        if (expression instanceof Power power) {
            return power.exponent() > 0 || sign(power.base()) != 0;
        }
        return !(expression instanceof Apply apply) || analyticThere(apply);
    }

    private static boolean analyticThere(Apply apply) throws NotDecided {
        return switch (apply.function()) {
            case LOG, SQRT -> sign(apply.argument()) > 0;
            case TAN -> sign(Expression.apply(Function.COS, apply.argument())) != 0;
            case ABS, SIGN, HEAVISIDE -> sign(apply.argument()) != 0;
            case FLOOR -> false;
            default -> apply.function().isAnalytic();
        };
    }

    private static int sign(Expression expression) throws NotDecided {
        return Signs.of(expression.substitute(Expression.ZERO));
    }
}
