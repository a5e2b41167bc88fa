package io.intertwine.cli;

import io.intertwine.find.NetworkReduction;
import io.intertwine.find.ReducedNetwork;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine reduce}: a smaller network with the same function, proved. */
final class ReduceCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Parameters.command("reduce", "Writes a network with the same function and fewer units.")
                .addPositional(Parameters.required(0, "NETWORK", "The network (JSON, ONNX or tensors)."))
                .addOption(ProofFiles.networkOption("The reduced network.", true))
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Write the certificate that both networks are equal.",
                        ProofFiles.CERTIFICATE))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        String networkFile = Parameters.text(arguments, 0);
        ProofFiles files = ProofFiles.of(arguments, List.of(networkFile));
        ReducedNetwork reduction = NetworkReduction.of(InputFiles.network(arguments, networkFile, terminal));
        for (OutputFile out : files.network()) {
            out.attempt(() -> NetworkFormat.write(reduction.reduced(), out.path()));
        }
        files.write(Optional.of(reduction.proof()), terminal);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), json(reduction, files));
        } else {
            tell(reduction, files, terminal);
        }
        return ExitCode.HOLDS;
    }

    private static JsonOutput.Fields json(ReducedNetwork reduction, ProofFiles files) {
        NetworkSize before = NetworkSize.of(reduction.network());
        NetworkSize after = NetworkSize.of(reduction.reduced());
        return json -> {
            json.writeStringField("network", files.network().get(0).toString());
            JsonOutput.integers(json, "widths_before", before.array());
            JsonOutput.integers(json, "widths_after", after.array());
            json.writeNumberField("parameters_before", before.parameters());
            json.writeNumberField("parameters_after", after.parameters());
            JsonOutput.texts(json, "steps", reduction.trace());
            json.writeStringField("theorem", reduction.proof().theorem().toString());
        };
    }

    private static void tell(ReducedNetwork reduction, ProofFiles files, Terminal terminal) {
        boolean smaller = !reduction.steps().isEmpty();
        terminal.print(
                smaller
                        ? terminal.green("reduced") + ": a smaller network has the same function."
                        : terminal.green("nothing to reduce") + ": the network is written as it is.");
        terminal.print("");
        if (smaller) {
            ReductionText.steps(reduction).forEach(terminal::print);
            terminal.print("");
        }
        NetworkSize before = NetworkSize.of(reduction.network());
        NetworkSize after = NetworkSize.of(reduction.reduced());
        Table table = new Table("  ", List.of("", "before", "after"));
        table.row(List.of("widths", before.text(), after.text()));
        table.row(List.of("parameters", String.valueOf(before.parameters()), String.valueOf(after.parameters())));
        table.lines(terminal::faint).forEach(terminal::print);
        terminal.print("");
        files.tell(Optional.of(reduction.proof()), "network", terminal);
        Digests.of(List.of(reduction.network(), reduction.reduced()), List.of()).forEach(terminal::print);
    }
}
