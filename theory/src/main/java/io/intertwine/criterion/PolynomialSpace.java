package io.intertwine.criterion;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;

/** The bound by the space of polynomials that the outputs can be: only some degrees occur. */
final class PolynomialSpace {
    /** Degrees above this are not counted. */
    private static final int LARGEST_DEGREE = 20_000;

    private PolynomialSpace() {}

    /** The dimension of the space, if all units of a part are polynomials and their degree is not too large. */
    static Optional<FamilyBound> bound(Chain chain, int from, int to) {
        BitSet degrees = new BitSet();
        degrees.set(1);
        for (int t = from + 1; t <= to; t++) {
            if (chain.block(t).anyBias()) {
                degrees.set(0);
            }
            if (t < to) {
                Optional<BitSet> next = after(degrees, chain, t);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                degrees = next.get();
            }
        }
        BigInteger monomials = BigInteger.ZERO;
        for (int degree = degrees.nextSetBit(0); degree >= 0; degree = degrees.nextSetBit(degree + 1)) {
            monomials = monomials.add(monomials(chain.width(from), degree));
        }
        return Optional.of(new FamilyBound(
                "ambient",
                monomials.multiply(BigInteger.valueOf(chain.width(to))),
                "the coefficients of " + chain.width(to) + " polynomials in " + chain.width(from) + " variables, "
                        + monomials + " of each",
                FamilyBound.OURS));
    }

    /** The degrees that occur in the units of a layer. */
    private static Optional<BitSet> after(BitSet degrees, Chain chain, int layer) {
        BitSet result = new BitSet();
        for (UnitFunction unit : chain.units(layer)) {
            if (!unit.isPolynomial() || (long) unit.degree() * degrees.length() > LARGEST_DEGREE) {
                return Optional.empty();
            }
            BitSet power = new BitSet();
            power.set(0);
            for (int k = 0; k <= unit.degree(); k++) {
                if (!unit.coefficients().get(k).isZero()) {
                    result.or(power);
                }
                power = sums(power, degrees);
            }
        }
        return Optional.of(result);
    }

    private static BitSet sums(BitSet left, BitSet right) {
        BitSet sums = new BitSet();
        for (int a = left.nextSetBit(0); a >= 0; a = left.nextSetBit(a + 1)) {
            for (int b = right.nextSetBit(0); b >= 0; b = right.nextSetBit(b + 1)) {
                sums.set(a + b);
            }
        }
        return sums;
    }

    /** The number of monomials of a degree. */
    static BigInteger monomials(int variables, int degree) {
        BigInteger count = BigInteger.ONE;
        for (int k = 1; k < variables; k++) {
            count = count.multiply(BigInteger.valueOf((long) degree + k)).divide(BigInteger.valueOf(k));
        }
        return count;
    }
}
