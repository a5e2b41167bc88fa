package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The analytic formula that a piecewise one is near given points. */
public final class Branch {
    private Branch() {}

    /** Whether no absolute values, steps, maxima, minima or choices occur in a formula. */
    public static boolean isAnalytic(Expression formula) {
        boolean own = !(formula instanceof Expression.Maximum
                        || formula instanceof Expression.Minimum
                        || formula instanceof Expression.Choice)
                && !(formula instanceof Expression.Apply apply
                        && !apply.function().isAnalytic());
        return own && formula.children().stream().allMatch(Branch::isAnalytic);
    }

    /**
     * A formula without absolute values, signs, maxima, minima and choices that agrees with the given one near every member of an
     * enclosure at which that has a value. Empty where the enclosure does not decide which it is, and for the floor.
     */
    public static Optional<Expression> at(Expression formula, Enclosure x) {
        if (isAnalytic(formula)) {
            return Optional.of(formula);
        }
        if (formula instanceof Expression.Choice choice) {
            return byTest(choice.test(), choice.negative(), choice.positive(), x);
        }
        if (formula instanceof Expression.Maximum maximum) {
            return byTest(maximum.left().minus(maximum.right()), maximum.right(), maximum.left(), x);
        }
        if (formula instanceof Expression.Minimum minimum) {
            return byTest(minimum.left().minus(minimum.right()), minimum.left(), minimum.right(), x);
        }
        return formula instanceof Expression.Apply apply && !apply.function().isAnalytic()
                ? byStep(apply, x)
                : parts(formula, x);
    }

    /** The test is continuous near the points only if it has no jump there, which its own branch shows. */
    private static Optional<Expression> byTest(Expression test, Expression negative, Expression positive, Enclosure x) {
        Optional<Expression> near = at(test, x);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        Enclosure sign = near.get().enclose(x);
        return sign.excludesZero() ? at(sign.isPositive() ? positive : negative, x) : Optional.empty();
    }

    private static Optional<Expression> byStep(Expression.Apply apply, Enclosure x) {
        Expression u = apply.argument();
        return switch (apply.function()) {
            case ABS -> byTest(u, u.negate(), u, x);
            case SIGN -> byTest(u, Expression.of(-1), Expression.ONE, x);
            case HEAVISIDE -> byTest(u, Expression.ZERO, Expression.ONE, x);
            default -> Optional.empty();
        };
    }

    private static Optional<Expression> parts(Expression formula, Enclosure x) {
        List<Expression> parts = new ArrayList<>();
        for (Expression part : formula.children()) {
            at(part, x).ifPresent(parts::add);
        }
        return parts.size() == formula.children().size() ? Optional.of(formula.withChildren(parts)) : Optional.empty();
    }
}
