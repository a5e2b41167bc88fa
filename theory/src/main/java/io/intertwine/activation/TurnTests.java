package io.intertwine.activation;

import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests of a function on turn n of a progression: at x = y + n T for y in an interval between 0 and T. A test is decided for all n at
 * once, or not at all.
 */
final class TurnTests implements Tests {
    private static final Monomial N = new Monomial(Map.of(Symbol.N, 1));

    private final Budget budget;
    private final Expression period;
    private final PlainTests plain;

    TurnTests(Expression period, Budget budget) {
        this.budget = budget;
        this.period = period;
        plain = new PlainTests(budget);
    }

    /** The expression in y and n. */
    private Expression local(Expression u) {
        return NormalForm.simplify(u.substitute(Expression.X.plus(period.times(Symbol.N))));
    }

    @Override
    public SignChart chart(Expression test, OpenInterval interval, boolean continuous) {
        if (test instanceof Product product) {
            return product.factors().stream()
                    .map(factor -> chart(factor, interval, continuous))
                    .reduce(SignChart::times)
                    .orElseThrow();
        }
        Optional<SignChart> everywhere = dependsOnTurn(test) ? Optional.empty() : everywhere(test, continuous);
        if (everywhere.isPresent()) {
            return everywhere.get();
        }
        Expression local = local(test);
        return dependsOnTurn(local)
                ? RangeAnalysis.sign(local, interval, budget)
                        .map(SignChart::constant)
                        .orElseThrow(TurnTests::mixed)
                : plain.chart(local, interval, continuous);
    }

    /** The sign on the whole line, if it is the same there. */
    private Optional<SignChart> everywhere(Expression test, boolean continuous) {
        if (!PlainTests.isEntire(test)) {
            return RangeAnalysis.sign(test, OpenInterval.LINE, budget).map(SignChart::constant);
        }
        try {
            return Optional.of(plain.chart(test, OpenInterval.LINE, continuous)).filter(SignChart::isConstant);
        } catch (UndecidedException theTurnDecides) {
            return Optional.empty();
        }
    }

    private static UndecidedException mixed() {
        return new UndecidedException("a test mixes x itself with functions that repeat");
    }

    private static boolean dependsOnTurn(Expression expression) {
        return expression.equals(Symbol.N) || expression.children().stream().anyMatch(TurnTests::dependsOnTurn);
    }

    @Override
    public void floors(Expression u, OpenInterval interval, List<Expression> points, List<Expression> values) {
        NormalForm local = NormalForm.of(local(u));
        Expression turns = turns(local);
        plain.floors(withoutTurns(local), interval, points, values);
        values.replaceAll(value -> value.plus(turns));
    }

    /** The integer multiple of n in an argument of floor, which comes out of it. */
    private static Expression turns(NormalForm local) {
        Scalar turns = local.coefficient(N);
        boolean integer = turns.isRational() && turns.floor().equals(turns);
        if (!integer) {
            throw mixed();
        }
        return Expression.of(turns).times(Symbol.N);
    }

    private static Expression withoutTurns(NormalForm local) {
        Expression rest =
                local.plus(NormalForm.term(N, local.coefficient(N).negate())).expression();
        if (dependsOnTurn(rest)) {
            throw mixed();
        }
        return rest;
    }

    @Override
    public Expression floorAt(Expression u, Expression point) {
        NormalForm local = NormalForm.of(local(u));
        return plain.floorAt(withoutTurns(local), point).plus(turns(local));
    }

    @Override
    public int signAt(Expression u, Expression point) {
        Expression local = local(u);
        return dependsOnTurn(local) ? ConstantSign.of(valueAt(u, point)) : plain.signAt(local, point);
    }

    @Override
    public Expression valueAt(Expression u, Expression point) {
        return NormalForm.simplify(u.substitute(point.plus(period.times(Symbol.N))));
    }
}
