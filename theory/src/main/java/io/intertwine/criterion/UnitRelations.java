package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** Relations of activations; whoever gives them answers for them. */
public interface UnitRelations {
    /** The (b, e) with s(a x + c) = b s(x) + e for every x, for a map (a, c) of the argument; empty where none is known. */
    Optional<UnitMap> companion(Activation s, UnitMap map);

    /** The k with s(x) - s(-x) = k x for every x; empty where none is known. */
    Optional<Scalar> bypass(Activation s);
}
