package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine verify}: is a network equivariant, and layer by layer. */
final class VerifyCommand implements Command {
    private static final String CERTIFICATE = "--certificate";
    private static final String REPORT = "--report";
    private static final String OUTPUT = "--output";
    private static final String SEED = "--seed";
    private static final long DEFAULT_SEED = 1;

    @Override
    public CommandSpec spec() {
        return Parameters.command("verify", "Decides whether a network is equivariant, and finds the action on every layer.")
                .addPositional(Parameters.required(0, "NETWORK", "The network (JSON)."))
                .addPositional(Parameters.required(1, "SYMMETRY", "The group and its actions on inputs and outputs (JSON)."))
                .addOption(Parameters.option(String.class, "FILE", "Write the certificate of the verdict.", CERTIFICATE))
                .addOption(Parameters.option(String.class, "FILE.html", "Write a report with pictures.", REPORT))
                .addOption(Parameters.option(
                        String.class, "FILE", "Write the reparametrised network, if there is one.", "-o", OUTPUT))
                .addOption(Parameters.option(long.class, "N", "Seed of the random inputs that are tried (default 1).", SEED))
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        Outputs outputs = Outputs.of(
                Parameters.text(arguments, CERTIFICATE),
                Parameters.text(arguments, REPORT),
                Parameters.text(arguments, OUTPUT));
        String networkFile = Parameters.text(arguments, 0);
        String symmetryFile = Parameters.text(arguments, 1);
        outputs.requireOthersThan(List.of(networkFile, symmetryFile), arguments);
        Network network = InputFiles.network(networkFile);
        Symmetry symmetry = InputFiles.symmetry(symmetryFile, networkFile, network);
        Verification verification = Verifier.verify(network, symmetry, arguments.matchedOptionValue(SEED, DEFAULT_SEED));
        VerificationView view = outputs.write(verification, networkFile);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), VerificationJson.of(view));
        } else {
            VerificationText.print(view, terminal);
        }
        outputs.tell(view, Parameters.isJson(arguments), terminal);
        return view.exitCode();
    }
}
