package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.Composition;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.List;

/**
 * A group acts on the classes of parameters with the same function: g * theta is the parameter of rho_L(g) f(rho_0(g)^-1 x) that changes
 * the first and the last layer only, and it commutes with the latent groups. If every g * theta_c is related to some theta_c', the
 * function is equivariant; a layerwise equivariant parameter would be related to some theta_c with g * theta_c related to theta_c for
 * every g. If no class is fixed by all generators, there is none (docs/ORBITS.md; the proof of Theorem 4.1 of
 * Shahverdi, Marchetti, Bökman, Kohn 2026 without identifiability).
 */
final class ClassActionRule {
    private ClassActionRule() {}

    static String apply(SymmetryClaim.NotLayerwise claim, Certificate.ClassAction evidence) throws Rejection {
        List<Network> classes = FibreRule.classes(claim.network(), evidence.fibre());
        List<String> generators = claim.symmetry().group().generators();
        Rejection.unless(
                evidence.moves().size() == generators.size(),
                "expected the moves of " + generators.size() + " generators, found "
                        + evidence.moves().size());
        for (int g = 0; g < generators.size(); g++) {
            List<ClassMove> moves = evidence.moves().get(g);
            Rejection.unless(
                    moves.size() == classes.size(),
                    "expected a move of each of the " + classes.size() + " classes, found " + moves.size());
            AffineMap input = claim.symmetry().input().images().get(g).inverse();
            AffineMap output = claim.symmetry().output().images().get(g);
            for (int c = 0; c < classes.size(); c++) {
                requireMove(classes, c, moves.get(c), input, output);
            }
        }
        for (int c = 0; c < classes.size(); c++) {
            int index = c;
            Rejection.unless(
                    evidence.moves().stream().anyMatch(moves -> moves.get(index).target() != index),
                    "class " + c + " is fixed by every generator");
        }
        return "All " + classes.size()
                + " classes of parameters with this function were found again; the group permutes them and fixes "
                + "none.";
    }

    private static void requireMove(List<Network> classes, int c, ClassMove move, AffineMap input, AffineMap output)
            throws Rejection {
        Rejection.unless(move.target() >= 0 && move.target() < classes.size(), "there is no class " + move.target());
        Network moved = Composition.after(Composition.before(classes.get(c), input), output);
        Rejection.unless(
                moved.hasArchitectureOf(classes.get(c)),
                "a generator takes the parameter of class " + c + " to another architecture");
        GaugeRule.require(moved, classes.get(move.target()), move.gauge());
    }
}
