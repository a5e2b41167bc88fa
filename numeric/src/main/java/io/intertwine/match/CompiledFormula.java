package io.intertwine.match;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Choice;
import io.intertwine.activation.Expression.Maximum;
import io.intertwine.activation.Expression.Minimum;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.activation.Function;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;

/**
 * Formulas as functions of doubles, computed part by part with {@link Math}: accurate to a few units in the last place of the largest
 * intermediate result. exp(u) - 1, log(1 + u) and 1 + erf(u) are computed without cancellation. Outside the domain the result is no
 * number. A test in a formula is rounded too: next to a jump at a number that is no double, the value may be that of the other side.
 */
final class CompiledFormula {
    private static final int CONSTANT_BITS = 96;

    private CompiledFormula() {}

    /** The function in doubles. Throws IllegalArgumentException for a formula with a symbol. */
    static DoubleUnaryOperator of(Expression formula) {
        if (formula instanceof Variable) {
            return x -> x;
        }
        if (formula.isConstant()) {
            double value = constant(formula);
            return x -> value;
        }
        if (formula instanceof Sum sum) {
            return sum(sum.terms());
        }
        if (formula instanceof Product product) {
            return product(product.factors());
        }
        if (formula instanceof Power power) {
            DoubleUnaryOperator base = of(power.base());
            int exponent = power.exponent();
            return x -> UnitFunctions.power(base.applyAsDouble(x), exponent);
        }
        if (formula instanceof Apply apply) {
            DoubleUnaryOperator argument = of(apply.argument());
            return logarithmOfSum(apply).orElseGet(() -> of(apply.function()).compose(argument));
        }
        if (formula instanceof Choice choice) {
            return choice(of(choice.test()), of(choice.negative()), of(choice.zero()), of(choice.positive()));
        }
        if (formula instanceof Maximum maximum) {
            DoubleUnaryOperator left = of(maximum.left());
            DoubleUnaryOperator right = of(maximum.right());
            return x -> Math.max(left.applyAsDouble(x), right.applyAsDouble(x));
        }
        if (formula instanceof Minimum minimum) {
            DoubleUnaryOperator left = of(minimum.left());
            DoubleUnaryOperator right = of(minimum.right());
            return x -> Math.min(left.applyAsDouble(x), right.applyAsDouble(x));
        }
        throw new IllegalArgumentException("expected a formula in x, found " + formula);
    }

    private static double constant(Expression constant) {
        Optional<Scalar> exact = constant.exact();
        if (exact.isPresent()) {
            return Rounded.from(exact.get());
        }
        Enclosure value = constant.encloseConstant(CONSTANT_BITS);
        return value.isBounded() ? Rounded.from(value.lower()) : Double.NaN;
    }

    private static DoubleUnaryOperator sum(List<Expression> terms) {
        Expression first = terms.get(0);
        if (terms.size() == 2 && first instanceof Apply apply) {
            DoubleUnaryOperator argument = of(apply.argument());
            if (apply.function() == Function.EXP && terms.get(1).equals(Expression.of(-1))) {
                return x -> Math.expm1(argument.applyAsDouble(x));
            }
            if (apply.function() == Function.ERF && terms.get(1).equals(Expression.ONE)) {
                return x -> Erf.erfc(-argument.applyAsDouble(x));
            }
        }
        DoubleUnaryOperator[] parts = all(terms);
        return x -> {
            double sum = 0;
            for (DoubleUnaryOperator part : parts) {
                sum += part.applyAsDouble(x);
            }
            return sum;
        };
    }

    private static DoubleUnaryOperator product(List<Expression> factors) {
        DoubleUnaryOperator[] parts = all(factors);
        return x -> {
            double product = 1;
            for (DoubleUnaryOperator part : parts) {
                product *= part.applyAsDouble(x);
            }
            return product;
        };
    }

    private static DoubleUnaryOperator[] all(List<Expression> parts) {
        return parts.stream().map(CompiledFormula::of).toArray(DoubleUnaryOperator[]::new);
    }

    /** log(u + 1), and log(cosh(u)) without overflow. */
    private static Optional<DoubleUnaryOperator> logarithmOfSum(Apply apply) {
        if (apply.function() != Function.LOG) {
            return Optional.empty();
        }
        if (apply.argument() instanceof Sum sum && sum.terms().contains(Expression.ONE)) {
            List<Expression> rest = sum.terms().stream()
                    .filter(term -> !term.equals(Expression.ONE))
                    .toList();
            DoubleUnaryOperator inner = of(Expression.sum(rest));
            return Optional.of(x -> Math.log1p(inner.applyAsDouble(x)));
        }
        if (apply.argument() instanceof Apply inner && inner.function() == Function.COSH) {
            DoubleUnaryOperator u = of(inner.argument());
            return Optional.of(x -> logCosh(Math.abs(u.applyAsDouble(x))));
        }
        return Optional.empty();
    }

    /** log(cosh u) = log(1 + 2 sinh(u/2)^2) near 0 and u + log(1 + e^-2u) - log 2 else, for u at least 0. */
    private static double logCosh(double u) {
        double sine = Math.sinh(u / 2);
        return u < 1 ? Math.log1p(2 * sine * sine) : u + Math.log1p(Math.expm1(-2 * u) / 2);
    }

    private static DoubleUnaryOperator choice(
            DoubleUnaryOperator test,
            DoubleUnaryOperator negative,
            DoubleUnaryOperator zero,
            DoubleUnaryOperator positive) {
        return x -> {
            double sign = test.applyAsDouble(x);
            DoubleUnaryOperator branch = sign > 0 ? positive : sign < 0 ? negative : zero;
            return Double.isNaN(sign) ? Double.NaN : branch.applyAsDouble(x);
        };
    }

    private static DoubleUnaryOperator of(Function function) {
        return switch (function) {
            case EXP -> Math::exp;
            case LOG -> u -> u > 0 ? Math.log(u) : Double.NaN;
            case SQRT -> Math::sqrt;
            case SIN -> Math::sin;
            case COS -> Math::cos;
            case TAN -> Math::tan;
            case SINH -> Math::sinh;
            case COSH -> Math::cosh;
            case TANH -> Math::tanh;
            case SIGMOID -> UnitFunctions::sigmoid;
            case SOFTPLUS -> UnitFunctions::softplus;
            case ARCTAN -> Math::atan;
            case ERF -> Erf::erf;
            case SINC -> u -> u == 0 ? 1 : Math.sin(u) / u;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case HEAVISIDE -> u -> (Math.signum(u) + 1) / 2;
            case FLOOR -> Math::floor;
        };
    }
}
