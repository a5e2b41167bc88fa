package io.intertwine.find;

import io.intertwine.activation.UnitGroup.Scales;
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
import java.util.Set;

/**
 * Searches for a parameter of the same architecture with the same function that the latent groups do not relate to the given one:
 * proofs that a parameter is not identifiable.
 */
final class OtherParameters {
    private static final Set<Scales> SCALED = Set.of(Scales.POSITIVE, Scales.NONZERO);

    private final Network network;
    private final String digest;

    private OtherParameters(Network network) {
        this.network = network;
        digest = Digest.of(network);
    }

    /**
     * Another parameter.
     *
     * @param proof that the given parameter is not identifiable
     * @param continuum whether it is known to lie on a curve of such parameters
     * @param what what makes the parameter not identifiable, as a sentence
     */
    record Found(Proof proof, boolean continuum, String what) {
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
                                proof,
                                isContinuum(),
                                StepText.of(reduction.steps().get(0), network)));
    }

    /**
     * Whether free weights are infinitely many classes. Numbers are one class or a few under positive factors, so not where all widths
     * are one, no unit has a bias, and scalings of the units are latent maps: (w, v) with w v = 0 has five classes for relu.
     */
    private boolean isContinuum() {
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            boolean free = layer instanceof Layer.Entrywise units
                    ? units.units().stream().map(unit -> unit.group().scales()).noneMatch(SCALED::contains)
                    : layer instanceof Layer.Dense dense && dense.hasBias() && i < layers.size() - 1;
            if (free || layer.inputs() > 1 || layer.outputs() > 1) {
                return true;
            }
        }
        return false;
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
                return accepted(new Network(layers), List.of(), prune)
                        .map(proof -> new Found(proof, isContinuum(), what));
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
                        return Optional.of(new Found(proof.get(), isContinuum(), what));
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
                        isContinuum(),
                        "the units' polynomials depend on one another, or are squares that isometries mix"));
    }

    /** Linear layers wider than the rank of their product. */
    private Optional<Found> byRanks() {
        return LinearFibres.other(network)
                .flatMap(other -> accepted(other, EqualityProof.of(new Comparison.Ridge(List.of()))))
                .map(proof -> new Found(
                        proof,
                        LinearFibres.of(network)
                                .map(fibre -> fibre.classes().equals("infinite"))
                                .orElse(false),
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
                        proof.get(),
                        false,
                        "units may be negated together, because s(x) - s(-x) is proportional to x"));
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
