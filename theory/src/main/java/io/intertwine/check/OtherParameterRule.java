package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import java.util.List;

/** A parameter is not identifiable if another one of the same architecture has the same function and is not related to it. */
final class OtherParameterRule {
    private OtherParameterRule() {}

    static String apply(ParameterClaim.NotIdentifiable claim, Certificate.OtherParameter evidence) throws Rejection {
        InequivalenceRule.require(claim.network(), evidence.other());
        EqualityRule.require(claim.network(), evidence.other(), evidence.proof());
        return "The other parameter is of the same architecture; its function was proved to be the same, and no element of the latent "
                + "groups takes one to the other.";
    }

    /** The constant s(b) of a unit moves to the next bias: that makes one more outgoing column zero, a number that latent maps keep. */
    static String apply(ParameterClaim.NotIdentifiable claim, Certificate.ConstantUnit evidence) throws Rejection {
        List<Layer> layers = claim.network().layers();
        int index = evidence.layer();
        Rejection.unless(
                index >= 0
                        && index < layers.size() - 2
                        && layers.get(index) instanceof Layer.Dense
                        && layers.get(index + 1) instanceof Layer.Entrywise
                        && layers.get(index + 2) instanceof Layer.Dense,
                "expected dense layers before and after the activation layer " + (index + 1));
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        Layer.Dense next = (Layer.Dense) layers.get(index + 2);
        ReductionRule.requireUnit(dense, evidence.unit());
        new ActivationRule().requireValues(claim.network());
        MembershipRule.requireMonomial(claim.network());
        Rejection.unless(
                dense.weight().isZeroRow(evidence.unit()), "unit " + evidence.unit() + " has incoming weights");
        Rejection.unless(next.hasBias(), "the next layer has no bias for the constant");
        // A softmax does not see the same number in all of its logits.
        Layer.Dense read = (Layer.Dense)
                Composition.logitDifferences(claim.network()).layers().get(index + 2);
        Rejection.unless(
                !read.weight().transpose().isZeroRow(evidence.unit()), "unit " + evidence.unit() + " is not used");
        return "Unit " + evidence.unit() + " of layer " + index
                + " is constant: its value may move to the next bias, which leaves its outgoing weights zero.";
    }
}
