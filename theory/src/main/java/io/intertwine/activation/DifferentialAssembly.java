package io.intertwine.activation;

import io.intertwine.activation.DifferentialSystem.Variable;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Writes expressions as polynomials in functions whose derivatives are polynomials in the same functions. */
final class DifferentialAssembly {
    private static final int LARGEST_POWER = 100;
    private static final int LARGEST_SYSTEM = 60;
    private static final int LARGEST_POLYNOMIAL = 2_000;
    private static final int LARGEST_ROOT = 12;
    private static final String RECIPROCAL = "reciprocal";
    private static final Scalar HALF = Scalar.of(1, 2);
    private static final Scalar TWO = Scalar.of(2);

    private final List<Expression> meanings = new ArrayList<>(List.of(Expression.X));
    private final List<Polynomial> derivatives = new ArrayList<>(List.of(Polynomial.ONE));
    private final List<Polynomial> relations = new ArrayList<>();
    private final Map<Key, Polynomial> known = new LinkedHashMap<>();

    /** What a variable stands for: a kind of function, and its argument as a polynomial in earlier variables. */
    private record Key(String kind, Polynomial argument) {}

    /** The expression as a polynomial in the variables. */
    Polynomial express(Expression s) {
        if (s instanceof Expression.Constant constant) {
            return Polynomial.of(constant.value());
        }
        if (s instanceof Expression.Variable) {
            return Polynomial.variable(0);
        }
        if (s instanceof Expression.Pi) {
            return find("pi", Polynomial.ZERO).orElseGet(() -> add("pi", Polynomial.ZERO, Expression.PI));
        }
        if (s instanceof Expression.Power power) {
            require(Math.abs((long) power.exponent()) <= LARGEST_POWER, "it has too large a power");
            Polynomial base = express(power.base());
            return (power.exponent() < 0 ? reciprocal(base) : base).pow(Math.abs(power.exponent()));
        }
        if (s instanceof Expression.Apply apply && apply.function().isAnalytic()) {
            return function(apply.function(), express(apply.argument()));
        }
        boolean sum = s instanceof Expression.Sum;
        require(sum || s instanceof Expression.Product, "it is not built of analytic functions: " + s);
        Polynomial result = sum ? Polynomial.ZERO : Polynomial.ONE;
        for (Expression part : s.children()) {
            Polynomial next = express(part);
            result = sum ? result.add(next) : result.multiply(next);
            require(result.size() <= LARGEST_POLYNOMIAL, "it has too many terms");
        }
        return result;
    }

