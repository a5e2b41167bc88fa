package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Points at which a function is proved not to vanish: by its exact value, or by an enclosure that excludes 0. */
final class Witness {
    private static final int[] PRECISIONS = {80, 320};

    private Witness() {}

    /** A point of the list at which the expression is not 0, in words; empty if none was found. */
    static Optional<String> of(Expression defect, List<Scalar> points) {
        for (Scalar x : points) {
            Optional<String> found = at(defect, x);
            if (found.isPresent()) {
                return found.map(value -> "at x = " + x + " it is " + value);
            }
        }
        return Optional.empty();
    }

    /** The value at a point, in words, if it is proved not to be 0. */
    private static Optional<String> at(Expression defect, Scalar x) {
        Optional<Scalar> exact = defect.exact(x);
        if (exact.isPresent()) {
            return exact.filter(value -> !value.isZero()).map(Scalar::toString);
        }
        for (int bits : PRECISIONS) {
            RationalInterval bounds = x.bounds(bits + 2);
            Enclosure value = defect.enclose(Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits));
            if (value.excludesZero()) {
                return Optional.of("in " + value);
            }
        }
        return Optional.empty();
    }

    /** Points near 0 and far from it, and around the given ones. */
    static List<Scalar> points(List<Expression> centres) {
        List<Scalar> points = new ArrayList<>();
        for (long[] fraction : new long[][] {{0, 1}, {1, 1}, {1, 2}, {2, 1}, {1, 3}, {5, 2}, {7, 3}, {4, 1}, {7, 1}}) {
            addBoth(points, Scalar.ZERO, Scalar.of(fraction[0], fraction[1]));
        }
        List<Scalar> known = new ArrayList<>();
        centres.forEach(centre -> known.add(near(centre)));
        for (int i = 0; i < known.size(); i++) {
            for (Scalar step : List.of(Scalar.ZERO, Scalar.of(1, 7), Scalar.ONE, Scalar.of(5))) {
                addBoth(points, known.get(i), step);
            }
            if (i > 0) {
                addBoth(points, known.get(i).add(known.get(i - 1)).multiply(Scalar.of(1, 2)), Scalar.ZERO);
            }
        }
        for (long power : new long[] {30, 1000}) {
            addBoth(points, Scalar.ZERO, Scalar.of(1, power));
            addBoth(points, Scalar.ZERO, Scalar.of(power));
        }
        return points.stream().distinct().toList();
    }

    /** The number itself where it is algebraic, and else a rational number near it. */
    private static Scalar near(Expression constant) {
        return constant.exact().orElseGet(() -> {
            Enclosure value = constant.encloseConstant(20);
            return value.isBounded() ? Scalar.of(value.lower()) : Scalar.ZERO;
        });
    }

    private static void addBoth(List<Scalar> points, Scalar centre, Scalar step) {
        points.add(centre.add(step));
        points.add(centre.subtract(step));
    }

    /** Rational numbers in the open interval between two constants, absent for infinity; empty if they are too close. */
    static List<Scalar> between(Optional<Expression> lower, Optional<Expression> upper) {
        Optional<BigFraction> low = lower.map(end -> end.encloseConstant(40).upper());
        Optional<BigFraction> high = upper.map(end -> end.encloseConstant(40).lower());
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
            return List.of();
        }
        if (low.isPresent() && high.isPresent()) {
            BigFraction width = high.get().subtract(low.get());
            return List.of(
                    Scalar.of(low.get().add(width.multiply(new BigFraction(1, 4)))),
                    Scalar.of(low.get().add(width.multiply(new BigFraction(1, 2)))),
                    Scalar.of(low.get().add(width.multiply(new BigFraction(5, 6)))));
        }
        BigFraction end = low.orElseGet(() -> high.orElse(BigFraction.ZERO));
        int direction = low.isPresent() || high.isEmpty() ? 1 : -1;
        List<Scalar> points = new ArrayList<>();
        for (int step : new int[] {1, 2, 5}) {
            points.add(Scalar.of(end.add(new BigFraction(direction * step))));
        }
        return points;
    }
}
