package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Domain;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.activation.UnitMap;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.EntrywiseMap;
import io.intertwine.symmetry.LatentModel;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An activation s satisfies s(a x + c) = b s(x) + e, or another affine relation. The identity is proved from the formula of s by
 * {@link IdentityRule}; no table of groups is believed.
 */
final class ActivationRule {
    private final Set<List<Object>> proved = new HashSet<>();

    /** Rejects unless every activation of the network is proved to have a value at every real number. */
    void requireValues(Network network) throws Rejection {
        Set<Activation> activations = new HashSet<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Entrywise units) {
                activations.addAll(units.units());
            }
        }
        for (Activation activation : activations) {
            Domain domain = Domain.of(activation.expression());
            Rejection.unless(
                    domain instanceof Domain.Everywhere,
                    "the activation " + activation + " is not known to have a value at every real number: " + domain);
        }
    }

    /** Rejects unless every entrywise map of the model carries the action before it to that after it. */
    void require(LatentModel<AffineMap> model, AffineMap input, List<AffineMap> latent, AffineMap output)
            throws Rejection {
        for (int i = 0; i < model.maps().size(); i++) {
            if (model.maps().get(i) instanceof EntrywiseMap units) {
                AffineMap before = i == 0 ? input : latent.get(i - 1);
                require(units.layer(), units.layer(), before, i < latent.size() ? latent.get(i) : output);
            }
        }
    }

    /** Rejects unless {@code after . f = g . before}, for two layers of activations and monomial maps before and after them. */
    void require(Layer.Entrywise f, Layer.Entrywise g, AffineMap before, AffineMap after) throws Rejection {
        Rejection.unless(
                before.isMonomial()
                        && after.isMonomial()
                        && before.permutation().equals(after.permutation()),
                "the actions before and after the units do not permute them alike");
        for (int j = 0; j < f.inputs(); j++) {
            Activation unit = f.units().get(j);
            Rejection.unless(
                    unit.equals(g.units().get(before.permutation().apply(j))),
                    "units of different activations are exchanged");
            require(unit, UnitwiseGroup.unitMap(before, j), UnitwiseGroup.unitMap(after, j));
        }
    }

    /** Rejects unless s(a x + c) = b s(x) + e is proved, for (a, c) before and (b, e) after. */
    void require(Activation unit, UnitMap before, UnitMap after) throws Rejection {
        boolean trivial = before.equals(UnitMap.IDENTITY) && after.equals(UnitMap.IDENTITY);
        List<Object> identity = List.of(unit, before, after);
        if (trivial || proved.contains(identity)) {
            return;
        }
        AffineSymmetry symmetry = new AffineSymmetry(
                Expression.of(before.scale()),
                Expression.of(before.shift()),
                Expression.of(after.scale()),
                Expression.of(after.shift()));
        require(unit, symmetry.asRelation(), fixedPoint(before));
        proved.add(identity);
    }

    /** Where the proof of a reflection starts best. */
    private static List<Expression> fixedPoint(UnitMap map) {
        Scalar distance = Scalar.ONE.subtract(map.scale());
        return distance.isZero() ? List.of() : List.of(Expression.of(map.shift().divide(distance)));
    }

    static String apply(ActivationClaim.Relations claim, List<Expression> hints) throws Rejection {
        for (Relation relation : claim.relations()) {
            require(claim.activation(), relation, hints);
        }
        return "Every identity was proved piece by piece: both sides satisfy the same algebraic differential equation with the same "
                + "exact initial values, and agree at the points between pieces.";
    }

    static void require(Activation activation, Relation relation, List<Expression> hints) throws Rejection {
        try {
            IdentityRule.requireZero(relation.defect(activation.expression()), hints);
        } catch (Rejection failure) {
            throw new Rejection("the activation " + activation + " is not known to satisfy " + relation + ": "
                    + failure.getMessage());
        }
    }
}
