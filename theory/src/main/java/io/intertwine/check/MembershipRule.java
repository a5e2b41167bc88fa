package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether (a, c) is in the single-neuron group of an activation s: s(a x + c) = b s(x) + e for some b and e. That it is, the identity
 * proves; that it is not, three points x_i for which the matrix with rows (s(a x_i + c), s(x_i), 1) is invertible. No table decides.
 */
final class MembershipRule {
    private static final List<Integer> POINTS = List.of(0, 1, -1, 2, -2, 3, -3, 5, -5, 8, -8);
    private static final List<Integer> PRECISIONS = List.of(128, 512);

    private final ActivationRule activations = new ActivationRule();
    private final Map<List<Object>, Optional<UnitMap>> known = new HashMap<>();

    /** The (b, e), or empty if it is proved that there is none; rejects where neither is proved. */
    Optional<UnitMap> companion(Activation s, UnitMap map) throws Rejection {
        List<Object> question = List.of(s, map);
        if (!known.containsKey(question)) {
            known.put(question, decide(s, map));
        }
        return known.get(question);
    }

    private Optional<UnitMap> decide(Activation s, UnitMap map) throws Rejection {
        if (map.equals(UnitMap.IDENTITY)) {
            return Optional.of(map);
        }
        if (s.group().contains(map)) {
            UnitMap companion = s.group().companion(map);
            activations.require(s, map, companion);
            return Optional.of(companion);
        }
        for (int bits : PRECISIONS) {
            if (isSeparated(s, map, bits)) {
                return Optional.empty();
            }
        }
        throw new Rejection(
                "it is not decided whether " + s + " commutes with x -> " + map.scale() + " x + " + map.shift());
    }

    private static boolean isSeparated(Activation s, UnitMap map, int bits) {
        List<Enclosure> plain =
                POINTS.stream().map(x -> value(s, Scalar.of(x), bits)).toList();
        List<Enclosure> moved = POINTS.stream()
                .map(x -> value(s, map.apply(Scalar.of(x)), bits))
                .toList();
        for (int i = 0; i < POINTS.size(); i++) {
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

    private static Enclosure value(Activation s, Scalar x, int bits) {
        return s.enclose(Expression.of(x).encloseConstant(bits));
    }
}
