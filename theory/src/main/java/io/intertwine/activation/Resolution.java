package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the choices of a function, interval by interval: tests first, then only the branches that are taken. */
final class Resolution {
    private static final int MOST_SEGMENTS = 300;

    private final Budget budget;
    private final Tests tests;
    private final Definedness definedness;

    Resolution(Budget budget, Tests tests) {
        this.budget = budget;
        this.tests = tests;
        definedness = new Definedness(tests);
    }

    /** A function without choices on an open interval. */
    record Segment(OpenInterval interval, Expression piece) {}

    /** The function on an interval, left to right; every piece is defined and analytic on its own. */
    List<Segment> on(OpenInterval interval, Expression function) {
        List<Segment> segments = new ArrayList<>();
        resolve(new Segment(interval, function), segments);
        return segments;
    }

    private static int cost(Expression expression) {
        return 5 + Decomposer.size(expression) / 20;
    }

    private void resolve(Segment segment, List<Segment> done) {
        budget.spend(cost(segment.piece()));
        Optional<Expression> unresolved = unresolved(segment.piece());
        if (unresolved.isEmpty()) {
            analytic(segment, done);
            return;
        }
        Expression node = unresolved.get();
        Expression test = test(node);
        definedness.require(test, segment.interval());
        List<Expression> replacements = new ArrayList<>();
        List<Expression> points = new ArrayList<>();
        if (node instanceof Apply apply && apply.function() == Function.FLOOR) {
            tests.floors(test, segment.interval(), points, replacements);
        } else {
            boolean continuous = !(node instanceof Choice) && !isStep(node);
            SignChart chart = tests.chart(test, segment.interval(), continuous);
            points.addAll(chart.points());
            chart.signs().forEach(sign -> replacements.add(branch(node, sign)));
        }
        List<OpenInterval> parts = segment.interval().split(points);
        for (int i = 0; i < parts.size(); i++) {
            resolve(new Segment(parts.get(i), replace(segment.piece(), node, replacements.get(i))), done);
        }
    }

    /** The value at a point, every choice resolved by the sign of its test there. */
    Expression at(Expression point, Expression function) {
        budget.spend(cost(function));
        Optional<Expression> unresolved = unresolved(function);
        if (unresolved.isEmpty()) {
            definedness.require(function, point);
            return tests.valueAt(function, point);
        }
        Expression node = unresolved.get();
        Expression test = test(node);
        definedness.require(test, point);
        boolean floor = node instanceof Apply apply && apply.function() == Function.FLOOR;
        Expression resolved = floor ? tests.floorAt(test, point) : branch(node, tests.signAt(test, point));
        return at(point, replace(function, node, resolved));
    }

    /** Whether a piece is defined and analytic at a point: no divisor, no argument of a root or logarithm vanishes there. */
    boolean isRegularAt(Expression point, Expression piece) {
        try {
            definedness.require(piece, point);
        } catch (UndefinedException singular) {
            return false;
        }
        return radicands(piece).stream().allMatch(radicand -> tests.signAt(radicand, point) > 0);
    }

    private static boolean isStep(Expression node) {
        return node instanceof Apply apply && apply.function() != Function.ABS;
    }

    /** Splits at the zeros under square roots, where the piece is not analytic. */
    private void analytic(Segment segment, List<Segment> done) {
        definedness.require(segment.piece(), segment.interval());
        List<Expression> points = new ArrayList<>();
        for (Expression radicand : radicands(segment.piece())) {
            SignChart chart = tests.chart(radicand, segment.interval(), false);
            points = SignChart.merge(points, chart.points());
        }
        segment.interval().split(points).forEach(part -> done.add(new Segment(part, segment.piece())));
        if (done.size() > MOST_SEGMENTS) {
            throw new UndecidedException("the function has more than " + MOST_SEGMENTS + " pieces");
        }
    }

    private static List<Expression> radicands(Expression expression) {
        List<Expression> found = new ArrayList<>();
        expression.children().forEach(part -> found.addAll(radicands(part)));
        if (expression instanceof Apply apply && apply.function() == Function.SQRT && !expression.isConstant()) {
            found.add(apply.argument());
        }
        return found;
    }

    /** A node to resolve whose test has no choices, and which is in no branch that may not be taken. */
    static Optional<Expression> unresolved(Expression expression) {
        List<Expression> parts = expression instanceof Choice choice ? List.of(choice.test()) : expression.children();
        for (Expression part : parts) {
            Optional<Expression> inner = unresolved(part);
            if (inner.isPresent()) {
                return inner;
            }
        }
        return isUnresolved(expression) ? Optional.of(expression) : Optional.empty();
    }

    private static boolean isUnresolved(Expression expression) {
        boolean stepwise =
                expression instanceof Apply apply && (!apply.function().isAnalytic() || isRootOfSquare(apply));
        return stepwise
                || expression instanceof Maximum
                || expression instanceof Minimum
                || expression instanceof Choice;
    }

    /** sqrt(u^(2 k)) = |u^k|. */
    private static boolean isRootOfSquare(Apply apply) {
        return apply.function() == Function.SQRT
                && apply.argument() instanceof Power power
                && power.exponent() > 0
                && power.exponent() % 2 == 0;
    }

    /** The expression whose sign decides, or of which the floor is taken. */
    static Expression test(Expression node) {
        if (node instanceof Choice choice) {
            return choice.test();
        }
        if (node instanceof Apply apply) {
            boolean root = apply.function() == Function.SQRT;
            return root ? rootOfSquare(apply) : apply.argument();
        }
        return node.children().get(0).minus(node.children().get(1));
    }

    private static Expression rootOfSquare(Apply apply) {
        Power power = (Power) apply.argument();
        return power.base().power(power.exponent() / 2);
    }

    /** What a node other than floor is when its test has a sign. */
    static Expression branch(Expression node, int sign) {
        if (node instanceof Choice choice) {
            return ExactEvaluation.branch(choice, sign);
        }
        if (node instanceof Apply apply) {
            return switch (apply.function()) {
                case SIGN -> Expression.of(sign);
                case HEAVISIDE -> Expression.of(sign + 1L, 2);
                case ABS -> signed(apply.argument(), sign);
                case SQRT -> signed(rootOfSquare(apply), sign);
                default -> throw new IllegalArgumentException("expected a function with a sign, found " + apply);
            };
        }
        boolean first = node instanceof Maximum ? sign >= 0 : sign <= 0;
        return node.children().get(first ? 0 : 1);
    }

    private static Expression signed(Expression u, int sign) {
        return sign > 0 ? u : sign < 0 ? u.negate() : Expression.ZERO;
    }

    /** The expression with every occurrence of a part replaced. */
    static Expression replace(Expression expression, Expression part, Expression by) {
        if (expression.equals(part)) {
            return by;
        }
        List<Expression> children = expression.children();
        if (children.isEmpty()) {
            return expression;
        }
        return expression.withChildren(
                children.stream().map(child -> replace(child, part, by)).toList());
    }
}
