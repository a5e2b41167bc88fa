package io.intertwine.check;

import io.intertwine.activation.Function;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;

/**
 * Exponentials and logarithms of constants: e^(k/2 log v + w) = sqrt(v)^k e^w for integers k, e^-u = 1 / e^u, and the logarithm of a
 * rational number is a combination of logarithms of small primes.
 */
final class LogarithmRule {
    private static final int LARGEST_POWER = 1_000;
    private static final int LARGEST_PRIME = 1_000;

    private LogarithmRule() {}

    /** e^u for a number u. */
    static Polynomial exponential(Polynomial u, VectorField field) throws Rejection {
        Polynomial rest = u;
        Polynomial powers = Polynomial.ONE;
        for (int variable : u.variables()) {
            Polynomial logarithm = Polynomial.variable(variable);
            Scalar twice = u.coefficient(logarithm).multiply(2);
            boolean usable = field.isKind(variable, Function.LOG.text())
                    && twice.equals(twice.floor())
                    && twice.abs().compareTo(Scalar.of(LARGEST_POWER)) <= 0;
            if (usable) {
                Polynomial v = field.argument(variable);
                powers =
                        powers.multiply(power(v, twice.rational().getNumerator().intValueExact(), field));
                rest = rest.subtract(logarithm.multiply(u.coefficient(logarithm)));
            }
        }
        return powers.multiply(remaining(rest, field));
    }

    /** sqrt(v)^k. */
    private static Polynomial power(Polynomial v, int k, VectorField field) throws Rejection {
        Polynomial base = k % 2 == 0 ? v : ConstantRule.value(Function.SQRT, v, field);
        Polynomial signed = k < 0 ? ConstantRule.reciprocal(base, field) : base;
        return signed.pow(k % 2 == 0 ? Math.abs(k) / 2 : Math.abs(k));
    }

    private static Polynomial remaining(Polynomial u, VectorField field) throws Rejection {
        if (u.isZero()) {
            return Polynomial.ONE;
        }
        return u.leadingCoefficient().signum() < 0
                ? ConstantRule.reciprocal(ConstantRule.named(Function.EXP, u.multiply(Scalar.MINUS_ONE), field), field)
                : ConstantRule.named(Function.EXP, u, field);
    }

    /** log u for a number u that is known to be positive. */
    static Polynomial logarithm(Polynomial u, VectorField field) throws Rejection {
        Rejection.unless(SignRule.isPositive(u, field), "the argument of log is not known to be positive");
        if (!u.isConstant() || !u.constant().isRational()) {
            return ConstantRule.named(Function.LOG, u, field);
        }
        BigInteger numerator = u.constant().rational().getNumerator();
        BigInteger denominator = u.constant().rational().getDenominator();
        return factored(numerator, field).subtract(factored(denominator, field));
    }

    /** The logarithm of a positive integer: small prime factors apart, what is left as one number. */
    private static Polynomial factored(BigInteger number, VectorField field) throws Rejection {
        Polynomial sum = Polynomial.ZERO;
        BigInteger rest = number;
        for (int p = 2; p <= LARGEST_PRIME && rest.compareTo(BigInteger.ONE) > 0; p++) {
            int exponent = 0;
            for (BigInteger prime = BigInteger.valueOf(p); rest.mod(prime).signum() == 0; rest = rest.divide(prime)) {
                exponent++;
            }
            if (exponent > 0) {
                Polynomial logarithm = ConstantRule.named(Function.LOG, Polynomial.of(Scalar.of(p)), field);
                sum = sum.add(logarithm.multiply(Scalar.of(exponent)));
            }
        }
        return rest.equals(BigInteger.ONE)
                ? sum
                : sum.add(ConstantRule.named(Function.LOG, Polynomial.of(Scalar.of(rest)), field));
    }
}
