package io.intertwine.exact;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * What a {@link Scalar} is made of: a rational number, or an irrational one with its coordinates in the field that
 * holds it. Equal real numbers in canonical form are equal objects.
 */
sealed interface ExactNumber permits RationalNumber, AlgebraicNumber {

    /** The bits of the first bounds that a comparison tries. */
    int COMPARISON_BITS = 60;

    /** Returns the negative. */
    ExactNumber negate();

    /** Returns the reciprocal, or throws {@link ArithmeticException} if the number is zero. */
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
        return canonical(field, field.embed(left).plus(field.embed(right)), left, right);
    }

    /** Returns the product of two canonical numbers, in canonical form. */
    static ExactNumber product(ExactNumber left, ExactNumber right) {
        if (left instanceof RationalNumber first && right instanceof RationalNumber second) {
            return new RationalNumber(first.value().multiply(second.value()));
        }
        if (RealQuadraticField.isSurd(left) && RealQuadraticField.isSurd(right)) {
            return RealQuadraticField.productOfSurds((AlgebraicNumber) left, (AlgebraicNumber) right);
        }
        RealNumberField field = RealNumberField.containing(left, right);
        return canonical(field, field.embed(left).times(field.embed(right)), left, right);
    }

    /** Spares the search for a smaller field where one operand is rational: the other has found its own. */
    private static ExactNumber canonical(
            RealNumberField field, AlgebraicNumber result, ExactNumber left, ExactNumber right) {
        boolean sameField = left instanceof RationalNumber || right instanceof RationalNumber;
        return sameField && !result.isRational() ? result : field.canonical(result);
    }

    /** Returns -1 or 1 as the left one of two different numbers is smaller or larger. */
    static int compareUnequal(ExactNumber left, ExactNumber right) {
        for (int bits = COMPARISON_BITS; ; bits *= 2) {
            RationalInterval first = left.bounds(bits);
            RationalInterval second = right.bounds(bits);
            if (first.upper().compareTo(second.lower()) < 0) {
                return -1;
            }
            if (first.lower().compareTo(second.upper()) > 0) {
                return 1;
            }
        }
    }
}
