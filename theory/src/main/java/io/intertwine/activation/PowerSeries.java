package io.intertwine.activation;

import io.intertwine.activation.Expression.Apply;
import io.intertwine.activation.Expression.Power;
import io.intertwine.activation.Expression.Product;
import io.intertwine.activation.Expression.Sum;
import io.intertwine.activation.Expression.Variable;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic of power series in h, cut off after a number of coefficients. Functions of a series u are found from their differential
 * equations, coefficient by coefficient: with the derivative u' = sum k u_k h^(k-1), e = exp(u) has e' = u' e, and so on (R. E. Moore,
 * Interval Analysis, 1966, chapter 11).
 */
final class PowerSeries<T> {
    private final SeriesRing<T> ring;
    private final int count;

    PowerSeries(SeriesRing<T> ring, int count) {
        this.ring = ring;
        this.count = count;
    }

    /** The series of f(point + h). */
    List<T> of(Expression f, T point) {
        if (f.isConstant()) {
            return constant(ring.constant(f));
        }
        if (f instanceof Variable) {
            List<T> series = new ArrayList<>(constant(point));
            if (count > 1) {
                series.set(1, number(1, 1));
            }
            return series;
        }
        if (f instanceof Sum sum) {
            return sum.terms().stream()
                    .map(term -> of(term, point))
                    .reduce(this::add)
                    .orElseThrow();
        }
        if (f instanceof Product product) {
            return product.factors().stream()
                    .map(factor -> of(factor, point))
                    .reduce(this::multiply)
                    .orElseThrow();
        }
        if (f instanceof Power power) {
            return power(of(power.base(), point), power.exponent());
        }
        if (f instanceof Apply apply) {
            return apply(apply.function(), of(apply.argument(), point));
        }
        throw new IllegalArgumentException(
                "expected an analytic formula, found " + f + "; its pieces have series of their own");
    }

    private T number(long p, long q) {
        return ring.of(Scalar.of(p, q));
    }

    private List<T> constant(T value) {
        List<T> series = new ArrayList<>(List.of(value));
        while (series.size() < count) {
            series.add(number(0, 1));
        }
        return series;
    }

