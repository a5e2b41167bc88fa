package io.intertwine.activation;

import io.intertwine.exact.Scalar;

/** The numbers that are coefficients of power series: constant expressions, or enclosures. Operations may throw ArithmeticException. */
interface SeriesRing<T> {
    /** An exact number. */
    T of(Scalar number);

    /** A constant expression. */
    T constant(Expression constant);

    /** The sum. */
    T add(T left, T right);

    /** The product. */
    T multiply(T left, T right);

    /** The reciprocal of a number that is known not to be zero. Throws ArithmeticException if that is not known. */
    T reciprocal(T number);

    /** The value of a function. Throws ArithmeticException if the number is not known to be inside the domain. */
    T apply(Function function, T number);

    /** Whether the number is zero. Throws ArithmeticException if that is not known. */
    boolean isZero(T number);
}
