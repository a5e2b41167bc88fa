package io.intertwine.exact;

import java.util.List;

/**
 * The r-th powers in the plane spanned by two independent polynomials of degree D = r m in y_0, ..., y_(n-1), up to real factors.
 *
 * <p>Everything depends on the plane only: let f and g be its basis in reduced echelon form, f the one with the greater leading term, p
 * the point where f does not vanish with the smallest coordinates 0, 1, 2, ..., in lexicographic order, e the multiple of f with e(p) = 1,
 * and z = g - g(p) e, so that z(p) = 0. The elements of the plane that do not vanish at p are the multiples of e + mu z. Such an element is a real number times the
 * r-th power of a real polynomial exactly if the parts of degrees m + 1, ..., D of the r-th root of e + mu z around p are 0
 * ({@link RootSeries}). Their coefficients are polynomials in mu; so these mu are exactly the real roots of the greatest common divisor
 * of these coefficients, {@link #condition}. The only other element up to factors is z.
 *
 * <p>There are at most three such elements for r = 2 and at most two for r > 2, even over the complex numbers (docs/FIBRES.md); so
 * the condition is not 0 and has at most three roots.
 */
public final class PowerPencil {
    private final Polynomial vanishing;
    private final List<Scalar> point;
    private final int variables;
    private final int rootDegree;
    private final RootSeries series;
    private final UnivariatePolynomial condition;

    private PowerPencil(
            Polynomial vanishing, List<Scalar> point, int variables, int degree, int exponent, RootSeries series) {
        this.vanishing = vanishing;
        this.point = List.copyOf(point);
        this.variables = variables;
        this.rootDegree = degree / exponent;
        this.series = series;
        UnivariatePolynomial common = new UnivariatePolynomial(List.of());
        for (int k = rootDegree + 1; k <= degree; k++) {
            for (UnivariatePolynomial coefficient : series.part(k).coefficientsIn(variables)) {
                common = coefficient.gcd(common);
            }
        }
        this.condition = common.quotient(common.gcd(common.derivative()));
    }

    /**
     * The plane of two independent polynomials in the first n variables.
     *
     * @param first a polynomial
     * @param second another one of the same degree, not a multiple of the first
     * @param variables n
     * @param exponent r, at least 2, a divisor of the degree
     */
    public static PowerPencil of(Polynomial first, Polynomial second, int variables, int exponent) {
        int degree = first.degree(variables);
        if (degree != second.degree(variables) || degree % exponent != 0 || exponent < 2) {
            throw new IllegalArgumentException("expected two polynomials of one degree, a multiple of " + exponent
                    + ", found degrees " + degree + " and " + second.degree(variables));
        }
        Polynomial other = without(second, first);
        if (other.isZero()) {
            throw new IllegalArgumentException("expected two independent polynomials, found multiples of one");
        }
        Polynomial one = without(first, other);
        Polynomial upper = one.leads(other) ? one : other;
        Polynomial lower = one.leads(other) ? other : one;
        List<Scalar> point = PowerRoot.point(upper, variables);
        Polynomial unit = upper.multiply(PowerRoot.at(upper, point).reciprocal());
        Polynomial monic = lower.multiply(lower.leadingCoefficient().reciprocal());
        Polynomial vanishing = monic.subtract(unit.multiply(PowerRoot.at(monic, point)));
        Polynomial element = unit.add(vanishing.multiply(Polynomial.variable(variables)));
        RootSeries series = new RootSeries(PowerRoot.translate(element, point, false), variables, exponent);
        return new PowerPencil(vanishing, point, variables, degree, exponent, series);
    }

    /** The first polynomial less a multiple of the second, with no term at the second one's leading term. */
    private static Polynomial without(Polynomial polynomial, Polynomial divisor) {
        Scalar factor = polynomial.coefficient(divisor).divide(divisor.leadingCoefficient());
        return polynomial.subtract(divisor.multiply(factor));
    }

    /** The monic polynomial without multiple roots whose real roots are the mu for which e + mu z is an r-th power. */
    public UnivariatePolynomial condition() {
        return condition;
    }

    /** For a root mu of the condition the q with e + mu z = q^r that is 1 at p. */
    public Polynomial root(Scalar mu) {
        Polynomial head = PowerRoot.translate(series.head(rootDegree), point, true);
        return head.substitute(i -> i == variables ? Polynomial.of(mu) : Polynomial.variable(i));
    }

    /** The element z. */
    public Polynomial vanishing() {
        return vanishing;
    }
}