    private List<T> add(List<T> u, List<T> v) {
        List<T> sum = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            sum.add(ring.add(u.get(k), v.get(k)));
        }
        return sum;
    }

    private List<T> scale(List<T> u, T factor) {
        return u.stream().map(part -> ring.multiply(part, factor)).toList();
    }

    private List<T> multiply(List<T> u, List<T> v) {
        List<T> product = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            T sum = ring.multiply(u.get(0), v.get(k));
            for (int j = 1; j <= k; j++) {
                sum = ring.add(sum, ring.multiply(u.get(j), v.get(k - j)));
            }
            product.add(sum);
        }
        return product;
    }

    private List<T> power(List<T> base, int exponent) {
        List<T> square = exponent < 0 ? reciprocal(base) : base;
        List<T> power = constant(number(1, 1));
        for (long rest = Math.abs((long) exponent); rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? multiply(power, square) : power;
            square = rest > 1 ? multiply(square, square) : square;
        }
        return power;
    }

    /** r with r u = 1. */
    private List<T> reciprocal(List<T> u) {
        T first = ring.reciprocal(u.get(0));
        List<T> r = new ArrayList<>(List.of(first));
        T factor = ring.multiply(first, number(-1, 1));
        for (int k = 1; k < count; k++) {
            T sum = ring.multiply(u.get(1), r.get(k - 1));
            for (int j = 2; j <= k; j++) {
                sum = ring.add(sum, ring.multiply(u.get(j), r.get(k - j)));
            }
            r.add(ring.multiply(sum, factor));
        }
        return r;
    }

    private List<T> apply(Function function, List<T> u) {
        return switch (function) {
            case EXP -> exponential(u, ring.apply(Function.EXP, u.get(0)));
            case LOG -> integral(multiply(derivative(u), reciprocal(u)), ring.apply(Function.LOG, u.get(0)));
            case SQRT -> squareRoot(u);
            case SIN -> waves(Function.SIN, Function.COS, -1, u).get(0);
            case COS -> waves(Function.SIN, Function.COS, -1, u).get(1);
            case SINH -> waves(Function.SINH, Function.COSH, 1, u).get(0);
            case COSH -> waves(Function.SINH, Function.COSH, 1, u).get(1);
            case TAN -> riccati(u, ring.apply(function, u.get(0)), 1, 0, 1);
            case TANH -> riccati(u, ring.apply(function, u.get(0)), 1, 0, -1);
            case SIGMOID -> riccati(u, ring.apply(function, u.get(0)), 0, 1, -1);
            case SOFTPLUS ->
                integral(multiply(derivative(u), apply(Function.SIGMOID, u)), ring.apply(Function.SOFTPLUS, u.get(0)));
            case ARCTAN -> {
                List<T> slope = reciprocal(add(multiply(u, u), constant(number(1, 1))));
                yield integral(multiply(derivative(u), slope), ring.apply(Function.ARCTAN, u.get(0)));
            }
            case ERF -> errorFunction(u);
            case SINC -> sinc(u);
            case ABS, SIGN, HEAVISIDE, FLOOR ->
                throw new IllegalArgumentException("expected an analytic function, found " + function.text()
                        + "; the pieces of such a formula have series of their own");
        };
    }

    /** The derivative, with a last coefficient 0 that integration does not use. */
    private List<T> derivative(List<T> u) {
        List<T> slope = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            slope.add(ring.multiply(u.get(k), number(k, 1)));
        }
        slope.add(number(0, 1));
        return slope;
    }

    private List<T> integral(List<T> slope, T first) {
        List<T> result = new ArrayList<>(List.of(first));
        for (int k = 1; k < count; k++) {
            result.add(ring.multiply(slope.get(k - 1), number(1, k)));
        }
        return result;
    }

    /** e with e' = u' e. */
    private List<T> exponential(List<T> u, T first) {
        List<T> e = new ArrayList<>(List.of(first));
        for (int k = 1; k < count; k++) {
            T sum = number(0, 1);
            for (int j = 1; j <= k; j++) {
                sum = ring.add(sum, ring.multiply(ring.multiply(u.get(j), number(j, k)), e.get(k - j)));
            }
            e.add(sum);
        }
        return e;
    }

    /** s and c with s' = u' c and c' = sign u' s. */
    private List<List<T>> waves(Function sine, Function cosine, int sign, List<T> u) {
        List<T> s = new ArrayList<>(List.of(ring.apply(sine, u.get(0))));
        List<T> c = new ArrayList<>(List.of(ring.apply(cosine, u.get(0))));
        for (int k = 1; k < count; k++) {
            T nextSine = number(0, 1);
            T nextCosine = number(0, 1);
            for (int j = 1; j <= k; j++) {
                T slope = ring.multiply(u.get(j), number(j, k));
                nextSine = ring.add(nextSine, ring.multiply(slope, c.get(k - j)));
                nextCosine = ring.add(nextCosine, ring.multiply(ring.multiply(slope, number(sign, 1)), s.get(k - j)));
            }
            s.add(nextSine);
            c.add(nextCosine);
        }
        return List.of(s, c);
    }

    /** y with y' = u' (a + b y + d y^2). */
    private List<T> riccati(List<T> u, T first, int a, int b, int d) {
        List<T> y = new ArrayList<>(List.of(first));
        List<T> rate = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            T square = number(k == 1 ? a : 0, 1);
            square = ring.add(square, ring.multiply(y.get(k - 1), number(b, 1)));
            for (int j = 0; j < k; j++) {
                T product = ring.multiply(y.get(j), y.get(k - 1 - j));
                square = ring.add(square, ring.multiply(product, number(d, 1)));
            }
            rate.add(square);
            T sum = number(0, 1);
            for (int j = 1; j <= k; j++) {
                sum = ring.add(sum, ring.multiply(ring.multiply(u.get(j), number(j, k)), rate.get(k - j)));
            }
            y.add(sum);
        }
        return y;
    }

    /** r with r^2 = u. */
    private List<T> squareRoot(List<T> u) {
        T first = ring.apply(Function.SQRT, u.get(0));
        List<T> r = new ArrayList<>(List.of(first));
        if (count == 1) {
            return r;
        }
        T factor = ring.multiply(ring.reciprocal(first), number(1, 2));
        for (int k = 1; k < count; k++) {
            T sum = u.get(k);
            for (int j = 1; j < k; j++) {
                sum = ring.add(sum, ring.multiply(ring.multiply(r.get(j), r.get(k - j)), number(-1, 1)));
            }
            r.add(ring.multiply(sum, factor));
        }
        return r;
    }

    private List<T> errorFunction(List<T> u) {
        List<T> exponent = scale(multiply(u, u), number(-1, 1));
        Expression factor = Expression.of(2).over(Expression.apply(Function.SQRT, Expression.PI));
        List<T> density = scale(apply(Function.EXP, exponent), ring.constant(factor));
        return integral(multiply(derivative(u), density), ring.apply(Function.ERF, u.get(0)));
    }

    /** sin(u) / u; where u begins with 0, from the series 1 - u^2/6 + u^4/120 - ... */
    private List<T> sinc(List<T> u) {
        if (!ring.isZero(u.get(0))) {
            return multiply(apply(Function.SIN, u), reciprocal(u));
        }
        List<T> square = multiply(u, u);
        List<T> sum = constant(number(0, 1));
        // Horner's scheme; powers of u^2 from count on are cut off.
        for (int k = count / 2; k >= 1; k--) {
            sum = scale(multiply(square, add(constant(number(1, 1)), sum)), number(-1, 2L * k * (2 * k + 1)));
        }
        return add(constant(number(1, 1)), sum);
    }
}
