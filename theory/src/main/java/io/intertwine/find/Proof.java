package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.check.Theorem;
import io.intertwine.claim.Claim;
import java.util.Optional;

/**
 * A claim that the checker accepted, with its evidence.
 *
 * @param claim the claim
 * @param certificate the evidence
 * @param theorem what was proved
 */
public record Proof(Claim claim, Certificate certificate, Theorem theorem) {
    /** The proof, if the checker accepts the certificate. */
    public static Optional<Proof> of(Claim claim, Certificate certificate) {
        return Checker.check(claim, certificate) instanceof CheckResult.Accepted accepted
                ? Optional.of(new Proof(claim, certificate, accepted.theorem()))
                : Optional.empty();
    }
}
