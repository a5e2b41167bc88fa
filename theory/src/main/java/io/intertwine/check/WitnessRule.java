package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.VectorFunction;
import io.intertwine.rep.AffineMap;

/** A function is not equivariant if f(rho_0(g) x) and rho_L(g) f(x) differ at one input x ({@link SeparationRule}). */
final class WitnessRule {
    private WitnessRule() {}

    static String apply(SymmetryClaim.NotEquivariant claim, Certificate.Witness witness) throws Rejection {
        int generator = claim.symmetry().group().generators().indexOf(witness.generator());
        Rejection.unless(generator >= 0, "the group has no generator " + witness.generator());
        SeparationRule.requireInput(witness.input(), claim.network());
        AffineMap input = claim.symmetry().input().images().get(generator);
        AffineMap output = claim.symmetry().output().images().get(generator);
        SeparationRule.require(
                VectorFunction.of(claim.network()).after(input),
                VectorFunction.of(claim.network()).followedBy(output),
                witness.input(),
                witness.bits(),
                new SeparationRule.Values(witness.left(), witness.right(), witness.difference()));
        return "The two sides were computed again " + SeparationRule.how(witness.bits())
                + " at the recorded input, for generator " + witness.generator() + ".";
    }
}
