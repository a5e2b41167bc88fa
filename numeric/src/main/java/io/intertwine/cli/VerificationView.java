package io.intertwine.cli;

import io.intertwine.measure.ThreeAnswers;
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

    /** Whether some parameter of the same architecture with the same function is layerwise equivariant. */
    Verdict layerwiseInArchitecture();

    /** Whether a network of other widths with the same function is layerwise equivariant. */
    Verdict layerwiseWidened();

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

    /** Whether there is a wider network that is layerwise equivariant. */
    boolean hasWiderNetwork();

    /** The file that holds a wider network that is layerwise equivariant, empty if there is none. */
    String widenedFile();

    /** For every hidden layer of the reparametrised network and every unit its number in the given one, -1 for a new unit. */
    List<List<Integer>> unitsFrom();

    /** The hidden layers with their actions; none unless layerwise equivariance was established. */
    List<LayerView> layers();

    /** The input that refutes equivariance, if there is one. */
    Optional<Counterexample> counterexample();

    /** A subgroup for which more is known than for the whole group, if there is one. */
    Optional<SubgroupView> subgroup();

    /** What each generator does to the classes of parameters with the same function, as sentences; none if that is not known. */
    List<String> classes();

    /** The theorem that the checker proved, empty if there is none. */
    String theorem();

    /** What was measured in floating point, in numeric mode. */
    default Optional<ThreeAnswers> numeric() {
        return Optional.empty();
    }

    /** Reasons and remarks, as sentences. */
    List<String> reasons();

    /** The names of the generators. */
    default List<String> generators() {
        return symmetry().group().generators();
    }

    /** Whether the network is layerwise equivariant, the question that the exit code answers. */
    Verdict outcome();

    /** The verdict of the whole. */
    default String verdict() {
        return switch (outcome()) {
            case HOLDS -> "layerwise-equivariant";
            case REFUTED -> equivariant() == Verdict.HOLDS ? "equivariant-not-layerwise" : "not-equivariant";
            case UNDETERMINED -> "undetermined";
        };
    }

    /** The exit code. */
    default int exitCode() {
        return outcome().exitCode();
    }
}
