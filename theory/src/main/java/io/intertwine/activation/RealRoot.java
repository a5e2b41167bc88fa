package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * The only root of a polynomial without multiple roots in a half-open interval.
 *
 * @param lower less than the root
 * @param upper at least the root
 * @param exact the root as a constant expression, if it was found, else nothing
 */
record RealRoot(UnivariatePolynomial polynomial, BigFraction lower, BigFraction upper, List<Expression> exact) {
    static final BigFraction SMALL = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(64));

    Optional<Expression> value() {
        return exact.stream().findFirst();
    }

    RealRoot named(Expression value) {
        return new RealRoot(polynomial, lower, upper, List.of(value));
    }

    BigFraction width() {
        return upper.subtract(lower);
    }

    /** With half the interval. */
    RealRoot halved() {
        BigFraction middle = lower.add(upper).divide(2);
        int atUpper = sign(upper);
        boolean left = atUpper == 0 ? sign(middle) == 0 : sign(middle) == 0 || sign(middle) == atUpper;
        return left ? new RealRoot(polynomial, lower, middle, exact) : new RealRoot(polynomial, middle, upper, exact);
    }

    RealRoot refined(BigFraction width) {
        RealRoot root = this;
        while (root.width().compareTo(width) > 0) {
            root = root.halved();
        }
        return root;
    }

    int sign(BigFraction x) {
        return polynomial.at(Scalar.of(x)).signum();
    }
}
