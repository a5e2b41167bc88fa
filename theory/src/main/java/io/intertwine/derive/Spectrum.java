package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.derive.ExponentialSum.Group;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The symmetries that an exponential sum D = sum_k R_k(x) e^(p_k(x)) may have, by comparison of coefficients (the
 * e^(p_k) are linearly independent over C(x)).
 *
 * <p>Translations. If D(x + c) = b D(x), some power of the translation maps each p_k(x) to p_k(x) plus a constant,
 * which for c != 0 forces degree 1: p_k = l_k x. Then R_k(x + c) e^(l_k c) = b R_k(x), so the zeros and poles of R_k
 * form a finite set that is invariant under the translation: there are none and R_k is a constant. What is left is
 * e^((l_k - l_0) c) = 1 for all k: all c for a single exponent; none if some l_k - l_0 has a real part; else c is a
 * multiple of every 2 pi / |l_k - l_0|.
 *
 * <p>Reflections. If D(2q - x) = b D(x), then b^2 = 1, and p -> p(2q - x) - p(2q) permutes the exponents. For p = alpha
 * x^d + beta x^(d-1) + ... with image alpha' x^d + beta' x^(d-1) + ..., d >= 2, this says alpha' = (-1)^d alpha and
 * beta' = (-1)^(d-1) (beta + 2 q d alpha), which gives q. If all p_k are linear, l_k goes to -l_k with R_k(2q - x) e^(2
 * q l_k) = b R_k'(x): a pole 0 of R_k must be a pole of R_k', so q = 0; otherwise the zeros of R_k and R_k' are
 * reflections of each other, and q is the mean of their centroids; for constants |R_k| e^(2 q Re l_k) = |R_k'| gives q
 * if some l_k has a real part; and if all are i w_k, then R_k' is the conjugate of R_k, and 2 q w_k + 2 arg R_k is a
 * multiple of pi.
 */
final class Spectrum {
    private static final int MOST_CENTRES = 32;

    private final List<Group> groups;
    private final List<String> steps = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private Spectrum(ExponentialSum d) {
        groups = d.groups();
    }

    /** The limitation for a D that is not a polynomial; an exception where a constant is not decided. */
    static Limitation of(ExponentialSum d) {
        if (d.isPolynomial()) {
            throw new UndecidedException("the function is a polynomial that is not written as one");
        }
        Spectrum spectrum = new Spectrum(d);
        spectrum.steps.add("D is a sum of terms R(x) e^(p(x)) with "
                + spectrum.groups.size()
                + " different exponents p, which are linearly independent over the rational functions: "
                + String.join(
                        "; ",
                        spectrum.groups.stream()
                                .map(group -> group.exponent().toString())
                                .toList())
                + ". It is not a polynomial, hence a = 1 or a = -1.");
        Translations translations = spectrum.translations();
        List<Expression> centres = spectrum.centres(translations);
        return new Limitation(translations, centres, spectrum.open, spectrum.steps);
    }

    private Translations translations() {
        Optional<Group> curved =
                groups.stream().filter(group -> group.exponent().degree() > 1).findFirst();
        if (curved.isPresent()) {
            steps.add("The exponent " + curved.get().exponent()
                    + " has a degree above 1, so a translation would have to be trivial.");
            return new Translations.None();
        }
        Optional<Group> varying =
                groups.stream().filter(group -> !group.isConstant()).findFirst();
        if (varying.isPresent()) {
            steps.add("The coefficient of e^(" + varying.get().exponent()
                    + ") is not constant; its finite set of zeros and"
                    + " poles is not invariant under a translation.");
            return new Translations.None();
        }
        if (groups.size() == 1) {
            Expression rate = rate(groups.get(0)).real().expression();
            steps.add("D is a multiple of e^(" + rate + " x): every translation multiplies it by a constant.");
            return new Translations.All(rate);
        }
        return frequencies();
    }

    private static ComplexConstant rate(Group group) {
        return group.exponent().coefficient(1);
    }

