package io.intertwine.cli;

import io.intertwine.criterion.Criterion;
import io.intertwine.criterion.Hypothesis;
import io.intertwine.find.Assessment;
import io.intertwine.find.Identification;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The result of {@code identify} for people. */
final class IdentificationText {
    private static final int COLUMN = 14;
    private static final int MOST_PARAMETERS = 40;

    private final Identification identification;
    private final Terminal terminal;

    private IdentificationText(Identification identification, Terminal terminal) {
        this.identification = identification;
        this.terminal = terminal;
    }

    /**
     * Prints the verdict and what it rests on.
     *
     * @param kept whether the witness stands in a file, so that it need not be printed
     */
    static void print(Identification identification, boolean kept, Terminal terminal) {
        new IdentificationText(identification, terminal).print(kept);
    }

    /** The criterion whose hypotheses are shown: the one that decided, else the nearest one. */
    static Optional<Assessment> shown(Identification identification) {
        return identification.by().stream()
                .findFirst()
                .or(() -> identification.considered().stream().findFirst());
    }

    private void print(boolean kept) {
        terminal.print(verdict() + ": " + headline());
        terminal.print("");
        if (!identification.upTo().isEmpty()) {
            entry("latent group", identification.upTo());
        }
        if (!identification.classes().isEmpty()) {
            entry("classes", identification.classes());
        }
        if (identification.by().isEmpty()) {
            identification.proof().stream()
                    .findFirst()
                    .ifPresent(proof -> entry("proved", proof.theorem().rule()));
        }
        shown(identification).ifPresent(this::criterion);
        identification.reasons().forEach(reason -> terminal.paragraph("  - ", reason));
        reduction();
        identification.witness().stream().findFirst().ifPresent(witness -> witness(witness, kept));
        terminal.print("");
    }

    private String verdict() {
        String verdict = identification.verdict().text();
        return switch (identification.verdict()) {
            case IDENTIFIABLE, WEAKLY_IDENTIFIABLE -> terminal.green(verdict);
            case FINITELY_IDENTIFIABLE, NOT_IDENTIFIABLE -> terminal.red(verdict);
            case LOCALLY_IDENTIFIABLE, UNDETERMINED -> terminal.yellow(verdict);
        };
    }

    private String headline() {
        return switch (identification.verdict()) {
            case IDENTIFIABLE -> "the function determines the parameters, up to the symmetries below.";
            case WEAKLY_IDENTIFIABLE ->
                "the function determines the parameters of the reduced network, up to the symmetries below.";
            case FINITELY_IDENTIFIABLE -> "several classes of parameters have this function, finitely many.";
            case LOCALLY_IDENTIFIABLE -> "the function determines the parameters among those near the given ones.";
            case NOT_IDENTIFIABLE -> "another parameter, not related to the given one, has this function.";
            case UNDETERMINED -> "no criterion applies, and no other parameter with this function was found.";
        };
    }

    private void criterion(Assessment assessment) {
        Criterion criterion = assessment.criterion();
        String grade = criterion.grade().name().toLowerCase(Locale.ROOT);
        boolean decided = !identification.by().isEmpty();
        entry(decided ? "by" : "nearest", criterion.name() + " (" + grade + "): " + criterion.source());
        entry("", criterion.statement());
        for (Hypothesis hypothesis : assessment.hypotheses()) {
            entry(truth(hypothesis.truth()), hypothesis.statement() + " (" + hypothesis.found() + ")");
        }
    }

    private static String truth(Hypothesis.Truth truth) {
        return switch (truth) {
            case HOLDS -> "  holds";
            case FAILS -> "  fails";
            case UNKNOWN -> "  unknown";
        };
    }

    private void reduction() {
        if (identification.reduction().steps().isEmpty()) {
            return;
        }
        entry(
                "reduction",
                NetworkSize.of(identification.reduction().network()).text() + " to "
                        + NetworkSize.of(identification.reduction().reduced()).text());
        ReductionText.steps(identification.reduction()).forEach(line -> terminal.print("  " + line));
    }

    private void witness(Network witness, boolean kept) {
        if (kept) {
            return;
        }
        if (NetworkSize.of(witness).parameters() > MOST_PARAMETERS) {
            entry("witness", "another parameter with this function; to keep it: add --output FILE");
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Layer layer : witness.layers()) {
            if (layer instanceof Layer.Dense dense) {
                lines.add("weight " + dense.weight() + (dense.hasBias() ? "  bias " + dense.biases() : ""));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            entry(i == 0 ? "witness" : "", lines.get(i));
        }
    }

    private void entry(String name, String text) {
        terminal.paragraph("  " + name + " ".repeat(Math.max(1, COLUMN - name.length())), text);
    }
}
