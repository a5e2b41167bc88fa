package io.intertwine.cli;

import io.intertwine.match.LatentMatching;
import io.intertwine.match.NumericVerification;
import io.intertwine.match.NumericVerification.Nearest;
import io.intertwine.measure.Chance;
import io.intertwine.measure.EquivarianceError;
import io.intertwine.measure.ErrorSummary;
import io.intertwine.measure.Estimate;
import io.intertwine.measure.LatentFit;
import io.intertwine.measure.LatentResidual;
import io.intertwine.measure.PermutationTest;
import io.intertwine.measure.ThreeAnswers;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The three answers about a trained network for people: on its data, as a function, layer by layer. */
final class AnswersText {
    private final ThreeAnswers answers;
    private final Terminal terminal;

    private AnswersText(ThreeAnswers answers, Terminal terminal) {
        this.answers = answers;
        this.terminal = terminal;
    }

    /** Prints them, with the tables of the layers. */
    static void print(ThreeAnswers answers, Terminal terminal) {
        new AnswersText(answers, terminal).print();
    }

    private void print() {
        Table table = new Table("  ", List.of("equivariant", "answer", "how far"));
        for (ThreeAnswers.DataAnswer data : answers.data()) {
            table.row(List.of("on the data", within(data.error()), far(data.error()) + available(data)));
        }
        table.row(List.of("as a function", within(answers.function()), far(answers.function()) + ", random normal"));
        table.row(List.of("layer by layer", layerwise(), layers()));
        terminal.print("");
        table.lines(terminal::faint).forEach(terminal::print);
        if (answers.verification().nearest() instanceof Nearest.Found found) {
            fits(found);
            found.matching().remarks().forEach(remark -> terminal.paragraph("  - ", remark));
        } else if (answers.verification().nearest() instanceof Nearest.NotSought unsought) {
            terminal.print("");
            terminal.paragraph("  - ", "no table of the layers: " + unsought.reason());
        }
        latent();
    }

    private static String available(ThreeAnswers.DataAnswer data) {
        return data.available() > data.error().inputs() ? " of " + data.available() : "";
    }

    private static String within(EquivarianceError error) {
        return error.overall().above().value() == 0 ? "within T" : "not within T";
    }

    private String layerwise() {
        if (answers.verification() instanceof NumericVerification.Holds) {
            return "within T";
        }
        if (answers.carries().isEmpty()) {
            return "undetermined";
        }
        return answers.carries().contains(false) ? "not within T" : "within T";
    }

    private String layers() {
        List<Boolean> carries = answers.carries();
        if (carries.isEmpty()) {
            return answers.verification() instanceof NumericVerification.Holds holds
                    ? "largest residual " + number(holds.largestResidual())
                    : "";
        }
        long within = carries.stream().filter(carried -> carried).count();
        return within + " of " + carries.size() + " dense layers within T" + chance();
    }

    private String chance() {
        if (answers.chance().isEmpty()) {
            return "; chance not measured (--draws)";
        }
        PermutationTest whole = answers.chance().get(0).whole();
        return "; distance " + number(whole.observed()) + ", by chance " + number(whole.mean()) + " +- "
                + number(whole.deviation()) + ", p = " + number(whole.pValue());
    }

    /** "error 0.021 (0.020 to 0.022), largest 0.041; 0 of 500 inputs above T, at most 0.7 %". */
    private static String far(EquivarianceError error) {
        ErrorSummary all = error.overall();
        long above = Math.round(all.above().value() * error.inputs());
        String broken = all.notFinite() > 0 ? ", " + all.notFinite() + " not finite" : "";
        String small = error.spread() < 0.01 * error.scale() ? "; the outputs hardly depend on the inputs" : "";
        return "median error " + interval(all.median()) + ", largest " + number(all.largest()) + "; " + above
                + " above T" + broken + " (" + percent(all.above()) + " with 95 %)" + small + "; "
                + error.inputs() + " inputs";
    }

    private static String percent(Estimate share) {
        return String.format(Locale.ROOT, "%.3g %% to %.3g %%", 100 * share.lower(), 100 * share.upper());
    }

    private static String interval(Estimate estimate) {
        return number(estimate.value()) + " [" + number(estimate.lower()) + ", " + number(estimate.upper()) + "]";
    }

    static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value);
    }

    private void fits(Nearest.Found found) {
        List<String> head = new ArrayList<>(List.of("dense layer", "shape", "residual", "within T", "distance"));
        boolean chance = !answers.chance().isEmpty();
        if (chance) {
            head.addAll(List.of("by chance", "p"));
        }
        head.add("slack");
        Table table = new Table("  ", head);
        List<LatentMatching.LayerFit> fits = found.matching().fits();
        for (int k = 0; k < fits.size(); k++) {
            Layer layer = found.matching().network().layers().get(fits.get(k).place());
            double residual = found.residuals().get(k);
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(k + 1),
                    layer.outputs() + " x " + layer.inputs(),
                    number(residual),
                    answers.carries().get(k) ? "yes" : "no",
                    number(fits.get(k).distance())));
            if (chance) {
                PermutationTest test = chanceOf(answers.chance().get(0), k);
                row.add(test.isEmpty() ? "0, trivially" : number(test.mean()) + " +- " + number(test.deviation()));
                row.add(test.isEmpty() ? "-" : number(test.pValue()));
            }
            row.add(fits.get(k).slack() < 1e-9 ? "0" : number(fits.get(k).slack()));
            table.row(row);
        }
        terminal.print("");
        table.lines(terminal::faint).forEach(terminal::print);
        if (chance) {
            Chance drawn = answers.chance().get(0);
            terminal.paragraph(
                    "  ",
                    "by chance: the same search on " + drawn.whole().draws() + " networks where "
                            + drawn.hypothesis().words());
        }
    }

    private static PermutationTest chanceOf(Chance chance, int layer) {
        return chance.layers().get(layer);
    }

    private void latent() {
        List<List<LatentFit>> latent = answers.latent();
        if (latent.isEmpty()) {
            return;
        }
        List<String> names = answers.verification().symmetry().group().generators();
        Table table = new Table("  ", List.of("generator", "behind layer", "units", "affine map of least squares"));
        for (int g = 0; g < latent.size(); g++) {
            for (LatentFit fit : latent.get(g)) {
                LatentResidual residual = fit.residual();
                String text = residual instanceof LatentResidual.Measured measured
                        ? interval(measured.residual())
                        : "constant values";
                table.row(List.of(
                        names.get(g), String.valueOf(residual.layer()), String.valueOf(residual.units()), text));
            }
        }
        terminal.print("");
        table.lines(terminal::faint).forEach(terminal::print);
        terminal.paragraph(
                "  ",
                "median of |f_i(g y) - A f_i(y)| / |f_i(y)| at independent normal inputs y; A fitted "
                        + (answers.data().isEmpty() ? "at other normal inputs" : "on the data"));
    }
}