    private Translations frequencies() {
        ComplexConstant base = rate(groups.get(0));
        RealConstant unit = rate(groups.get(1)).subtract(base).imaginary();
        BigInteger multiple = BigInteger.ONE;
        for (Group group : groups.subList(1, groups.size())) {
            ComplexConstant difference = rate(group).subtract(base);
            if (!difference.real().isZero()) {
                steps.add("The exponents " + groups.get(0).exponent() + " and " + group.exponent()
                        + " differ in their real parts, so no translation multiplies D by a constant.");
                return new Translations.None();
            }
            Optional<Scalar> ratio = rationalRatio(difference.imaginary().divide(unit));
            if (ratio.isEmpty()) {
                steps.add("The frequencies " + difference.imaginary() + " and " + unit
                        + " have an irrational ratio, so no translation multiplies D by a constant.");
                return new Translations.None();
            }
            BigInteger denominator = ratio.get().rational().getDenominator();
            multiple = multiple.multiply(denominator).divide(multiple.gcd(denominator));
        }
        RealConstant positive = unit.sign() < 0 ? unit.negate() : unit;
        RealConstant period = RealConstant.atom(Expression.PI)
                .multiply(RealConstant.of(Scalar.of(multiple.shiftLeft(1))))
                .divide(positive);
        ComplexConstant factor = base.multiply(ComplexConstant.of(period)).exponential();
        steps.add("The frequencies have rational ratios: D(x + c) is a multiple of D(x) exactly for the multiples c of "
                + period + ", and D(x + " + period + ") = " + factor.real() + " D(x).");
        return new Translations.Multiples(period.expression(), factor.real().expression());
    }

    /** The ratio if it is rational, empty if it is irrational; an exception if that is not decided. */
    private static Optional<Scalar> rationalRatio(RealConstant ratio) {
        Optional<Scalar> number = ratio.scalar();
        if (number.isPresent()) {
            return number.filter(Scalar::isRational);
        }
        if (ratio.isTranscendental()) {
            return Optional.empty();
        }
        throw new UndecidedException("whether the ratio of frequencies " + ratio + " is rational is not decided");
    }

    private List<Expression> centres(Translations translations) {
        Group first = groups.stream()
                .reduce((left, right) ->
                        left.exponent().degree() >= right.exponent().degree() ? left : right)
                .orElseThrow();
        if (first.exponent().degree() > 1) {
            return report(curvedCentres(first.exponent()), "the highest coefficients of the exponents");
        }
        for (Group group : groups) {
            if (partner(group).isEmpty()) {
                steps.add(
                        "The exponent " + group.exponent() + " occurs and its negative does not: D has no reflection.");
                return List.of();
            }
        }
        Optional<Group> varying =
                groups.stream().filter(group -> !group.isConstant()).findFirst();
        if (varying.isPresent()) {
            Group other = partner(varying.get()).orElseThrow();
            return report(centroid(varying.get(), other), "the zeros and poles of the coefficients");
        }
        for (Group group : groups) {
            if (!rate(group).real().isZero()) {
                return report(balance(group, partner(group).orElseThrow()), "the sizes of the coefficients");
            }
        }
        return phases(translations);
    }

    private List<Expression> report(List<Expression> centres, String source) {
        steps.add(
                centres.isEmpty()
                        ? "D has no reflection, by " + source + "."
                        : "By " + source + " the centre of a reflection of D can only be "
                                + String.join(
                                        " or ",
                                        centres.stream().map(Object::toString).toList()) + ".");
        return centres;
    }

    private Optional<Group> partner(Group group) {
        Exponent opposite = group.exponent().negate();
        return groups.stream()
                .filter(other -> other.exponent().isEqualTo(opposite))
                .findFirst();
    }

