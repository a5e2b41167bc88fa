package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.Digest;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;

/**
 * Search for inputs that refute equivariance: random dyadic points at several scales, evaluated exactly where that is possible and
 * otherwise in enclosures of rising precision. The point with the largest difference is kept.
 */
final class WitnessSearch {
    /** Bits after the binary point at which transcendental outputs are compared, in order; a last-bit change shows at the first. */
    private static final int[] PRECISIONS = {160, 640, 2560};

    /** Half the width of the box from which points are drawn, as a power of two. */
    private static final int[] SCALES = {1, 0, 3, -2, 6, 10};

    private final Network network;
    private final Symmetry symmetry;
    private final SplittableRandom random;

    WitnessSearch(Network network, Symmetry symmetry, long seed) {
        this.network = network;
        this.symmetry = symmetry;
        random = new SplittableRandom(seed);
    }

    /** The best witness against one generator among {@code points} points, if one of them is a witness. */
    Optional<Certificate.Witness> against(int generator, int points) {
        Optional<Certificate.Witness> best = Optional.empty();
        for (int precision : PRECISIONS) {
            for (int k = 0; k < points; k++) {
                Optional<Certificate.Witness> found = at(generator, point(SCALES[k % SCALES.length]), precision);
                if (found.isPresent() && (best.isEmpty() || size(found.get()).compareTo(size(best.get())) > 0)) {
                    best = found;
                }
            }
            if (best.isPresent()) {
                return best;
            }
        }
        return best;
    }

    /** A lower bound for the largest entry of the difference. */
    static BigFraction size(Certificate.Witness witness) {
        BigFraction largest = BigFraction.ZERO;
        for (Value value : witness.difference()) {
            BigFraction size = size(value);
            largest = size.compareTo(largest) > 0 ? size : largest;
        }
        return largest;
    }

    private static BigFraction size(Value value) {
        if (value instanceof Value.Exact exact) {
            return exact.value().abs().bounds(60).lower();
        }
        Value.Between between = (Value.Between) value;
        if (!between.excludesZero()) {
            return BigFraction.ZERO;
        }
        return between.lower().signum() > 0 ? between.lower() : between.upper().negate();
    }

    /** A point whose entries are multiples of 2^(scale - 3) between -2^scale and 2^scale. */
    private List<Scalar> point(int scale) {
        List<Scalar> point = new ArrayList<>();
        for (int j = 0; j < network.inputs(); j++) {
            point.add(Scalar.ofDyadic(BigInteger.valueOf(random.nextInt(-8, 9)), scale - 3));
        }
        return point;
    }

    private Optional<Certificate.Witness> at(int generator, List<Scalar> x, int precision) {
        AffineMap input = symmetry.input().images().get(generator);
        AffineMap output = symmetry.output().images().get(generator);
        Optional<List<Scalar>> plain = Evaluation.exact(network, x);
        Optional<List<Scalar>> moved = plain.flatMap(ignored -> Evaluation.exact(network, input.apply(x)));
        if (plain.isPresent() && moved.isPresent()) {
            List<Scalar> right = output.apply(plain.get());
            List<Value> difference = new ArrayList<>();
            for (int i = 0; i < right.size(); i++) {
                difference.add(new Value.Exact(moved.get().get(i).subtract(right.get(i))));
            }
            return witness(generator, x, 0, exact(moved.get()), exact(right), difference);
        }
        List<Enclosure> left = Evaluation.enclose(network, input.apply(x), precision);
        List<Enclosure> right = Evaluation.enclose(output, Evaluation.enclose(network, x, precision), precision);
        List<Enclosure> difference = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            difference.add(left.get(i).subtract(right.get(i)));
        }
        boolean bounded = left.stream().allMatch(Enclosure::isBounded)
                && difference.stream().allMatch(Enclosure::isBounded);
        return bounded
                ? witness(generator, x, precision, bounds(left), bounds(right), bounds(difference))
                : Optional.empty();
    }

    private Optional<Certificate.Witness> witness(
            int generator, List<Scalar> x, int bits, List<Value> left, List<Value> right, List<Value> difference) {
        if (difference.stream().noneMatch(Value::excludesZero)) {
            return Optional.empty();
        }
        String name = symmetry.group().generators().get(generator);
        return Optional.of(new Certificate.Witness(
                Digest.of(network), Digest.of(symmetry), name, x, bits, left, right, difference));
    }

    private static List<Value> exact(List<Scalar> values) {
        return values.stream().<Value>map(Value.Exact::new).toList();
    }

    private static List<Value> bounds(List<Enclosure> values) {
        return values.stream()
                .<Value>map(value -> new Value.Between(value.lower(), value.upper()))
                .toList();
    }
}
