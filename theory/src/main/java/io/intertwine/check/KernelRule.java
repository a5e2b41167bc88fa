package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/**
 * Differentiates: writes an analytic expression as a polynomial in functions whose derivatives are polynomials in the same functions,
 * for instance tanh(u)' = (1 - tanh(u)^2) u'. This is the algebraic differential equation that the expression satisfies; it is derived
 * here and nowhere else in the kernel.
 */
final class KernelRule {
    private static final int LARGEST_POWER = 100;

    private KernelRule() {}

    /** The expression as a polynomial in the functions of the field, which is extended as needed. */
    static Polynomial express(Expression expression, VectorField field) throws Rejection {
        if (expression instanceof Expression.Constant constant) {
            return Polynomial.of(constant.value());
        }
        if (expression instanceof Expression.Variable) {
            return field.x();
        }
        if (expression instanceof Expression.Pi || expression instanceof Expression.Symbol) {
            return ConstantRule.named(expression, field);
        }
        if (expression instanceof Expression.Power power) {
            Rejection.unless(Math.abs((long) power.exponent()) <= LARGEST_POWER, "a power is too large");
            Polynomial base = express(power.base(), field);
            return (power.exponent() < 0 ? reciprocal(base, field) : base).pow(Math.abs(power.exponent()));
        }
        if (expression instanceof Expression.Apply apply) {
            return function(apply.function(), express(apply.argument(), field), field);
        }
        boolean sum = expression instanceof Expression.Sum;
        Rejection.unless(sum || expression instanceof Expression.Product, "not an analytic expression: " + expression);
        Polynomial result = sum ? Polynomial.ZERO : Polynomial.ONE;
        for (Expression part : expression.children()) {
            Polynomial next = express(part, field);
            result = sum ? result.add(next) : result.multiply(next);
            DifferentialRule.requireSize(result);
        }
        return result;
    }

    private static Polynomial reciprocal(Polynomial argument, VectorField field) throws Rejection {
        Polynomial u = field.reduced(argument);
        if (field.isConstant(u)) {
            return ConstantRule.reciprocal(u, field);
        }
        Optional<Polynomial> known = field.find(ConstantRule.RECIPROCAL, u);
        if (known.isPresent()) {
            return known.get();
        }
        Polynomial inverse =
                field.addFunction(ConstantRule.RECIPROCAL, u, ConstantRule.reciprocal(field.value(u), field));
        field.relate(inverse.multiply(u).subtract(Polynomial.ONE));
        field.setDerivative(
                inverse, inverse.pow(2).multiply(field.derivative(u)).multiply(Scalar.MINUS_ONE));
        return inverse;
    }

    private static Polynomial function(Function f, Polynomial argument, VectorField field) throws Rejection {
        Polynomial u = field.reduced(argument);
        if (field.isConstant(u) && f != Function.TAN && f != Function.SINC) {
            return ConstantRule.value(f, u, field);
        }
        if (f == Function.TAN) {
            return function(Function.SIN, u, field).multiply(reciprocal(function(Function.COS, u, field), field));
        }
        if (f == Function.SINC) {
            return function(Function.SIN, u, field).multiply(reciprocal(u, field));
        }
        Optional<Polynomial> known = field.find(f.text(), u);
        if (known.isPresent()) {
            return known.get();
        }
        Polynomial y = field.addFunction(f.text(), u, ConstantRule.value(f, field.value(u), field));
        field.setDerivative(y, slope(f, u, y, field).multiply(field.derivative(u)));
        ReflectionRule.relate(f, u, y, field);
        return y;
    }

    /** f'(u), where y = f(u). */
    private static Polynomial slope(Function f, Polynomial u, Polynomial y, VectorField field) throws Rejection {
        return switch (f) {
            case EXP -> y;
            case LOG -> reciprocal(u, field);
            case SQRT -> {
                field.relate(y.multiply(y).subtract(u));
                yield y.multiply(reciprocal(u, field)).multiply(Scalar.of(1, 2));
            }
            case SIN -> {
                Polynomial cosine = function(Function.COS, u, field);
                field.relate(y.multiply(y).add(cosine.multiply(cosine)).subtract(Polynomial.ONE));
                yield cosine;
            }
            case COS -> function(Function.SIN, u, field).multiply(Scalar.MINUS_ONE);
            case SINH -> {
                Polynomial cosine = function(Function.COSH, u, field);
                field.relate(cosine.multiply(cosine).subtract(y.multiply(y)).subtract(Polynomial.ONE));
                yield cosine;
            }
            case COSH -> function(Function.SINH, u, field);
            case TANH -> Polynomial.ONE.subtract(y.multiply(y));
            case SIGMOID -> y.subtract(y.multiply(y));
            case SOFTPLUS -> function(Function.SIGMOID, u, field);
            case ARCTAN -> reciprocal(u.multiply(u).add(Polynomial.ONE), field);
            case ERF ->
                ConstantRule.reciprocal(ConstantRule.value(Function.SQRT, ConstantRule.pi(field), field), field)
                        .multiply(Scalar.of(2))
                        .multiply(function(Function.EXP, u.multiply(u).multiply(Scalar.MINUS_ONE), field));
            default -> throw new Rejection("no derivative is known for " + f.text());
        };
    }
}
