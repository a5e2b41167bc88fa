package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.ActivationFacts.Kind;
import io.intertwine.certificate.Certificate;
import io.intertwine.claim.Claim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.find.IntertwinerSearch;
import io.intertwine.find.IntertwinerSearch.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code activation} shows.
 *
 * @param activation the activation
 * @param facts what was derived about it
 * @param equation its differential equation, empty if none is known
 * @param matrix the answer about the matrix; an empty list if none was given
 */
record ActivationView(Activation activation, ActivationFacts facts, String equation, List<Result> matrix) {
    ActivationView {
        matrix = List.copyOf(matrix);
    }

    /** Whether both groups were derived completely. */
    boolean isDerived() {
        return facts.complete() && facts.linear().kind() != Kind.UNDETERMINED;
    }

    /** The exit code: about the matrix where there is one, else about the groups. */
    int exitCode() {
        if (matrix.isEmpty()) {
            return isDerived() ? ExitCode.HOLDS : ExitCode.UNDETERMINED;
        }
        return isMember()
                .map(member -> member ? ExitCode.HOLDS : ExitCode.REFUTED)
                .orElse(ExitCode.UNDETERMINED);
    }

    /** Whether the matrix is an intertwiner; empty if that was not decided. */
    Optional<Boolean> isMember() {
        Result result = matrix.get(0);
        return result instanceof Result.Undetermined ? Optional.empty() : Optional.of(result instanceof Result.Member);
    }

    /** The companion of the matrix, if it has one. */
    Optional<ExactMatrix> companion() {
        return matrix.get(0) instanceof Result.Member member
                ? Optional.of(member.claim().companion())
                : Optional.empty();
    }

    /** Why the matrix is an intertwiner or not, or was not decided. */
    String why() {
        Result result = matrix.get(0);
        if (result instanceof Result.Member member) {
            return member.theorem().rule();
        }
        if (result instanceof Result.NotMember none) {
            return none.theorem().rule();
        }
        return result instanceof Result.Undetermined undetermined
                ? undetermined.reason()
                : "The matrix is singular, and an intertwiner is invertible.";
    }

    /** A claim with its certificate. */
    record Proof(Claim claim, Certificate certificate) {}

    /** What is proved about the matrix. */
    Optional<Proof> matrixProof() {
        if (matrix.get(0) instanceof IntertwinerSearch.Result.Member member) {
            return Optional.of(new Proof(member.claim(), member.certificate()));
        }
        return matrix.get(0) instanceof Result.NotMember none
                ? Optional.of(new Proof(none.claim(), none.certificate()))
                : Optional.empty();
    }

    /** The linear group in a word, as in {@code --json}. */
    String linearGroup() {
        return facts.linear().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
