package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.activation.Function;
import java.util.List;

/** Expands expressions as x goes to infinity. */
final class ExpansionReader {
    private static final int ERF_ORDER = 6;
    private static final RealConstant ONE = RealConstant.ONE;

    private final Deadline deadline;

    ExpansionReader(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The expansion at minus infinity, as a function of -x. */
    Expansion atMinusInfinity(Expression expression) {
        return atInfinity(expression.substitute(Expression.X.negate()));
    }

    /** The expansion at infinity; UndecidedException for oscillation, logarithms of x, towers of exponentials. */
    Expansion atInfinity(Expression expression) {
        deadline.require();
        if (expression.isConstant()) {
            return Expansion.constant(ConstantReader.read(expression));
        }
        if (expression instanceof Variable) {
            return Expansion.of(List.of(new ExponentialTerm(ComplexConstant.ONE, 1, Exponent.ZERO)), List.of());
        }
        if (expression instanceof Sum) {
            return expression.children().stream()
                    .map(this::atInfinity)
                    .reduce(Expansion::add)
                    .orElseThrow();
        }
        if (expression instanceof Product) {
            return expression.children().stream()
                    .map(this::atInfinity)
                    .reduce(Expansion::multiply)
                    .orElseThrow();
        }
        if (expression instanceof Power power) {
            return atInfinity(power.base()).power(power.exponent());
        }
        if (expression instanceof Apply apply) {
            return apply(apply.function(), atInfinity(apply.argument()));
        }
        throw new UndecidedException("the expansion of " + expression + " at infinity is not known");
    }

    private static Expansion apply(Function function, Expansion u) {
        Expansion one = Expansion.constant(1);
        return switch (function) {
            case EXP -> exponential(u);
            case LOG -> logarithm(u);
            case SQRT -> root(u);
            case SINH -> half(exponential(u).add(exponential(u.negate()).negate()));
            case COSH -> half(exponential(u).add(exponential(u.negate())));
            case TANH -> isNegative(u) ? hyperbolicTangent(u.negate()).negate() : hyperbolicTangent(u);
            case SIGMOID -> isNegative(u) ? one.add(logistic(u.negate()).negate()) : logistic(u);
            case SOFTPLUS -> isNegative(u) ? softplus(u) : u.add(softplus(u.negate()));
            case ARCTAN -> arctangent(u);
            case ERF -> error(u);
            default ->
                throw new UndecidedException(
                        "the expansion of " + function.text() + " at infinity is not known or oscillates");
        };
    }

    private static boolean isNegative(Expansion u) {
        return !u.terms().isEmpty() && u.leading().coefficient().real().sign() < 0;
    }

    private static Expansion hyperbolicTangent(Expansion u) {
        Expansion one = Expansion.constant(1);
        Expansion decay = exponential(u.multiply(Expansion.constant(-2)));
        return one.add(decay.negate()).multiply(one.add(decay).reciprocal());
    }

    private static Expansion logistic(Expansion u) {
        return Expansion.constant(1).add(exponential(u.negate())).reciprocal();
    }

    private static Expansion softplus(Expansion u) {
        return logarithm(Expansion.constant(1).add(exponential(u)));
    }

    private static Expansion half(Expansion u) {
        return u.multiply(Expansion.constant(RealConstant.of(1, 2)));
    }

    private static Expansion exponential(Expansion u) {
        Exponent exponent = Exponent.ZERO;
        Expansion rest = u;
        ComplexConstant factor = ComplexConstant.ONE;
        while (!rest.terms().isEmpty() && !rest.isSmall()) {
            ExponentialTerm term = rest.leading();
            if (term.exponent().degree() > 0) {
                return tower(term);
            }
            if (term.isConstant()) {
                factor = factor.multiply(term.coefficient().exponential());
            } else {
                exponent = exponent.add(monomial(term));
            }
            rest = rest.rest();
        }
        Expansion series = rest.series(ExpansionReader::inverseFactorial);
        return series.multiply(new ExponentialTerm(factor, 0, exponent));
    }

    /** The exponential of what grows exponentially: flat if it goes to minus infinity. */
    private static Expansion tower(ExponentialTerm term) {
        if (term.coefficient().real().sign() < 0) {
            return Expansion.ofError(Expansion.FLAT);
        }
        throw new UndecidedException("the function grows faster than the exponentials of polynomials");
    }

    private static Exponent monomial(ExponentialTerm term) {
        List<ComplexConstant> coefficients = new java.util.ArrayList<>();
        for (int k = 1; k < term.power(); k++) {
            coefficients.add(ComplexConstant.ZERO);
        }
        coefficients.add(term.coefficient());
        return Exponent.of(coefficients);
    }

    private static RealConstant inverseFactorial(int n) {
        RealConstant result = ONE;
        for (int k = 2; k <= n; k++) {
            result = result.multiply(1, k);
        }
        return result;
    }

    private static Expansion logarithm(Expansion u) {
        ExponentialTerm leading = u.leading();
        if (leading.power() != 0 || leading.coefficient().real().sign() <= 0) {
            throw new UndecidedException("the expansion of a logarithm at infinity contains log(x), or is not real");
        }
        Expansion result =
                u.relative().series(n -> n == 0 ? RealConstant.ZERO : RealConstant.of(n % 2 == 0 ? -1 : 1, n));
        RealConstant constant =
                ConstantReader.apply(Function.LOG, leading.coefficient().real());
        for (int k = 1; k <= leading.exponent().degree(); k++) {
            ExponentialTerm power = new ExponentialTerm(leading.exponent().coefficient(k), k, Exponent.ZERO);
            result = result.add(Expansion.of(List.of(power), List.of()));
        }
        return result.add(Expansion.constant(constant));
    }

    private static Expansion root(Expansion u) {
        ExponentialTerm leading = u.leading();
        RealConstant factor = leading.coefficient().real();
        if (leading.power() % 2 != 0 || factor.sign() <= 0) {
            throw new UndecidedException("the expansion of a square root at infinity has half powers, or is not real");
        }
        ExponentialTerm root = new ExponentialTerm(
                ComplexConstant.of(ConstantReader.apply(Function.SQRT, factor)),
                leading.power() / 2,
                leading.exponent().multiply(ComplexConstant.ONE.multiply(1, 2)));
        return u.relative().series(ExpansionReader::halfBinomial).multiply(root);
    }

    /** The coefficient of e^n in sqrt(1 + e). */
    private static RealConstant halfBinomial(int n) {
        RealConstant result = ONE;
        for (int k = 1; k <= n; k++) {
            result = result.multiply(3 - 2L * k, 2L * k);
        }
        return result;
    }

    private static Expansion arctangent(Expansion u) {
        if (u.isSmall()) {
            return u.series(n -> n % 2 == 0 ? RealConstant.ZERO : RealConstant.of(n % 4 == 1 ? 1 : -1, n));
        }
        ExponentialTerm leading = u.leading();
        if (leading.isConstant()) {
            RealConstant c = leading.coefficient().real();
            Expansion denominator = Expansion.constant(ONE).add(u.multiply(Expansion.constant(c)));
            Expansion small = u.rest().multiply(denominator.reciprocal());
            return arctangent(small).add(Expansion.constant(ConstantReader.apply(Function.ARCTAN, c)));
        }
        RealConstant quarter = RealConstant.atom(Expression.PI)
                .multiply(leading.coefficient().real().sign(), 2);
        return arctangent(u.reciprocal()).negate().add(Expansion.constant(quarter));
    }

    /** erf: its Taylor series at 0, and +-1 - e^(-u^2) / (u sqrt(pi)) (1 - 1/(2 u^2) + 3/(2 u^2)^2 - ...) far out. */
    private static Expansion error(Expansion u) {
        RealConstant root = ConstantReader.apply(Function.SQRT, RealConstant.atom(Expression.PI));
        if (u.isSmall()) {
            return u.series(n -> errorCoefficient(n).divide(root));
        }
        ExponentialTerm leading = u.leading();
        if (Expansion.growth(leading) == 0) {
            throw new UndecidedException("the expansion of erf about a constant that is not 0 is not known");
        }
        if (leading.coefficient().real().sign() < 0) {
            return error(u.negate()).negate();
        }
        Expansion square = u.multiply(u);
        Expansion inverse = square.multiply(Expansion.constant(2)).reciprocal();
        Expansion sum = Expansion.ofError(power(inverse, ERF_ORDER).leading());
        RealConstant coefficient = ONE;
        for (int n = 0; n < ERF_ORDER; n++) {
            sum = sum.add(power(inverse, n).multiply(Expansion.constant(coefficient)));
            coefficient = coefficient.multiply(-(2L * n + 1), 1);
        }
        Expansion tail = exponential(square.negate())
                .multiply(u.reciprocal())
                .multiply(sum)
                .multiply(Expansion.constant(root.reciprocal()));
        return Expansion.constant(1).add(tail.negate());
    }

    private static Expansion power(Expansion base, int exponent) {
        return base.power(exponent);
    }

    /** The coefficient of u^n in sqrt(pi) erf(u): 2 (-1)^k / (k! (2k + 1)) for n = 2k + 1. */
    private static RealConstant errorCoefficient(int n) {
        if (n % 2 == 0) {
            return RealConstant.ZERO;
        }
        int k = n / 2;
        return inverseFactorial(k).multiply(k % 2 == 0 ? 2 : -2, n);
    }
}
