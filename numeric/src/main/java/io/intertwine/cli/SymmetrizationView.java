package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.match.Tolerance;
import io.intertwine.measure.EquivarianceError;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetrize.LayerChange;
import io.intertwine.symmetrize.OutputChange;
import io.intertwine.symmetrize.Symmetrization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network that was made equivariant, for people and as JSON.
 *
 * @param found what was done
 * @param inputs where the functions were compared
 * @param change how far the outputs moved there
 * @param before how far the given function was from equivariance there
 */
record SymmetrizationView(Symmetrization found, ComparedInputs inputs, OutputChange change, EquivarianceError before) {
    /** Only shares of inputs above it depend on this number, and they are not shown. */
    private static final Tolerance ANY = new Tolerance(0.01);

    /** From this relative change of the outputs on, a remark says that the function is another one. */
    private static final double OTHER_FUNCTION = 0.5;

    private static final String RESCALED =
            " Units that are exchanged were given equal scales first, which does not change the function.";

    static SymmetrizationView of(Symmetrization found, Symmetry symmetry, ComparedInputs inputs) {
        return new SymmetrizationView(
                found,
                inputs,
                OutputChange.between(found.given(), found.result(), inputs.rows()),
                EquivarianceError.at(found.given(), symmetry, inputs.rows(), ANY, inputs.seed()));
    }

    /** What was done in words. */
    void print(Terminal terminal) {
        terminal.print(
                found.isUnchanged()
                        ? terminal.green("already equivariant")
                                + ": the network is layerwise equivariant, proved, and written as it is."
                        : terminal.green("symmetrized") + ": layerwise equivariant, proved.");
        terminal.print("");
        Table table =
                new Table("  ", List.of("layer", "distance", "if unrelated", "largest change", "parameters", "free"));
        for (int k = 0; k < found.layers().size(); k++) {
            LayerChange layer = found.layers().get(k);
            table.row(List.of(
                    String.valueOf(k + 1),
                    number(layer.distance()),
                    number(layer.unrelated()),
                    number(layer.largest()),
                    String.valueOf(layer.parameters()),
                    String.valueOf(layer.free())));
        }
        table.lines(terminal::faint).forEach(terminal::print);
        terminal.print("");
        if (!found.isUnchanged()) {
            terminal.paragraph(
                    "  ",
                    "Distances are Frobenius norms relative to those of the given weights and biases; \"if unrelated\" is what to expect of "
                            + "random weights and these actions." + (found.isRescaled() ? RESCALED : ""));
            terminal.print("");
        }
        function().lines(line -> line).forEach(terminal::print);
        terminal.print("");
        for (String remark : remarks()) {
            terminal.paragraph("  ", remark);
            terminal.print("");
        }
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(found.remarks());
        double error = before.overall().relative().value();
        if (change.relative() > error) {
            remarks.add("The outputs moved by more (" + number(change.relative())
                    + ") than the given function is from equivariance (" + number(error)
                    + "): it is nearer to the symmetry as a function than layer by layer.");
        }
        // Written so that NaN, where outputs overflow, is said, too.
        if (!(change.relative() < OTHER_FUNCTION)) {
            remarks.add("The outputs moved by " + number(change.relative())
                    + " of their size: the result is another function than the given network's.");
        }
        return remarks;
    }

    private Table function() {
        Table table = new Table("  ", List.of());
        table.row(List.of("parameters", found.parameters() + ", of which " + found.free() + " are free"));
        table.row(
                List.of("outputs moved", number(change.relative()) + " relative, at most " + number(change.largest())));
        table.row(List.of(
                "equivariance error before",
                number(before.overall().relative().value()) + " relative, at most "
                        + number(before.overall().largest())));
        table.row(List.of("equivariance error now", "0, proved"));
        table.row(List.of("compared at", inputs.words()));
        return table;
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    /** The fields of the object. */
    JsonOutput.Fields json(NetworkTarget target, ProofFiles files) {
        return json -> {
            json.writeStringField("network", target.out().toString());
            JsonOutput.textOrNull(
                    json,
                    "weights",
                    target.files().stream()
                            .skip(1)
                            .map(OutputFile::toString)
                            .findFirst()
                            .orElse(""));
            json.writeStringField("certificate", files.certificate().get(0).toString());
            json.writeBooleanField("unchanged", found.isUnchanged());
            json.writeBooleanField("rescaled", found.isRescaled());
            json.writeNumberField("parameters", found.parameters());
            json.writeNumberField("free_parameters", found.free());
            layers(json);
            json.writeNumberField("output_change", change.relative());
            json.writeNumberField("largest_output_change", change.largest());
            json.writeNumberField(
                    "equivariance_error_before", before.overall().relative().value());
            json.writeNumberField(
                    "largest_equivariance_error_before", before.overall().largest());
            json.writeNumberField("equivariance_error_after", 0);
            json.writeNumberField("inputs", change.inputs());
            JsonOutput.textOrNull(json, "data", inputs.file());
            JsonOutput.textOrNull(json, "data_sha256", inputs.sha256());
            json.writeNumberField("seed", inputs.seed());
            JsonOutput.texts(json, "remarks", remarks());
            json.writeStringField("theorem", found.proof().theorem().toString());
        };
    }

    private void layers(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("layers");
        for (int k = 0; k < found.layers().size(); k++) {
            LayerChange layer = found.layers().get(k);
            json.writeStartObject();
            json.writeNumberField("layer", k + 1);
            json.writeNumberField("distance", layer.distance());
            json.writeNumberField("distance_if_unrelated", layer.unrelated());
            json.writeNumberField("largest_change", layer.largest());
            json.writeNumberField("parameters", layer.parameters());
            json.writeNumberField("free_parameters", layer.free());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
