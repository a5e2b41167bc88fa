package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.io.FormatException;
import io.intertwine.io.ModelFile;
import io.intertwine.net.Architecture;
import io.intertwine.weights.NetworkFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Where a command takes a network or an architecture: a file, or widths with activations. */
final class ModelOptions {
    static final String WIDTHS = "--widths";
    static final String ACTIVATION = "--activation";
    static final String NO_BIAS = "--no-bias";

    private ModelOptions() {}

    /** The option that says what stands between the layers of a file of tensors. */
    static OptionSpec activation() {
        return Parameters.option(
                String.class,
                "A,...",
                "Of a network in a .safetensors or .npz file alone: its activation, or one for each hidden layer.",
                ACTIVATION);
    }

    /** The options that stand in for a file. */
    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(Parameters.option(
                        String.class, "W,...", "Or the family of dense layers with these widths, as 2,3,1.", WIDTHS))
                .addOption(Parameters.option(
                        String.class,
                        "A,...",
                        "Its activation, or that of a network in a .safetensors or .npz file alone: relu, power:3 or expr:x^3+x, or one for each hidden layer.",
                        ACTIVATION))
                .addOption(Parameters.flag("Its dense layers have no biases.", NO_BIAS));
    }

    /**
     * The network or architecture that was given.
     *
     * @param file the file's name; empty if none was given
     */
    static ModelFile read(ParseResult arguments, String file, Terminal terminal) throws FormatException {
        boolean widths = arguments.hasMatchedOption(WIDTHS);
        if (widths == !file.isEmpty()) {
            throw Parameters.wrong(
                    arguments, "Give a file with a network or an architecture, or " + WIDTHS + " with " + ACTIVATION);
        }
        if (widths) {
            return new ModelFile.OfArchitecture(architecture(arguments));
        }
        boolean tensors = NetworkFiles.isTensors(InputFiles.path(file));
        Optional<String> misplaced = Stream.of(ACTIVATION, NO_BIAS)
                .filter(option -> arguments.hasMatchedOption(option) && !(tensors && option.equals(ACTIVATION)))
                .findFirst();
        if (misplaced.isPresent()) {
            throw Parameters.wrong(arguments, misplaced.get() + " goes with " + WIDTHS + ": the file has its own");
        }
        return InputFiles.model(arguments, file, terminal);
    }

    private static Architecture architecture(ParseResult arguments) throws FormatException {
        String text = Parameters.text(arguments, WIDTHS);
        if (!InputArchitectures.isWidths(text)) {
            throw Parameters.wrong(arguments, "Expected widths such as 2,3,1 after " + WIDTHS + ", found " + text);
        }
        List<Integer> widths = InputArchitectures.widths(WIDTHS, text);
        List<Activation> activations = activations(arguments);
        if (activations.isEmpty() && widths.size() > 2) {
            throw Parameters.wrong(arguments, WIDTHS + " with hidden layers needs " + ACTIVATION);
        }
        return InputArchitectures.architecture(WIDTHS, widths, activations, !arguments.hasMatchedOption(NO_BIAS));
    }

    /** The activations that were given; none if there were none. */
    static List<Activation> activations(ParseResult arguments) throws FormatException {
        String text = Parameters.text(arguments, ACTIVATION);
        return text.isEmpty() ? List.of() : InputArchitectures.activations(text);
    }
}
