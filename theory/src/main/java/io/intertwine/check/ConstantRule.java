package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/**
 * Values of functions at constants: exact where they are algebraic, else a variable for the number. Two numbers that are equal may get
 * two variables; then a proof that needs their equality is not found. Used here: parity, and that the hyperbolic functions, sigmoid and
 * softplus(u) = log(1 + e^u) = softplus(-u) + u are functions of e^u.
 */
final class ConstantRule {
    static final String RECIPROCAL = "reciprocal";
    private static final Scalar TWO = Scalar.of(2);

    private ConstantRule() {}

    static Polynomial pi(VectorField field) throws Rejection {
        return field.constant("pi", Polynomial.ZERO, Optional.of(Expression.PI.encloseConstant(SignRule.BITS)));
    }

    /** The variable of pi, t or n. */
    static Polynomial named(Expression constant, VectorField field) throws Rejection {
        return constant instanceof Expression.Symbol symbol ? symbol(symbol, field) : pi(field);
    }

    static Polynomial symbol(Expression.Symbol symbol, VectorField field) throws Rejection {
        return field.constant(symbol.name(), Polynomial.ZERO, Optional.empty());
    }

    /** 1 / u; u must be a number that is known not to be 0. */
    static Polynomial reciprocal(Polynomial u, VectorField field) throws Rejection {
        if (u.isConstant() && !u.isZero()) {
            return Polynomial.of(u.constant().reciprocal());
        }
        Optional<Polynomial> known = field.find(RECIPROCAL, u);
        if (known.isPresent()) {
            return known.get();
        }
        Rejection.unless(
                SignRule.isPositive(u, field) || SignRule.enclose(u, field).excludesZero(),
                "a denominator is not known to differ from 0 at the base point");
        Enclosure value = Expression.ONE.encloseConstant(SignRule.BITS).divide(SignRule.enclose(u, field));
        Polynomial inverse = field.constant(RECIPROCAL, u, value.isBounded() ? Optional.of(value) : Optional.empty());
        field.relate(inverse.multiply(u).subtract(Polynomial.ONE));
        return inverse;
    }

    /** f(u) for a number u. */
    static Polynomial value(Function f, Polynomial u, VectorField field) throws Rejection {
        Optional<Scalar> exact = u.isConstant() ? f.exact(u.constant()) : Optional.empty();
        if (exact.isPresent()) {
            return Polynomial.of(exact.get());
        }
        boolean negative = !u.isZero() && u.leadingCoefficient().signum() < 0;
        Polynomial minus = u.multiply(Scalar.MINUS_ONE);
        return switch (f) {
            case SIN, COS -> AngleRule.value(f, u, field);
            case SINH, TANH, ERF, ARCTAN ->
                negative ? value(f, minus, field).multiply(Scalar.MINUS_ONE) : odd(f, u, field);
            case COSH -> negative ? value(f, minus, field) : exponentials(u, Scalar.ONE, field);
            case SIGMOID -> negative ? Polynomial.ONE.subtract(value(f, minus, field)) : logistic(u, field);
            case SOFTPLUS ->
                negative
                        ? value(f, minus, field).add(u)
                        : value(Function.LOG, value(Function.EXP, u, field).add(Polynomial.ONE), field);
            case EXP -> LogarithmRule.exponential(u, field);
            case LOG -> LogarithmRule.logarithm(u, field);
            case SQRT -> squareRoot(u, field);
            default -> throw new Rejection("no rule for " + f.text() + " of a constant");
        };
    }

    private static Polynomial odd(Function f, Polynomial u, VectorField field) throws Rejection {
        return switch (f) {
            case SINH -> exponentials(u, Scalar.MINUS_ONE, field);
            case TANH -> logistic(u.multiply(TWO), field).multiply(TWO).subtract(Polynomial.ONE);
            case ARCTAN -> u.equals(Polynomial.ONE) ? pi(field).multiply(Scalar.of(1, 4)) : named(f, u, field);
            default -> named(f, u, field);
        };
    }

    /** (e^u + sign e^-u) / 2. */
    private static Polynomial exponentials(Polynomial u, Scalar sign, VectorField field) throws Rejection {
        Polynomial exponential = value(Function.EXP, u, field);
        return exponential.add(reciprocal(exponential, field).multiply(sign)).multiply(TWO.reciprocal());
    }

    /** 1 / (1 + e^-u) = 1 - 1 / (1 + e^u). */
    private static Polynomial logistic(Polynomial u, VectorField field) throws Rejection {
        return Polynomial.ONE.subtract(reciprocal(value(Function.EXP, u, field).add(Polynomial.ONE), field));
    }

    static Polynomial named(Function f, Polynomial u, VectorField field) throws Rejection {
        Enclosure value = SignRule.enclose(u, field);
        return field.constant(f.text(), u, value.isBounded() ? Optional.of(f.enclose(value)) : Optional.empty());
    }

    private static Polynomial squareRoot(Polynomial u, VectorField field) throws Rejection {
        boolean known = field.find(Function.SQRT.text(), u).isPresent();
        Rejection.unless(SignRule.isPositive(u, field), "the argument of sqrt is not known to be positive");
        Polynomial root = named(Function.SQRT, u, field);
        if (!known) {
            field.relate(root.multiply(root).subtract(u));
        }
        return root;
    }
}
