package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;

/**
 * Sine and cosine of a constant u: whole turns 2 k n pi are dropped, where k is an integer and n the symbol of an integer; rational
 * multiples of pi give algebraic numbers; of all others quarter turns are dropped and the sign is normalised, by parity.
 */
final class AngleRule {
    private AngleRule() {}

    /** The value, for f sine or cosine. */
    static Polynomial value(Function f, Polynomial u, VectorField field) throws Rejection {
        Polynomial pi = ConstantRule.pi(field);
        Polynomial turns = pi.multiply(ConstantRule.symbol(Expression.Symbol.N, field));
        Scalar whole = u.coefficient(turns).divide(Scalar.of(2));
        Polynomial rest = whole.equals(whole.floor()) ? u.subtract(turns.multiply(u.coefficient(turns))) : u;
        Scalar multiple = rest.coefficient(pi);
        if (multiple.isRational() && rest.equals(pi.multiply(multiple))) {
            return Polynomial.of(exact(f, multiple));
        }
        Scalar quarters = multiple.multiply(2).floor();
        Polynomial angle = rest.subtract(pi.multiply(quarters.divide(Scalar.of(2))));
        int k = quarters.rational().getNumerator().mod(BigInteger.valueOf(4)).intValueExact();
        Polynomial value = k % 2 == 0
                ? named(f, angle, field)
                : named(f == Function.SIN ? Function.COS : Function.SIN, angle, field);
        // sin(v + pi/2) = cos v, cos(v + pi/2) = -sin v.
        boolean minus = f == Function.SIN ? k >= 2 : k == 1 || k == 2;
        return minus ? value.multiply(Scalar.MINUS_ONE) : value;
    }

    /** The value with a normalised sign of the angle. */
    private static Polynomial named(Function f, Polynomial angle, VectorField field) throws Rejection {
        boolean negative = angle.leadingCoefficient().signum() < 0;
        Polynomial value = ConstantRule.named(f, negative ? angle.multiply(Scalar.MINUS_ONE) : angle, field);
        return negative && f == Function.SIN ? value.multiply(Scalar.MINUS_ONE) : value;
    }

    private static Scalar exact(Function f, Scalar multiple) throws Rejection {
        BigInteger numerator = multiple.rational().getNumerator();
        BigInteger denominator = multiple.rational().getDenominator().shiftLeft(1);
        Rejection.unless(denominator.bitLength() < 32, "the angle has too large a denominator");
        long k = numerator.mod(denominator).longValueExact();
        return f == Function.SIN
                ? Scalar.sine(k, denominator.longValueExact())
                : Scalar.cosine(k, denominator.longValueExact());
    }
}
