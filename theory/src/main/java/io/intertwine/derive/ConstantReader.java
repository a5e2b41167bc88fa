package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Constant;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Function;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Reads constant expressions as collected sums, with the values of sine, cosine and arctangent that are algebraic or
 * multiples of pi.
 */
final class ConstantReader {
    private static final int LARGEST_DENOMINATOR = 60;
    private static final int LARGEST_EXPONENT = 12;

    private ConstantReader() {}

    /** The same constant, collected; the expression itself where it cannot be read. */
    static Expression simplified(Expression constant) {
        try {
            return read(constant).expression();
        } catch (UndecidedException | ArithmeticException unread) {
            return constant;
        }
    }

    /** The constant; UndecidedException for maxima, choices, and where it has a denominator that may be 0. */
    static RealConstant read(Expression constant) {
        if (constant instanceof Constant number) {
            return RealConstant.of(number.value());
        }
        if (constant instanceof Pi || constant instanceof Symbol) {
            return RealConstant.atom(constant);
        }
        if (constant instanceof Sum) {
            return constant.children().stream().map(ConstantReader::read).reduce(RealConstant.ZERO, RealConstant::add);
        }
        if (constant instanceof Product) {
            return constant.children().stream()
                    .map(ConstantReader::read)
                    .reduce(RealConstant.ONE, RealConstant::multiply);
        }
        if (constant instanceof Power power) {
            return read(power.base()).power(power.exponent());
        }
        if (constant instanceof Apply apply) {
            return apply(apply.function(), read(apply.argument()));
        }
        throw new UndecidedException("the constant " + constant + " is not built from numbers and functions");
    }

    /** A function of a constant. */
    static RealConstant apply(Function function, RealConstant u) {
        Optional<Scalar> known = u.scalar().flatMap(function::exact);
        if (known.isPresent()) {
            return RealConstant.of(known.get());
        }
        return switch (function) {
            case EXP -> exponential(u);
            case LOG -> logarithm(u);
            case SQRT -> root(u);
            case SIN -> sine(u);
            case COS -> sine(u.add(RealConstant.atom(Expression.PI).multiply(1, 2)));
            case SINC -> sine(u).divide(u);
            case TAN, SINH, TANH, ERF ->
                u.isWrittenNegative() ? plain(function, u.negate()).negate() : plain(function, u);
            case COSH -> plain(function, u.isWrittenNegative() ? u.negate() : u);
            case ARCTAN -> u.isWrittenNegative() ? arctangent(u.negate()).negate() : arctangent(u);
            case SIGMOID ->
                u.isWrittenNegative() ? RealConstant.ONE.subtract(plain(function, u.negate())) : plain(function, u);
            case SOFTPLUS -> u.isWrittenNegative() ? plain(function, u.negate()).add(u) : plain(function, u);
            default -> plain(function, u);
        };
    }

    private static RealConstant plain(Function function, RealConstant u) {
        return RealConstant.atom(Expression.apply(function, u.expression()));
    }

    private static RealConstant exponential(RealConstant u) {
        Optional<RealConstant> power = powerOfLogarithm(u.expression());
        if (power.isPresent()) {
            return power.get();
        }
        return u.isWrittenNegative() ? plain(Function.EXP, u.negate()).reciprocal() : plain(Function.EXP, u);
    }

    /** e^(k log v) = v^k, and the same for half integers k. */
    private static Optional<RealConstant> powerOfLogarithm(Expression u) {
        boolean multiple = u instanceof Product product
                && product.factors().size() == 2
                && product.factors().get(0) instanceof Constant;
        Expression last = multiple ? u.children().get(1) : u;
        Scalar factor = multiple ? ((Constant) u.children().get(0)).value() : Scalar.ONE;
        Scalar twice = factor.multiply(2);
        if (!(last instanceof Apply apply) || apply.function() != Function.LOG || !twice.equals(twice.floor())) {
            return Optional.empty();
        }
        boolean whole = factor.equals(factor.floor());
        RealConstant base = read(apply.argument());
        int exponent = (whole ? factor : twice).rational().getNumerator().intValueExact();
        return Optional.of((whole ? base : apply(Function.SQRT, base)).power(exponent));
    }

