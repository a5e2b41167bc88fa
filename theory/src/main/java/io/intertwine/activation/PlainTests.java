package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests of a function of x itself. */
final class PlainTests implements Tests {
    private static final int BITS = 128;
    private static final int MOST_STEPS = 200;

    private final Budget budget;
    private final Map<Expression, List<Expression>> zeros = new HashMap<>();
    private final Map<Key, Optional<SignChart>> onLine = new HashMap<>();

    PlainTests(Budget budget) {
        this.budget = budget;
    }

    @Override
    public SignChart chart(Expression test, OpenInterval interval, boolean continuous) {
        SignChart chart = isEntire(test)
                ? onLine.computeIfAbsent(new Key(test, continuous), this::onLine)
                        .map(line -> line.within(interval))
                        .orElseGet(() -> analyse(test, interval, continuous))
                : analyse(test, interval, continuous);
        zeros.computeIfAbsent(test, key -> new ArrayList<>()).addAll(chart.points());
        return chart;
    }

    private record Key(Expression test, boolean continuous) {}

    private Optional<SignChart> onLine(Key key) {
        try {
            return Optional.of(analyse(key.test, OpenInterval.LINE, key.continuous));
        } catch (UndecidedException onlyOnParts) {
            return Optional.empty();
        }
    }

    private SignChart analyse(Expression test, OpenInterval interval, boolean continuous) {
        return continuous ? SignAnalysis.weak(test, interval, budget) : SignAnalysis.of(test, interval, budget);
    }

    /** Whether an expression is defined everywhere by its form, so that one chart serves for all intervals. */
    static boolean isEntire(Expression u) {
        boolean here = u.children().isEmpty()
                || u instanceof Sum
                || u instanceof Product
                || (u instanceof Power power && power.exponent() > 0)
                || (u instanceof Apply apply && isEntire(apply.function()));
        return here && u.children().stream().allMatch(PlainTests::isEntire);
    }

    private static boolean isEntire(Function function) {
        return switch (function) {
            case LOG, SQRT, TAN, ABS, SIGN, HEAVISIDE, FLOOR -> false;
            default -> true;
        };
    }

    @Override
    public void floors(Expression u, OpenInterval interval, List<Expression> points, List<Expression> values) {
        if (u.isConstant()) {
            values.add(floorAt(u, Expression.ZERO));
            return;
        }
        Range range = RangeAnalysis.of(u, interval);
        if (!range.isBounded()) {
            throw new InfinitelyManyException("floor of an unbounded argument has infinitely many steps");
        }
        BigInteger from = OpenInterval.floor(range.lower().value());
        BigInteger to = OpenInterval.floor(range.upper().value()).add(BigInteger.ONE);
        if (to.subtract(from).compareTo(BigInteger.valueOf(MOST_STEPS)) > 0) {
            throw new UndecidedException("floor has more than " + MOST_STEPS + " steps");
        }
        List<Expression> found = List.of();
        for (BigInteger k = from; k.compareTo(to) <= 0; k = k.add(BigInteger.ONE)) {
            Expression step = NormalForm.simplify(u.minus(Expression.of(Scalar.of(k))));
            List<Expression> here = chart(step, interval, false).points();
            zeros.computeIfAbsent(u.minus(Expression.of(Scalar.of(k))), key -> new ArrayList<>())
                    .addAll(here);
            found = SignChart.merge(found, here);
        }
        points.addAll(found);
        for (OpenInterval part : interval.split(found)) {
            values.add(floorAt(u, Expression.of(Scalar.of(part.sample()))));
        }
    }

    @Override
    public Expression floorAt(Expression u, Expression point) {
        Expression value = valueAt(u, point);
        Optional<Scalar> exact = value.exact();
        if (exact.isPresent()) {
            return Expression.of(exact.get().floor());
        }
        Enclosure enclosure = value.encloseConstant(BITS);
        if (!enclosure.isBounded()) {
            throw new UndecidedException("floor of a number that is not known well enough");
        }
        BigInteger above = OpenInterval.floor(enclosure.upper());
        Expression nearest = Expression.of(Scalar.of(above));
        boolean certain = OpenInterval.floor(enclosure.lower()).equals(above);
        boolean reached = certain || signAt(u.minus(nearest), point) >= 0;
        return reached ? nearest : nearest.minus(Expression.ONE);
    }

    @Override
    public int signAt(Expression u, Expression point) {
        // A zero that was found is one, however it is written.
        if (zeros.getOrDefault(u, List.of()).contains(point)) {
            return 0;
        }
        return ConstantSign.of(valueAt(u, point));
    }

    @Override
    public Expression valueAt(Expression u, Expression point) {
        return NormalForm.simplify(u.substitute(point));
    }
}
