package io.intertwine.check;

import io.intertwine.certificate.FibreEvidence;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.PolynomialSpan;
import io.intertwine.exact.Scalar;
import io.intertwine.net.MonomialNetwork;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * All real parameters of a network of powers with the same function, up to permutations of units and nonzero factors; written out in
 * docs/FIBRES.md.
 *
 * <p>Let the outputs f of layers 1, ..., l span a space F whose dimension is the width d of layer l - 1, with exponent r. For every
 * parameter with these outputs, f = W g^r for the d units g of that layer; so the d powers g_j^r are independent elements of F and a
 * basis of it. Conversely, d polynomials of the right degree whose r-th powers are independent elements of F determine W. The latent
 * group of layer l - 1 moves the tuples g with the same set of lines R g_j simply transitively, because no two g_j are proportional. So
 * the classes of parameters of layers 1, ..., l with outputs f are the disjoint union, over the sets of d lines R q with q^r in F and
 * independent powers, of the classes of parameters of layers 1, ..., l - 1 with outputs q_1, ..., q_d. With one layer the parameter is the matrix of the outputs. {@link PowerRule} finds the lines.
 */
final class PencilRule {
    /** The largest degree of the outputs. */
    static final int LARGEST_DEGREE = 64;

    private final MonomialNetwork network;
    private final List<List<Polynomial>> units;
    private final PowerRule powers;

    private PencilRule(MonomialNetwork network, List<Scalar> roots) {
        this.network = network;
        this.units = network.units();
        this.powers = new PowerRule(network, roots);
    }

    /** A representative of every class: the given network first, no two of them related. */
    static List<Network> classes(Network network, FibreEvidence.Pencil evidence) throws Rejection {
        MonomialNetwork monomial = MonomialNetwork.of(network)
                .orElseThrow(() -> new Rejection("expected dense layers without biases and powers between them"));
        Rejection.unless(
                monomial.degree() <= LARGEST_DEGREE,
                "the degree " + monomial.degree() + " is above the limit " + LARGEST_DEGREE);
        try {
            PencilRule rule = new PencilRule(monomial, evidence.roots());
            int last = monomial.depth() - 1;
            List<Network> classes = new ArrayList<>();
            for (List<ExactMatrix> weights : rule.parameters(last, rule.units.get(last), true)) {
                Network representative = monomial.at(weights);
                ExpansionRule.requireEqual(network, representative);
                classes.add(representative);
            }
            return List.copyOf(classes);
        } catch (ArithmeticException tooLarge) {
            throw new Rejection("the polynomials are too large: " + tooLarge.getMessage());
        }
    }

    /**
     * A parameter of every class of the layers up to an index with these outputs.
     *
     * @param given whether the outputs are those of the given network; then its own parameter is the first one
     */
    private List<List<ExactMatrix>> parameters(int layer, List<Polynomial> outputs, boolean given) throws Rejection {
        if (layer == 0) {
            return List.of(List.of(linear(outputs)));
        }
        int width = network.weights().get(layer).columns();
        PolynomialSpan span = PolynomialSpan.of(outputs);
        Rejection.unless(
                span.dimension() == width,
                "the outputs of dense layer " + (layer + 1) + " span " + span.dimension() + " dimensions, not "
                        + width);
        List<List<ExactMatrix>> result = new ArrayList<>();
        List<Polynomial> own = given ? units.get(layer - 1) : List.of();
        for (List<Polynomial> inner : choices(powers.lines(layer, span.basis(), own), width)) {
            ExactMatrix weight = weight(outputs, inner, network.exponents().get(layer - 1));
            for (List<ExactMatrix> before : parameters(layer - 1, inner, inner.equals(own))) {
                List<ExactMatrix> weights = new ArrayList<>(before);
                weights.add(weight);
                result.add(weights);
            }
        }
        return result;
    }

    /** All sublists of a size, in lexicographic order. */
    private static List<List<Polynomial>> choices(List<Polynomial> from, int size) {
        List<List<Polynomial>> result = new ArrayList<>(size == 0 ? List.of(List.of()) : List.of());
        for (int i = 0; size > 0 && i < from.size(); i++) {
            for (List<Polynomial> rest : choices(from.subList(i + 1, from.size()), size - 1)) {
                List<Polynomial> choice = new ArrayList<>(List.of(from.get(i)));
                choice.addAll(rest);
                result.add(choice);
            }
        }
        return result;
    }

    /** The W with outputs = W units^r; the powers are a basis of a space that contains the outputs. */
    private static ExactMatrix weight(List<Polynomial> outputs, List<Polynomial> units, int exponent) {
        PolynomialSpan span =
                PolynomialSpan.of(units.stream().map(unit -> unit.pow(exponent)).toList());
        List<List<Scalar>> rows = outputs.stream()
                .map(output -> span.coordinates(output).orElseThrow())
                .toList();
        return ExactMatrix.build(
                rows.size(), units.size(), (i, j) -> rows.get(i).get(j));
    }

    private ExactMatrix linear(List<Polynomial> forms) {
        return ExactMatrix.build(
                forms.size(), network.network().inputs(), (i, j) -> forms.get(i).coefficient(Polynomial.variable(j)));
    }
}
