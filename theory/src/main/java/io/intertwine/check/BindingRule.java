package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.Claim;
import java.util.ArrayList;
import java.util.List;

/** A certificate speaks of the networks, architectures and symmetries of the claim: their digests agree. */
final class BindingRule {
    private BindingRule() {}

    static void apply(Claim claim, Certificate certificate) throws Rejection {
        List<String> digests = new ArrayList<>();
        claim.networks().forEach(network -> digests.add(Digest.of(network)));
        claim.architectures().forEach(architecture -> digests.add(Digest.of(architecture)));
        claim.symmetries().forEach(symmetry -> digests.add(Digest.of(symmetry)));
        claim.representations().forEach(representation -> digests.add(Digest.of(representation)));
        if (digests.size() != certificate.subjects().size()) {
            throw Rejection.otherKind(claim);
        }
        for (int i = 0; i < digests.size(); i++) {
            Rejection.unless(
                    digests.get(i).equals(certificate.subjects().get(i)),
                    "the certificate speaks of another " + subject(claim, i) + ": its digest differs");
        }
    }

    private static String subject(Claim claim, int index) {
        if (index < claim.networks().size()) {
            return "network";
        }
        if (!claim.representations().isEmpty()) {
            return "representation";
        }
        return claim.architectures().isEmpty() ? "symmetry" : "architecture";
    }
}
