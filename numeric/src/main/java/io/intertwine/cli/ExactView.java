package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Theorem;
import io.intertwine.find.Proof;
import io.intertwine.find.Verification;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.HiddenSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * An exact verification in the words of the command line.
 *
 * @param verification what was found out
 * @param networkFile the file that holds the reparametrised network, empty if there is none
 */
record ExactView(Verification verification, String networkFile) implements VerificationView {
    /** Differences below this part of the outputs are as those of rounded weights are. */
    private static final BigFraction LIKE_ROUNDING = new BigFraction(1, 1000);

    @Override
    public Symmetry symmetry() {
        return verification.symmetry();
    }

    @Override
    public Verdict equivariant() {
        if (verification instanceof Verification.Layerwise) {
            return Verdict.HOLDS;
        }
        return verification instanceof Verification.NotEquivariant ? Verdict.REFUTED : Verdict.UNDETERMINED;
    }

    @Override
    public Verdict layerwiseGiven() {
        return isReparametrised() ? Verdict.UNDETERMINED : equivariant();
    }

    @Override
    public String mode() {
        return "exact";
    }

    @Override
    public String level() {
        return verification instanceof Verification.Layerwise ? "gauge" : "";
    }

    @Override
    public String headline() {
        if (isReparametrised()) {
            return "the network is equivariant, and so is every layer after a change of parameters that keeps the function.";
        }
        return switch (equivariant()) {
            case HOLDS -> "the network is equivariant, and so is every layer of it.";
            case REFUTED -> "the input x below shows it.";
            case UNDETERMINED -> "neither a latent action nor a counterexample was found.";
        };
    }

    @Override
    public boolean isReparametrised() {
        return verification instanceof Verification.Layerwise layerwise && layerwise.reparametrised();
    }

    @Override
    public List<LayerView> layers() {
        List<LayerView> layers = new ArrayList<>();
        if (verification instanceof Verification.Layerwise layerwise) {
            for (HiddenSpace space : HiddenSpace.of(layerwise.subject(), symmetry(), layerwise.actions())) {
                layers.add(LayerView.of(
                        space,
                        layerwise.subject(),
                        "0",
                        LayerView.exact(space.preactivation()),
                        LayerView.exact(space.action())));
            }
        }
        return layers;
    }

    @Override
    public List<List<Integer>> unitsFrom() {
        List<List<Integer>> all = new ArrayList<>();
        for (LayerView layer : layers()) {
            List<Integer> units = new ArrayList<>();
            for (int unit = 0; unit < layer.units(); unit++) {
                units.add(isNew(layer.index(), unit) ? -1 : unit);
            }
            all.add(units);
        }
        return all;
    }

    private boolean isNew(int layer, int unit) {
        for (ReductionStep step : ((Verification.Layerwise) verification).steps()) {
            boolean zeroed =
                    step instanceof ReductionStep.Prune prune && prune.units().contains(unit);
            if (step.layer() == layer && (zeroed || step instanceof ReductionStep.Refactor)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Counterexample> counterexample() {
        if (!(verification instanceof Verification.NotEquivariant refuted)) {
            return Optional.empty();
        }
        Certificate.Witness witness = refuted.witness();
        return Optional.of(new Counterexample(
                witness.generator(), witness.input(), witness.left(), witness.right(), witness.difference()));
    }

    @Override
    public List<String> subgroup() {
        return verification instanceof Verification.NotEquivariant refuted ? refuted.subgroup() : List.of();
    }

    @Override
    public String theorem() {
        if (verification instanceof Verification.Layerwise layerwise) {
            return layerwise.theorem().toString();
        }
        return verification instanceof Verification.NotEquivariant refuted
                ? refuted.theorem().toString()
                : "";
    }

    @Override
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>(verification.reasons());
        counterexample().ifPresent(example -> {
            BigFraction largest = example.largestDifference();
            if (largest.compareTo(example.largestOutput().multiply(LIKE_ROUNDING)) < 0) {
                reasons.add("largest difference found " + Decimals.size(largest) + ": try --tolerance");
            }
        });
        return reasons;
    }

    /** What was proved, with the evidence; empty if nothing was. */
    Optional<Proof> proof() {
        if (verification instanceof Verification.Layerwise layerwise) {
            return Optional.of(proof(layerwise.theorem(), layerwise.certificate()));
        }
        return verification instanceof Verification.NotEquivariant refuted
                ? Optional.of(proof(refuted.theorem(), refuted.witness()))
                : Optional.empty();
    }

    private static Proof proof(Theorem theorem, Certificate certificate) {
        return new Proof(theorem.claim(), certificate, theorem);
    }
}
