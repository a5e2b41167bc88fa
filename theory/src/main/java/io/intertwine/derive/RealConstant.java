package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real constant as a sum of algebraic multiples of monomials in other constants (pi, e^(1/3), sqrt(pi), log(2), ...).
 * Like monomials are collected, so that most sums that are zero have no terms left; whether another one is zero is
 * asked of enclosures, then of the checker, and left open where both are silent.
 */
final class RealConstant {
    static final RealConstant ZERO = new RealConstant(Map.of());
    static final RealConstant ONE = of(Scalar.ONE);

    private static final int SMALLEST_PRECISION = 64;
    private static final int LARGEST_PRECISION = 1024;
    private static final int MOST_TERMS = 64;
    private static final int LARGEST_POWER = 64;

    private final Map<Map<Expression, Integer>, Scalar> terms;

    private RealConstant(Map<Map<Expression, Integer>, Scalar> terms) {
        if (terms.size() > MOST_TERMS) {
            throw new UndecidedException("a constant has more than " + MOST_TERMS + " terms");
        }
        this.terms = terms;
    }

    static RealConstant of(Scalar value) {
        return monomial(value, Map.of());
    }

    static RealConstant of(long numerator, long denominator) {
        return of(Scalar.of(numerator, denominator));
    }

    /** The constant that an expression stands for, as it is. */
    static RealConstant atom(Expression constant) {
        return monomial(Scalar.ONE, Map.of(constant, 1));
    }

    private static RealConstant monomial(Scalar value, Map<Expression, Integer> monomial) {
        return value.isZero() ? ZERO : new RealConstant(Map.of(monomial, value));
    }

    RealConstant add(RealConstant other) {
        Map<Map<Expression, Integer>, Scalar> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((monomial, value) -> add(sum, monomial, value));
        return new RealConstant(sum);
    }

    RealConstant negate() {
        return multiply(of(Scalar.MINUS_ONE));
    }

    RealConstant subtract(RealConstant other) {
        return add(other.negate());
    }

    RealConstant multiply(RealConstant other) {
        Map<Map<Expression, Integer>, Scalar> product = new LinkedHashMap<>();
        terms.forEach((left, value) ->
                other.terms.forEach((right, factor) -> addProduct(product, left, right, value.multiply(factor))));
        return new RealConstant(product);
    }

    RealConstant multiply(long numerator, long denominator) {
        return multiply(of(numerator, denominator));
    }

    /** The reciprocal; of zero, or of what is not known to differ from zero, an exception. */
    RealConstant reciprocal() {
        if (isZero()) {
            throw new UndecidedException("a constant denominator is 0");
        }
        if (terms.size() > 1) {
            return monomial(Scalar.ONE, Map.of(expression(), -1));
        }
        Map<Expression, Integer> inverse = new LinkedHashMap<>();
        Map.Entry<Map<Expression, Integer>, Scalar> only =
                terms.entrySet().iterator().next();
        only.getKey().forEach((atom, exponent) -> inverse.put(atom, -exponent));
        return ONE.multiply(monomial(only.getValue().reciprocal(), inverse));
    }

    RealConstant divide(RealConstant other) {
        return multiply(other.reciprocal());
    }

