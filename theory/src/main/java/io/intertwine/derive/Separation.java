package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Excludes reflections by values: proven enclosures of s at a few rational points, with rising precision. */
final class Separation {
    /** The precision of a first look. */
    static final int QUICK = 64;

    private static final int[] PRECISIONS = {QUICK, 256, 1024};
    private static final List<BigFraction> STARTS = List.of(
            new BigFraction(1, 3), new BigFraction(-7, 5), new BigFraction(13, 4), new BigFraction(17, 16));
    private static final List<BigFraction> WIDTHS = List.of(new BigFraction(5, 7), new BigFraction(1, 9));

    private Separation() {}

    /**
     * Points at which s(2q - x) - b s(x) is proved not to agree with any constant (or affine function of x), as a text; empty if none were
     * found. The values at two points differ, or the second difference over three equally spaced points is not 0.
     */
    static Optional<String> excludes(Expression s, Expression q, int b, Remainder remainder, Deadline deadline) {
        for (int bits : PRECISIONS) {
            Optional<String> points = excludes(s, q, b, remainder, deadline, bits);
            if (points.isPresent()) {
                return points;
            }
        }
        return Optional.empty();
    }

    /** The same at one precision. */
    static Optional<String> excludes(
            Expression s, Expression q, int b, Remainder remainder, Deadline deadline, int bits) {
        Enclosure centre = q.encloseConstant(bits);
        if (!centre.isBounded()) {
            return Optional.empty();
        }
        BigFraction near = Scalar.of(centre.lower()).floor().rational();
        for (BigFraction origin : List.of(BigFraction.ZERO, near)) {
            for (BigFraction start : STARTS) {
                for (BigFraction width : WIDTHS) {
                    deadline.require();
                    BigFraction first = origin.add(start);
                    if (defect(s, centre, b, remainder, first, width).excludesZero()) {
                        return Optional.of(points(remainder, first, width));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String points(Remainder remainder, BigFraction first, BigFraction width) {
        return first + ", " + first.add(width) + (remainder == Remainder.AFFINE ? ", " + first.add(width.multiply(2)) : "");
    }

    private static Enclosure defect(
            Expression s, Enclosure q, int b, Remainder remainder, BigFraction first, BigFraction width) {
        Enclosure one = value(s, q, b, first);
        Enclosure two = value(s, q, b, first.add(width));
        if (remainder == Remainder.CONSTANT) {
            return two.subtract(one);
        }
        Enclosure three = value(s, q, b, first.add(width.multiply(2)));
        return one.subtract(two.add(two)).add(three);
    }

    /** s(2q - x) - b s(x). */
    private static Enclosure value(Expression s, Enclosure q, int b, BigFraction x) {
        Enclosure point = Enclosure.from(x, q.bits());
        Enclosure reflected = s.enclose(q.add(q).subtract(point));
        Enclosure value = s.enclose(point);
        return b > 0 ? reflected.subtract(value) : reflected.add(value);
    }
}
