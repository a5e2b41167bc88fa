package io.intertwine.check;

import io.intertwine.claim.Claim;

/** The first step of a certificate that does not hold. It never leaves this package: {@link Checker} turns it into a result. */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1;

    Rejection(String reason) {
        super(reason);
    }

    static void unless(boolean condition, String reason) throws Rejection {
        if (!condition) {
            throw new Rejection(reason);
        }
    }

    /** The refusal of evidence of another kind than the claim. */
    static Rejection otherKind(Claim claim) {
        return new Rejection("the certificate is of another kind than the claim " + claim.verdict());
    }
}
