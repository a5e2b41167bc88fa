package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.Collections;
import java.util.List;

/**
 * Layerwise equivariance at larger width: by a wider network that is given, or by averaging. For a finite group the average of
 * rho_L(g) f(rho_0(g)^-1 x) over g is f where f is equivariant, and a network of |G| times as many units in each hidden layer: the
 * copies of each layer stand block by block and the group permutes them.
 */
final class WideningRule {
    private WideningRule() {}

    static String apply(SymmetryClaim.LayerwiseWhenWidened claim, Certificate.Widening evidence) throws Rejection {
        Network wide = evidence.wide();
        requireSameKinds(claim.network(), wide);
        Rejection.unless(
                !widths(wide).equals(widths(claim.network())), "the wider network has the widths of the given one");
        EqualityRule.require(claim.network(), wide, evidence.proof());
        return "The wider network was proved to have the same function. "
                + LayerwiseRule.requireActions(wide, claim.symmetry(), evidence.actions());
    }

    private static void requireSameKinds(Network network, Network wide) throws Rejection {
        int layers = network.layers().size();
        Rejection.unless(wide.layers().size() == layers, "the wider network has another number of layers");
        for (int i = 0; i < layers; i++) {
            Layer mine = network.layers().get(i);
            Layer theirs = wide.layers().get(i);
            boolean same = mine instanceof Layer.Entrywise units && theirs instanceof Layer.Entrywise others
                    ? units.uniform().isPresent() && units.uniform().equals(others.uniform())
                    : mine.getClass().equals(theirs.getClass());
            Rejection.unless(same, "layer " + i + " of the wider network is of another kind");
        }
    }

    private static List<Integer> widths(Network network) {
        return network.layers().stream().map(Layer::outputs).toList();
    }

    static String apply(SymmetryClaim.LayerwiseWhenWidened claim, List<EqualityProof> proofs) throws Rejection {
        List<Layer> layers = claim.network().layers();
        Rejection.unless(
                layers.size() > 1
                        && layers.get(0) instanceof Layer.Dense
                        && layers.get(layers.size() - 1) instanceof Layer.Dense,
                "averaging needs a hidden layer between a dense first and a dense last layer");
        boolean linear = claim.symmetry().input().images().stream().allMatch(AffineMap::isLinear)
                && claim.symmetry().output().images().stream().allMatch(AffineMap::isLinear);
        Rejection.unless(linear, "averaging needs linear actions on inputs and outputs");
        List<List<AffineMap>> none = Collections.nCopies(proofs.size(), List.of());
        String equivariant = EquivarianceRule.apply(claim.network(), claim.symmetry(), proofs);
        int order = ClosureRule.order(claim.symmetry(), none);
        return equivariant + " The group acts through a finite group of order " + order
                + ", so the average over it is a network with " + order
                + " copies of every hidden layer, which the group permutes.";
    }
}
