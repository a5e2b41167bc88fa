package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Searches for a parameter of the same architecture with the same function that the latent groups do not relate to the given one:
 * proofs that a parameter is not identifiable.
 */
final class OtherParameters {
    private static final String INFINITE = "infinite";

    private final Network network;
    private final String digest;
    private final String classes;

    private OtherParameters(Network network) {
        this.network = network;
        digest = Digest.of(network);
        classes = hasDenseLayersInARow() ? ofLinearLayers() : isChainOfScalings() ? "" : INFINITE;
    }

    private boolean hasDenseLayersInARow() {
        return IntStream.range(1, network.layers().size())
                .anyMatch(i -> network.layers().get(i) instanceof Layer.Dense
                        && network.layers().get(i - 1) instanceof Layer.Dense);
    }

    /** The number of classes; general linear groups join the parameters of many curves. */
    private String ofLinearLayers() {
        return LinearFibres.of(network).map(LinearFibres.Fibre::classes).orElse("");
    }

    /**
     * Whether there is one weight a layer, without hidden biases, and every hidden unit can be scaled: then the latent groups may take
     * all parameters near the given one to finitely many, as for relu(0 x) = 0 relu(x), and a curve of parameters says nothing.
     */
    private boolean isChainOfScalings() {
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            boolean scaled = layer instanceof Layer.Entrywise units
                    && units.units().stream().allMatch(OtherParameters::canBeScaled);
            boolean weight = layer instanceof Layer.Dense dense
                    && (!dense.hasBias() || i == network.layers().size() - 1);
            if (layer.inputs() > 1 || layer.outputs() > 1 || !(scaled || weight)) {
                return false;
            }
        }
        return true;
    }

    private static boolean canBeScaled(Activation unit) {
        return unit.group().contains(new UnitMap(Scalar.of(2), Scalar.ZERO));
    }

    /**
     * Another parameter.
     *
     * @param proof that the given parameter is not identifiable
     * @param classes how many classes of parameters have this function: a number, "infinite", or empty where it is not known
     * @param what what makes the parameter not identifiable, as a sentence
     */
    record Found(Proof proof, String classes, String what) {
        /** The network at the other parameter; empty where it has no exact form. */
        List<Network> network() {
            return proof.certificate() instanceof Certificate.OtherParameter other ? List.of(other.other()) : List.of();
        }
    }

    /** The first that the checker accepts. */
    static Optional<Found> of(Network network) {
        OtherParameters search = new OtherParameters(network);
        return search.byReduction()
                .or(search::byIdleUnit)
                .or(search::byConstantUnit)
                .or(search::byPolynomials)
                .or(search::byRanks)
                .or(search::byBypass);
    }

    /** Merging clones or freeing inactive units leads to a parameter with more zero rows or columns. */
    private Optional<Found> byReduction() {
        Reduction reduction = Reduction.of(network);
        return reduction.steps().isEmpty()
                ? Optional.empty()
                : accepted(reduction.network(), reduction.steps(), List.of())
                        .map(proof -> new Found(
                                proof, classes, StepText.of(reduction.steps().get(0), network)));
    }

    /** A unit without incoming and outgoing weights may have any incoming weights. */
    private Optional<Found> byIdleUnit() {
        for (int i = 0; i < network.layers().size(); i++) {
            Optional<Integer> idle = idleUnit(i);
            if (idle.isPresent()) {
                Layer.Dense dense = (Layer.Dense) network.layers().get(i);
                List<Layer> layers = new ArrayList<>(network.layers());
                int unit = idle.get();
                ExactMatrix weight = ExactMatrix.build(
                        dense.outputs(),
                        dense.inputs(),
                        (row, column) -> row == unit && column == 0
                                ? Scalar.ONE
                                : dense.weight().get(row, column));
                layers.set(i, new Layer.Dense(weight, dense.biases()));
                List<ReductionStep> prune = List.of(new ReductionStep.Prune(i, List.of(unit)));
                String what = "unit " + unit + " is not used, so its incoming weights may be any";
                return accepted(new Network(layers), List.of(), prune).map(proof -> new Found(proof, classes, what));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> idleUnit(int index) {
        if (index + 2 >= network.layers().size()
                || !(network.layers().get(index) instanceof Layer.Dense dense)
                || !(network.layers().get(index + 1) instanceof Layer.Entrywise)
                || !(network.layers().get(index + 2) instanceof Layer.Dense next)) {
            return Optional.empty();
        }
        for (int unit = 0; unit < dense.outputs(); unit++) {
            if (dense.weight().isZeroRow(unit) && dense.bias(unit).isZero() && Reduction.isUnused(next, unit)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** A constant such as tanh(1) may move to the next bias. */
    private Optional<Found> byConstantUnit() {
        for (int i = 0; i + 2 < network.layers().size(); i++) {
            for (int unit = 0; unit < network.layers().get(i).outputs(); unit++) {
                if (network.layers().get(i) instanceof Layer.Dense dense
                        && dense.weight().isZeroRow(unit)) {
                    Optional<Proof> proof = Proof.of(
                            new ParameterClaim.NotIdentifiable(network), new Certificate.ConstantUnit(digest, i, unit));
                    if (proof.isPresent()) {
                        String what = "unit " + unit + " is constant; its value may move to the next bias";
                        return Optional.of(new Found(proof.get(), classes, what));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Polynomials that depend on one another, and sums of squares, which isometries keep. */
    private Optional<Found> byPolynomials() {
        return PolynomialFibres.other(network)
                .flatMap(other -> accepted(other, EqualityProof.of(new Comparison.Expansion())))
                .map(proof -> new Found(
                        proof,
                        classes,
                        "the units' polynomials depend on one another, or are squares that isometries mix"));
    }

    /** Linear layers wider than the rank of their product. */
    private Optional<Found> byRanks() {
        return LinearFibres.other(network)
                .flatMap(other -> accepted(other, EqualityProof.of(new Comparison.Ridge(List.of()))))
                .map(proof -> new Found(
                        proof,
                        classes,
                        LinearFibres.of(network)
                                .map(LinearFibres.Fibre::sentence)
                                .orElse("dense layers in a row are wider than the rank of their product")));
    }

    /** Blocks of units with s(x) - s(-x) proportional to x, written in another way with as many units. */
    private Optional<Found> byBypass() {
        for (Rewriting rewriting : BlockReduction.alternatives(network)) {
            Optional<Proof> proof = accepted(rewriting.network(), List.of(rewriting.step()), List.of());
            if (proof.isPresent()) {
                return Optional.of(new Found(
                        proof.get(), "", "units may be negated together, because s(x) - s(-x) is proportional to x"));
            }
        }
        return Optional.empty();
    }

    /** A step and the network after it. */
    record Rewriting(ReductionStep step, Network network) {}

    private Optional<Proof> accepted(Network other, List<ReductionStep> steps, List<ReductionStep> back) {
        return accepted(other, new EqualityProof(steps, back, new Comparison.Gauge(NetworkMatching.identity(other))));
    }

    private Optional<Proof> accepted(Network other, EqualityProof proof) {
        return Proof.of(
                new ParameterClaim.NotIdentifiable(network), new Certificate.OtherParameter(digest, other, proof));
    }
}
