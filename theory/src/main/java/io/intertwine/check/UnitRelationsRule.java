package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.activation.UnitMap;
import io.intertwine.criterion.UnitRelations;
import io.intertwine.exact.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relations of activations, each proved from the formula before it is used ({@link ActivationRule}). */
final class UnitRelationsRule implements UnitRelations {
    private final ActivationRule rule = new ActivationRule();
    private final Map<Activation, Optional<Scalar>> bypasses = new HashMap<>();

    @Override
    public Optional<UnitMap> companion(Activation s, UnitMap map) {
        if (!s.group().contains(map)) {
            return Optional.empty();
        }
        try {
            UnitMap companion = s.group().companion(map);
            rule.require(s, map, companion);
            return Optional.of(companion);
        } catch (Rejection notProved) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Scalar> bypass(Activation s) {
        return bypasses.computeIfAbsent(s, UnitRelationsRule::slope);
    }

    /** If there is a factor k it is s(1) - s(-1); where this is not algebraic, as for GELU, it is 1 for all known activations. */
    private static Optional<Scalar> slope(Activation s) {
        Optional<Scalar> plus = s.exact(Scalar.ONE);
        Optional<Scalar> minus = s.exact(Scalar.MINUS_ONE);
        Scalar slope = plus.isPresent() && minus.isPresent() ? plus.get().subtract(minus.get()) : Scalar.ONE;
        Relation relation = new Relation(
                List.of(
                        new Relation.Term(Expression.ONE, Expression.ONE, Expression.ZERO),
                        new Relation.Term(Expression.of(-1), Expression.of(-1), Expression.ZERO)),
                Expression.of(slope),
                Expression.ZERO);
        try {
            ActivationRule.require(s, relation, List.of());
            return Optional.of(slope);
        } catch (Rejection notProved) {
            return Optional.empty();
        }
    }
}