    private static RealConstant logarithm(RealConstant u) {
        if (u.expression() instanceof Apply apply && apply.function() == Function.EXP) {
            return read(apply.argument());
        }
        Optional<Scalar> number = u.scalar().filter(value -> value.signum() > 0);
        if (number.isEmpty()) {
            return plain(Function.LOG, u);
        }
        return number.get().compareTo(Scalar.ONE) < 0
                ? logarithm(number.get().reciprocal(), LARGEST_EXPONENT).negate()
                : logarithm(number.get(), LARGEST_EXPONENT);
    }

    /** log(r^k) = k log(r). */
    private static RealConstant logarithm(Scalar number, int exponent) {
        for (int k = exponent; k > 1 && number.isRational(); k--) {
            Optional<Scalar> root = rationalRoot(number.rational(), k);
            if (root.isPresent()) {
                return logarithm(root.get(), k - 1).multiply(k, 1);
            }
        }
        return plain(Function.LOG, RealConstant.of(number));
    }

    private static Optional<Scalar> rationalRoot(BigFraction number, int k) {
        BigInteger numerator = root(number.getNumerator(), k);
        BigInteger denominator = root(number.getDenominator(), k);
        boolean exact = numerator.pow(k).equals(number.getNumerator())
                && denominator.pow(k).equals(number.getDenominator());
        return exact ? Optional.of(Scalar.of(new BigFraction(numerator, denominator))) : Optional.empty();
    }

    /** The k-th root of a positive integer, rounded down. */
    private static BigInteger root(BigInteger number, int k) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = number.bitLength() / k; bit >= 0; bit--) {
            BigInteger next = root.setBit(bit);
            root = next.pow(k).compareTo(number) <= 0 ? next : root;
        }
        return root;
    }

    private static RealConstant root(RealConstant u) {
        Optional<Scalar> factor =
                u.multipleOf(Expression.PI).filter(value -> !value.isOne()).flatMap(Function.SQRT::exact);
        return factor.map(value ->
                        RealConstant.of(value).multiply(plain(Function.SQRT, RealConstant.atom(Expression.PI))))
                .orElseGet(() -> plain(Function.SQRT, u));
    }

    /** sin(u): half turns are taken off, and rational multiples of pi are evaluated. */
    private static RealConstant sine(RealConstant u) {
        Scalar turns = u.piPart();
        Optional<Scalar> all = u.multipleOf(Expression.PI);
        if (u.scalar().filter(Scalar::isZero).isPresent()) {
            return RealConstant.ZERO;
        }
        if (all.isPresent() && turns.isRational() && isSmall(turns)) {
            return RealConstant.of(Scalar.sine(
                    turns.rational().getNumerator().longValue(),
                    2 * turns.rational().getDenominator().longValue()));
        }
        Scalar quarter = turns.multiply(2).add(Scalar.of(1, 2)).floor();
        RealConstant rest = u.subtract(RealConstant.atom(Expression.PI)
                .multiply(RealConstant.of(quarter))
                .multiply(1, 2));
        boolean negative = rest.isWrittenNegative();
        RealConstant positive = negative ? rest.negate() : rest;
        int turn = quarter.rational().getNumerator().mod(BigInteger.valueOf(4)).intValue();
        RealConstant value = plain(turn % 2 == 0 ? Function.SIN : Function.COS, positive);
        boolean flipped = (turn >= 2) != (negative && turn % 2 == 0);
        return flipped ? value.negate() : value;
    }

    private static boolean isSmall(Scalar turns) {
        return turns.rational().getDenominator().bitLength() < 31
                && turns.rational().getDenominator().intValue() <= LARGEST_DENOMINATOR
                && turns.rational().getNumerator().bitLength() < 62;
    }

    private static RealConstant arctangent(RealConstant u) {
        for (int n : new int[] {24, 20, 16}) {
            for (int k = 1; k < n / 4 && u.scalar().isPresent(); k++) {
                if (u.scalar().get().equals(Scalar.sine(k, n).divide(Scalar.cosine(k, n)))) {
                    return RealConstant.atom(Expression.PI).multiply(2L * k, n);
                }
            }
        }
        return plain(Function.ARCTAN, u);
    }
}
