package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Values of functions at constants: exact where they are algebraic, else a variable for the number. Two numbers that are equal may get two variables; then a proof that needs their equality is not found. The identities
 * used here: parity, sigmoid(-u) = 1 - sigmoid(u), softplus(u) = log(1 + e^u) = softplus(-u) + u, e^(-u) e^u = 1, e^(k log u) = u^k.
 */
final class ConstantRule {
    static final String RECIPROCAL = "reciprocal";

    private ConstantRule() {}

    static Polynomial pi(VectorField field) throws Rejection {
        return field.constant("pi", Polynomial.ZERO, Optional.of(Expression.PI.encloseConstant(VectorField.BITS)));
    }

    static Polynomial symbol(Expression.Symbol symbol, VectorField field) throws Rejection {
        return field.constant(symbol.name(), Polynomial.ZERO, Optional.empty());
    }

    /** 1 / u; u must be a number that is known not to be 0. */
    static Polynomial reciprocal(Polynomial u, VectorField field) throws Rejection {
        if (u.isConstant() && !u.isZero()) {
            return Polynomial.of(u.constant().reciprocal());
        }
        boolean known = field.find(RECIPROCAL, u).isPresent();
        Rejection.unless(
                known || field.enclose(u).excludesZero(),
                "a denominator is not known to differ from 0 at the base point");
        return inverse(u, field);
    }

    /** 1 / u for a number u that is not 0. */
    private static Polynomial inverse(Polynomial u, VectorField field) throws Rejection {
        Optional<Polynomial> known = field.find(RECIPROCAL, u);
        if (known.isPresent()) {
            return known.get();
        }
        Enclosure value = Expression.ONE.encloseConstant(VectorField.BITS).divide(field.enclose(u));
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
                negative ? value(f, minus, field).multiply(Scalar.MINUS_ONE) : named(f, u, field);
            case COSH -> named(f, negative ? minus : u, field);
            case SIGMOID -> negative ? Polynomial.ONE.subtract(value(f, minus, field)) : named(f, u, field);
            case SOFTPLUS ->
                negative
                        ? value(f, minus, field).add(u)
                        : value(Function.LOG, value(Function.EXP, u, field).add(Polynomial.ONE), field);
            case EXP -> negative ? inverse(value(f, minus, field), field) : exponential(u, field);
            case LOG -> positive(f, u, field);
            case SQRT -> squareRoot(u, field);
            default -> throw new Rejection("no rule for " + f.text() + " of a constant");
        };
    }

    static Polynomial named(Function f, Polynomial u, VectorField field) throws Rejection {
        Enclosure value = field.enclose(u);
        return field.constant(f.text(), u, value.isBounded() ? Optional.of(f.enclose(value)) : Optional.empty());
    }

    private static Polynomial positive(Function f, Polynomial u, VectorField field) throws Rejection {
        Rejection.unless(field.enclose(u).isPositive(), "the argument of " + f.text() + " is not known to be positive");
        return named(f, u, field);
    }

    private static Polynomial squareRoot(Polynomial u, VectorField field) throws Rejection {
        boolean known = field.find(Function.SQRT.text(), u).isPresent();
        Polynomial root = positive(Function.SQRT, u, field);
        if (!known) {
            field.relate(root.multiply(root).subtract(u));
        }
        return root;
    }

    /** e^u, where e^(k log v) = v^k for a number v and a positive integer k. */
    private static Polynomial exponential(Polynomial u, VectorField field) throws Rejection {
        Optional<Polynomial> logarithm = field.single(u, Function.LOG.text());
        if (logarithm.isPresent()) {
            Scalar factor = u.leadingCoefficient();
            boolean whole =
                    factor.isRational() && factor.rational().getDenominator().equals(BigInteger.ONE);
            if (whole && factor.compareTo(Scalar.of(1000)) < 0) {
                return logarithm.get().pow(factor.rational().getNumerator().intValue());
            }
        }
        return named(Function.EXP, u, field);
    }
}
