package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.exact.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signs of a sin v + b cos v + c, which is R sin(v + phi) + c, and of sums and differences of two waves of the same size, which are
 * products of two.
 */
final class Phasors {
    private final SignAnalysis analysis;

    Phasors(SignAnalysis analysis) {
        this.analysis = analysis;
    }

    Optional<SignChart> chart(NormalForm form) {
        Map<Apply, Expression> waves = new HashMap<>();
        Expression constant = Expression.ZERO;
        for (Map.Entry<Monomial, Scalar> term : form.terms().entrySet()) {
            Expression factor = Expression.of(term.getValue());
            Expression wave = Expression.ONE;
            for (Map.Entry<Expression, Integer> part : term.getKey().exponents().entrySet()) {
                Expression power = part.getKey().power(part.getValue());
                factor = power.isConstant() ? factor.times(power) : factor;
                wave = power.isConstant() ? wave : wave.times(power);
            }
            if (wave instanceof Apply apply && isWave(apply)) {
                waves.merge(apply, factor, Expression::plus);
            } else if (wave.equals(Expression.ONE)) {
                constant = constant.plus(factor);
            } else {
                return Optional.empty();
            }
        }
        return waves.size() == 2 ? two(waves, constant) : Optional.empty();
    }

    private static boolean isWave(Apply apply) {
        return apply.function() == Function.SIN || apply.function() == Function.COS;
    }

    private Optional<SignChart> two(Map<Apply, Expression> waves, Expression constant) {
        Set<Expression> arguments = new HashSet<>();
        waves.keySet().forEach(wave -> arguments.add(wave.argument()));
        if (arguments.size() == 1) {
            Expression v = arguments.iterator().next();
            Expression a = waves.getOrDefault(new Apply(Function.SIN, v), Expression.ZERO);
            Expression b = waves.getOrDefault(new Apply(Function.COS, v), Expression.ZERO);
            return Optional.of(rotated(v, a, b, constant));
        }
        return ConstantSign.of(constant) == 0 ? product(waves) : Optional.empty();
    }

    /** a sin v + b cos v + c = sign(a) (R sin(v + arctan(b / a)) + sign(a) c) with R^2 = a^2 + b^2, for a other than 0. */
    private SignChart rotated(Expression v, Expression a, Expression b, Expression c) {
        int sign = ConstantSign.of(a);
        if (sign == 0) {
            throw new UndecidedException("a coefficient of a wave is 0 in disguise");
        }
        Expression size =
                Expression.apply(Function.SQRT, NormalForm.simplify(a.power(2).plus(b.power(2))));
        Expression angle = Expression.apply(Function.ARCTAN, NormalForm.simplify(b.over(a)));
        Expression argument = NormalForm.simplify(v.plus(angle));
        Expression level = NormalForm.simplify(c.times(Expression.of(-sign)).over(size));
        Apply wave = new Apply(Function.SIN, argument);
        return new Inversion(analysis).chart(wave, level).times(SignChart.constant(sign));
    }

    /** a (sin v - sin w) = 2 a cos((v + w) / 2) sin((v - w) / 2), with cos v = sin(v + pi/2) and -sin w = sin(w + pi). */
    private Optional<SignChart> product(Map<Apply, Expression> waves) {
        Apply[] both = waves.keySet().toArray(new Apply[0]);
        Expression a = waves.getOrDefault(both[0], Expression.ZERO);
        Expression b = waves.getOrDefault(both[1], Expression.ZERO);
        Expression v = angle(both[0]);
        Expression w = angle(both[1]);
        if (ConstantSign.compare(a, b) == 0) {
            w = w.plus(Expression.PI);
        } else if (ConstantSign.of(a.plus(b)) != 0) {
            return Optional.empty();
        }
        Expression half = Expression.of(1, 2);
        Expression mean = NormalForm.simplify(v.plus(w).times(half));
        Expression difference = NormalForm.simplify(v.minus(w).times(half));
        return Optional.of(analysis.inner(Expression.apply(Function.COS, mean))
                .times(analysis.inner(Expression.apply(Function.SIN, difference)))
                .times(SignChart.constant(ConstantSign.of(a))));
    }

    private static Expression angle(Apply wave) {
        Expression quarter = Expression.PI.times(Expression.of(1, 2));
        return wave.function() == Function.SIN
                ? wave.argument()
                : wave.argument().plus(quarter);
    }
}
