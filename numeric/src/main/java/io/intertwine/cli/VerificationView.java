package io.intertwine.cli;

import io.intertwine.rep.Symmetry;
import java.util.List;
import java.util.Optional;

/** The result of {@code verify} in the words of the command line, exact or numeric. */
sealed interface VerificationView permits ExactView, NumericView {
    /** The symmetry that was asked about. */
    Symmetry symmetry();

    /** Whether the function is equivariant. */
    Verdict equivariant();

    /** Whether the given parameters are layerwise equivariant. */
    Verdict layerwiseGiven();

    /** How it was computed: exact or numeric. */
    String mode();

    /** The level at which it was established, empty if nothing was. */
    String level();

    /** The verdict in one sentence for people. */
    String headline();

    /** Whether the layers speak of another parameter than the given one. */
    boolean isReparametrised();

    /** The file that holds the reparametrised network, empty if there is none. */
    String networkFile();

    /** For every hidden layer of the reparametrised network and every unit its number in the given one, -1 for a new unit. */
    List<List<Integer>> unitsFrom();

    /** The hidden layers with their actions; none unless layerwise equivariance was established. */
    List<LayerView> layers();

    /** The input that refutes equivariance, if there is one. */
    Optional<Counterexample> counterexample();

    /** On a refutation the names of the generators under which the function is still equivariant. */
    List<String> subgroup();

    /** The theorem that the checker proved, empty if there is none. */
    String theorem();

    /** Reasons and remarks, as sentences. */
    List<String> reasons();

    /** The names of the generators. */
    default List<String> generators() {
        return symmetry().group().generators();
    }

    /** The verdict of the whole. */
    default String verdict() {
        return switch (equivariant()) {
            case HOLDS -> "layerwise-equivariant";
            case REFUTED -> "not-equivariant";
            case UNDETERMINED -> "undetermined";
        };
    }

    /** The exit code. */
    default int exitCode() {
        return equivariant().exitCode();
    }
}
