package io.intertwine.find;

import io.intertwine.activation.RealRoots;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PolynomialSpan;
import io.intertwine.exact.PowerPencil;
import io.intertwine.exact.PowerRoot;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import io.intertwine.net.MonomialNetwork;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes the evidence for all classes of parameters of a network of powers: the parameters of the powers in the planes that the outputs
 * of its layers span, found from the last layer down, as the checker will do it again ({@code docs/FIBRES.md}).
 */
public final class PencilSearch {
    /** The most terms of a polynomial of the outputs' degree, with the parameter of a plane as a further variable. */
    private static final long MOST_TERMS = 3_000;

    /** Up to this degree the search and the check took less than a second; at degree 32 they took a minute. */
    private static final int LARGEST_DEGREE = 20;

    private final MonomialNetwork network;
    private final List<List<Polynomial>> units;
    private final Set<Scalar> roots = new LinkedHashSet<>();

    /** The search does not apply, for the reason in the message. */
    private static final class DoesNotApply extends Exception {
        private static final long serialVersionUID = 1;

        DoesNotApply(String reason) {
            super(reason);
        }
    }

    /**
     * What came of a search.
     *
     * @param evidence the evidence; at most one
     * @param reason why there is none, as a sentence; empty if there is one
     */
    public record Result(List<FibreEvidence.Pencil> evidence, String reason) {
        public Result {
            evidence = List.copyOf(evidence);
        }
    }

    private PencilSearch(MonomialNetwork network) {
        this.network = network;
        this.units = network.units();
    }

    /** The evidence, if the method applies to the network. */
    public static Optional<FibreEvidence.Pencil> of(Network network) {
        return search(network).evidence().stream().findFirst();
    }

    /** The evidence, or the reason why the method does not apply. */
    public static Result search(Network network) {
        Optional<MonomialNetwork> monomial = MonomialNetwork.of(network);
        if (monomial.isEmpty()) {
            return new Result(
                    List.of(), "The network is not one of dense layers without biases and powers between them.");
        }
        if (isTooLarge(monomial.get())) {
            return new Result(List.of(), "The network is too large for the powers in its outputs' span to be found.");
        }
        try {
            PencilSearch search = new PencilSearch(monomial.get());
            int last = monomial.get().depth() - 1;
            search.collect(last, search.units.get(last));
            return new Result(List.of(new FibreEvidence.Pencil(List.copyOf(search.roots))), "");
        } catch (DoesNotApply reason) {
            return new Result(List.of(), String.valueOf(reason.getMessage()));
        } catch (ArithmeticException tooLarge) {
            return new Result(List.of(), "The numbers in the network's polynomials grow too large.");
        }
    }

    private static boolean isTooLarge(MonomialNetwork network) {
        int degree = network.degree();
        if (degree > LARGEST_DEGREE) {
            return true;
        }
        // The forms of this degree, in n variables, times the powers of the parameter.
        long terms = degree + 1L;
        for (int i = 1; i < network.network().inputs(); i++) {
            terms = terms * (degree + i) / i;
            if (terms > MOST_TERMS) {
                return true;
            }
        }
        return false;
    }

    private void collect(int layer, List<Polynomial> outputs) throws DoesNotApply {
        if (layer == 0) {
            return;
        }
        int width = network.weights().get(layer).columns();
        List<Polynomial> basis = PolynomialSpan.of(outputs).basis();
        if (basis.size() != width) {
            throw new DoesNotApply("The outputs of dense layer " + (layer + 1) + " span " + basis.size()
                    + " dimensions, not " + width + ", one for each unit before it.");
        }
        if (width > 2) {
            requireAlone(layer);
            collect(layer - 1, units.get(layer - 1));
            return;
        }
        List<Polynomial> lines = lines(layer, basis);
        if (width == 1) {
            for (Polynomial line : lines) {
                collect(layer - 1, List.of(line));
            }
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < i; j++) {
                collect(layer - 1, List.of(lines.get(i), lines.get(j)));
            }
        }
    }

    private List<Polynomial> lines(int layer, List<Polynomial> basis) throws DoesNotApply {
        int variables = network.network().inputs();
        int exponent = network.exponents().get(layer - 1);
        if (basis.size() == 1) {
            return PowerRoot.of(basis.get(0), variables, exponent).stream().toList();
        }
        PowerPencil pencil = PowerPencil.of(basis.get(0), basis.get(1), variables, exponent);
        UnivariatePolynomial condition = pencil.condition();
        List<Scalar> found = condition.degree() == 0
                ? List.of()
                : RealRoots.exact(condition)
                        .orElseThrow(() -> new DoesNotApply("Powers in the span of the outputs of dense layer "
                                + (layer + 1) + " have coefficients that are not held exactly."));
        roots.addAll(found);
        List<Polynomial> lines =
                new ArrayList<>(found.stream().map(pencil::root).toList());
        PowerRoot.of(pencil.vanishing(), variables, exponent).ifPresent(lines::add);
        return lines;
    }

    /** Widths do not grow towards the inputs, so a wider space is always that of the given network's own units. */
    private void requireAlone(int layer) throws DoesNotApply {
        List<Polynomial> before = units.get(layer - 1);
        int d = before.size();
        int exponent = network.exponents().get(layer - 1);
        boolean alone = exponent >= d * d - 1
                || layer == 1 && (exponent >= d || PolynomialSpan.of(before).dimension() == d);
        if (!alone) {
            throw new DoesNotApply("Other powers in the span of the outputs of dense layer " + (layer + 1)
                    + ", of dimension " + d + ", are not excluded.");
        }
    }
}
