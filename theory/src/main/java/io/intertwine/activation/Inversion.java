package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs of f(v) - r and f(v) - f(w) for functions f whose inverse is known, by the sign of v - f^-1(r) and v - w. */
final class Inversion {
    private final SignAnalysis analysis;

    Inversion(SignAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The chart of f(v) - r for a constant r. */
    SignChart chart(Apply apply, Expression r) {
        Expression v = apply.argument();
        return switch (apply.function()) {
            case EXP, LOG, SQRT, SINH, TANH, SIGMOID, SOFTPLUS, ARCTAN, ERF -> increasing(apply.function(), v, r);
            case COSH -> cosh(v, r);
            case SIN, COS, TAN, SINC -> new Waves(analysis).chart(apply, r);
            default ->
                throw new UndecidedException(
                        "a test contains " + apply.function().text() + ", which was not resolved");
        };
    }

    private SignChart increasing(Function function, Expression v, Expression r) {
        if (isBelow(function, r)) {
            return SignChart.constant(1);
        }
        if (isAbove(function, r)) {
            return SignChart.constant(-1);
        }
        if (function == Function.SQRT && ConstantSign.of(r) == 0) {
            return analysis.inner(v).power(2);
        }
        return difference(v, inverse(function, r));
    }

    private SignChart difference(Expression v, Expression w) {
        return analysis.inner(NormalForm.simplify(v.minus(w)));
    }

    /** Whether r is less than every value of the function. */
    private static boolean isBelow(Function function, Expression r) {
        return switch (function) {
            case EXP, SIGMOID, SOFTPLUS -> ConstantSign.of(r) <= 0;
            case SQRT -> ConstantSign.of(r) < 0;
            case TANH, ERF -> ConstantSign.compare(r, Expression.of(-1)) <= 0;
            case ARCTAN -> ConstantSign.compare(r, Expression.PI.times(Expression.of(-1, 2))) <= 0;
            default -> false;
        };
    }

    /** Whether r is greater than every value of the function. */
    private static boolean isAbove(Function function, Expression r) {
        return switch (function) {
            case SIGMOID, TANH, ERF -> ConstantSign.compare(r, Expression.ONE) >= 0;
            case ARCTAN -> ConstantSign.compare(r, Expression.PI.times(Expression.of(1, 2))) >= 0;
            default -> false;
        };
    }

    /** f^-1(r), for r among the values. */
    private static Expression inverse(Function function, Expression r) {
        Expression one = Expression.ONE;
        Expression half = Expression.of(1, 2);
        return switch (function) {
            case EXP -> log(r);
            case LOG -> Expression.apply(Function.EXP, r);
            case SQRT -> r.power(2);
            case SINH -> log(r.plus(Expression.apply(Function.SQRT, r.power(2).plus(one))));
            case TANH -> log(one.plus(r).over(one.minus(r))).times(half);
            case SIGMOID -> log(r.over(one.minus(r)));
            case SOFTPLUS -> log(Expression.apply(Function.EXP, r).minus(one));
            case ARCTAN -> Expression.apply(Function.TAN, r);
            default -> inverseOfErrorFunction(r);
        };
    }

    private static Expression inverseOfErrorFunction(Expression r) {
        if (ConstantSign.of(r) == 0) {
            return Expression.ZERO;
        }
        throw new UndecidedException("where erf takes a value other than 0 has no formula");
    }

    private static Expression log(Expression argument) {
        return Expression.apply(Function.LOG, NormalForm.simplify(argument));
    }

    /** cosh v - r = cosh v - cosh w has the sign of (v - w) (v + w) with w = arcosh r. */
    private SignChart cosh(Expression v, Expression r) {
        Expression one = Expression.ONE;
        int order = ConstantSign.compare(r, one);
        if (order < 0) {
            return SignChart.constant(1);
        }
        if (order == 0) {
            return analysis.inner(v).power(2);
        }
        Expression w = log(r.plus(Expression.apply(Function.SQRT, r.power(2).minus(one))));
        return difference(v, w).times(difference(v, w.negate()));
    }

    /** The chart of a f(v) - a f(w), by v - w; exponentials have been divided by their common factor before. */
    Optional<SignChart> pair(NormalForm form) {
        List<Map.Entry<Monomial, Scalar>> terms =
                form.terms().entrySet().stream().toList();
        if (terms.size() != 2) {
            return Optional.empty();
        }
        List<Expression> first = split(terms.get(0));
        List<Expression> second = split(terms.get(1));
        boolean applied = first.get(1) instanceof Apply && second.get(1) instanceof Apply;
        if (!applied) {
            return Optional.empty();
        }
        return pair(first.get(0), (Apply) first.get(1), second.get(0), (Apply) second.get(1));
    }

    /** The constant factor of a term, and the product of the others. */
    private static List<Expression> split(Map.Entry<Monomial, Scalar> term) {
        Expression constant = Expression.of(term.getValue());
        Expression rest = Expression.ONE;
        for (Map.Entry<Expression, Integer> factor : term.getKey().exponents().entrySet()) {
            Expression power = factor.getKey().power(factor.getValue());
            constant = power.isConstant() ? constant.times(power) : constant;
            rest = power.isConstant() ? rest : rest.times(power);
        }
        return List.of(constant, rest);
    }

    private Optional<SignChart> pair(Expression a, Apply left, Expression b, Apply right) {
        if (left.function() != right.function()) {
            return Optional.empty();
        }
        SignChart sign = SignChart.constant(ConstantSign.of(a));
        Expression v = left.argument();
        Expression w = right.argument();
        boolean opposite = ConstantSign.of(a) * ConstantSign.of(b) < 0;
        if (!opposite || ConstantSign.of(a.plus(b)) != 0) {
            return Optional.empty();
        }
        return switch (left.function()) {
            case LOG, SQRT, SINH, TANH, SIGMOID, SOFTPLUS, ARCTAN, ERF ->
                Optional.of(difference(v, w).times(sign));
            case COSH ->
                Optional.of(difference(v, w).times(difference(v, w.negate())).times(sign));
            default -> Optional.empty();
        };
    }
}
