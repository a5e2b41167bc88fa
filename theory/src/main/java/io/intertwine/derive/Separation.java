package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Excludes maps x -> a x + c, a = +-1, by values: s(a x + c) - b s(x) agrees with no constant (no affine function) if
 * its values at two points differ (its second difference over three equally spaced points is not 0). The values are
 * proved enclosures, the points rational, and c may be an enclosure itself: then all its members are excluded at once.
 */
final class Separation {
    /** The precision of a first look. */
    static final int QUICK = 64;

    private static final int[] PRECISIONS = {QUICK, 256, 1024};
    private static final List<BigFraction> STARTS =
            List.of(new BigFraction(1, 3), new BigFraction(-7, 5), new BigFraction(13, 4), new BigFraction(17, 16));
    private static final List<BigFraction> WIDTHS = List.of(new BigFraction(5, 7), new BigFraction(1, 9));

    private final Expression s;
    private final int a;
    private final int b;
    private final Remainder remainder;
    private final Deadline deadline;

    private Separation(Expression s, int a, int b, Remainder remainder, Deadline deadline) {
        this.s = s;
        this.a = a;
        this.b = b;
        this.remainder = remainder;
        this.deadline = deadline;
    }

    /** Points that exclude the reflection at q with this b, as a text; empty if none were found. */
    static Optional<String> ofReflection(Expression s, Expression q, int b, Remainder remainder, Deadline deadline) {
        return new Separation(s, -1, b, remainder, deadline).excludes(q.plus(q));
    }

    /** The same at the least precision and for all members of an enclosure. */
    static Optional<String> ofReflection(Expression s, Enclosure q, int b, Remainder remainder, Deadline deadline) {
        return new Separation(s, -1, b, remainder, deadline).excludes(q.add(q));
    }

    /** Points that exclude the translation by c with this b, as a text; empty if none were found. */
    static Optional<String> ofTranslation(Expression s, Expression c, int b, Remainder remainder, Deadline deadline) {
        return new Separation(s, 1, b, remainder, deadline).excludes(c);
    }

    private Optional<String> excludes(Expression c) {
        for (int bits : PRECISIONS) {
            Optional<String> points = excludes(c.encloseConstant(bits));
            if (points.isPresent()) {
                return points;
            }
        }
        return Optional.empty();
    }

    private Optional<String> excludes(Enclosure c) {
        if (!c.isBounded()) {
            return Optional.empty();
        }
        BigFraction near = Scalar.of(c.lower().divide(2)).floor().rational();
        for (BigFraction origin : List.of(BigFraction.ZERO, near)) {
            for (BigFraction start : STARTS) {
                for (BigFraction width : WIDTHS) {
                    deadline.require();
                    BigFraction first = origin.add(start);
                    if (defect(c, first, width).excludesZero()) {
                        return Optional.of(points(first, width));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String points(BigFraction first, BigFraction width) {
        return first + ", " + first.add(width)
                + (remainder == Remainder.AFFINE ? ", " + first.add(width.multiply(2)) : "");
    }

    private Enclosure defect(Enclosure c, BigFraction first, BigFraction width) {
        Enclosure one = value(c, first);
        Enclosure two = value(c, first.add(width));
        if (remainder == Remainder.CONSTANT) {
            return two.subtract(one);
        }
        Enclosure three = value(c, first.add(width.multiply(2)));
        return one.subtract(two.add(two)).add(three);
    }

    /** s(a x + c) - b s(x). */
    private Enclosure value(Enclosure c, BigFraction x) {
        Enclosure point = Enclosure.from(x, c.bits());
        Enclosure image = s.enclose(a > 0 ? c.add(point) : c.subtract(point));
        Enclosure value = s.enclose(point);
        return b > 0 ? image.subtract(value) : image.add(value);
    }
}
