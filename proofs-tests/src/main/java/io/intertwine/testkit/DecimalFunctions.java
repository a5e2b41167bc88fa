package io.intertwine.testkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions in decimal arithmetic, to about 90 digits after the point for arguments of moderate size. By plain power
 * series; nothing is shared with the enclosures of the toolkit, which they are compared with.
 */
final class DecimalFunctions {
    static final MathContext DIGITS = new MathContext(200, RoundingMode.HALF_EVEN);

    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-130);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LARGE = BigDecimal.valueOf(1000);
    private static final int FIXED = 160;

    private static final BigDecimal PI = machin();

    private DecimalFunctions() {}

    static BigDecimal ratio(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DIGITS);
    }

    /** e^x, by the series at x / 2^k, squared k times; 0 for x below -1000. */
    static BigDecimal exp(BigDecimal x) {
        if (x.compareTo(LARGE.negate()) < 0) {
            return BigDecimal.ZERO;
        }
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
        BigDecimal power = exp(x.abs().negate());
        BigDecimal size = reciprocal(BigDecimal.ONE.add(power));
        return x.signum() < 0 ? power.multiply(size, DIGITS) : size;
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

    /** 1 / cosh x. */
    static BigDecimal sech(BigDecimal x) {
        BigDecimal power = exp(x.abs().negate());
        return power.multiply(TWO).divide(BigDecimal.ONE.add(power.multiply(power)), DIGITS);
    }

    static BigDecimal sin(BigDecimal x) {
        BigDecimal reduced = reduced(x);
        return alternating(reduced, reduced, 1);
    }

    static BigDecimal cos(BigDecimal x) {
        return alternating(BigDecimal.ONE, reduced(x), 0);
    }

    /** x less a multiple of 2 pi. */
    private static BigDecimal reduced(BigDecimal x) {
        BigDecimal circle = pi().multiply(TWO);
        BigDecimal turns = x.divide(circle, 0, RoundingMode.HALF_EVEN);
        return x.subtract(turns.multiply(circle));
    }

    private static BigDecimal alternating(BigDecimal first, BigDecimal x, int start) {
        BigDecimal square = x.multiply(x).setScale(FIXED, RoundingMode.HALF_EVEN);
        BigDecimal term = first.setScale(FIXED, RoundingMode.HALF_EVEN);
        BigDecimal sum = term;
        for (long n = start; term.abs().compareTo(TINY) > 0; n += 2) {
            term = term.multiply(square).divide(BigDecimal.valueOf(-(n + 1) * (n + 2)), FIXED, RoundingMode.HALF_EVEN);
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
        return PI;
    }

    private static BigDecimal machin() {
        return arctan(ratio(1, 5))
                .multiply(BigDecimal.valueOf(16))
                .subtract(arctan(ratio(1, 239)).multiply(BigDecimal.valueOf(4)), DIGITS);
    }

    /** By the series with positive terms, erf x = 2 x e^(-x^2) / sqrt(pi) sum of (2 x^2)^n / (1 3 5 ... (2n + 1)). */
    static BigDecimal erf(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(25)) > 0) {
            return BigDecimal.valueOf(x.signum());
        }
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
