package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Polynomial;
import java.util.ArrayList;
import java.util.List;

/**
 * An analytic function F vanishes near a point x_0 where it satisfies an algebraic differential equation that zero satisfies with the
 * same initial values: F = g_0 is a polynomial in functions y with y' = P(y) ({@link VectorField}); if g_0' = c_00 g_0 + g_1,
 * g_1' = c_10 g_0 + c_11 g_1 + g_2, ... with polynomials c_ij in y, up to a g_m that is 0, and g_0, ..., g_(m-1) are 0 at x_0, then
 * (g_0, ..., g_(m-1)) solves a linear homogeneous differential equation with initial value 0, so it is 0 (Picard and Lindelöf). The
 * g_i are computed by division; F then vanishes on every interval around x_0 on which it is analytic.
 */
final class DifferentialRule {
    /** The most functions and constants. */
    static final int VARIABLES = 80;

    /** The most terms that one division subtracts. */
    static final int STEPS = 100_000;

    /** The most terms of a polynomial. */
    private static final int TERMS = 1_000;

    /** The longest chain of derivatives. */
    private static final int LENGTH = 24;

    private DifferentialRule() {}

    /** Rejects unless the analytic expression is proved to vanish near the base point. */
    static void requireZero(Expression function, Expression basePoint) throws Rejection {
        try {
            VectorField field = new VectorField(basePoint);
            requireZero(KernelRule.express(function, field), field);
        } catch (ArithmeticException tooLarge) {
            throw new Rejection("the proof exceeds a limit: " + tooLarge.getMessage());
        }
    }

    /** Whether a polynomial in the functions is proved to vanish near the base point. */
    static boolean isZero(Polynomial function, VectorField field) {
        try {
            requireZero(function, field);
            return true;
        } catch (Rejection | ArithmeticException notProved) {
            return false;
        }
    }

    private static void requireZero(Polynomial function, VectorField field) throws Rejection {
        List<Polynomial> known = new ArrayList<>(field.relations());
        Polynomial derivative = function.remainder(known, STEPS);
        for (int order = 0; !derivative.isZero(); order++) {
            Rejection.unless(order < LENGTH, "no differential equation was found within " + LENGTH + " derivatives");
            Rejection.unless(
                    field.value(derivative).isZero(),
                    "derivative " + order + " of the difference is not known to be 0 at the base point");
            known.add(derivative);
            derivative = field.derivative(derivative).remainder(known, STEPS);
            requireSize(derivative);
        }
    }

    static void requireSize(Polynomial polynomial) throws Rejection {
        Rejection.unless(polynomial.size() <= TERMS, "the expression has too many terms");
    }
}
