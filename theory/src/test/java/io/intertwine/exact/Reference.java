package io.intertwine.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;

/**
 * Values of functions to about 140 digits in decimal arithmetic, by formulas other than those of the enclosures and
 * without argument reduction.
 */
final class Reference {
    private static final MathContext DIGITS = new MathContext(160);
    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-150);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** By the iteration of Gauss and Legendre. */
    static final BigDecimal PI = pi();

    private Reference() {}

    static BigFraction fraction(BigDecimal value) {
        return value.scale() > 0
                ? new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new BigFraction(value.toBigIntegerExact());
    }

    static BigDecimal decimal(BigFraction value) {
        return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), DIGITS);
    }

    private static BigDecimal pi() {
        BigDecimal a = BigDecimal.ONE;
        BigDecimal b = a.divide(TWO.sqrt(DIGITS), DIGITS);
        BigDecimal t = new BigDecimal("0.25");
        BigDecimal p = a;
        for (int i = 0; i < 8; i++) {
            BigDecimal mean = a.add(b).divide(TWO, DIGITS);
            b = a.multiply(b).sqrt(DIGITS);
            BigDecimal step = a.subtract(mean);
            t = t.subtract(p.multiply(step).multiply(step), DIGITS);
            p = p.multiply(TWO);
            a = mean;
        }
        BigDecimal sum = a.add(b);
        return sum.multiply(sum).divide(t.multiply(BigDecimal.valueOf(4)), DIGITS);
    }

    /** By the exponential series of the absolute value. */
    static BigDecimal exp(BigDecimal x) {
        BigDecimal size = x.abs();
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.compareTo(TINY) > 0; n++) {
            term = term.multiply(size).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return x.signum() < 0 ? BigDecimal.ONE.divide(sum, DIGITS) : sum;
    }

    /** By Halley's iteration on the exponential function. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal("2.302585")
                .multiply(BigDecimal.valueOf(x.precision() - x.scale()))
                .subtract(BigDecimal.ONE);
        for (int i = 0; i < 7; i++) {
            BigDecimal power = exp(y);
            y = y.add(TWO.multiply(x.subtract(power)).divide(x.add(power), DIGITS), DIGITS);
        }
        return y;
    }

    /** By the alternating series, with as many digits more as it cancels. */
    static BigDecimal sin(BigDecimal x) {
        return alternating(x, x, 1);
    }

    /** By the alternating series, with as many digits more as it cancels. */
    static BigDecimal cos(BigDecimal x) {
        return alternating(x, BigDecimal.ONE, 0);
    }

    private static BigDecimal alternating(BigDecimal x, BigDecimal first, int start) {
        BigDecimal square = x.multiply(x).setScale(220, RoundingMode.HALF_EVEN);
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int n = start; term.abs().compareTo(TINY) > 0; n += 2) {
            term = term.multiply(square).divide(BigDecimal.valueOf(-(n + 1L) * (n + 2L)), 220, RoundingMode.HALF_EVEN);
            sum = sum.add(term);
        }
        return sum;
    }

    static BigDecimal tan(BigDecimal x) {
        return sin(x).divide(cos(x), DIGITS);
    }

    static BigDecimal sinc(BigDecimal x) {
        return x.signum() == 0 ? BigDecimal.ONE : sin(x).divide(x, DIGITS);
    }

    /** By Euler's series in {@code x^2 / (1 + x^2)}, and for great arguments by the complement. */
    static BigDecimal arctan(BigDecimal x) {
        if (x.abs().compareTo(TWO) > 0) {
            BigDecimal right = PI.divide(TWO, DIGITS).multiply(BigDecimal.valueOf(x.signum()));
            return right.subtract(arctan(BigDecimal.ONE.divide(x, DIGITS)));
        }
        BigDecimal denominator = x.multiply(x).add(BigDecimal.ONE);
        BigDecimal ratio = x.multiply(x).divide(denominator, DIGITS);
        BigDecimal term = x.divide(denominator, DIGITS);
        BigDecimal sum = term;
        for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
            term = term.multiply(ratio).multiply(BigDecimal.valueOf(2L * n));
            term = term.divide(BigDecimal.valueOf(2L * n + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    static BigDecimal tanh(BigDecimal x) {
        BigDecimal power = exp(x.multiply(TWO));
        return power.subtract(BigDecimal.ONE).divide(power.add(BigDecimal.ONE), DIGITS);
    }

    static BigDecimal sinh(BigDecimal x) {
        return exp(x).subtract(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal cosh(BigDecimal x) {
        return exp(x).add(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        BigDecimal power = exp(x);
        return power.divide(power.add(BigDecimal.ONE), DIGITS);
    }

    static BigDecimal softplus(BigDecimal x) {
        return log(exp(x).add(BigDecimal.ONE));
    }

    /** By the alternating series, with as many digits more as it cancels. */
    static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x).setScale(220, RoundingMode.HALF_EVEN);
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 1; power.abs().compareTo(TINY) > 0; n++) {
            power = power.multiply(square).divide(BigDecimal.valueOf(-n), 220, RoundingMode.HALF_EVEN);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), 220, RoundingMode.HALF_EVEN));
        }
        return sum.multiply(TWO).divide(PI.sqrt(DIGITS), DIGITS);
    }

    static BigDecimal normalDistribution(BigDecimal x) {
        BigDecimal scaled = x.divide(TWO.sqrt(DIGITS), DIGITS);
        return erf(scaled).add(BigDecimal.ONE).divide(TWO, DIGITS);
    }

    static BigDecimal gelu(BigDecimal x) {
        return x.multiply(normalDistribution(x), DIGITS);
    }
}
