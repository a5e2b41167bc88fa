package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;

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
                SeparationRule.Side.of(claim.network(), input.apply(witness.input())),
                moved(claim.network(), witness.input(), output),
                witness.bits(),
                new SeparationRule.Values(witness.left(), witness.right(), witness.difference()));
        return "The two sides were computed again " + SeparationRule.how(witness.bits())
                + " at the recorded input, for generator " + witness.generator() + ".";
    }

    /** rho_L(g) f(x). */
    private static SeparationRule.Side moved(Network network, List<Scalar> x, AffineMap output) {
        return new SeparationRule.Side() {
            @Override
            public Optional<List<Scalar>> exact() {
                return Evaluation.exact(network, x).map(output::apply);
            }

            @Override
            public List<Enclosure> enclose(int bits) {
                return Evaluation.enclose(output, Evaluation.enclose(network, x, bits), bits);
            }
        };
    }
}
