package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.check.Theorem;
import io.intertwine.find.Equality;
import io.intertwine.find.EqualitySearch;
import io.intertwine.find.Proof;
import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine equal}: do two networks compute the same function. */
final class EqualCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Parameters.command("equal", "Decides whether two networks compute the same function.")
                .addPositional(Parameters.required(0, "NETWORK", "The one network (JSON, ONNX or tensors)."))
                .addPositional(Parameters.required(1, "NETWORK", "The other network, of any architecture."))
                .addOption(ProofFiles.certificateOption())
                .addOption(Parameters.seed("the random inputs that are tried"))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        String leftFile = Parameters.text(arguments, 0);
        String rightFile = Parameters.text(arguments, 1);
        ProofFiles files = ProofFiles.of(arguments, List.of(leftFile, rightFile));
        List<Network> networks = InputFiles.networks(arguments, List.of(leftFile, rightFile), terminal);
        Network left = networks.get(0);
        Network right = networks.get(1);
        requireFit(left, leftFile, right, rightFile);
        Equality equality = EqualitySearch.compare(left, right, Parameters.seed(arguments));
        files.write(proof(equality), terminal);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), EqualityOutput.json(equality));
        } else {
            EqualityOutput.print(equality, leftFile, rightFile, terminal);
            files.tell(proof(equality), "", terminal);
            Digests.of(List.of(left, right), List.of()).forEach(terminal::print);
        }
        return exitCode(equality);
    }

    private static void requireFit(Network left, String leftFile, Network right, String rightFile)
            throws FormatException {
        if (left.inputs() != right.inputs() || left.outputs() != right.outputs()) {
            throw new FormatException(
                    rightFile,
                    "expected a network of " + sizes(left) + ", as " + leftFile + " is, found one of " + sizes(right));
        }
    }

    private static String sizes(Network network) {
        return network.inputs()
                + (network.inputs() == 1 ? " input and " : " inputs and ")
                + network.outputs()
                + (network.outputs() == 1 ? " output" : " outputs");
    }

    private static Optional<Proof> proof(Equality equality) {
        if (equality instanceof Equality.Equal equal) {
            return Optional.of(proof(equal.theorem(), equal.certificate()));
        }
        return equality instanceof Equality.Different different
                ? Optional.of(proof(different.theorem(), different.separation()))
                : Optional.empty();
    }

    private static Proof proof(Theorem theorem, Certificate certificate) {
        return new Proof(theorem.claim(), certificate, theorem);
    }

    private static int exitCode(Equality equality) {
        if (equality instanceof Equality.Equal) {
            return ExitCode.HOLDS;
        }
        return equality instanceof Equality.Different ? ExitCode.REFUTED : ExitCode.UNDETERMINED;
    }
}