    RealConstant power(int exponent) {
        if (Math.abs((long) exponent) > LARGEST_POWER) {
            throw new UndecidedException("a power of a constant has an exponent beyond " + LARGEST_POWER);
        }
        RealConstant result = ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            result = result.multiply(this);
        }
        return exponent < 0 ? result.reciprocal() : result;
    }

    /** The number, if it is seen to be algebraic. */
    Optional<Scalar> scalar() {
        return terms.isEmpty() ? Optional.of(Scalar.ZERO) : coefficientOf(Map.of());
    }

    /** The number r, if this is r times the atom. */
    Optional<Scalar> multipleOf(Expression atom) {
        return coefficientOf(Map.of(atom, 1));
    }

    private Optional<Scalar> coefficientOf(Map<Expression, Integer> monomial) {
        return terms.size() == 1 ? Optional.ofNullable(terms.get(monomial)) : Optional.empty();
    }

    /** The number r for which this less r pi has no term in pi alone. */
    Scalar piPart() {
        return terms.getOrDefault(Map.of(Expression.PI, 1), Scalar.ZERO);
    }

    /** Whether it is seen to be transcendental: a sum of algebraic multiples of powers of pi, not only of its 0th power. */
    boolean isTranscendental() {
        boolean inPi = terms.keySet().stream()
                .allMatch(monomial -> monomial.keySet().stream().allMatch(Expression.PI::equals));
        return inPi && scalar().isEmpty();
    }

    /** Whether it is, as written, less convenient than its negative. */
    boolean isWrittenNegative() {
        return terms.entrySet().stream()
                .min((left, right) ->
                        left.getKey().toString().compareTo(right.getKey().toString()))
                .filter(least -> least.getValue().signum() < 0)
                .isPresent();
    }

    /** Whether it is zero; an exception if that is not decided. */
    boolean isZero() {
        return sign() == 0;
    }

    /** The sign; an exception if it is not decided. */
    int sign() {
        Optional<Scalar> value = scalar();
        if (value.isPresent()) {
            return value.get().signum();
        }
        if (terms.size() == 1
                && terms.keySet().iterator().next().keySet().stream().allMatch(RealConstant::isPositive)) {
            return terms.values().iterator().next().signum();
        }
        Expression constant = expression();
        if (hasSymbol(constant)) {
            throw new UndecidedException("the sign of " + constant + " is not decided");
        }
        for (int bits = SMALLEST_PRECISION; bits <= LARGEST_PRECISION; bits *= 4) {
            Enclosure enclosure = constant.encloseConstant(bits);
            if (enclosure.excludesZero()) {
                return enclosure.isPositive() ? 1 : -1;
            }
        }
        if (Identities.proved(constant, Expression.ZERO)) {
            return 0;
        }
        throw new UndecidedException("whether the constant " + constant + " is 0 is not decided");
    }

    private static boolean hasSymbol(Expression constant) {
        return constant instanceof Expression.Symbol
                || constant.children().stream().anyMatch(RealConstant::hasSymbol);
    }

    /** Whether the two are the same number; an exception if that is not decided. */
    boolean isEqualTo(RealConstant other) {
        return subtract(other).isZero();
    }

    /** The constant as an expression. */
    Expression expression() {
        List<Expression> parts = new ArrayList<>();
        terms.forEach((monomial, value) -> {
            List<Expression> factors = new ArrayList<>(List.of(Expression.of(value)));
            monomial.forEach((atom, exponent) -> factors.add(atom.power(exponent)));
            parts.add(Expression.product(factors));
        });
        return Expression.sum(parts);
    }

    @Override
    public String toString() {
        return expression().toString();
    }

    private static void add(
            Map<Map<Expression, Integer>, Scalar> sum, Map<Expression, Integer> monomial, Scalar value) {
        Scalar total = sum.getOrDefault(monomial, Scalar.ZERO).add(value);
        if (total.isZero()) {
            sum.remove(monomial);
        } else {
            sum.put(monomial, total);
        }
    }

    private static void addProduct(
            Map<Map<Expression, Integer>, Scalar> sum,
            Map<Expression, Integer> left,
            Map<Expression, Integer> right,
            Scalar value) {
        Map<Expression, Integer> product = new LinkedHashMap<>(left);
        right.forEach((atom, exponent) -> product.merge(atom, exponent, Integer::sum));
        Expression root = Expression.apply(Function.SQRT, Expression.PI);
        int halves = product.getOrDefault(root, 0);
        if (halves != 0) {
            product.put(root, Math.floorMod(halves, 2));
            product.merge(Expression.PI, Math.floorDiv(halves, 2), Integer::sum);
        }
        product.values().removeIf(exponent -> exponent == 0);
        joinExponentials(product);
        add(sum, product, value);
    }

    /** e^u e^v = e^(u + v), so that at most one exponential is left, itself or its reciprocal. */
    private static void joinExponentials(Map<Expression, Integer> product) {
        List<Expression> exponentials =
                product.keySet().stream().filter(RealConstant::isExponential).toList();
        boolean single = exponentials.size() == 1 && Math.abs(product.getOrDefault(exponentials.get(0), 0)) == 1;
        if (exponentials.isEmpty() || single) {
            return;
        }
        RealConstant total = ZERO;
        for (Expression exponential : exponentials) {
            int exponent = product.getOrDefault(exponential, 0);
            product.remove(exponential);
            RealConstant argument = ConstantReader.read(exponential.children().get(0));
            total = total.add(argument.multiply(exponent, 1));
        }
        if (!total.terms.isEmpty()) {
            boolean negative = total.isWrittenNegative();
            Expression argument = (negative ? total.negate() : total).expression();
            product.put(Expression.apply(Function.EXP, argument), negative ? -1 : 1);
        }
    }

    private static boolean isExponential(Expression atom) {
        return atom instanceof Expression.Apply apply && apply.function() == Function.EXP;
    }

    /** Whether the form shows that an atom is positive. */
    private static boolean isPositive(Expression atom) {
        return isExponential(atom)
                || atom.equals(Expression.PI)
                || atom.equals(Expression.Symbol.T)
                || atom.equals(Expression.apply(Function.SQRT, Expression.PI));
    }
}
