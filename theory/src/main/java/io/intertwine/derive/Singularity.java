package io.intertwine.derive;

import io.intertwine.activation.Expression;

/** A point between two pieces: whether the function is analytic there, with the reason. */
final class Singularity {
    private final Expression point;
    private final Expression left;
    private final Expression right;
    private final Expression value;
    private final boolean isTrue;
    private String reason = "";

    /** Decides it. Throws NotDecided if that fails. */
    Singularity(Expression point, Expression left, Expression right, Expression value) throws NotDecided {
        this.point = point;
        this.left = left;
        this.right = right;
        this.value = value;
        isTrue = decide();
    }

    /** Whether the function is not analytic at the point. */
    boolean isTrue() {
        return isTrue;
    }

    /** Why. */
    String reason() {
        return reason;
    }

    private boolean decide() throws NotDecided {
        boolean same = left.equals(right) || NormalForm.same(left, right);
        if (same && continues()) {
            return matchesValue();
        }
        OneSided below = OneSided.of(left, point, -1);
        OneSided above = OneSided.of(right, point, 1);
        if (jumps(below, "left") || jumps(above, "right")) {
            return true;
        }
        for (int halves = 1; halves <= Math.max(below.largest(), above.largest()); halves++) {
            if (differs(below.coefficient(halves), above.coefficient(halves), halves)) {
                return true;
            }
        }
        if (below.ramification() == 1 && above.ramification() == 1 && Identities.proved(left, right)) {
            reason = analytic() + ": the pieces on its two sides are the same function.";
            return false;
        }
        throw new NotDecided("whether s is analytic at x = " + point);
    }

    /** Whether the piece on the left is seen to be analytic at the point. */
    private boolean continues() throws NotDecided {
        return Analyticity.atZero(left.substitute(point.plus(Expression.X)));
    }

    private boolean matchesValue() throws NotDecided {
        Expression limit = NormalForm.simplify(left.substitute(point));
        if (Signs.compare(limit, value) == 0) {
            reason = analytic() + ": the pieces on its two sides and the value there are those of one formula.";
            return false;
        }
        reason = singular() + ": s(" + point + ") = " + value + " is not the limit " + limit + ".";
        return true;
    }

    private boolean jumps(OneSided side, String name) throws NotDecided {
        Expression limit = side.coefficient(0);
        if (Signs.compare(limit, value) == 0) {
            return false;
        }
        reason =
                singular() + ": s(" + point + ") = " + value + " is not the limit " + limit + " from the " + name + ".";
        return true;
    }

    /** An analytic function has no half powers, and its coefficients on the left are those on the right up to (-1)^k. */
    private boolean differs(Expression below, Expression above, int halves) throws NotDecided {
        if (halves % 2 != 0) {
            boolean rooted = !Signs.isZero(below) || !Signs.isZero(above);
            if (rooted) {
                reason = singular() + ": its expansion there has a term with |x - p|^(" + halves + "/2).";
            }
            return rooted;
        }
        int k = halves / 2;
        Expression expected = k % 2 == 0 ? below : below.negate();
        if (Signs.compare(expected, above) == 0) {
            return false;
        }
        reason = singular() + ": the coefficient of (x - p)^" + k + " is " + NormalForm.simplify(expected)
                + " on the left and " + NormalForm.simplify(above) + " on the right.";
        return true;
    }

    private String analytic() {
        return "s is analytic at x = " + point;
    }

    private String singular() {
        return "s is singular at p = " + point;
    }
}
