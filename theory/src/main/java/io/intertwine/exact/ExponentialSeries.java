package io.intertwine.exact;

import java.math.BigInteger;

/**
 * The exponential series of a real number {@code r} with {@code 0 <= r <= 2}, split by the residue of its index modulo
 * four. All signs and functions built on it are combinations of the four parts.
 *
 * <p>Error bound, in units of {@code 2^-bits}. Let {@code z >= 0} be the mantissa of the lower end of the halved
 * argument, at most 1, and {@code T(n) = z^n / n!} exactly. The terms {@code t(0) = 1}, {@code t(1) = z} are exact, and
 * {@code t(n) = floor(t(n-1) z / n)} has the error {@code e(n) <= e(n-1) / n + 1 < 2}, never negative. Let N be the
 * number of nonzero terms after {@code t(0)}. The first term left out is computed as zero, so its true value is below
 * 2, and the ones after it shrink by a third or less: the tail is below 3. If N = 0 then z = 0 and all is exact. If N =
 * 1, the kept terms are exact and the tail is below {@code 1.5}; otherwise kept terms and tail err by less than
 * {@code 2 (N - 1) + 3 <= 4 N}. So each part, and their sum, is at least the computed sum and below it plus
 * {@code 4 N}. When the argument ranges up to {@code z + w}, each part grows by at most {@code w} times its greatest
 * derivative, which is below {@code exp(1) < 3}.
 */
final class ExponentialSeries {
    private final BigInteger[] sums = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    private final BigInteger slack;
    private final int halvings;
    private final int bits;

    private ExponentialSeries(Enclosure argument) {
        bits = argument.bits();
        halvings = halvings(bits);
        Enclosure halved = argument.timesPowerOfTwo(-halvings);
        BigInteger first = halved.lowerMantissa();
        int terms = sum(first);
        BigInteger spread = halved.upperMantissa().subtract(first);
        slack = spread.multiply(BigInteger.valueOf(3)).add(BigInteger.valueOf(4L * terms));
    }

    /** The number of halvings of the argument that balances the cost of terms and of doublings; at least one. */
    static int halvings(int bits) {
        return BigInteger.valueOf(bits).sqrt().intValueExact() / 3 + 1;
    }

    /** Bits that cover what doublings lose (less than two each) and the slack of the series. */
    static int guardBits(int bits) {
        return 3 * halvings(bits) + 16;
    }

    private int sum(BigInteger argument) {
        BigInteger term = BigInteger.ONE.shiftLeft(bits);
        int index = 0;
        while (term.signum() > 0) {
            sums[index % 4] = sums[index % 4].add(term);
            index++;
            term = term.multiply(argument).shiftRight(bits).divide(BigInteger.valueOf(index));
        }
        return index - 1;
    }

    private Enclosure part(int residue) {
        return Enclosure.ofMantissas(sums[residue], sums[residue].add(slack), bits);
    }

    /** The exponential of members of an enclosure within {@code [0, 2]}, by {@code exp(r) = exp(r / 2)^2}. */
    static Enclosure exponential(Enclosure argument) {
        ExponentialSeries series = new ExponentialSeries(argument);
        BigInteger sum = series.sums[0].add(series.sums[1]).add(series.sums[2]).add(series.sums[3]);
        Enclosure result = Enclosure.ofMantissas(sum, sum.add(series.slack), series.bits);
        for (int i = 0; i < series.halvings; i++) {
            result = result.square();
        }
        return result;
    }

    /**
     * Cosine and sine of members of an enclosure within {@code [0, 2]}, in this order, by
     * {@code (cos 2r, sin 2r) = (cos(r)^2 - sin(r)^2, 2 cos(r) sin(r))}.
     */
    static Enclosure[] cosineAndSine(Enclosure argument) {
        ExponentialSeries series = new ExponentialSeries(argument);
        Enclosure cosine = series.part(0).subtract(series.part(2));
        Enclosure sine = series.part(1).subtract(series.part(3));
        for (int i = 0; i < series.halvings; i++) {
            Enclosure product = cosine.multiply(sine);
            cosine = cosine.square().subtract(sine.square());
            sine = product.timesPowerOfTwo(1);
        }
        return new Enclosure[] {cosine, sine};
    }
}
