package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a function is equivariant, without a word about its layers: f after rho_0(g) against rho_L(g) after f. */
sealed interface EquivarianceSearch {
    /** The function is equivariant. */
    record Holds(Proof proof, List<EqualityProof> proofs) implements EquivarianceSearch {}

    /** The two functions differ at an input, for one generator. */
    record Fails(int generator, List<Scalar> input) implements EquivarianceSearch {}

    /** Not decided. */
    record Open(List<String> reasons) implements EquivarianceSearch {}

    /** Compares the functions for every generator. */
    static EquivarianceSearch of(Network network, Symmetry symmetry, long seed) {
        List<EqualityProof> proofs = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            Equality equality = compare(network, symmetry, g, seed);
            if (equality instanceof Equality.Different different) {
                return new Fails(g, different.separation().input());
            }
            if (equality instanceof Equality.Undetermined open) {
                String name = symmetry.group().generators().get(g);
                open.reasons().forEach(reason -> reasons.add("generator " + name + ": " + reason));
                return new Open(reasons);
            }
            proofs.add(((Equality.Equal) equality).certificate().proof());
        }
        return Proof.of(
                        new SymmetryClaim.Equivariant(network, symmetry),
                        new Certificate.Equivariance(Digest.of(network), Digest.of(symmetry), proofs))
                .<EquivarianceSearch>map(proof -> new Holds(proof, proofs))
                .orElseGet(() -> new Open(List.of("the checker does not accept the proofs of equivariance")));
    }

    private static Equality compare(Network network, Symmetry symmetry, int g, long seed) {
        try {
            return EqualitySearch.compare(
                    Composition.before(network, symmetry.input().images().get(g)),
                    Composition.after(network, symmetry.output().images().get(g)),
                    seed);
        } catch (IllegalArgumentException notAPermutation) {
            // After a softmax only permutations can be composed with a network.
            return new Equality.Undetermined(network, network, List.of(String.valueOf(notAPermutation.getMessage())));
        }
    }
}
