package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Pi;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.Map;

/**
 * Functions of normal forms, with what is known exactly: e^(log c), log(e^v), sine and cosine at rational multiples of pi, and that
 * they repeat after 2 pi n for integers n, as floor(u + n) = floor(u) + n.
 */
final class SpecialValues {
    private static final BigInteger LARGEST_DENOMINATOR = BigInteger.valueOf(60);
    private static final int LARGEST_EXPONENT = 1000;
    private static final Monomial PI = new Monomial(Map.of(Expression.PI, 1));
    private static final Monomial N = new Monomial(Map.of(Symbol.N, 1));
    private static final Monomial PI_N = new Monomial(Map.of(Expression.PI, 1, Symbol.N, 1));

    private SpecialValues() {}

    static boolean isNeverZero(Expression atom) {
        return atom instanceof Pi
                || atom.equals(Symbol.T)
                || (atom instanceof Apply apply && isPositive(apply.function()));
    }

    /** Whether every value of the function is positive. */
    static boolean isPositive(Function function) {
        return switch (function) {
            case EXP, COSH, SIGMOID, SOFTPLUS -> true;
            default -> false;
        };
    }

    static NormalForm apply(Function function, NormalForm argument) {
        return switch (function) {
            case EXP -> exponential(argument);
            case LOG -> logarithm(argument);
            case SIN, COS -> wave(function, argument);
            case ARCTAN -> inverseTangent(argument);
            case FLOOR -> floor(argument);
            default -> plain(function, argument);
        };
    }

    private static NormalForm plain(Function function, NormalForm argument) {
        Expression value = Expression.apply(function, argument.expression());
        return value instanceof Apply ? NormalForm.atom(value, 1) : NormalForm.of(value);
    }

    /** Takes e^(k log c) = c^k out, for integers k and constants c, which are positive because log c is defined. */
    private static NormalForm exponential(NormalForm argument) {
        NormalForm rest = argument;
        NormalForm factor = NormalForm.term(Monomial.ONE, Scalar.ONE);
        for (Map.Entry<Monomial, Scalar> term : argument.terms().entrySet()) {
            if (isIntegerMultipleOfLogarithm(term)) {
                Apply log =
                        (Apply) term.getKey().exponents().keySet().iterator().next();
                int k = term.getValue().rational().getNumerator().intValueExact();
                factor = factor.times(NormalForm.of(log.argument().power(k)));
                rest = rest.plus(NormalForm.term(term.getKey(), term.getValue().negate()));
            }
        }
        return rest.isZero() ? factor : factor.times(plain(Function.EXP, rest));
    }

    private static boolean isIntegerMultipleOfLogarithm(Map.Entry<Monomial, Scalar> term) {
        Map<Expression, Integer> exponents = term.getKey().exponents();
        return exponents.size() == 1
                && exponents.values().iterator().next() == 1
                && exponents.keySet().iterator().next() instanceof Apply apply
                && apply.function() == Function.LOG
                && apply.argument().isConstant()
                && isInteger(term.getValue())
                && term.getValue().abs().compareTo(Scalar.of(LARGEST_EXPONENT)) <= 0;
    }

    private static NormalForm logarithm(NormalForm argument) {
        boolean single = argument.terms().size() == 1;
        if (single && argument.atoms().size() == 1) {
            Expression atom = argument.atoms().iterator().next();
            boolean plain = argument.coefficient(new Monomial(Map.of(atom, 1))).isOne();
            if (plain && atom instanceof Apply apply && apply.function() == Function.EXP) {
                return NormalForm.of(apply.argument());
            }
        }
        return plain(Function.LOG, argument);
    }

    private static NormalForm wave(Function function, NormalForm argument) {
        NormalForm angle = argument;
        Scalar turns = angle.coefficient(PI_N).divide(Scalar.of(2));
        if (isInteger(turns)) {
            angle = angle.plus(NormalForm.term(PI_N, angle.coefficient(PI_N).negate()));
        }
        Scalar halves = angle.coefficient(PI);
        boolean multiple = angle.terms().size() == 1 && angle.terms().containsKey(PI) && halves.isRational();
        if (multiple && halves.rational().getDenominator().compareTo(LARGEST_DENOMINATOR) <= 0) {
            long denominator = 2 * halves.rational().getDenominator().longValueExact();
            BigInteger reduced = halves.rational().getNumerator().mod(BigInteger.valueOf(denominator));
            long k = reduced.longValueExact();
            Scalar value = function == Function.SIN ? Scalar.sine(k, denominator) : Scalar.cosine(k, denominator);
            return NormalForm.term(Monomial.ONE, value);
        }
        return plain(function, angle);
    }

    /** arctan r, where r is the tangent of a multiple of pi/12 other than pi/2. */
    private static NormalForm inverseTangent(NormalForm argument) {
        for (int k = -5; argument.isNumber() && k <= 5; k++) {
            Scalar tangent = Scalar.sine(k, 24).divide(Scalar.cosine(k, 24));
            if (argument.coefficient(Monomial.ONE).equals(tangent)) {
                return NormalForm.term(PI, Scalar.of(k, 12));
            }
        }
        return plain(Function.ARCTAN, argument);
    }

    private static NormalForm floor(NormalForm argument) {
        Scalar turns = argument.coefficient(N);
        NormalForm integer = turns.isZero() || !isInteger(turns) ? NormalForm.ZERO : NormalForm.term(N, turns);
        NormalForm rest = argument.plus(integer.negate());
        return integer.plus(plain(Function.FLOOR, rest));
    }

    private static boolean isInteger(Scalar number) {
        return number.isRational() && number.rational().getDenominator().equals(BigInteger.ONE);
    }
}
