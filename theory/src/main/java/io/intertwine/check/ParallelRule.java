package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two functions s(u) and s(u') of parallel forms u = beta t + gamma are multiples of each other, up to a constant, where u = a u' + c and
 * s(a x + c) = b s(x) + e, which {@link ActivationRule} proves.
 */
final class ParallelRule {
    private ParallelRule() {}

    /** The function v s(beta t + gamma) of one variable t, with values v in R^m; beta is 0 for a constant. */
    record Term(Activation activation, Scalar beta, Scalar gamma, List<Scalar> outgoing) {
        Term {
            outgoing = List.copyOf(outgoing);
        }

        /** The term of -(beta t + gamma). */
        Term negated() {
            return new Term(activation, beta.negate(), gamma.negate(), outgoing);
        }

        /** This term with other outgoing weights added, times a factor. */
        Term plus(List<Scalar> others, Scalar factor) {
            return new Term(
                    activation,
                    beta,
                    gamma,
                    IntStream.range(0, others.size())
                            .mapToObj(i -> outgoing.get(i).add(others.get(i).multiply(factor)))
                            .toList());
        }

        /** s(beta t + gamma) as a formula in t. */
        Expression formula() {
            return activation.expression().after(Expression.of(beta), Expression.of(gamma));
        }
    }

    /**
     * The (b, e) with s(u) = b s(u') + e, for the forms u of one term and u' of another, both constant or both not; empty if the units'
     * group has no such map.
     */
    static Optional<UnitMap> companion(Term term, Term other, ActivationRule activations) throws Rejection {
        if (!term.activation.equals(other.activation)) {
            return Optional.empty();
        }
        Scalar a = term.beta.isZero() ? Scalar.ONE : term.beta.divide(other.beta);
        UnitMap map = new UnitMap(a, term.gamma.subtract(a.multiply(other.gamma)));
        if (!term.activation.group().contains(map)) {
            return Optional.empty();
        }
        UnitMap companion = term.activation.group().companion(map);
        activations.require(term.activation, map, companion);
        return Optional.of(companion);
    }
}
