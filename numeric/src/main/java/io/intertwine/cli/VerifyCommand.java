package io.intertwine.cli;

import io.intertwine.data.DataFiles;
import io.intertwine.data.DataSet;
import io.intertwine.find.Verifier;
import io.intertwine.io.FormatException;
import io.intertwine.match.NumericVerification;
import io.intertwine.match.NumericVerifier;
import io.intertwine.match.Tolerance;
import io.intertwine.measure.Chance;
import io.intertwine.measure.ThreeAnswers;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine verify}: is a network equivariant, and layer by layer. */
final class VerifyCommand implements Command {
    private static final String CERTIFICATE = "--certificate";
    private static final String REPORT = "--report";
    private static final String OUTPUT = "--output";
    private static final String WIDENED = "--widened";
    private static final String TOLERANCE = "--tolerance";
    private static final String DATA = "--data";
    private static final String DRAWS = "--draws";
    private static final String CHANCE = "--chance";

    /** The most inputs of a data set that are taken. */
    private static final int MOST_INPUTS = 10_000;

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
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "With --tolerance: also on these inputs (.npy, .npz, .safetensors, CIFAR-10 .bin or folder, IDX).",
                        DATA))
                .addOption(Parameters.option(
                        int.class,
                        "N",
                        "With --tolerance: compare with the same search on N networks with shuffled weights (default: as many as "
                                + "take seconds, at most " + Draws.MOST + "; 0 for none).",
                        DRAWS))
                .addOption(Parameters.option(
                        String.class,
                        "WHAT",
                        "With --tolerance: what chance is: shuffled (each unit's weights in random order, the default), random (normal "
                                + "weights), or renamed (the same weights, the input coordinates of the action renamed).",
                        CHANCE))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        requireTolerance(arguments);
        requireNoProof(arguments);
        requireNumeric(arguments);
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
            String data = Parameters.text(arguments, DATA);
            List<DataSet> sets = data.isEmpty()
                    ? List.of()
                    : List.of(DataFiles.read(InputFiles.path(data), network.inputs(), MOST_INPUTS));
            NumericView view = numerically(network, symmetry, sets, seed, arguments);
            outputs.write(view, networkFile, symmetryFile, seed);
            int code = tell(view, arguments, terminal);
            if (!Parameters.isJson(arguments)) {
                outputs.tellReport(terminal);
            }
            return code;
        }
        ExactView view = outputs.write(Verifier.verify(network, symmetry, seed), networkFile, symmetryFile, seed);
        int code = tell(view, arguments, terminal);
        outputs.tell(view, Parameters.isJson(arguments), terminal);
        return code;
    }

    private static void requireNoProof(ParseResult arguments) {
        for (String option : List.of(CERTIFICATE, OUTPUT, WIDENED)) {
            if (arguments.hasMatchedOption(TOLERANCE) && arguments.hasMatchedOption(option)) {
                throw Parameters.wrong(
                        arguments, option + " belongs to exact results, but with " + TOLERANCE + " nothing is proved");
            }
        }
    }

    private static void requireNumeric(ParseResult arguments) {
        for (String option : List.of(DATA, DRAWS, CHANCE)) {
            if (arguments.hasMatchedOption(option) && !arguments.hasMatchedOption(TOLERANCE)) {
                throw Parameters.wrong(
                        arguments, option + " goes with " + TOLERANCE + ": it measures, and proves nothing");
            }
        }
        if (arguments.matchedOptionValue(DRAWS, 0) < 0) {
            throw Parameters.wrong(arguments, DRAWS + " beside " + TOLERANCE + " is a number of at least 0");
        }
    }

    private static Chance.Hypothesis hypothesis(ParseResult arguments) {
        String name = Parameters.text(arguments, CHANCE);
        return Arrays.stream(Chance.Hypothesis.values())
                .filter(each -> name.isEmpty()
                        ? each == Chance.Hypothesis.SHUFFLED
                        : each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Parameters.wrong(
                        arguments, CHANCE + " beside " + TOLERANCE + " is shuffled, random or renamed, found " + name));
    }

    private static NumericView numerically(
            Network network, Symmetry symmetry, List<DataSet> data, long seed, ParseResult arguments) {
        double tolerance = arguments.matchedOptionValue(TOLERANCE, 0.0);
        Chance.Hypothesis hypothesis = hypothesis(arguments);
        NumericVerification verification = NumericVerifier.verify(network, symmetry, new Tolerance(tolerance), seed);
        int draws = arguments.matchedOptionValue(DRAWS, Draws.affordable(verification.nearest()));
        return new NumericView(ThreeAnswers.of(verification, data, hypothesis, draws, seed));
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
