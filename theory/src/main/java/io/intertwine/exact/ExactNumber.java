package io.intertwine.exact;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * What a {@link Scalar} is made of: a rational number, or an irrational one with its coordinates in the field that
 * holds it. Equal real numbers in canonical form are equal objects.
 */
sealed interface ExactNumber permits RationalNumber, AlgebraicNumber {

    /** Returns the negative. */
    ExactNumber negate();

    /** Returns the reciprocal of a number that is not zero. */
    ExactNumber reciprocal();

    /** Returns bounds at distance less than 2^-bits, equal for a rational number; {@code bits >= 0}. */
    RationalInterval bounds(int bits);

    /** Returns the least n for which the number lies in the cyclotomic field Q(zeta_n). */
    BigInteger conductor();

    /** Returns the coordinates in the basis of the field. */
    List<BigFraction> coefficients();

    /** Returns the sum of two canonical numbers, in canonical form. */
    static ExactNumber sum(ExactNumber left, ExactNumber right) {
        if (left instanceof RationalNumber first && right instanceof RationalNumber second) {
            return new RationalNumber(first.value().add(second.value()));
        }
        RealNumberField field = RealNumberField.containing(left, right);
        return field.canonical(field.embed(left).plus(field.embed(right)));
    }

    /** Returns the product of two canonical numbers, in canonical form. */
    static ExactNumber product(ExactNumber left, ExactNumber right) {
        if (left instanceof RationalNumber first && right instanceof RationalNumber second) {
            return new RationalNumber(first.value().multiply(second.value()));
        }
        RealNumberField field = RealNumberField.containing(left, right);
        return field.canonical(field.embed(left).times(field.embed(right)));
    }
}
