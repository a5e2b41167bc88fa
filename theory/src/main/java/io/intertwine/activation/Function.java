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
import java.util.function.UnaryOperator;

/** The functions of one real variable that expressions are made of; each is defined at every point of its domain. */
public enum Function {
    /** The exponential function. */
    EXP(ExponentialFunctions::exp, 0, 1),
    /** The natural logarithm of positive numbers. */
    LOG(ExponentialFunctions::log, 1, 0),
    /** The nonnegative square root of nonnegative numbers. */
    SQRT(Powers::sqrt, 0, 0),
    /** The sine. */
    SIN(TrigonometricFunctions::sin, 0, 0),
    /** The cosine. */
    COS(TrigonometricFunctions::cos, 0, 1),
    /** The tangent. */
    TAN(TrigonometricFunctions::tan, 0, 0),
    /** The hyperbolic sine. */
    SINH(ExponentialFunctions::sinh, 0, 0),
    /** The hyperbolic cosine. */
    COSH(ExponentialFunctions::cosh, 0, 1),
    /** The hyperbolic tangent. */
    TANH(ExponentialFunctions::tanh, 0, 0),
    /** The logistic function 1 / (1 + e^-u). */
    SIGMOID(ExponentialFunctions::sigmoid, 0, 1, 2),
    /** log(1 + e^u). */
    SOFTPLUS(ExponentialFunctions::softplus),
    /** The inverse tangent. */
    ARCTAN(TrigonometricFunctions::arctan, 0, 0),
    /** The error function, 2 / sqrt(pi) times the integral of e^(-v^2) from 0 to u. */
    ERF(NormalFunctions::erf, 0, 0),
    /** sin(u) / u, and 1 at 0. */
    SINC(TrigonometricFunctions::sinc, 0, 1),
    /** The absolute value. */
    ABS(Enclosure::abs),
    /** -1, 0 or 1. */
    SIGN(StepFunctions::sign),
    /** 0, 1/2 at 0, or 1. */
    HEAVISIDE(StepFunctions::heaviside),
    /** The greatest integer that is at most u. */
    FLOOR(StepFunctions::floor);

    private static final int LARGEST_ANGLE_DENOMINATOR = 10_000;

    private final UnaryOperator<Enclosure> enclosed;
    private final Optional<Scalar> knownPoint;
    private final Scalar knownValue;

    Function(UnaryOperator<Enclosure> enclosed) {
        this.enclosed = enclosed;
        knownPoint = Optional.empty();
        knownValue = Scalar.ZERO;
    }

    Function(UnaryOperator<Enclosure> enclosed, long point, long value) {
        this(enclosed, point, value, 1);
    }

    Function(UnaryOperator<Enclosure> enclosed, long point, long numerator, long denominator) {
        this.enclosed = enclosed;
        knownPoint = Optional.of(Scalar.of(point));
        knownValue = Scalar.of(numerator, denominator);
    }

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
            default -> knownPoint.filter(u::equals).map(point -> knownValue);
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
            case TAN -> wave(factor, false)
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
        boolean outside = u.isBounded()
                && (this == LOG && u.upper().signum() <= 0 || this == SQRT && u.upper().signum() < 0);
        return outside ? Enclosure.unbounded(u.bits()) : enclosed.apply(u);
    }

    private static Optional<Scalar> squareRoot(Scalar u) {
        boolean usable = u.isRational()
                && u.signum() >= 0
                && u.rational().getNumerator().multiply(u.rational().getDenominator()).bitLength() <= 128;
        try {
            return usable ? Optional.of(Scalar.sqrt(u.rational())) : Optional.empty();
        } catch (ArithmeticException tooHardToFactor) {
            return Optional.empty();
        }
    }
}
