package io.intertwine.check;

import io.intertwine.claim.Claim;

/** A claim that a certificate proved. Only {@link Checker} can make one. */
public final class Theorem {
    private final Claim claim;
    private final String rule;

    Theorem(Claim claim, String rule) {
        this.claim = claim;
        this.rule = rule;
    }

    /** What is proved. */
    public Claim claim() {
        return claim;
    }

    /** How it was proved: the rule and what it compared, as a sentence. */
    public String rule() {
        return rule;
    }

    @Override
    public String toString() {
        return claim.statement() + " " + rule;
    }
}
