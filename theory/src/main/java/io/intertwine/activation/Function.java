package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExponentialFunctions;
import io.intertwine.exact.NormalFunctions;
import io.intertwine.exact.Powers;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.StepFunctions;
import io.intertwine.exact.TrigonometricFunctions;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The functions of one real variable that expressions are made of; each is defined at every point of its domain. */
public enum Function {
    /** The exponential function. */
    EXP,
    /** The natural logarithm of positive numbers. */
    LOG,
    /** The nonnegative square root of nonnegative numbers. */
    SQRT,
    /** The sine. */
    SIN,
    /** The cosine. */
    COS,
    /** The tangent. */
    TAN,
    /** The hyperbolic sine. */
    SINH,
    /** The hyperbolic cosine. */
    COSH,
    /** The hyperbolic tangent. */
    TANH,
    /** The logistic function 1 / (1 + e^-u). */
    SIGMOID,
    /** log(1 + e^u). */
    SOFTPLUS,
    /** The inverse tangent. */
    ARCTAN,
    /** The error function, 2 / sqrt(pi) times the integral of e^(-v^2) from 0 to u. */
    ERF,
    /** sin(u) / u, and 1 at 0. */
    SINC,
    /** The absolute value. */
    ABS,
    /** -1, 0 or 1. */
    SIGN,
    /** 0, 1/2 at 0, or 1. */
    HEAVISIDE,
    /** The greatest integer that is at most u. */
    FLOOR;

    private static final int LARGEST_ANGLE_DENOMINATOR = 10_000;

    /** The name in expressions: {@code exp}, {@code arctan}, ... */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the function is analytic on all of its domain, endpoints excepted; the others are given piece by piece. */
    public boolean isAnalytic() {
        return switch (this) {
            case ABS, SIGN, HEAVISIDE, FLOOR -> false;
            default -> true;
        };
    }

    /** The exact value at an exact number, where it is known to be algebraic. */
    public Optional<Scalar> exact(Scalar u) {
        return switch (this) {
            case ABS -> Optional.of(u.abs());
            case SIGN -> Optional.of(Scalar.of(u.signum()));
            case HEAVISIDE -> Optional.of(Scalar.of(u.signum() + 1, 2));
            case FLOOR -> Optional.of(u.floor());
            case SQRT -> squareRoot(u);
            case LOG -> u.isOne() ? Optional.of(Scalar.ZERO) : Optional.empty();
            case EXP, COS, COSH, SINC -> u.isZero() ? Optional.of(Scalar.ONE) : Optional.empty();
            case SIN, TAN, SINH, TANH, ARCTAN, ERF -> u.isZero() ? Optional.of(u) : Optional.empty();
            case SIGMOID -> u.isZero() ? Optional.of(Scalar.of(1, 2)) : Optional.empty();
            case SOFTPLUS -> Optional.empty();
        };
    }

    /** The exact value at a number times pi, where it is known to be algebraic. */
    Optional<Scalar> exactAtMultipleOfPi(Scalar factor) {
        if (factor.isZero()) {
            return exact(factor);
        }
        return switch (this) {
            case SIN -> wave(factor, true);
            case COS -> wave(factor, false);
            case TAN ->
                wave(factor, false)
                        .filter(cosine -> !cosine.isZero())
                        .flatMap(cosine -> wave(factor, true).flatMap(sine -> quotient(sine, cosine)));
            case SINC -> wave(factor, true).filter(Scalar::isZero);
            case SIGN -> Optional.of(Scalar.of(factor.signum()));
            case HEAVISIDE -> Optional.of(Scalar.of(factor.signum() + 1, 2));
            default -> Optional.empty();
        };
    }

    /** The sine or cosine of a rational number times pi, if its denominator is small enough. */
    private static Optional<Scalar> wave(Scalar factor, boolean sine) {
        BigInteger most = BigInteger.valueOf(LARGEST_ANGLE_DENOMINATOR);
        if (!factor.isRational() || factor.rational().getDenominator().compareTo(most) > 0) {
            return Optional.empty();
        }
        BigInteger order = factor.rational().getDenominator().shiftLeft(1);
        long turns = factor.rational().getNumerator().mod(order).longValueExact();
        try {
            return Optional.of(
                    sine ? Scalar.sine(turns, order.longValueExact()) : Scalar.cosine(turns, order.longValueExact()));
        } catch (ArithmeticException fieldTooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Scalar> quotient(Scalar dividend, Scalar divisor) {
        try {
            return Optional.of(dividend.divide(divisor));
        } catch (ArithmeticException fieldTooLarge) {
            return Optional.empty();
        }
    }

    /** The values at the members of an enclosure; of those outside the domain nothing is said. */
    public Enclosure enclose(Enclosure u) {
        return switch (this) {
            case EXP -> ExponentialFunctions.exp(u);
            case LOG -> u.isBounded() && u.upper().signum() <= 0 ? nothing(u) : ExponentialFunctions.log(u);
            case SQRT -> u.isNegative() ? nothing(u) : Powers.sqrt(u);
            case SIN -> TrigonometricFunctions.sin(u);
            case COS -> TrigonometricFunctions.cos(u);
            case TAN -> TrigonometricFunctions.tan(u);
            case SINH -> ExponentialFunctions.sinh(u);
            case COSH -> ExponentialFunctions.cosh(u);
            case TANH -> ExponentialFunctions.tanh(u);
            case SIGMOID -> ExponentialFunctions.sigmoid(u);
            case SOFTPLUS -> ExponentialFunctions.softplus(u);
            case ARCTAN -> TrigonometricFunctions.arctan(u);
            case ERF -> NormalFunctions.erf(u);
            case SINC -> TrigonometricFunctions.sinc(u);
            case ABS -> u.abs();
            case SIGN -> StepFunctions.sign(u);
            case HEAVISIDE -> StepFunctions.heaviside(u);
            case FLOOR -> StepFunctions.floor(u);
        };
    }

    private static Enclosure nothing(Enclosure outside) {
        return Enclosure.unbounded(outside.bits());
    }

    private static Optional<Scalar> squareRoot(Scalar u) {
        boolean usable = u.isRational()
                && u.signum() >= 0
                && u.rational()
                                .getNumerator()
                                .multiply(u.rational().getDenominator())
                                .bitLength()
                        <= 128;
        try {
            return usable ? Optional.of(Scalar.sqrt(u.rational())) : Optional.empty();
        } catch (ArithmeticException tooHardToFactor) {
            return Optional.empty();
        }
    }
}
