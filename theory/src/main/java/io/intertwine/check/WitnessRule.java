package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.claim.Claim;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function is not equivariant if f(rho_0(g) x) and rho_L(g) f(x) differ at one input x. Both are computed again, exactly or in
 * proven enclosures, and one entry of the difference must exclude 0.
 */
final class WitnessRule {
    private WitnessRule() {}

    static String apply(Claim.NotEquivariant claim, Certificate.Witness witness) throws Rejection {
        int generator = claim.symmetry().group().generators().indexOf(witness.generator());
        Rejection.unless(generator >= 0, "the group has no generator " + witness.generator());
        Rejection.unless(
                witness.input().size() == claim.network().inputs(),
                "the input has " + witness.input().size() + " entries, expected "
                        + claim.network().inputs());
        Rejection.unless(
                witness.bits() >= 0 && witness.bits() <= Enclosure.MAXIMAL_BITS,
                "the precision must be between 0 and " + Enclosure.MAXIMAL_BITS + " bits");
        AffineMap input = claim.symmetry().input().images().get(generator);
        AffineMap output = claim.symmetry().output().images().get(generator);
        Sides sides = witness.bits() == 0
                ? exact(claim.network(), witness.input(), input, output)
                : enclosed(claim.network(), witness.input(), input, output, witness.bits());
        Rejection.unless(
                sides.left.equals(witness.left())
                        && sides.right.equals(witness.right())
                        && sides.difference.equals(witness.difference()),
                "the recorded outputs are not the recomputed ones");
        Rejection.unless(
                sides.difference.stream().anyMatch(Value::excludesZero),
                "no entry of the difference is known to differ from 0");
        return "The two sides were computed again " + (witness.bits() == 0 ? "exactly" : "in proven enclosures")
                + " at the recorded input, for generator " + witness.generator() + ".";
    }

    private record Sides(List<Value> left, List<Value> right, List<Value> difference) {}

    private static Sides exact(Network network, List<Scalar> x, AffineMap input, AffineMap output) throws Rejection {
        Optional<List<Scalar>> left = Evaluation.exact(network, input.apply(x));
        Optional<List<Scalar>> plain = Evaluation.exact(network, x);
        if (left.isEmpty() || plain.isEmpty()) {
            throw new Rejection("the outputs have no exact value at this input; give a precision");
        }
        List<Scalar> right = output.apply(plain.get());
        List<Value> difference = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            difference.add(new Value.Exact(left.get().get(i).subtract(right.get(i))));
        }
        return new Sides(values(left.get()), values(right), difference);
    }

    private static List<Value> values(List<Scalar> exact) {
        return exact.stream().<Value>map(Value.Exact::new).toList();
    }

    private static Sides enclosed(Network network, List<Scalar> x, AffineMap input, AffineMap output, int bits)
            throws Rejection {
        List<Enclosure> left = Evaluation.enclose(network, input.apply(x), bits);
        List<Enclosure> right = Evaluation.enclose(output, Evaluation.enclose(network, x, bits), bits);
        List<Enclosure> difference = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            difference.add(left.get(i).subtract(right.get(i)));
        }
        return new Sides(bounds(left), bounds(right), bounds(difference));
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
