package io.intertwine.find;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.VectorFunction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;

/**
 * Search for an input at which two functions differ: random dyadic points at several scales, evaluated exactly where that is possible and
 * otherwise in enclosures of rising precision. The point with the largest difference is kept.
 */
final class SeparationSearch {
    /** Bits after the binary point at which transcendental outputs are compared, in order; a last-bit change shows at the first. */
    private static final int[] PRECISIONS = {160, 640, 2560};

    /** The first of these precisions. */
    static final int FIRST_PRECISION = PRECISIONS[0];

    /** Half the width of the box from which points are drawn, as a power of two. */
    private static final int[] SCALES = {1, 0, 3, -2, 6, 10};

    private final VectorFunction f;
    private final VectorFunction g;
    private final int inputs;
    private final SplittableRandom random;

    /**
     * A point at which the functions differ, with both values.
     *
     * @param input x
     * @param bits the precision of enclosures, 0 for exact values
     * @param left f(x)
     * @param right g(x)
     * @param difference f(x) - g(x), with an entry that excludes 0
     */
    record Point(List<Scalar> input, int bits, List<Value> left, List<Value> right, List<Value> difference) {}

    /** For functions of so many inputs. */
    SeparationSearch(VectorFunction f, VectorFunction g, int inputs, long seed) {
        this.f = f;
        this.g = g;
        this.inputs = inputs;
        random = new SplittableRandom(seed);
    }

    /** The best of {@code points} random points, if the functions are known to differ at one of them, at the first precision. */
    Optional<Point> quicklyAmong(int points) {
        return among(points, new int[] {FIRST_PRECISION});
    }

    /** The best of {@code points} random points, if the functions are known to differ at one of them, at rising precision; then fewer. */
    Optional<Point> among(int points) {
        return among(points, PRECISIONS);
    }

    private Optional<Point> among(int points, int[] precisions) {
        Optional<Point> best = Optional.empty();
        for (int i = 0; i < precisions.length; i++) {
            int precision = precisions[i];
            // High precision is slow: each step up has half as many points.
            int few = Math.min(points, Math.max(SCALES.length, points >> i));
            for (int k = 0; k < few; k++) {
                Optional<Point> found = at(point(SCALES[k % SCALES.length]), precision);
                if (found.isPresent()
                        && (best.isEmpty()
                                || size(found.get().difference())
                                                .compareTo(size(best.get().difference()))
                                        > 0)) {
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
    static BigFraction size(List<Value> difference) {
        BigFraction largest = BigFraction.ZERO;
        for (Value value : difference) {
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
        for (int j = 0; j < inputs; j++) {
            point.add(Scalar.ofDyadic(BigInteger.valueOf(random.nextInt(-8, 9)), scale - 3));
        }
        return point;
    }

    /** The point, if the functions are known to differ there, by exact values or by enclosures of a precision. */
    Optional<Point> at(List<Scalar> x, int precision) {
        Optional<List<Scalar>> left = f.exact(x);
        Optional<List<Scalar>> right = left.flatMap(ignored -> g.exact(x));
        Optional<List<Value>> exact = right.flatMap(values -> difference(left.orElseThrow(), values));
        if (exact.isPresent()) {
            return different(new Point(x, 0, exact(left.orElseThrow()), exact(right.orElseThrow()), exact.get()));
        }
        List<Enclosure> leftBounds = f.enclose(x, precision);
        List<Enclosure> rightBounds = g.enclose(x, precision);
        List<Enclosure> difference = new ArrayList<>();
        for (int i = 0; i < rightBounds.size(); i++) {
            difference.add(leftBounds.get(i).subtract(rightBounds.get(i)));
        }
        boolean bounded = leftBounds.stream().allMatch(Enclosure::isBounded)
                && difference.stream().allMatch(Enclosure::isBounded);
        return bounded
                ? different(new Point(x, precision, bounds(leftBounds), bounds(rightBounds), bounds(difference)))
                : Optional.empty();
    }

    /** The exact difference; empty if the numbers are of fields that do not fit together. */
    private static Optional<List<Value>> difference(List<Scalar> left, List<Scalar> right) {
        try {
            List<Value> difference = new ArrayList<>();
            for (int i = 0; i < right.size(); i++) {
                difference.add(new Value.Exact(left.get(i).subtract(right.get(i))));
            }
            return Optional.of(difference);
        } catch (ArithmeticException beyondTheFields) {
            return Optional.empty();
        }
    }

    private static Optional<Point> different(Point point) {
        return point.difference.stream().anyMatch(Value::excludesZero) ? Optional.of(point) : Optional.empty();
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
