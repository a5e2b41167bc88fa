package io.intertwine.exact;

import java.math.BigInteger;

/**
 * A real number field of degree m at least 2 with a basis e_0 = 1, e_1, ..., e_{m-1} of real numbers, closed under
 * multiplication with integer coordinates. Arrays of coordinates have length m and are not kept or changed.
 */
sealed interface RealNumberField permits RealQuadraticField, RealCyclotomicField {

    /** Returns the degree over the rationals. */
    int degree();

    /** Returns the least n for which the field lies in Q(zeta_n). */
    BigInteger conductor();

    /** Returns the coordinates of the product. */
    BigInteger[] multiply(BigInteger[] left, BigInteger[] right);

    /** Returns the coordinates of the product of all other conjugates; times the element it is the norm. */
    BigInteger[] cofactor(BigInteger[] element);

    /** Returns integers a_k with a_0 = 2^bits and |a_k - 2^bits e_k| &lt; 2; {@code bits >= 1}. */
    BigInteger[] approximations(int bits);

    /** Returns the basis element e_k divided by {@link #basisScale} as an expression, for k at least 1. */
    String basisName(int index);

    /** Returns the integer by which {@link #basisName} differs from the basis element. */
    int basisScale();

    /** Returns the number with its coordinates in this field, which must contain it. */
    AlgebraicNumber embed(ExactNumber number);

    /** Returns the canonical form of a number with coordinates in this field. */
    ExactNumber canonical(AlgebraicNumber number);

    /**
     * Returns a field that contains both numbers, of which at least one is irrational.
     *
     * @throws ArithmeticException if the two fields do not fit together
     */
    static RealNumberField containing(ExactNumber left, ExactNumber right) {
        if (!(left instanceof AlgebraicNumber first)) {
            return ((AlgebraicNumber) right).field();
        }
        if (!(right instanceof AlgebraicNumber second) || first.field().equals(second.field())) {
            return first.field();
        }
        return RealCyclotomicField.containing(first.field(), second.field());
    }
}
