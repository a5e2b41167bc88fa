package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;

/** Two networks have the same function if steps that keep the functions lead to networks that a comparison shows to be equal. */
final class EqualityRule {
    private EqualityRule() {}

    static String apply(EqualityClaim claim, Certificate certificate) throws Rejection {
        if (claim instanceof EqualityClaim.Equal && certificate instanceof Certificate.Equality evidence) {
            require(claim.left(), claim.right(), evidence.proof());
            return "The steps were carried out again, and the networks that they lead to were proved to be equal.";
        }
        if (claim instanceof EqualityClaim.Different different
                && certificate instanceof Certificate.Separation evidence) {
            return SeparationRule.apply(different, evidence);
        }
        throw Rejection.otherKind(claim);
    }

    /** Rejects unless the networks are proved to have the same function. */
    static void require(Network f, Network g, EqualityProof proof) throws Rejection {
        // Steps may drop units: the given networks must have values everywhere, not only what is left of them.
        new ActivationRule().requireValues(f);
        new ActivationRule().requireValues(g);
        require(ReductionRule.apply(f, proof.left()), ReductionRule.apply(g, proof.right()), proof.comparison());
    }

    /** Rejects unless the networks are proved to have the same function by one comparison. */
    static void require(Network f, Network g, Comparison comparison) throws Rejection {
        Rejection.unless(
                f.inputs() == g.inputs() && f.outputs() == g.outputs(),
                "one network reads " + f.inputs() + " numbers and writes " + f.outputs() + ", the other " + g.inputs()
                        + " and " + g.outputs());
        ActivationRule activations = new ActivationRule();
        activations.requireValues(f);
        activations.requireValues(g);
        Rejection.unless(f.endsWithSoftmax() == g.endsWithSoftmax(), "only one of the networks ends with a softmax");
        compare(Composition.logitDifferences(f), Composition.logitDifferences(g), comparison);
    }

    private static void compare(Network f, Network g, Comparison comparison) throws Rejection {
        if (comparison instanceof Comparison.Gauge gauge) {
            GaugeRule.require(f, g, gauge.maps());
        } else if (comparison instanceof Comparison.Ridge ridge) {
            Network left = Composition.fused(f);
            Network right = Composition.fused(g);
            while (endsWithActivation(left)
                    && endsWithActivation(right)
                    && last(left).equals(last(right))) {
                left = withoutLast(left);
                right = withoutLast(right);
            }
            new RidgeRule(ridge.bypasses()).requireEqual(left, right);
        } else if (comparison instanceof Comparison.Expansion) {
            ExpansionRule.requireEqual(f, g);
        } else {
            RegionRule.requireEqual(f, g, ((Comparison.Regions) comparison).tree());
        }
    }

    private static boolean endsWithActivation(Network network) {
        return network.layers().size() > 1 && last(network) instanceof Layer.Entrywise;
    }

    private static Layer last(Network network) {
        return network.layers().get(network.layers().size() - 1);
    }

    private static Network withoutLast(Network network) {
        return new Network(network.layers().subList(0, network.layers().size() - 1));
    }
}
