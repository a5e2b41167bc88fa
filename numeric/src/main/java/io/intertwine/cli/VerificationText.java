package io.intertwine.cli;

import java.util.ArrayList;
import java.util.List;

/** The result of {@code verify} for people. */
final class VerificationText {
    private final VerificationView view;
    private final Terminal terminal;

    private VerificationText(VerificationView view, Terminal terminal) {
        this.view = view;
        this.terminal = terminal;
    }

    /** Prints the verdict and what it rests on. */
    static void print(VerificationView view, Terminal terminal) {
        new VerificationText(view, terminal).print();
    }

    private void print() {
        terminal.print(verdict() + ": " + view.headline());
        view.numeric().ifPresent(answers -> AnswersText.print(answers, terminal));
        layers();
        layerwise();
        view.counterexample().ifPresent(this::counterexample);
        List<String> reasons = view.reasons();
        if (!reasons.isEmpty()) {
            terminal.print("");
        }
        reasons.forEach(reason -> terminal.paragraph("  - ", reason));
        if (view.isReparametrised() && view.networkFile().isEmpty()) {
            terminal.print("");
            terminal.print("  to keep the reparametrised network: add --output FILE");
        }
        if (view.hasWiderNetwork() && view.widenedFile().isEmpty()) {
            terminal.print("");
            terminal.print("  to keep the wider network: add --widened FILE");
        }
    }

    private String verdict() {
        String verdict = view.verdict() + (view.isReparametrised() ? ", reparametrised" : "");
        return switch (view.outcome()) {
            case HOLDS -> terminal.green(verdict);
            case REFUTED -> terminal.red(verdict);
            case UNDETERMINED -> terminal.yellow(verdict);
        };
    }

    private void layers() {
        List<LayerView> layers = view.layers();
        if (layers.isEmpty()) {
            return;
        }
        boolean residuals = !layers.stream().allMatch(layer -> layer.residual().equals("0"));
        List<String> head = new ArrayList<>(List.of("layer", "units", "latent group", "orbits"));
        if (residuals) {
            head.add("residual");
        }
        Table table = new Table("  ", head);
        for (LayerView layer : layers) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(layer.number()), String.valueOf(layer.units()), layer.group(), layer.orbits()));
            if (residuals) {
                row.add(layer.residual());
            }
            table.row(row);
        }
        terminal.print("");
        table.lines(terminal::faint).forEach(terminal::print);
        decompositions(layers);
    }

    private void decompositions(List<LayerView> layers) {
        Table table = new Table("  ", List.of("layer", "decomposition"));
        layers.forEach(layer -> table.row(List.of(String.valueOf(layer.number()), layer.decomposition())));
        terminal.print("");
        table.lines(terminal::faint).forEach(terminal::print);
    }

    /** Where layerwise equivariance holds and where it does not, unless it is the same everywhere. */
    private void layerwise() {
        Verdict given = view.layerwiseGiven();
        Verdict architecture = view.layerwiseInArchitecture();
        Verdict widened = view.layerwiseWidened();
        boolean alike = given == architecture && architecture == widened;
        if (view.numeric().isPresent()) {
            return;
        }
        if (alike && (given != Verdict.UNDETERMINED || view.equivariant() == Verdict.UNDETERMINED)) {
            return;
        }
        Table table = new Table("  ", List.of());
        table.row(List.of("layerwise at the given parameters", given.toString()));
        table.row(List.of("at some parameter of the architecture", architecture.toString()));
        table.row(List.of("at larger width", widened.toString()));
        if (!view.level().isEmpty()) {
            table.row(List.of("level", view.level()));
        }
        view.classes().forEach(sentence -> table.row(List.of("classes of parameters", sentence)));
        view.subgroup().ifPresent(subgroup -> table.row(List.of("given parameters layerwise under", subgroup.text())));
        terminal.print("");
        table.lines(line -> line).forEach(terminal::print);
    }

    private void counterexample(Counterexample example) {
        String generator = example.generator();
        Table table = new Table("  ", List.of());
        table.row(List.of("generator", generator));
        table.row(List.of("x", Decimals.briefly(example.input(), Decimals::brief)));
        table.row(List.of("f(" + generator + " x)", Decimals.briefly(example.left(), Decimals::brief)));
        table.row(List.of(generator + " f(x)", Decimals.briefly(example.right(), Decimals::brief)));
        table.row(List.of("difference", Decimals.briefly(example.difference(), Decimals::brief)));
        view.subgroup().ifPresent(subgroup -> table.row(List.of("still equivariant under", subgroup.text())));
        terminal.print("");
        table.lines(terminal::faint).forEach(terminal::print);
    }
}
