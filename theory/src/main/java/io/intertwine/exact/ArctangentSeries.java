package io.intertwine.exact;

import java.math.BigInteger;

/**
 * The sums {@code z^(2n+1) / (2n+1)} over even n and over odd n, for {@code 0 <= z <= 1/2}: their sum is the inverse
 * hyperbolic tangent, their difference the arctangent.
 *
 * <p>Error bound, in units of {@code 2^-bits}. Let z be the lower end of the argument. The computed square of z and the
 * computed powers {@code p(n+1) = floor(p(n) floor(z^2))} of {@code P(n) = z^(2n+1)} have the errors
 * {@code 0 <= e(n+1) <= e(n) / 4 + 1/2 + 1}, so {@code e(n) < 2}; and {@code floor(p(n) / (2n+1))} errs by less than
 * {@code 2/3 + 1 < 2} for {@code n >= 1}, by nothing for {@code n = 0}. Let N be the number of nonzero powers. The
 * first one left out is below 2 and the ones after it shrink by a quarter or less, so the tail is below 3. If N = 0
 * then z = 0 and all is exact; otherwise the error is below {@code 2 (N - 1) + 3 <= 4 N}. When the argument ranges up
 * to {@code z + w}, each part grows by at most {@code w / (1 - 1/4) < 2 w}.
 */
final class ArctangentSeries {
    private final BigInteger[] sums = {BigInteger.ZERO, BigInteger.ZERO};
    private final BigInteger slack;
    private final int bits;

    private ArctangentSeries(Enclosure argument) {
        bits = argument.bits();
        BigInteger first = argument.lowerMantissa();
        int terms = sum(first);
        BigInteger spread = argument.upperMantissa().subtract(first);
        slack = spread.shiftLeft(1).add(BigInteger.valueOf(4L * terms));
    }

    private int sum(BigInteger argument) {
        BigInteger square = argument.multiply(argument).shiftRight(bits);
        BigInteger power = argument;
        int index = 0;
        while (power.signum() > 0) {
            sums[index % 2] = sums[index % 2].add(power.divide(BigInteger.valueOf(2L * index + 1)));
            power = power.multiply(square).shiftRight(bits);
            index++;
        }
        return index;
    }

    private Enclosure part(int parity) {
        return Enclosure.ofMantissas(sums[parity], sums[parity].add(slack), bits);
    }

    /** The arctangent of members of an enclosure within {@code [0, 1/2]}. */
    static Enclosure arctangent(Enclosure argument) {
        ArctangentSeries series = new ArctangentSeries(argument);
        return series.part(0).subtract(series.part(1));
    }

    /** The inverse hyperbolic tangent of members of an enclosure within {@code [0, 1/2]}. */
    static Enclosure inverseHyperbolicTangent(Enclosure argument) {
        ArctangentSeries series = new ArctangentSeries(argument);
        return series.part(0).add(series.part(1));
    }
}
