package io.intertwine.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sign of a function by the sign of its derivative: between two zeros of the derivative it has at most one zero, and no zero where
 * its signs at both ends, or a zero at one end, say so. A zero inside must be one of a few small numbers.
 */
final class Monotonicity {
    private static final List<Integer> CANDIDATES = List.of(0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6, 8, -8);

    private final SignAnalysis analysis;

    Monotonicity(SignAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The chart of a function that is differentiable on the whole interval. */
    SignChart chart(Expression u) {
        SignChart chart = slopes(u);
        requireTrue(u, chart);
        return chart;
    }

    /** Excludes functions that are constant in disguise: the signs found must be those at one number each. */
    private void requireTrue(Expression u, SignChart chart) {
        if (!analysis.sampled(u, chart.points()).equals(chart)) {
            throw unknown();
        }
    }

    /** An analytic function whose derivative has no values of both signs is strictly monotone, or constant. */
    private SignChart slopes(Expression u) {
        Range slope = RangeAnalysis.of(NormalForm.simplify(Derivative.of(u)), analysis.interval());
        if (slope.lower().signum() >= 0) {
            return monotone(u, analysis.interval(), 1);
        }
        return slope.upper().signum() <= 0 ? monotone(u, analysis.interval(), -1) : between(u, analysis.derivative(u));
    }

    private SignChart between(Expression u, SignChart slopes) {
        List<OpenInterval> parts = analysis.interval().split(slopes.points());
        List<Expression> points = new ArrayList<>();
        List<Integer> signs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SignChart part = monotone(u, parts.get(i), slopes.signs().get(i));
            boolean goesOn = i > 0 && at(u, slopes.points().get(i - 1)).orElseThrow(Monotonicity::unknown) != 0;
            if (i > 0 && !goesOn) {
                points.add(slopes.points().get(i - 1));
            }
            points.addAll(part.points());
            // Where the function is not 0, its sign before and after is the same.
            signs.addAll(goesOn ? part.signs().subList(1, part.signs().size()) : part.signs());
        }
        return new SignChart(points, signs);
    }

    private static UndecidedException unknown() {
        return new UndecidedException("the zeros of a test were not found");
    }

    private SignChart monotone(Expression u, OpenInterval part, int slope) {
        if (slope == 0) {
            throw unknown();
        }
        Optional<Integer> left = part.below() ? at(u, part.lower()) : Optional.empty();
        Optional<Integer> right = part.above() ? at(u, part.upper()) : Optional.empty();
        if (left.isPresent() && left.get() * slope >= 0) {
            return SignChart.constant(slope);
        }
        if (right.isPresent() && right.get() * slope <= 0) {
            return SignChart.constant(-slope);
        }
        for (int candidate : CANDIDATES) {
            Expression point = Expression.of(candidate);
            if (part.contains(point) && at(u, point).equals(Optional.of(0))) {
                return new SignChart(List.of(point), List.of(-slope, slope));
            }
        }
        return RangeAnalysis.sign(u, part, analysis.budget())
                .map(SignChart::constant)
                .orElseThrow(Monotonicity::unknown);
    }

    /** The sign at a point, which is that of the limit there, since the function has no choices. */
    private static Optional<Integer> at(Expression u, Expression point) {
        try {
            return Optional.of(ConstantSign.of(NormalForm.simplify(u.substitute(point))));
        } catch (UndecidedException noValueOrTooCloseToZero) {
            return Optional.empty();
        }
    }
}
