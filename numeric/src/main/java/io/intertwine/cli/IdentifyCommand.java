package io.intertwine.cli;

import io.intertwine.find.Identification;
import io.intertwine.find.Identifier;
import io.intertwine.find.Proof;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.net.Network;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine identify}: are the parameters of a network determined by its function, up to which symmetries, by which theorem. */
final class IdentifyCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Parameters.command(
                        "identify", "Decides whether a network's function determines its parameters, up to symmetries.")
                .addPositional(Parameters.required(0, "NETWORK", "The network (JSON, ONNX or tensors)."))
                .addOption(ProofFiles.certificateOption())
                .addOption(ProofFiles.networkOption(
                        "Write the witness, another parameter with the same function, if there is one.", false))
                .addOption(Parameters.seed("the random inputs at which derivatives are taken"))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        String networkFile = Parameters.text(arguments, 0);
        ProofFiles files = ProofFiles.of(arguments, List.of(networkFile));
        Network network = InputFiles.network(arguments, networkFile, terminal);
        Identification identification = Identifier.identify(network, Parameters.seed(arguments));
        Optional<Proof> proof = identification.proof().stream().findFirst();
        files.write(proof, terminal);
        boolean kept = write(identification, files, terminal);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), IdentificationJson.of(identification));
        } else {
            IdentificationText.print(identification, kept, terminal);
            files.tell(proof, kept ? "witness" : "", terminal);
            Digests.of(List.of(network), List.of()).forEach(terminal::print);
        }
        return exitCode(identification.verdict());
    }

    /** Writes the witness where one is wanted; whether there is a file of it now. */
    private static boolean write(Identification identification, ProofFiles files, Terminal terminal)
            throws FormatException {
        if (files.network().isEmpty()) {
            return false;
        }
        if (identification.witness().isEmpty()) {
            terminal.remark("no witness was written: there is none");
            return false;
        }
        OutputFile file = files.network().get(0);
        Network witness = identification.witness().get(0);
        file.attempt(() -> NetworkFormat.write(witness, file.path()));
        return true;
    }

    private static int exitCode(Identification.Verdict verdict) {
        return switch (verdict) {
            case IDENTIFIABLE, WEAKLY_IDENTIFIABLE -> ExitCode.HOLDS;
            case FINITELY_IDENTIFIABLE, NOT_IDENTIFIABLE -> ExitCode.REFUTED;
            case LOCALLY_IDENTIFIABLE, UNDETERMINED -> ExitCode.UNDETERMINED;
        };
    }
}
