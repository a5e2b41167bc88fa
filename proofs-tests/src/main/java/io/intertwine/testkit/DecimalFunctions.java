package io.intertwine.testkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions in decimal arithmetic, to about 90 digits after the point for arguments of moderate size. By plain power
 * series; nothing is shared with the enclosures of the toolkit, which they are compared with.
 */
final class DecimalFunctions {
    static final MathContext DIGITS = new MathContext(140, RoundingMode.HALF_EVEN);

    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-130);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int FIXED = 160;

    private DecimalFunctions() {}

    static BigDecimal ratio(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DIGITS);
    }

    /** e^x, by the series at x / 2^k, squared k times. */
    static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, x.precision() - x.scale() + 1) * 4;
        BigDecimal small = x.divide(TWO.pow(halvings), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    static BigDecimal reciprocal(BigDecimal x) {
        return BigDecimal.ONE.divide(x, DIGITS);
    }

    static BigDecimal tanh(BigDecimal x) {
        BigDecimal power = exp(x.abs().multiply(TWO).negate());
        BigDecimal size = BigDecimal.ONE.subtract(power).divide(BigDecimal.ONE.add(power), DIGITS);
        return x.signum() < 0 ? size.negate() : size;
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return reciprocal(BigDecimal.ONE.add(exp(x.negate())));
    }

    /** log(1 + e^x) = max(x, 0) + 2 artanh(y / (2 + y)) with y = e^-|x|. */
    static BigDecimal softplus(BigDecimal x) {
        BigDecimal power = exp(x.abs().negate());
        BigDecimal ratio = power.divide(TWO.add(power), DIGITS);
        BigDecimal square = ratio.multiply(ratio, DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; ratio.compareTo(TINY) > 0; n += 2) {
            sum = sum.add(ratio.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
            ratio = ratio.multiply(square, DIGITS);
        }
        return x.max(BigDecimal.ZERO).add(sum.multiply(TWO), DIGITS);
    }

    static BigDecimal sin(BigDecimal x) {
        return alternating(x, 1);
    }

    static BigDecimal cos(BigDecimal x) {
        return alternating(BigDecimal.ONE, x, 0);
    }

    private static BigDecimal alternating(BigDecimal x, int start) {
        return alternating(x, x, start);
    }

    private static BigDecimal alternating(BigDecimal first, BigDecimal x, int start) {
        BigDecimal square = x.multiply(x).setScale(FIXED, RoundingMode.HALF_EVEN);
        BigDecimal term = first.setScale(FIXED, RoundingMode.HALF_EVEN);
        BigDecimal sum = term;
        for (long n = start; term.abs().compareTo(TINY) > 0; n += 2) {
            term = term.multiply(square)
                    .divide(BigDecimal.valueOf(-(n + 1) * (n + 2)), FIXED, RoundingMode.HALF_EVEN);
            sum = sum.add(term);
        }
        return sum;
    }

    /** By halving the angle three times and the series. */
    static BigDecimal arctan(BigDecimal x) {
        BigDecimal t = x;
        for (int k = 0; k < 3; k++) {
            BigDecimal root = BigDecimal.ONE.add(t.multiply(t)).sqrt(DIGITS);
            t = t.divide(BigDecimal.ONE.add(root), DIGITS);
        }
        BigDecimal square = t.multiply(t, DIGITS).negate();
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; t.abs().compareTo(TINY) > 0; n += 2) {
            sum = sum.add(t.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
            t = t.multiply(square, DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(8));
    }

    /** pi = 16 arctan(1/5) - 4 arctan(1/239), Machin 1706. */
    static BigDecimal pi() {
        return arctan(ratio(1, 5)).multiply(BigDecimal.valueOf(16))
                .subtract(arctan(ratio(1, 239)).multiply(BigDecimal.valueOf(4)), DIGITS);
    }

    /** By the series with positive terms, erf x = 2 x e^(-x^2) / sqrt(pi) sum of (2 x^2)^n / (1 3 5 ... (2n + 1)). */
    static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (long n = 1; term.compareTo(TINY) > 0; n++) {
            term = term.multiply(square).multiply(TWO).divide(BigDecimal.valueOf(2 * n + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.multiply(exp(square.negate()), DIGITS)
                .multiply(x)
                .multiply(TWO)
                .divide(pi().sqrt(DIGITS), DIGITS);
    }
}