    private List<Expression> curvedCentres(Exponent p) {
        int d = p.degree();
        long sign = d % 2 == 0 ? 1 : -1;
        List<Expression> centres = new ArrayList<>();
        for (Group group : groups) {
            Exponent image = group.exponent();
            if (image.degree() == d && image.leading().isEqualTo(p.leading().multiply(sign, 1))) {
                ComplexConstant difference =
                        image.coefficient(d - 1).multiply(-sign, 1).subtract(p.coefficient(d - 1));
                ComplexConstant q =
                        difference.multiply(p.leading().reciprocal()).multiply(1, 2L * d);
                if (q.isReal()) {
                    centres.add(q.real().expression());
                }
            }
        }
        return centres;
    }

    private static List<Expression> centroid(Group left, Group right) {
        if (left.hasPole() || right.hasPole()) {
            return left.hasPole() && right.hasPole() ? List.of(Expression.ZERO) : List.of();
        }
        if (left.degree() != right.degree()) {
            return List.of();
        }
        ComplexConstant q = meanZero(left).add(meanZero(right)).multiply(1, 2);
        return q.isReal() ? List.of(q.real().expression()) : List.of();
    }

    private static ComplexConstant meanZero(Group group) {
        int degree = group.degree();
        ComplexConstant leading = group.coefficient(degree);
        return group.coefficient(degree - 1).multiply(leading.reciprocal()).multiply(-1, degree);
    }

    private static List<Expression> balance(Group group, Group other) {
        RealConstant sizes = other.coefficient(0)
                .squaredModulus()
                .divide(group.coefficient(0).squaredModulus());
        RealConstant logarithm = ConstantReader.apply(Function.LOG, sizes);
        return List.of(logarithm.divide(rate(group).real().multiply(4, 1)).expression());
    }

    private List<Expression> phases(Translations translations) {
        Group group = groups.stream()
                .filter(candidate -> candidate.exponent().degree() > 0)
                .findFirst()
                .orElseThrow();
        RealConstant frequency = rate(group).imaginary();
        RealConstant spacing =
                RealConstant.atom(Expression.PI).divide(frequency).multiply(1, 2);
        RealConstant start = phase(group.coefficient(0)).divide(frequency).negate();
        int number = numberOfCentres(translations, frequency);
        List<Expression> centres = new ArrayList<>();
        for (int m = 0; m < number; m++) {
            RealConstant q = start.add(spacing.multiply(m, 1));
            centres.add(
                    translations instanceof Translations.Multiples multiples ? least(q, multiples) : q.expression());
        }
        return report(centres, "the phase at the frequency " + frequency + ", up to half translations");
    }

    /** The centre that is nearest to 0 among those that differ by half periods; the positive one of two. */
    private static Expression least(RealConstant q, Translations.Multiples multiples) {
        RealConstant half = ConstantReader.read(multiples.period()).multiply(1, 2);
        Scalar turns = q.divide(half).scalar().orElse(Scalar.ZERO);
        Scalar nearest = Scalar.of(1, 2).subtract(turns).floor();
        return q.add(half.multiply(RealConstant.of(nearest))).expression();
    }

    private int numberOfCentres(Translations translations, RealConstant frequency) {
        if (translations instanceof Translations.Multiples multiples) {
            RealConstant number = ConstantReader.read(multiples.period())
                    .multiply(frequency)
                    .divide(RealConstant.atom(Expression.PI));
            Scalar count =
                    number.scalar().orElseThrow(() -> new UndecidedException("a number of turns is not decided"));
            if (count.abs().compareTo(Scalar.of(MOST_CENTRES)) <= 0) {
                return count.abs().rational().getNumerator().intValue();
            }
        }
        open.add("infinitely or very many centres are possible, and only the first ones were tried");
        return MOST_CENTRES / 4;
    }

    /** The argument of a complex number, up to multiples of pi. */
    private static RealConstant phase(ComplexConstant number) {
        return number.real().isZero()
                ? RealConstant.atom(Expression.PI).multiply(1, 2)
                : ConstantReader.apply(Function.ARCTAN, number.imaginary().divide(number.real()));
    }
}
