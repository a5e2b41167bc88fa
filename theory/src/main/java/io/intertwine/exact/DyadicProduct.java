package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Products of binary64 matrices with dyadic vectors through one common power of two: no fraction is ever reduced. */
final class DyadicProduct {
    private DyadicProduct() {}

    static List<Scalar> of(ExactMatrix matrix, List<Scalar> vector) {
        int shift = vector.stream().mapToInt(DyadicProduct::scale).max().orElse(0);
        BigInteger[] scaled = vector.stream()
                .map(x -> x.rational().getNumerator().shiftLeft(shift - scale(x)))
                .toArray(BigInteger[]::new);
        List<Scalar> result = new ArrayList<>(matrix.rows());
        for (int i = 0; i < matrix.rows(); i++) {
            result.add(row(matrix, i, scaled, shift));
        }
        return result;
    }

    static boolean isDyadic(Scalar value) {
        return value.isRational() && value.rational().getDenominator().bitCount() == 1;
    }

    /** The s in value = integer / 2^s. */
    private static int scale(Scalar value) {
        return value.rational().getDenominator().bitLength() - 1;
    }

    private static Scalar row(ExactMatrix matrix, int row, BigInteger[] scaled, int shift) {
        int unit = 0;
        for (int j = 0; j < matrix.columns(); j++) {
            long bits = matrix.bits(row, j);
            unit = bits == 0 ? unit : Math.min(unit, Binary64.exponent(bits));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < matrix.columns(); j++) {
            long bits = matrix.bits(row, j);
            if (bits != 0 && scaled[j].signum() != 0) {
                sum = sum.add(Binary64.scaledMantissa(bits, unit).multiply(scaled[j]));
            }
        }
        return Scalar.ofDyadic(sum, unit - shift);
    }
}
