package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.find.Verification;
import io.intertwine.symmetry.HiddenSpace;
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
        Verification verification = view.verification();
        if (verification instanceof Verification.Layerwise) {
            layerwise();
        } else if (verification instanceof Verification.NotEquivariant refuted) {
            refuted(refuted);
        } else {
            terminal.print(terminal.yellow("undetermined") + ": neither a latent action nor a counterexample was found.");
            reasons(view.reasons());
        }
    }

    private void layerwise() {
        if (!view.isReparametrised()) {
            terminal.print(terminal.green("layerwise-equivariant") + ": the network is equivariant, and so is every layer of it.");
        } else {
            terminal.print(terminal.green("layerwise-equivariant, reparametrised")
                    + ": the network is equivariant, and every layer is after a change of");
            terminal.print("parameters that keeps function and architecture.");
        }
        Table table = new Table("  ", List.of("layer", "units", "latent group", "orbits"));
        for (HiddenSpace layer : view.layers()) {
            table.row(List.of(
                    String.valueOf(layer.layer()), String.valueOf(view.units(layer)), layer.group(), view.orbits(layer)));
        }
        if (!view.layers().isEmpty()) {
            terminal.print("");
            table.lines(terminal::faint).forEach(terminal::print);
        }
        if (view.isReparametrised()) {
            reasons(view.reasons());
        }
        if (view.isReparametrised() && view.networkFile().isEmpty()) {
            terminal.print("");
            terminal.print("  to keep the reparametrised network: add --output FILE");
        }
    }

    private void refuted(Verification.NotEquivariant refuted) {
        Certificate.Witness witness = refuted.witness();
        String generator = witness.generator();
        terminal.print(terminal.red("not-equivariant") + ": generator " + generator + " at the input x below shows it.");
        terminal.print("");
        Table table = new Table("  ", List.of());
        table.row(List.of("x", Decimals.briefly(witness.input(), Decimals::brief)));
        table.row(List.of("f(" + generator + " x)", Decimals.briefly(witness.left(), Decimals::brief)));
        table.row(List.of(generator + " f(x)", Decimals.briefly(witness.right(), Decimals::brief)));
        table.row(List.of("difference", Decimals.briefly(witness.difference(), Decimals::brief)));
        table.row(List.of("still equivariant under", others(refuted)));
        table.lines(terminal::faint).forEach(terminal::print);
        reasons(view.reasons());
    }

    private static String others(Verification.NotEquivariant refuted) {
        return refuted.subgroup().isEmpty() ? "no generator" : String.join(", ", refuted.subgroup());
    }

    private void reasons(List<String> reasons) {
        if (!reasons.isEmpty()) {
            terminal.print("");
        }
        reasons.forEach(reason -> terminal.paragraph("  - ", reason));
    }
}
