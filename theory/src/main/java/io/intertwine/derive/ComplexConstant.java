package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** A complex constant. */
record ComplexConstant(RealConstant real, RealConstant imaginary) {
    static final ComplexConstant ZERO = of(RealConstant.ZERO);
    static final ComplexConstant ONE = of(RealConstant.ONE);
    static final ComplexConstant I = new ComplexConstant(RealConstant.ZERO, RealConstant.ONE);

    static ComplexConstant of(RealConstant real) {
        return new ComplexConstant(real, RealConstant.ZERO);
    }

    ComplexConstant add(ComplexConstant other) {
        return new ComplexConstant(real.add(other.real), imaginary.add(other.imaginary));
    }

    ComplexConstant negate() {
        return new ComplexConstant(real.negate(), imaginary.negate());
    }

    ComplexConstant subtract(ComplexConstant other) {
        return add(other.negate());
    }

    ComplexConstant multiply(ComplexConstant other) {
        return new ComplexConstant(
                real.multiply(other.real).subtract(imaginary.multiply(other.imaginary)),
                real.multiply(other.imaginary).add(imaginary.multiply(other.real)));
    }

    ComplexConstant multiply(long numerator, long denominator) {
        return new ComplexConstant(real.multiply(numerator, denominator), imaginary.multiply(numerator, denominator));
    }

    /** The reciprocal; of zero, or of what is not known to differ from zero, an exception. */
    ComplexConstant reciprocal() {
        if (isReal()) {
            return of(real.reciprocal());
        }
        RealConstant inverse = squaredModulus().reciprocal();
        return new ComplexConstant(real.multiply(inverse), imaginary.negate().multiply(inverse));
    }

    /** The square of the absolute value. */
    RealConstant squaredModulus() {
        return real.multiply(real).add(imaginary.multiply(imaginary));
    }

    /** The exponential. */
    ComplexConstant exponential() {
        RealConstant modulus = ConstantReader.apply(Function.EXP, real);
        return new ComplexConstant(
                modulus.multiply(ConstantReader.apply(Function.COS, imaginary)),
                modulus.multiply(ConstantReader.apply(Function.SIN, imaginary)));
    }

    /** Whether it is zero; an exception if that is not decided. */
    boolean isZero() {
        return real.isZero() && imaginary.isZero();
    }

    /** Whether it is real; an exception if that is not decided. */
    boolean isReal() {
        return imaginary.isZero();
    }

    boolean isEqualTo(ComplexConstant other) {
        return subtract(other).isZero();
    }

    /** The number as an expression, if it is seen to be real. */
    Optional<Expression> realExpression() {
        return imaginary.scalar().filter(Scalar::isZero).map(zero -> real.expression());
    }

    @Override
    public String toString() {
        return realExpression().map(Expression::text).orElseGet(() -> real + " + i (" + imaginary + ")");
    }
}
