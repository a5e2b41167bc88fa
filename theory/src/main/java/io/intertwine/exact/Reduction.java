package io.intertwine.exact;

import java.math.BigInteger;

/**
 * A real number written as {@code multiple * modulus + rest} with {@code 0 <= rest}, and rest less than the modulus but
 * for rounding.
 */
record Reduction(BigInteger multiple, Enclosure rest) {

    /**
     * Reduces a point by a positive modulus. The mantissa is divided by the end of the modulus that makes the quotient
     * smaller, so that the multiple is at most the true quotient, and the lower end of the rest is the remainder of this
     * division: not negative.
     */
    static Reduction of(Enclosure point, Enclosure modulus) {
        int bits = modulus.bits();
        BigInteger mantissa = point.rounded(bits).lowerMantissa();
        BigInteger divisor = mantissa.signum() < 0 ? modulus.lowerMantissa() : modulus.upperMantissa();
        BigInteger multiple = Rounding.floorDivide(mantissa, divisor);
        BigInteger scaled = multiple.shiftLeft(bits);
        Enclosure product = modulus.multiply(Enclosure.ofMantissas(scaled, scaled, bits));
        return new Reduction(multiple, point.subtract(product));
    }
}
