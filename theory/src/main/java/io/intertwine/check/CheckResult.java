package io.intertwine.check;

/** What the checker says of a certificate. */
public sealed interface CheckResult {
    /** The certificate proves the claim. */
    record Accepted(Theorem theorem) implements CheckResult {}

    /** The certificate does not prove the claim; the claim may still be true. */
    record Rejected(String reason) implements CheckResult {}
}
