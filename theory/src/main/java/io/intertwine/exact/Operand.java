package io.intertwine.exact;

import org.hipparchus.fraction.BigFraction;

/**
 * A value within an expression that {@link ScalarParser} reads: {@code number + multiple pi}. Operations whose result
 * is not of this kind throw {@link ArithmeticException}.
 *
 * @param number the part without pi
 * @param multiple the rational factor of pi
 */
record Operand(Scalar number, BigFraction multiple) {

    /** An operation on two operands. */
    @FunctionalInterface
    interface Operation {

        /** Returns the result. */
        Operand apply(Operand left, Operand right);
    }

    static Operand of(Scalar number) {
        return new Operand(number, BigFraction.ZERO);
    }

    boolean isNumber() {
        return multiple.signum() == 0;
    }

    Operand negate() {
        return new Operand(number.negate(), multiple.negate());
    }

    Operand plus(Operand other) {
        return new Operand(number.add(other.number), multiple.add(other.multiple));
    }

    Operand times(Operand other) {
        if (isNumber() && other.isNumber()) {
            return of(number.multiply(other.number));
        }
        Operand factor = isNumber() ? this : other;
        if (!factor.isNumber() || !factor.number.isRational()) {
            throw new ArithmeticException("expected a rational multiple of pi, found another product");
        }
        Operand angle = isNumber() ? other : this;
        BigFraction scale = factor.number.rational();
        return new Operand(angle.number.multiply(factor.number), angle.multiple.multiply(scale));
    }

    Operand over(Operand divisor) {
        if (!divisor.isNumber()) {
            throw new ArithmeticException("expected a divisor without pi, found a multiple of pi");
        }
        return times(of(divisor.number.reciprocal()));
    }

    Operand power(int exponent) {
        if (!isNumber()) {
            throw new ArithmeticException("expected a base without pi, found a multiple of pi");
        }
        return of(number.pow(exponent));
    }

    /** Returns the square root of a rational number. */
    Operand squareRoot() {
        if (!isNumber() || !number.isRational()) {
            throw new ArithmeticException("expected a rational number under sqrt, found another; sines and cosines may"
                    + " serve instead, as sin(2*pi/5) for sqrt(10+2*sqrt(5))/4");
        }
        return of(Scalar.sqrt(number.rational()));
    }

    Operand cosine() {
        return of(new Scalar(RealCyclotomicField.cosineOfTurns(turns())));
    }

    Operand sine() {
        return of(new Scalar(RealCyclotomicField.sineOfTurns(turns())));
    }

    private BigFraction turns() {
        if (!number.isZero()) {
            throw new ArithmeticException("expected a rational multiple of pi as an angle, found another number");
        }
        return multiple.divide(2);
    }
}
