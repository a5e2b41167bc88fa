package io.intertwine.activation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * The sign of a function on an open interval: its zeros there and the points where it is not defined, and its sign between them.
 *
 * @param points increasing; at each the function is 0 or has no value
 * @param signs the sign on the open parts of the interval, one more than points
 */
record SignChart(List<Expression> points, List<Integer> signs) {
    SignChart {
        points = List.copyOf(points);
        signs = List.copyOf(signs);
        if (signs.size() != points.size() + 1) {
            throw new IllegalArgumentException("expected " + (points.size() + 1) + " signs, found " + signs.size());
        }
    }

    static SignChart constant(int sign) {
        return new SignChart(List.of(), List.of(sign));
    }

    /** The chart of x - point on an interval. */
    static SignChart crossing(Expression point, OpenInterval interval) {
        if (interval.below() && ConstantSign.compare(point, interval.lower()) <= 0) {
            return constant(1);
        }
        boolean beyond = interval.above() && ConstantSign.compare(point, interval.upper()) >= 0;
        return beyond ? constant(-1) : new SignChart(List.of(point), List.of(-1, 1));
    }

    /** The chart on a part of the interval. */
    SignChart within(OpenInterval part) {
        int first = 0;
        while (first < points.size() && part.below() && ConstantSign.compare(points.get(first), part.lower()) <= 0) {
            first++;
        }
        int last = points.size();
        while (last > first && part.above() && ConstantSign.compare(points.get(last - 1), part.upper()) >= 0) {
            last--;
        }
        return new SignChart(points.subList(first, last), signs.subList(first, last + 1));
    }

    boolean isConstant() {
        return points.isEmpty();
    }

    /** Whether the sign is somewhere one of those given. */
    boolean hasSign(int sign) {
        return signs.contains(sign);
    }

    SignChart negate() {
        return new SignChart(points, signs.stream().map(sign -> -sign).toList());
    }

    /** The chart of a power with an exponent other than 0. */
    SignChart power(int exponent) {
        return exponent % 2 != 0
                ? this
                : new SignChart(points, signs.stream().map(sign -> sign * sign).toList());
    }

    /** The chart of the product. */
    SignChart times(SignChart other) {
        return combine(other, (left, right) -> left * right);
    }

    /** The common refinement, with signs made from both. */
    SignChart combine(SignChart other, IntBinaryOperator operation) {
        List<Expression> merged = merge(points, other.points);
        List<Integer> combined = new ArrayList<>();
        for (int i = 0; i <= merged.size(); i++) {
            List<Expression> before = merged.subList(0, i);
            combined.add(operation.applyAsInt(signAfter(before), other.signAfter(before)));
        }
        return new SignChart(merged, combined);
    }

    private int signAfter(List<Expression> before) {
        if (points.isEmpty() || before.isEmpty()) {
            return signs.get(0);
        }
        Expression last = before.get(before.size() - 1);
        int place = 0;
        while (place < points.size() && ConstantSign.compare(points.get(place), last) <= 0) {
            place++;
        }
        return signs.get(place);
    }

    /** All points of two increasing lists, increasing, each once. */
    static List<Expression> merge(List<Expression> first, List<Expression> second) {
        List<Expression> merged = new ArrayList<>(first);
        for (Expression point : second) {
            if (merged.stream().noneMatch(known -> ConstantSign.compare(known, point) == 0)) {
                merged.add(point);
            }
        }
        Collections.sort(merged, ConstantSign::compare);
        return merged;
    }
}
