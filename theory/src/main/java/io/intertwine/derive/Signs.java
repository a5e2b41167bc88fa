package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.exact.Enclosure;

/** The signs of constant expressions: by exact arithmetic, by enclosures, or by a proof that the constant is 0. */
final class Signs {
    private static final int[] PRECISIONS = {64, 256, 1024};

    private Signs() {}

    /** -1, 0 or 1. */
    static int of(Expression constant) throws NotDecided {
        Expression simple = NormalForm.simplify(constant);
        if (simple instanceof Constant known) {
            return known.value().signum();
        }
        if (!simple.isConstant() || Symbols.occursIn(simple)) {
            throw new NotDecided("the sign of " + simple + ", which is not a number");
        }
        for (int bits : PRECISIONS) {
            Enclosure value = simple.encloseConstant(bits);
            if (value.excludesZero()) {
                return value.isPositive() ? 1 : -1;
            }
        }
        if (Identities.proved(simple, Expression.ZERO)) {
            return 0;
        }
        throw new NotDecided("whether " + simple + " is 0");
    }

    /** Whether the constant is 0. */
    static boolean isZero(Expression constant) throws NotDecided {
        return of(constant) == 0;
    }

    /** The sign of left - right. */
    static int compare(Expression left, Expression right) throws NotDecided {
        return of(left.minus(right));
    }
}
