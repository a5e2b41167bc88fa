package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.net.VectorFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two functions are different if their values differ at one input. Both are computed again, exactly or in proven enclosures, and one
 * entry of the difference must exclude 0.
 */
final class SeparationRule {
    private SeparationRule() {}

    /** Recorded values: of the two sides, and their difference. */
    record Values(List<Value> left, List<Value> right, List<Value> difference) {}

    static String apply(EqualityClaim.Different claim, Certificate.Separation evidence) throws Rejection {
        requireInput(evidence.input(), claim.left());
        requireInput(evidence.input(), claim.right());
        Rejection.unless(
                claim.left().outputs() == claim.right().outputs(), "the networks have different numbers of outputs");
        require(
                VectorFunction.of(claim.left()),
                VectorFunction.of(claim.right()),
                evidence.input(),
                evidence.bits(),
                new Values(evidence.leftValue(), evidence.rightValue(), evidence.difference()));
        return "Both outputs were computed again " + how(evidence.bits()) + " at the recorded input.";
    }

    static void requireInput(List<Scalar> input, Network network) throws Rejection {
        Rejection.unless(
                input.size() == network.inputs(),
                "the input has " + input.size() + " entries, expected " + network.inputs());
    }

    static String how(int bits) {
        return bits == 0 ? "exactly" : "in proven enclosures";
    }

    /** Rejects unless the recorded values are f(x), g(x) and their difference, and differ. */
    static void require(VectorFunction f, VectorFunction g, List<Scalar> x, int bits, Values recorded)
            throws Rejection {
        Rejection.unless(
                bits >= 0 && bits <= Enclosure.MAXIMAL_BITS,
                "the precision must be between 0 and " + Enclosure.MAXIMAL_BITS + " bits");
        Values computed = bits == 0 ? exact(f.exact(x), g.exact(x)) : enclosed(f.enclose(x, bits), g.enclose(x, bits));
        Rejection.unless(computed.equals(recorded), "the recorded outputs are not the recomputed ones");
        Rejection.unless(
                computed.difference.stream().anyMatch(Value::excludesZero),
                "no entry of the difference is known to differ from 0");
    }

    private static Values exact(Optional<List<Scalar>> left, Optional<List<Scalar>> right) throws Rejection {
        if (left.isEmpty() || right.isEmpty()) {
            throw new Rejection("the outputs have no exact value at this input; give a precision");
        }
        List<Value> difference = new ArrayList<>();
        for (int i = 0; i < right.get().size(); i++) {
            difference.add(
                    new Value.Exact(left.get().get(i).subtract(right.get().get(i))));
        }
        return new Values(values(left.get()), values(right.get()), difference);
    }

    private static List<Value> values(List<Scalar> exact) {
        return exact.stream().<Value>map(Value.Exact::new).toList();
    }

    private static Values enclosed(List<Enclosure> left, List<Enclosure> right) throws Rejection {
        List<Enclosure> difference = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            difference.add(left.get(i).subtract(right.get(i)));
        }
        return new Values(bounds(left), bounds(right), bounds(difference));
    }

    private static List<Value> bounds(List<Enclosure> enclosures) throws Rejection {
        List<Value> result = new ArrayList<>();
        for (Enclosure enclosure : enclosures) {
            Rejection.unless(enclosure.isBounded(), "an output could not be bounded at this precision");
            result.add(new Value.Between(enclosure.lower(), enclosure.upper()));
        }
        return result;
    }
}
