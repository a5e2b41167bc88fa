package io.intertwine.check;

import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PolynomialSpan;
import io.intertwine.exact.PowerPencil;
import io.intertwine.exact.PowerRoot;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import io.intertwine.net.MonomialNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * All lines R q of real polynomials whose r-th powers lie in a space F of dimension d.
 *
 * <ul>
 *   <li>d = 1: {@link PowerRoot}.
 *   <li>d = 2: {@link PowerPencil}, with all real roots of its condition: the condition is divided by those that the certificate names,
 *       and what is left is a constant or a quadratic polynomial of negative discriminant.
 *   <li>d > 2: only where F is spanned by the powers of d known polynomials g_1, ..., g_d of one degree, so that another q would give
 *       d + 1 polynomials, no two proportional, with dependent r-th powers. This is impossible if r is at least d^2 - 1 (by the Wronskian,
 *       after D. J. Newman, M. Slater, Waring's problem for the ring of polynomials, J. Number Theory 11 (1979); our proof for equal degrees
 *       is in docs/FIBRES.md), for linear forms if r is at least d (a Vandermonde determinant), and for q in the span of independent linear
 *       forms whatever r is (mixed terms).
 * </ul>
 */
final class PowerRule {
    private final MonomialNetwork network;
    private final List<Scalar> roots;

    PowerRule(MonomialNetwork network, List<Scalar> roots) {
        this.network = network;
        this.roots = roots;
    }

    /**
     * One polynomial of every line.
     *
     * @param layer the index of the layer whose outputs span F, at least 1
     * @param basis a basis of F
     * @param own the units before that layer, if their powers are known to span F, else nothing; they come first, as they are
     */
    List<Polynomial> lines(int layer, List<Polynomial> basis, List<Polynomial> own) throws Rejection {
        int exponent = network.exponents().get(layer - 1);
        int variables = network.network().inputs();
        if (basis.size() > 2) {
            // Throws where the units are not known: but widths do not grow towards the inputs, and an unknown plane
            // lies above no wider layer.
            List<Polynomial> known = own.subList(0, basis.size());
            Rejection.unless(
                    isAlone(layer, exponent, known),
                    "other powers in a space of dimension " + basis.size() + " are not excluded");
            return known;
        }
        List<Polynomial> lines = new ArrayList<>(own);
        List<Polynomial> found = basis.size() == 2
                ? ofPlane(PowerPencil.of(basis.get(0), basis.get(1), variables, exponent), variables, exponent)
                : PowerRoot.of(basis.get(0), variables, exponent).stream().toList();
        for (Polynomial line : found) {
            if (own.stream()
                    .noneMatch(unit -> PolynomialSpan.of(List.of(unit, line)).dimension() == 1)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<Polynomial> ofPlane(PowerPencil pencil, int variables, int exponent) throws Rejection {
        UnivariatePolynomial rest = pencil.condition();
        List<Polynomial> lines = new ArrayList<>();
        for (Scalar root : roots) {
            if (rest.at(root).isZero()) {
                lines.add(pencil.root(root));
                rest = rest.quotient(new UnivariatePolynomial(List.of(root.negate(), Scalar.ONE)));
            }
        }
        Rejection.unless(
                rest.degree() == 0 || rest.degree() == 2 && discriminant(rest).signum() < 0,
                "the real roots of " + rest.coefficients() + " are missing");
        lines.addAll(
                PowerRoot.of(pencil.vanishing(), variables, exponent).stream().toList());
        return lines;
    }

    private static Scalar discriminant(UnivariatePolynomial quadratic) {
        Scalar middle = quadratic.coefficient(1);
        return middle.multiply(middle)
                .subtract(quadratic.leading().multiply(quadratic.coefficient(0)).multiply(4));
    }

    /** Whether the powers of the units of a layer span no other power; they are independent. */
    private boolean isAlone(int layer, int exponent, List<Polynomial> units) {
        int d = units.size();
        boolean linear = layer == 1;
        return exponent >= d * d - 1
                || linear && (exponent >= d || PolynomialSpan.of(units).dimension() == d);
    }
}
