package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.ActivationClaim;
import java.util.List;

/** Identities of expressions, proved by the checker. */
final class Identities {
    private Identities() {}

    /** Whether the checker proves that the two are equal at every real x (and for all values of their symbols). */
    static boolean proved(Expression left, Expression right) {
        return proved(left, right, List.of());
    }

    /** The same, with hints: points near which the proof may start, constant expressions. */
    static boolean proved(Expression left, Expression right, List<Expression> basePoints) {
        return Checker.check(new ActivationClaim.Identity(left, right), new Certificate.Identity(basePoints))
                instanceof CheckResult.Accepted;
    }

    /** Whether the checker proves the element. */
    static boolean proved(Expression s, Element element, List<Expression> basePoints) {
        return proved(element.asRelation().defect(s), Expression.ZERO, basePoints);
    }
}
