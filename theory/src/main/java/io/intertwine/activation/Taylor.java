package io.intertwine.activation;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Taylor coefficients of analytic expressions, by arithmetic of power series. Absolute values, steps, maxima, minima and choices are
 * refused with IllegalArgumentException: their pieces have series of their own.
 */
public final class Taylor {
    private static final int[] BITS = {64, 256, 1024};

    private Taylor() {}

    /**
     * The coefficients f_0, ..., f_(count-1) of f(point + h) = sum f_k h^k as constant expressions.
     *
     * @param point a constant expression
     * @param count at least 1
     * @throws ArithmeticException if the point is outside the domain, or a constant is not known to be inside it or not to be zero, or
     *     the coefficients become too large
     */
    public static List<Expression> coefficients(Expression f, Expression point, int count) {
        requireCount(count);
        if (!point.isConstant()) {
            throw new IllegalArgumentException("expected a constant, found " + point);
        }
        return new PowerSeries<>(new Constants(), count)
                .of(f, ConstantSum.of(point)).stream()
                        .map(ConstantSum::expression)
                        .toList();
    }

    /**
     * Enclosures of the coefficients at every point of an enclosure.
     *
     * @param point a bounded enclosure
     * @param count at least 1
     * @throws ArithmeticException if f is not known to be analytic at all of these points
     */
    public static List<Enclosure> enclosures(Expression f, Enclosure point, int count) {
        requireCount(count);
        return new PowerSeries<>(new Enclosures(point.bits()), count).of(f, point);
    }

    private static void requireCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("expected at least one coefficient, found " + count);
        }
    }

    private static final class Constants implements SeriesRing<ConstantSum> {
        @Override
        public ConstantSum of(Scalar number) {
            return ConstantSum.of(number);
        }

        @Override
        public ConstantSum constant(Expression constant) {
            return ConstantSum.of(constant);
        }

        @Override
        public ConstantSum add(ConstantSum left, ConstantSum right) {
            return left.plus(right);
        }

        @Override
        public ConstantSum multiply(ConstantSum left, ConstantSum right) {
            return left.times(right);
        }

        @Override
        public ConstantSum reciprocal(ConstantSum number) {
            if (isZero(number)) {
                throw new ArithmeticException("expected a point inside the domain, found a pole");
            }
            return number.reciprocal();
        }

        @Override
        public ConstantSum apply(Function function, ConstantSum number) {
            boolean bounded = function == Function.LOG || function == Function.SQRT;
            if (bounded && signum(number) <= 0 || function == Function.TAN && isZero(cosine(number))) {
                throw new ArithmeticException("expected a point inside the domain of " + function.text());
            }
            return ConstantSum.of(Expression.apply(function, number.expression()));
        }

        private static ConstantSum cosine(ConstantSum number) {
            return ConstantSum.of(Expression.apply(Function.COS, number.expression()));
        }

        @Override
        public boolean isZero(ConstantSum number) {
            return signum(number) == 0;
        }

        private static int signum(ConstantSum number) {
            Expression expression = number.expression();
            if (expression.equals(Expression.ZERO)) {
                return 0;
            }
            if (isPositive(expression)) {
                return 1;
            }
            Optional<Scalar> exact = expression.exact();
            if (exact.isPresent()) {
                return exact.get().signum();
            }
            for (int bits : hasSymbol(expression) ? new int[0] : BITS) {
                Enclosure value = expression.encloseConstant(bits);
                if (value.excludesZero()) {
                    return value.isPositive() ? 1 : -1;
                }
            }
            throw new ArithmeticException("the sign of " + expression + " is not known");
        }

        private static boolean hasSymbol(Expression expression) {
            return expression instanceof Expression.Symbol
                    || expression.children().stream().anyMatch(Constants::hasSymbol);
        }

        /** Whether the sign is seen at once: for products and sums of what is positive, for t among others. */
        private static boolean isPositive(Expression expression) {
            if (expression instanceof Expression.Constant constant) {
                return constant.value().signum() > 0;
            }
            if (expression instanceof Expression.Apply apply) {
                return apply.function() == Function.EXP
                        || apply.function() == Function.COSH
                        || apply.function() == Function.SIGMOID
                        || apply.function() == Function.SOFTPLUS;
            }
            boolean combined = expression instanceof Expression.Sum
                    || expression instanceof Expression.Product
                    || expression instanceof Expression.Power;
            return combined
                    ? expression.children().stream().allMatch(Constants::isPositive)
                    : expression.equals(Expression.Symbol.T) || expression.equals(Expression.PI);
        }
    }

    private record Enclosures(int bits) implements SeriesRing<Enclosure> {
        @Override
        public Enclosure of(Scalar number) {
            RationalInterval bounds = number.bounds(bits);
            return Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits);
        }

        @Override
        public Enclosure constant(Expression constant) {
            return constant.encloseConstant(bits);
        }

        @Override
        public Enclosure add(Enclosure left, Enclosure right) {
            return left.add(right);
        }

        @Override
        public Enclosure multiply(Enclosure left, Enclosure right) {
            return left.multiply(right);
        }

        @Override
        public Enclosure reciprocal(Enclosure number) {
            if (!number.excludesZero()) {
                throw new ArithmeticException("a divisor is not known to be other than 0: " + number);
            }
            return Enclosure.from(BigFraction.ONE, bits).divide(number);
        }

        @Override
        public Enclosure apply(Function function, Enclosure number) {
            boolean limited = function == Function.LOG || function == Function.SQRT;
            Enclosure value = function.enclose(number);
            if (limited && !number.isPositive() || function == Function.TAN && !value.isBounded()) {
                throw new ArithmeticException("a point is not known to be inside the domain of " + function.text());
            }
            return value;
        }

        @Override
        public boolean isZero(Enclosure number) {
            if (number.isPoint()) {
                return !number.excludesZero();
            }
            if (!number.excludesZero()) {
                throw new ArithmeticException("a number is not known to be zero or not: " + number);
            }
            return false;
        }
    }
}
