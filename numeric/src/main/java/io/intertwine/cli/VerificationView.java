package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.RationalInterval;
import io.intertwine.find.Normalisation;
import io.intertwine.find.Verification;
import io.intertwine.symmetry.HiddenSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A verification in the words of the command line.
 *
 * @param verification what was found out
 * @param networkFile the file that holds the reparametrised network, empty if there is none
 */
record VerificationView(Verification verification, String networkFile) {
    private static final String HOLDS = "holds";
    private static final String REFUTED = "refuted";
    private static final String UNDETERMINED = "undetermined";

    /** Differences below this part of the outputs are as those of rounded weights are. */
    private static final BigFraction LIKE_ROUNDING = new BigFraction(1, 1000);

    private static final int BITS = 80;
    private static final String POSITIVE = "positive monomial";

    /** The verdict of the whole. */
    String verdict() {
        return switch (equivariant()) {
            case HOLDS -> "layerwise-equivariant";
            case REFUTED -> "not-equivariant";
            default -> UNDETERMINED;
        };
    }

    /** Whether the function is equivariant. */
    String equivariant() {
        if (verification instanceof Verification.Layerwise) {
            return HOLDS;
        }
        return verification instanceof Verification.NotEquivariant ? REFUTED : UNDETERMINED;
    }

    /** Whether the given parameters are layerwise equivariant. */
    String layerwiseGiven() {
        return isReparametrised() ? UNDETERMINED : equivariant();
    }

    /** Whether some parameter of the architecture with the same function is, as given or widened. */
    String layerwiseArchitecture() {
        return equivariant();
    }

    /** The level at which it was established, empty if nothing was. */
    String level() {
        return verification instanceof Verification.Layerwise ? "gauge" : "";
    }

    /** Whether the layers speak of another parameter than the given one. */
    boolean isReparametrised() {
        return verification instanceof Verification.Layerwise layerwise && layerwise.reparametrised();
    }

    /** The names of the generators. */
    List<String> generators() {
        return verification.symmetry().group().generators();
    }

    /** The hidden layers with their actions; none unless layerwise equivariance was established. */
    List<HiddenSpace> layers() {
        return verification instanceof Verification.Layerwise layerwise
                ? HiddenSpace.of(layerwise.subject(), layerwise.symmetry(), layerwise.actions())
                : List.of();
    }

    /** The number of units of a hidden layer. */
    int units(HiddenSpace layer) {
        return verification.network().layers().get(layer.index()).outputs();
    }

    /** The orbits of the units of a hidden layer in words. */
    String orbits(HiddenSpace layer) {
        return generators().isEmpty() ? units(layer) + " fixed" : layer.orbits().describe();
    }

    /** The latent action of a hidden layer as permutations, where it is one by positive factors that can be divided out. */
    Optional<Normalisation> normalised(HiddenSpace layer) {
        return layer.group().equals(POSITIVE) && !generators().isEmpty()
                ? Normalisation.of(layer.action())
                : Optional.empty();
    }

    /** For every hidden layer of the reparametrised network and every unit its number in the given one, -1 for a new unit. */
    List<List<Integer>> unitsFrom() {
        List<List<Integer>> all = new ArrayList<>();
        for (HiddenSpace layer : layers()) {
            List<Integer> units = new ArrayList<>();
            for (int unit = 0; unit < units(layer); unit++) {
                units.add(isNew(layer.index(), unit) ? -1 : unit);
            }
            all.add(units);
        }
        return all;
    }

    private boolean isNew(int layer, int unit) {
        for (ReductionStep step : ((Verification.Layerwise) verification).steps()) {
            boolean zeroed = step instanceof ReductionStep.Prune prune && prune.units().contains(unit);
            if (step.layer() == layer && (zeroed || step instanceof ReductionStep.Refactor)) {
                return true;
            }
        }
        return false;
    }

    /** The theorem that the checker proved, empty if there is none. */
    String theorem() {
        if (verification instanceof Verification.Layerwise layerwise) {
            return layerwise.theorem().toString();
        }
        return verification instanceof Verification.NotEquivariant refuted ? refuted.theorem().toString() : "";
    }

    /** The reasons, and whether a refutation looks like an effect of rounding. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>(verification.reasons());
        if (verification instanceof Verification.NotEquivariant refuted) {
            BigFraction largest = largest(refuted.witness().difference());
            BigFraction outputs = largest(refuted.witness().left());
            if (largest.compareTo(outputs.multiply(LIKE_ROUNDING)) < 0) {
                reasons.add("largest difference found " + Decimals.size(largest) + ": try --tolerance");
            }
        }
        return reasons;
    }

    private static BigFraction largest(List<Value> values) {
        BigFraction largest = BigFraction.ZERO;
        for (Value value : values) {
            BigFraction size = size(value);
            largest = size.compareTo(largest) > 0 ? size : largest;
        }
        return largest;
    }

    /** An upper bound of the absolute value. */
    private static BigFraction size(Value value) {
        if (value instanceof Value.Exact exact) {
            RationalInterval bounds = exact.value().abs().bounds(BITS);
            return bounds.upper();
        }
        Value.Between between = (Value.Between) value;
        BigFraction upper = between.upper().abs();
        BigFraction lower = between.lower().abs();
        return upper.compareTo(lower) > 0 ? upper : lower;
    }

    /** The evidence, if there is any. */
    List<Certificate> certificates() {
        if (verification instanceof Verification.Layerwise layerwise) {
            return List.of(layerwise.certificate());
        }
        return verification instanceof Verification.NotEquivariant refuted ? List.of(refuted.witness()) : List.of();
    }

    /** The exit code. */
    int exitCode() {
        return switch (equivariant()) {
            case HOLDS -> ExitCode.HOLDS;
            case REFUTED -> ExitCode.REFUTED;
            default -> ExitCode.UNDETERMINED;
        };
    }
}
