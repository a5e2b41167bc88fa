package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison.Bypass;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bypass relations s(x) - s(-x) = slope x of the activations of networks, each proved by the checker. */
final class Bypasses {
    private Bypasses() {}

    /** The relations of all activations that occur. */
    static List<Bypass> of(List<Network> networks) {
        Set<Activation> activations = new LinkedHashSet<>();
        for (Network network : networks) {
            for (Layer layer : network.layers()) {
                if (layer instanceof Layer.Entrywise units) {
                    activations.addAll(units.units());
                }
            }
        }
        List<Bypass> found = new ArrayList<>();
        activations.forEach(activation -> of(activation).ifPresent(found::add));
        return found;
    }

    /** The relation of an activation with a slope other than 0, if there is one. */
    static Optional<Bypass> of(Activation activation) {
        Optional<Scalar> plus = activation.exact(Scalar.ONE);
        Optional<Scalar> minus = activation.exact(Scalar.MINUS_ONE);
        // Where s(1) is not algebraic, as for GELU, the slope of the known activations of this kind is 1.
        Scalar slope = plus.isPresent() && minus.isPresent() ? plus.get().subtract(minus.get()) : Scalar.ONE;
        Relation relation = new Relation(
                List.of(
                        new Relation.Term(Expression.ONE, Expression.ONE, Expression.ZERO),
                        new Relation.Term(Expression.of(-1), Expression.of(-1), Expression.ZERO)),
                Expression.of(slope),
                Expression.ZERO);
        boolean holds = !slope.isZero()
                && Checker.check(
                                new ActivationClaim.Relations(activation, List.of(relation)),
                                new Certificate.Identity(List.of()))
                        instanceof CheckResult.Accepted;
        return holds ? Optional.of(new Bypass(activation, slope)) : Optional.empty();
    }
}
