package io.intertwine.cli;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.match.FloatingMap;
import io.intertwine.match.LatentAction;
import io.intertwine.match.NumericVerification;
import io.intertwine.measure.ThreeAnswers;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.HiddenSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A numeric verification in the words of the command line. Nothing in it is proved.
 *
 * @param answers what was found out
 */
record NumericView(ThreeAnswers answers) implements VerificationView {
    private NumericVerification verification() {
        return answers.verification();
    }

    @Override
    public Symmetry symmetry() {
        return verification().symmetry();
    }

    @Override
    public Verdict equivariant() {
        if (verification() instanceof NumericVerification.Refuted) {
            return Verdict.REFUTED;
        }
        boolean within =
                verification().tolerance().admits(verification().difference().relative())
                        && answers.isWithinAtAllInputs();
        return within ? Verdict.HOLDS : Verdict.UNDETERMINED;
    }

    @Override
    public Verdict layerwiseGiven() {
        return outcome();
    }

    @Override
    public Verdict layerwiseInArchitecture() {
        return outcome();
    }

    @Override
    public Verdict layerwiseWidened() {
        return outcome();
    }

    @Override
    public Verdict outcome() {
        if (verification() instanceof NumericVerification.Holds) {
            return answers.isWithinAtAllInputs() ? Verdict.HOLDS : Verdict.UNDETERMINED;
        }
        return verification() instanceof NumericVerification.Refuted ? Verdict.REFUTED : Verdict.UNDETERMINED;
    }

    @Override
    public Optional<ThreeAnswers> numeric() {
        return Optional.of(answers);
    }

    @Override
    public String mode() {
        return "numeric";
    }

    @Override
    public String level() {
        return outcome() == Verdict.HOLDS ? "gauge" : "";
    }

    @Override
    public String headline() {
        return (outcome() == Verdict.HOLDS ? "within" : "at") + " tolerance "
                + verification().tolerance() + ", in floating point; nothing is proved.";
    }

    @Override
    public boolean isReparametrised() {
        return false;
    }

    @Override
    public String networkFile() {
        return "";
    }

    @Override
    public boolean hasWiderNetwork() {
        return false;
    }

    @Override
    public String widenedFile() {
        return "";
    }

    @Override
    public List<List<Integer>> unitsFrom() {
        return List.of();
    }

    @Override
    public List<LayerView> layers() {
        List<LayerView> layers = new ArrayList<>();
        if (verification() instanceof NumericVerification.Holds holds) {
            List<List<AffineMap>> shapes = holds.actions().stream()
                    .map(generator -> generator.stream().map(NumericView::shape).toList())
                    .toList();
            for (HiddenSpace space : HiddenSpace.of(holds.network(), symmetry(), shapes)) {
                layers.add(layer(holds, space));
            }
        }
        return layers;
    }

    /** Latent space i is the one that layer i of the network writes. */
    private static LayerView layer(NumericVerification.Holds holds, HiddenSpace space) {
        int last = space.index();
        while (last + 1 < holds.network().layers().size()
                && holds.network().layers().get(last + 1) instanceof Layer.Entrywise) {
            last++;
        }
        String residual = String.valueOf(holds.residuals().get(space.index()));
        return LayerView.of(space, holds.network(), residual, space(holds, space.index()), space(holds, last));
    }

    /** The actions on a latent space, or on the output space, which is the one after the last. */
    private static List<LatentAction> space(NumericVerification.Holds holds, int space) {
        List<LatentAction> actions = new ArrayList<>();
        for (int g = 0; g < holds.actions().size(); g++) {
            List<LatentAction> latent = holds.actions().get(g);
            actions.add(
                    space < latent.size()
                            ? latent.get(space)
                            : new LatentAction.Exact(
                                    holds.symmetry().output().images().get(g)));
        }
        return actions;
    }

    /** The map with its estimated factors replaced by their signs: what decides about orbits. */
    private static AffineMap shape(LatentAction action) {
        if (action instanceof LatentAction.Exact exact) {
            return exact.exact();
        }
        FloatingMap map = action.map();
        if (!map.isMonomial()) {
            return notMonomial(map.dimension());
        }
        List<Scalar> signs = new ArrayList<>();
        for (int j = 0; j < map.dimension(); j++) {
            signs.add(map.scale(j) < 0 ? Scalar.MINUS_ONE : Scalar.ONE);
        }
        return AffineMap.monomial(map.permutation(), signs);
    }

    /** A map that permutes no coordinates, in place of one whose entries are only estimated. */
    private static AffineMap notMonomial(int n) {
        List<Scalar> entries = new ArrayList<>(Collections.nCopies(n * n, Scalar.ZERO));
        for (int i = 0; i < n; i++) {
            entries.set(i * n + i, Scalar.ONE);
            entries.set(i, Scalar.ONE);
        }
        return AffineMap.of(ExactMatrix.of(n, n, entries), Collections.nCopies(n, Scalar.ZERO));
    }

    @Override
    public Optional<Counterexample> counterexample() {
        if (!(verification() instanceof NumericVerification.Refuted refuted)) {
            return Optional.empty();
        }
        NumericVerification.Witness witness = refuted.witness();
        Scalar error = exact(witness.errorBound());
        List<Value> difference = new ArrayList<>();
        for (double entry : witness.difference()) {
            difference.add(new Value.Between(
                    exact(entry).subtract(error).rational(),
                    exact(entry).add(error).rational()));
        }
        return Optional.of(new Counterexample(
                witness.generator(), witness.input(), values(witness.left()), values(witness.right()), difference));
    }

    private static List<Value> values(List<Double> numbers) {
        return numbers.stream()
                .<Value>map(number -> new Value.Exact(exact(number)))
                .toList();
    }

    /** The number that a double is. */
    private static Scalar exact(double number) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(number));
    }

    @Override
    public Optional<SubgroupView> subgroup() {
        return verification() instanceof NumericVerification.Refuted refuted
                ? Optional.of(SubgroupView.of(refuted.subgroup()))
                : Optional.empty();
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public String theorem() {
        return "";
    }

    @Override
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (verification() instanceof NumericVerification.Undetermined) {
            reasons.addAll(verification().reasons());
        } else {
            if (verification() instanceof NumericVerification.Holds && !answers.isWithinAtAllInputs()) {
                reasons.add(
                        "every layer is within the tolerance, but the outputs are not at every input: the table above says where");
            }
            reasons.add(verification().statement());
            reasons.addAll(verification().reasons());
        }
        return reasons;
    }
}
