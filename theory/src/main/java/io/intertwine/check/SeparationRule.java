package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two functions are different if their values differ at one input. Both are computed again, exactly or in proven enclosures, and one
 * entry of the difference must exclude 0.
 */
final class SeparationRule {
    private SeparationRule() {}

    /** A function whose value is computed at one input. */
    interface Side {
        /** The exact value, where it is known. */
        Optional<List<Scalar>> exact();

        /** Enclosures, computed with so many bits after the binary point. */
        List<Enclosure> enclose(int bits);

        /** The value of a network at an input. */
        static Side of(Network network, List<Scalar> input) {
            return new Side() {
                @Override
                public Optional<List<Scalar>> exact() {
                    return Evaluation.exact(network, input);
                }

                @Override
                public List<Enclosure> enclose(int bits) {
                    return Evaluation.enclose(network, input, bits);
                }
            };
        }
    }

    /** Recorded values: of the two sides, and their difference. */
    record Values(List<Value> left, List<Value> right, List<Value> difference) {}

    static String apply(EqualityClaim.Different claim, Certificate.Separation evidence) throws Rejection {
        requireInput(evidence.input(), claim.left());
        requireInput(evidence.input(), claim.right());
        Rejection.unless(
                claim.left().outputs() == claim.right().outputs(), "the networks have different numbers of outputs");
        require(
                Side.of(claim.left(), evidence.input()),
                Side.of(claim.right(), evidence.input()),
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

    /** Rejects unless the recorded values are those of the two sides and differ. */
    static void require(Side left, Side right, int bits, Values recorded) throws Rejection {
        Rejection.unless(
                bits >= 0 && bits <= Enclosure.MAXIMAL_BITS,
                "the precision must be between 0 and " + Enclosure.MAXIMAL_BITS + " bits");
        Values computed = bits == 0 ? exact(left, right) : enclosed(left.enclose(bits), right.enclose(bits));
        Rejection.unless(computed.equals(recorded), "the recorded outputs are not the recomputed ones");
        Rejection.unless(
                computed.difference.stream().anyMatch(Value::excludesZero),
                "no entry of the difference is known to differ from 0");
    }

    private static Values exact(Side f, Side g) throws Rejection {
        Optional<List<Scalar>> left = f.exact();
        Optional<List<Scalar>> right = g.exact();
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
