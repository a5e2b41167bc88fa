package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;

/** Exact values of expressions, where they are known to be algebraic numbers, or sums of such times powers of pi on the way. */
final class ExactEvaluation {
    private static final int[] BITS = {64, 512};

    private final Scalar x;

    private ExactEvaluation(Scalar x) {
        this.x = x;
    }

    static Optional<Scalar> at(Expression expression, Scalar x) {
        return new ExactEvaluation(x).value(expression).flatMap(PiPolynomial::number);
    }

    static Expression branch(Choice choice, int sign) {
        return sign < 0 ? choice.negative() : sign > 0 ? choice.positive() : choice.zero();
    }

    private Optional<PiPolynomial> value(Expression expression) {
        try {
            return tryValue(expression);
        } catch (ArithmeticException fieldTooLargeOrDivisionByZero) {
            return Optional.empty();
        }
    }

    private Optional<PiPolynomial> tryValue(Expression expression) {
        if (expression instanceof Constant constant) {
            return Optional.of(PiPolynomial.of(constant.value()));
        }
        if (expression instanceof Variable) {
            return Optional.of(PiPolynomial.of(x));
        }
        if (expression instanceof Pi) {
            return Optional.of(PiPolynomial.monomial(1, Scalar.ONE));
        }
        if (expression instanceof Symbol) {
            return Optional.empty();
        }
        if (expression instanceof Apply apply) {
            return value(apply.argument()).flatMap(argument -> apply(apply.function(), argument));
        }
        if (expression instanceof Power power) {
            return value(power.base()).flatMap(base -> base.power(power.exponent()));
        }
        if (expression instanceof Choice choice) {
            return sign(choice.test()).flatMap(sign -> value(branch(choice, sign)));
        }
        if (expression instanceof Maximum maximum) {
            return greater(maximum.left(), maximum.right(), maximum.left(), maximum.right());
        }
        if (expression instanceof Minimum minimum) {
            return greater(minimum.left(), minimum.right(), minimum.right(), minimum.left());
        }
        return expression instanceof Sum sum ? sum(sum.terms()) : product(expression.children());
    }

    private static Optional<PiPolynomial> apply(Function function, PiPolynomial u) {
        Optional<Scalar> number = u.number();
        return (switch (function) {
            case ABS -> u.signum().map(sign -> sign < 0 ? u.negate() : u);
            case SIGN -> u.signum().map(sign -> PiPolynomial.of(Scalar.of(sign)));
            case HEAVISIDE -> u.signum().map(sign -> PiPolynomial.of(Scalar.of(sign + 1, 2)));
            case FLOOR -> u.floor().map(PiPolynomial::of);
            default ->
                (number.isPresent()
                                ? function.exact(number.get())
                                : u.factorOf(1).flatMap(function::exactAtMultipleOfPi))
                        .map(PiPolynomial::of);
        });
    }

    /** The first result if left is at least right, else the second; left and right have values in both cases. */
    private Optional<PiPolynomial> greater(Expression left, Expression right, Expression yes, Expression no) {
        return sign(left.minus(right)).flatMap(sign -> value(sign >= 0 ? yes : no));
    }

    private Optional<PiPolynomial> sum(List<Expression> terms) {
        Optional<PiPolynomial> sum = Optional.of(PiPolynomial.of(Scalar.ZERO));
        for (Expression term : terms) {
            sum = sum.flatMap(before -> value(term).map(before::plus));
        }
        return sum;
    }

    /** The product; zero also where some factors are not algebraic, but have values, and another is zero. */
    private Optional<PiPolynomial> product(List<Expression> factors) {
        List<Optional<PiPolynomial>> values = factors.stream().map(this::value).toList();
        boolean zero = values.stream()
                .anyMatch(value -> value.filter(PiPolynomial::isZero).isPresent());
        if (zero) {
            boolean defined = true;
            for (int i = 0; i < values.size(); i++) {
                defined &= values.get(i).isPresent() || isDefined(factors.get(i));
            }
            return defined ? Optional.of(PiPolynomial.of(Scalar.ZERO)) : Optional.empty();
        }
        Optional<PiPolynomial> product = Optional.of(PiPolynomial.of(Scalar.ONE));
        for (Optional<PiPolynomial> value : values) {
            product = product.flatMap(before -> value.map(before::times));
        }
        return product;
    }

    /** The sign at x, if the value is exact or an enclosure excludes 0. */
    private Optional<Integer> sign(Expression expression) {
        Optional<PiPolynomial> value = value(expression);
        if (value.isPresent()) {
            return value.get().signum();
        }
        if (!isDefined(expression)) {
            return Optional.empty();
        }
        for (int bits : BITS) {
            Enclosure enclosed = expression.enclose(enclosed(bits));
            if (enclosed.excludesZero()) {
                return Optional.of(enclosed.isPositive() ? 1 : -1);
            }
        }
        return Optional.empty();
    }

    private Enclosure enclosed(int bits) {
        RationalInterval bounds = x.bounds(bits);
        return Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits);
    }

    /** Whether the expression is known to have a value at x. */
    private boolean isDefined(Expression expression) {
        if (expression instanceof Symbol) {
            return false;
        }
        if (expression instanceof Choice choice) {
            return isDefined(choice.test())
                    && sign(choice.test())
                            .filter(sign -> isDefined(branch(choice, sign)))
                            .isPresent();
        }
        if (!expression.children().stream().allMatch(this::isDefined)) {
            return false;
        }
        if (expression instanceof Power power && power.exponent() < 0) {
            return sign(power.base()).filter(sign -> sign != 0).isPresent();
        }
        if (expression instanceof Apply apply) {
            return switch (apply.function()) {
                case LOG -> sign(apply.argument()).filter(sign -> sign > 0).isPresent();
                case SQRT -> sign(apply.argument()).filter(sign -> sign >= 0).isPresent();
                case TAN -> expression.enclose(enclosed(BITS[0])).isBounded();
                default -> true;
            };
        }
        return true;
    }
}
