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
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * An exact verification in the words of the command line.
 *
 * @param verification what was found out
 * @param networkFile the file that holds the reparametrised network, empty if there is none
 * @param widenedFile the file that holds a wider network, empty if there is none
 */
record ExactView(Verification verification, String networkFile, String widenedFile) implements VerificationView {
    /** Differences below this part of the outputs are as those of rounded weights are. */
    private static final BigFraction LIKE_ROUNDING = new BigFraction(1, 1000);

    @Override
    public Symmetry symmetry() {
        return verification.symmetry();
    }

    @Override
    public Verdict equivariant() {
        return Verdict.of(verification.survey().equivariant());
    }

    @Override
    public Verdict layerwiseGiven() {
        return Verdict.of(verification.survey().given());
    }

    @Override
    public Verdict layerwiseInArchitecture() {
        return Verdict.of(verification.survey().architecture());
    }

    @Override
    public Verdict layerwiseWidened() {
        return Verdict.of(verification.survey().widened());
    }

    @Override
    public Verdict outcome() {
        if (verification instanceof Verification.Layerwise) {
            return Verdict.HOLDS;
        }
        return verification instanceof Verification.Undetermined ? Verdict.UNDETERMINED : Verdict.REFUTED;
    }

    @Override
    public String mode() {
        return "exact";
    }

    @Override
    public String level() {
        return verification.survey().level();
    }

    @Override
    public String headline() {
        if (isReparametrised()) {
            return "the network is equivariant, and so is every layer after a change of parameters that keeps the function.";
        }
        if (verification instanceof Verification.Layerwise) {
            return "the network is equivariant, and so is every layer of it.";
        }
        if (verification instanceof Verification.NotEquivariant) {
            return "the input x below shows it.";
        }
        if (verification instanceof Verification.NotLayerwise) {
            return "the network is equivariant, but no parameter of its architecture with this function makes every layer so.";
        }
        return equivariant() == Verdict.HOLDS
                ? "the network is equivariant; whether its layers are was not decided."
                : "neither a latent action nor a counterexample was found.";
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
            boolean replaced =
                    step instanceof ReductionStep.Replace replace && replace.layer() <= layer && layer < replace.end();
            if (replaced || (step.layer() == layer && (zeroed || step instanceof ReductionStep.Refactor))) {
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
    public boolean hasWiderNetwork() {
        return !verification.survey().wide().isEmpty();
    }

    @Override
    public Optional<SubgroupView> subgroup() {
        return verification instanceof Verification.NotEquivariant refuted
                ? Optional.of(SubgroupView.of(refuted.subgroup()))
                : verification.survey().subgroup().stream().findFirst().map(SubgroupView::of);
    }

    @Override
    public List<String> classes() {
        if (!(verification instanceof Verification.NotLayerwise not)) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        for (int g = 0; g < generators().size(); g++) {
            int[] targets = not.certificate().moves().get(g).stream()
                    .mapToInt(Certificate.ClassMove::target)
                    .toArray();
            sentences.add(not.classes().size() + ", permuted by " + generators().get(g) + " as " + Cycles.of(targets));
        }
        return sentences;
    }

    @Override
    public String theorem() {
        return String.join(
                " ",
                Stream.concat(proof().stream(), further().stream())
                        .map(proof -> proof.theorem().toString())
                        .toList());
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

    /** The proof of the verdict, if there is a verdict. */
    Optional<Proof> proof() {
        if (verification instanceof Verification.Layerwise layerwise) {
            return Optional.of(proof(layerwise.theorem(), layerwise.certificate()));
        }
        if (verification instanceof Verification.NotLayerwise not) {
            return Optional.of(proof(not.theorem(), not.certificate()));
        }
        return verification instanceof Verification.NotEquivariant refuted
                ? Optional.of(proof(refuted.theorem(), refuted.witness()))
                : Optional.empty();
    }

    private static Proof proof(Theorem theorem, Certificate certificate) {
        return new Proof(theorem.claim(), certificate, theorem);
    }

    /** What was proved beside the verdict. */
    List<Proof> further() {
        return verification.survey().proofs();
    }
}
