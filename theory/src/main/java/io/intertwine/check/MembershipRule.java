package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Whether (a, c) is in the single-neuron group of an activation s: s(a x + c) = b s(x) + e for some b and e. That it is, the identity
 * proves; that it is not, three points x_i for which the matrix with rows (s(a x_i + c), s(x_i), 1) is invertible. No table decides.
 */
final class MembershipRule {
    private static final List<Scalar> POINTS = Stream.of(0, 6, -6, 3, 12, -12, -9, 14, 18, -18, 30, -30, 48, -48)
            .map(sixths -> Scalar.of(sixths, 6))
            .toList();
    private static final List<Integer> PRECISIONS = List.of(128, 512);

    private final ActivationRule activations = new ActivationRule();
    private final Map<List<Object>, Optional<UnitMap>> known = new HashMap<>();

    /**
     * Rejects unless every invertible A, c, B, e with s(A x + c) = B s(x) + e for the units s of an entrywise layer are monomial: it is
     * proved that no unit is affine, by three points x_i for which the matrix with rows (s(x_i), x_i, 1) is invertible (the monomiality
     * lemma; Godfrey, Brown, Emerson, Kvinge 2022, arXiv 2205.14258). Then b and e are unique too.
     */
    static void requireMonomial(Network network) throws Rejection {
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Entrywise units) {
                for (Activation s : new LinkedHashSet<>(units.units())) {
                    Rejection.unless(
                            isSeparated(bits -> values(s, UnitMap.IDENTITY, POINTS, bits), MembershipRule::points),
                            "it is not known that the latent group of " + s
                                    + " is monomial, for the activation may be affine");
                }
            }
        }
    }

    /**
     * The (b, e) with t(a x + c) = b s(x) + e, for a unit s that moves to the place of a unit t; empty if it is proved that there is
     * none. Rejects where neither is proved, and where different activations may be exchanged.
     */
    Optional<UnitMap> companion(Activation s, Activation t, UnitMap map) throws Rejection {
        List<Object> question = List.of(s, t, map);
        if (!known.containsKey(question)) {
            known.put(question, decide(s, t, map));
        }
        return known.get(question);
    }

    private Optional<UnitMap> decide(Activation s, Activation t, UnitMap map) throws Rejection {
        if (s.equals(t) && map.equals(UnitMap.IDENTITY)) {
            return Optional.of(map);
        }
        if (s.equals(t) && s.group().contains(map)) {
            UnitMap companion = s.group().companion(map);
            activations.require(s, map, companion);
            return Optional.of(companion);
        }
        // Where t bends is as telling as where s does.
        List<Scalar> points = Stream.concat(POINTS.stream(), POINTS.stream().map(map.inverse()::apply))
                .toList();
        Rejection.unless(
                isSeparated(bits -> values(t, map, points, bits), bits -> values(s, UnitMap.IDENTITY, points, bits)),
                "it is not decided whether " + t + "(" + map.scale() + " x + " + map.shift() + ") is b " + s
                        + "(x) + e");
        return Optional.empty();
    }

    /** Whether it is proved that the one function is not b times the other plus e. */
    private static boolean isSeparated(IntFunction<List<Enclosure>> one, IntFunction<List<Enclosure>> other) {
        return PRECISIONS.stream().anyMatch(bits -> isSeparated(one.apply(bits), other.apply(bits)));
    }

    private static boolean isSeparated(List<Enclosure> moved, List<Enclosure> plain) {
        for (int i = 0; i < plain.size(); i++) {
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < j; k++) {
                    // The determinant is that of the differences from the third point.
                    Enclosure left = moved.get(i)
                            .subtract(moved.get(k))
                            .multiply(plain.get(j).subtract(plain.get(k)));
                    Enclosure right = moved.get(j)
                            .subtract(moved.get(k))
                            .multiply(plain.get(i).subtract(plain.get(k)));
                    if (left.subtract(right).excludesZero()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Enclosure> values(Activation s, UnitMap map, List<Scalar> points, int bits) {
        return points.stream()
                .map(x -> s.enclose(Expression.of(map.apply(x)).encloseConstant(bits)))
                .toList();
    }

    private static List<Enclosure> points(int bits) {
        return POINTS.stream().map(x -> Expression.of(x).encloseConstant(bits)).toList();
    }
}
