package io.intertwine.check;

import io.intertwine.certificate.EqualityProof;
import io.intertwine.net.Composition;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;

/** A function f is equivariant if for every generator g the functions f after rho_0(g) and rho_L(g) after f are equal. */
final class EquivarianceRule {
    private EquivarianceRule() {}

    static String apply(Network network, Symmetry symmetry, List<EqualityProof> proofs) throws Rejection {
        List<String> generators = symmetry.group().generators();
        Rejection.unless(
                proofs.size() == generators.size(),
                "expected a proof for each of " + generators.size() + " generators, found " + proofs.size());
        for (int g = 0; g < generators.size(); g++) {
            AffineMap input = symmetry.input().images().get(g);
            AffineMap output = symmetry.output().images().get(g);
            try {
                EqualityRule.require(
                        Composition.before(network, input), Composition.after(network, output), proofs.get(g));
            } catch (Rejection failure) {
                throw new Rejection("generator " + generators.get(g) + ": " + failure.getMessage());
            } catch (IllegalArgumentException notAPermutation) {
                throw new Rejection("generator " + generators.get(g) + ": " + notAPermutation.getMessage());
            }
        }
        return "For every generator the network before and after the action was proved to be the same function.";
    }
}