    /** The system of an expression that has been expressed. */
    DifferentialSystem system(Expression s, Polynomial function) {
        for (Key key : List.copyOf(known.keySet())) {
            new KindredFunctions(this::find, key.argument())
                    .relations()
                    .filter(relation -> !relations.contains(relation))
                    .forEach(relations::add);
        }
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < meanings.size(); i++) {
            variables.add(new Variable(meanings.get(i), derivatives.get(i)));
        }
        return new DifferentialPruning(variables, relations).around(s, function);
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new UndecidedException(reason);
        }
    }

    private Optional<Polynomial> find(String kind, Polynomial argument) {
        return Optional.ofNullable(known.get(new Key(kind, argument)));
    }

    private Optional<Polynomial> find(Function f, Polynomial argument) {
        return find(f.text(), argument);
    }

    private Polynomial add(String kind, Polynomial argument, Expression meaning) {
        require(meanings.size() < LARGEST_SYSTEM, "it needs too many functions");
        Polynomial variable = Polynomial.variable(meanings.size());
        meanings.add(meaning);
        derivatives.add(Polynomial.ZERO);
        known.put(new Key(kind, argument), variable);
        return variable;
    }

    private Polynomial derivative(Polynomial polynomial) {
        return polynomial.derivative(derivatives::get);
    }

    private void setDerivative(Polynomial variable, Polynomial derivative) {
        require(derivative.size() <= LARGEST_POLYNOMIAL, "it has too many terms");
        derivatives.set(variable.variables().get(0), derivative);
    }

    private Expression meaning(Polynomial polynomial) {
        return DifferentialPruning.meaning(polynomial, meanings::get);
    }

    private Polynomial reciprocal(Polynomial u) {
        require(!u.isZero(), "it divides by 0");
        if (u.isConstant()) {
            return Polynomial.of(u.constant().reciprocal());
        }
        return find(RECIPROCAL, u).orElseGet(() -> {
            Polynomial y = add(RECIPROCAL, u, meaning(u).power(-1));
            relations.add(y.multiply(u).subtract(Polynomial.ONE));
            setReciprocal(y, u);
            return y;
        });
    }

    /** y' = -y^2 u' for y = 1/u. */
    private void setReciprocal(Polynomial y, Polynomial u) {
        setDerivative(y, y.pow(2).multiply(derivative(u)).multiply(Scalar.MINUS_ONE));
    }

    /** f(u), by what is known about f at -u and other arguments, else as a new variable. */
    private Polynomial function(Function f, Polynomial u) {
        Optional<Scalar> exact = u.isConstant() ? f.exact(u.constant()) : Optional.empty();
        if (exact.isPresent()) {
            return Polynomial.of(exact.get());
        }
        Polynomial minus = u.multiply(Scalar.MINUS_ONE);
        boolean negative = !u.isZero() && u.leadingCoefficient().signum() < 0;
        return switch (f) {
            case SINC -> function(Function.SIN, u).multiply(reciprocal(u));
            case SIN, TAN, SINH, ARCTAN, ERF ->
                negative ? function(f, minus).multiply(Scalar.MINUS_ONE) : variable(f, u);
            case COS, COSH -> variable(f, negative ? minus : u);
            case TANH -> negative ? function(f, minus).multiply(Scalar.MINUS_ONE) : hyperbolicTangent(u);
            case SIGMOID -> negative ? Polynomial.ONE.subtract(function(f, minus)) : logistic(u);
            case SOFTPLUS -> negative ? function(f, minus).add(u) : variable(f, u);
            case EXP -> exponential(u);
            default -> variable(f, u);
        };
    }

    private Polynomial variable(Function f, Polynomial u) {
        Optional<Polynomial> found = find(f, u);
        if (found.isPresent()) {
            return found.get();
        }
        Polynomial y = add(f.text(), u, Expression.apply(f, meaning(u)));
        if (f == Function.SQRT) {
            relations.add(y.multiply(y).subtract(u));
        }
        Polynomial inner = derivative(u);
        if (!inner.isZero()) {
            setDerivative(y, slope(f, u, y).multiply(inner));
        }
        // The slope of a square root has its reciprocal, which was added while y' was not known.
        find(RECIPROCAL, y).ifPresent(inverse -> setReciprocal(inverse, y));
        return y;
    }

    /** f'(u), where y = f(u). */
    private Polynomial slope(Function f, Polynomial u, Polynomial y) {
        return switch (f) {
            case EXP -> y;
            case LOG -> reciprocal(u);
            case SQRT -> reciprocal(y).multiply(HALF);
            case SIN -> function(Function.COS, u);
            case COS -> function(Function.SIN, u).multiply(Scalar.MINUS_ONE);
            case TAN -> y.pow(2).add(Polynomial.ONE);
            case SINH -> function(Function.COSH, u);
            case COSH -> function(Function.SINH, u);
            case TANH -> Polynomial.ONE.subtract(y.pow(2));
            case SIGMOID -> y.subtract(y.pow(2));
            case SOFTPLUS -> function(Function.SIGMOID, u);
            case ARCTAN -> reciprocal(u.pow(2).add(Polynomial.ONE));
            case ERF ->
                reciprocal(function(Function.SQRT, express(Expression.PI)))
                        .multiply(TWO)
                        .multiply(function(Function.EXP, u.pow(2).multiply(Scalar.MINUS_ONE)));
            default -> throw new UndecidedException("no derivative is known for " + f.text());
        };
    }

    /** tanh(u) = 2 sigmoid(2u) - 1. */
    private Polynomial hyperbolicTangent(Polynomial u) {
        Optional<Polynomial> logistic = find(Function.SIGMOID, u.multiply(TWO));
        return logistic.isPresent()
                ? logistic.get().multiply(TWO).subtract(Polynomial.ONE)
                : variable(Function.TANH, u);
    }

    /** sigmoid(u) = (1 + tanh(u/2)) / 2. */
    private Polynomial logistic(Polynomial u) {
        Optional<Polynomial> tangent = find(Function.TANH, u.multiply(HALF));
        return tangent.isPresent() ? tangent.get().add(Polynomial.ONE).multiply(HALF) : variable(Function.SIGMOID, u);
    }

    /** e^u, a power of e^v where u is a multiple of an earlier v; e^(log v) = v, e^(softplus v) = 1 + e^v. */
    private Polynomial exponential(Polynomial u) {
        Optional<Polynomial> found = find(Function.EXP, u);
        if (found.isPresent()) {
            return found.get();
        }
        for (Map.Entry<Key, Polynomial> entry : List.copyOf(known.entrySet())) {
            Key key = entry.getKey();
            Polynomial y = entry.getValue();
            if (key.kind().equals(Function.LOG.text()) && u.equals(y)) {
                return key.argument();
            }
            if (key.kind().equals(Function.SOFTPLUS.text()) && u.equals(y)) {
                return exponential(key.argument()).add(Polynomial.ONE);
            }
            Optional<BigFraction> factor =
                    key.kind().equals(Function.EXP.text()) ? factor(u, key.argument()) : Optional.empty();
            if (factor.isPresent()) {
                return root(
                        u, power(y, factor.get().getNumerator()), factor.get().getDenominator());
            }
        }
        return variable(Function.EXP, u);
    }

    /** q in u = q v, if it is a rational number without large parts. */
    private static Optional<BigFraction> factor(Polynomial u, Polynomial v) {
        Scalar factor = u.coefficient(v).divide(v.leadingCoefficient());
        if (factor.isZero() || !factor.isRational() || !u.equals(v.multiply(factor))) {
            return Optional.empty();
        }
        BigInteger limit = BigInteger.valueOf(LARGEST_ROOT);
        boolean small = factor.rational()
                        .getNumerator()
                        .abs()
                        .max(factor.rational().getDenominator())
                        .compareTo(limit)
                <= 0;
        return small ? Optional.of(factor.rational()) : Optional.empty();
    }

    private Polynomial power(Polynomial y, BigInteger exponent) {
        return (exponent.signum() < 0 ? reciprocal(y) : y).pow(exponent.abs().intValue());
    }

    /** e^u, where its power with the given exponent is known. */
    private Polynomial root(Polynomial u, Polynomial power, BigInteger exponent) {
        if (exponent.equals(BigInteger.ONE)) {
            return power;
        }
        Polynomial y = variable(Function.EXP, u);
        relations.add(y.pow(exponent.intValue()).subtract(power));
        return y;
    }
}
