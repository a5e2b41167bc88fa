package io.intertwine.cli;

import io.intertwine.find.Verifier;
import io.intertwine.io.FormatException;
import io.intertwine.match.NumericVerifier;
import io.intertwine.match.Tolerance;
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
    private static final String WIDENED = "--widened";
    private static final String TOLERANCE = "--tolerance";

    @Override
    public CommandSpec spec() {
        return Parameters.command(
                        "verify", "Decides whether a network is equivariant, and finds the action on every layer.")
                .addPositional(Parameters.required(0, "NETWORK", "The network (JSON, ONNX or tensors)."))
                .addPositional(
                        Parameters.required(1, "SYMMETRY", "The group and its actions on inputs and outputs (JSON)."))
                .addOption(
                        Parameters.option(String.class, "FILE", "Write the certificate of the verdict.", CERTIFICATE))
                .addOption(Parameters.option(String.class, "FILE.html", "Write a report with pictures.", REPORT))
                .addOption(Parameters.option(
                        String.class, "FILE", "Write the reparametrised network, if there is one.", "-o", OUTPUT))
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Write a wider network whose layers are equivariant, if one was found.",
                        WIDENED))
                .addOption(Parameters.seed("the random inputs that are tried"))
                .addOption(Parameters.option(
                        double.class,
                        "T",
                        "Verify in floating point, up to this relative residual; nothing is proved then.",
                        TOLERANCE))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        requireTolerance(arguments);
        requireNoProof(arguments);
        Outputs outputs = Outputs.of(
                Parameters.text(arguments, CERTIFICATE),
                Parameters.text(arguments, REPORT),
                Parameters.text(arguments, OUTPUT),
                Parameters.text(arguments, WIDENED));
        String networkFile = Parameters.text(arguments, 0);
        String symmetryFile = Parameters.text(arguments, 1);
        outputs.requireOthersThan(List.of(networkFile, symmetryFile), arguments);
        Network network = InputFiles.network(arguments, networkFile, terminal);
        Symmetry symmetry = InputFiles.symmetry(symmetryFile, networkFile, network);
        long seed = Parameters.seed(arguments);
        if (arguments.hasMatchedOption(TOLERANCE)) {
            return tell(numerically(network, symmetry, seed, arguments), arguments, terminal);
        }
        ExactView view = outputs.write(Verifier.verify(network, symmetry, seed), networkFile, symmetryFile, seed);
        int code = tell(view, arguments, terminal);
        outputs.tell(view, Parameters.isJson(arguments), terminal);
        return code;
    }

    private static void requireNoProof(ParseResult arguments) {
        for (String option : List.of(CERTIFICATE, REPORT, OUTPUT, WIDENED)) {
            if (arguments.hasMatchedOption(TOLERANCE) && arguments.hasMatchedOption(option)) {
                throw Parameters.wrong(
                        arguments, option + " belongs to exact results, but with " + TOLERANCE + " nothing is proved");
            }
        }
    }

    private static NumericView numerically(Network network, Symmetry symmetry, long seed, ParseResult arguments) {
        double tolerance = arguments.matchedOptionValue(TOLERANCE, 0.0);
        return new NumericView(NumericVerifier.verify(network, symmetry, new Tolerance(tolerance), seed));
    }

    /** Refuses a tolerance that is not between 0 and 1. */
    private static void requireTolerance(ParseResult arguments) {
        double tolerance = arguments.matchedOptionValue(TOLERANCE, 0.5);
        if (!(tolerance > 0 && tolerance < 1)) {
            throw Parameters.wrong(arguments, TOLERANCE + " is a number between 0 and 1, found " + tolerance);
        }
    }

    private static int tell(VerificationView view, ParseResult arguments, Terminal terminal) {
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), VerificationJson.of(view));
        } else {
            VerificationText.print(view, terminal);
        }
        return view.exitCode();
    }
}
