package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.activation.Function;
import java.util.List;

/** Writes expressions as exponential sums: sine and cosine become exponentials with imaginary exponents. */
final class ExponentialSumReader {
    private static final int LARGEST_POWER = 24;
    private static final ExponentialSum ONE = ExponentialSum.of(List.of(ExponentialTerm.constant(ComplexConstant.ONE)));

    private final Deadline deadline;

    ExponentialSumReader(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The expression as an exponential sum; UndecidedException if it is not seen to be one. */
    ExponentialSum read(Expression expression) {
        deadline.require();
        if (expression.isConstant()) {
            return constant(expression);
        }
        if (expression instanceof Variable) {
            return ExponentialSum.of(List.of(new ExponentialTerm(ComplexConstant.ONE, 1, Exponent.ZERO)));
        }
        if (expression instanceof Sum) {
            return expression.children().stream().map(this::read).reduce(ExponentialSum.ZERO, ExponentialSum::add);
        }
        if (expression instanceof Product) {
            return expression.children().stream().map(this::read).reduce(ONE, ExponentialSum::multiply);
        }
        if (expression instanceof Power power) {
            return power(read(power.base()), power.exponent());
        }
        if (expression instanceof Apply apply) {
            return apply(apply.function(), apply.argument());
        }
        throw new UndecidedException(expression + " is not an exponential sum");
    }

    private static ExponentialSum constant(Expression expression) {
        return ExponentialSum.of(
                List.of(ExponentialTerm.constant(ComplexConstant.of(ConstantReader.read(expression)))));
    }

    private ExponentialSum apply(Function function, Expression argument) {
        ComplexConstant i = ComplexConstant.I;
        return switch (function) {
            case EXP -> exponential(read(argument));
            case SIN -> combine(read(argument).multiply(i), i.multiply(-1, 2), i.multiply(1, 2));
            case COS -> combine(read(argument).multiply(i), half(1), half(1));
            case SINH -> combine(read(argument), half(1), half(-1));
            case COSH -> combine(read(argument), half(1), half(1));
            case SINC -> apply(Function.SIN, argument).multiply(power(read(argument), -1));
            default ->
                throw new UndecidedException("a function " + function.text() + " of x is not an exponential sum");
        };
    }

    private static ComplexConstant half(int sign) {
        return ComplexConstant.ONE.multiply(sign, 2);
    }

    /** plus e^u + minus e^(-u). */
    private static ExponentialSum combine(ExponentialSum u, ComplexConstant plus, ComplexConstant minus) {
        ExponentialSum opposite = u.multiply(ComplexConstant.ONE.negate());
        return exponential(u).multiply(plus).add(exponential(opposite).multiply(minus));
    }

    private static ExponentialSum exponential(ExponentialSum u) {
        if (!u.isPolynomial()) {
            throw new UndecidedException("the exponential of what is not a polynomial is not an exponential sum");
        }
        int degree = u.terms().stream().mapToInt(ExponentialTerm::power).max().orElse(0);
        List<ComplexConstant> coefficients = java.util.stream.IntStream.rangeClosed(1, degree)
                .mapToObj(u::polynomialCoefficient)
                .toList();
        ComplexConstant factor = u.polynomialCoefficient(0).exponential();
        return ExponentialSum.of(List.of(new ExponentialTerm(factor, 0, Exponent.of(coefficients))));
    }

    private static ExponentialSum power(ExponentialSum base, int exponent) {
        if (Math.abs((long) exponent) > LARGEST_POWER) {
            throw new UndecidedException("a power has an exponent beyond " + LARGEST_POWER);
        }
        if (exponent < 0) {
            if (base.terms().size() != 1) {
                throw new UndecidedException("the reciprocal of a sum is not an exponential sum");
            }
            ExponentialTerm only = base.terms().get(0);
            return power(ExponentialSum.of(List.of(only.reciprocal())), -exponent);
        }
        ExponentialSum result = ONE;
        for (int k = 0; k < exponent; k++) {
            result = result.multiply(base);
        }
        return result;
    }
}
