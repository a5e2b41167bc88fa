package io.intertwine.cli;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine evaluate}: the value of a network at a point, exact where it can be, else between proven bounds. */
final class EvaluateCommand implements Command {
    private static final String BITS = "--bits";
    private static final int DEFAULT_BITS = 128;
    private static final int LEAST_BITS = 8;

    @Override
    public CommandSpec spec() {
        return Parameters.command(
                        "evaluate", "The value of a network at a point: exact, or enclosed between proven bounds.")
                .addPositional(Parameters.required(0, "NETWORK", "The network (JSON, ONNX or tensors)."))
                .addPositional(
                        Parameters.required(1, "INPUT", "A file with a JSON list, or the list itself: '[1, \"1/2\"]'."))
                .addOption(Parameters.option(
                        int.class,
                        "B",
                        "Bits after the binary point of an enclosure (default " + DEFAULT_BITS + ").",
                        BITS))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        int bits = arguments.matchedOptionValue(BITS, DEFAULT_BITS);
        if (bits < LEAST_BITS || bits > Enclosure.MAXIMAL_BITS) {
            throw Parameters.wrong(
                    arguments,
                    BITS + " must be from " + LEAST_BITS + " to " + Enclosure.MAXIMAL_BITS + ", found " + bits);
        }
        Network network = InputFiles.network(arguments, Parameters.text(arguments, 0), terminal);
        List<Scalar> input = InputFiles.vector(Parameters.text(arguments, 1), network.inputs());
        Optional<List<Scalar>> exact = Evaluation.exact(network, input);
        List<Value> output = exact.isPresent() ? exact(exact.get()) : enclosed(network, input, bits);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), json -> {
                JsonOutput.numbers(json, "input", input);
                json.writeBooleanField("exact", exact.isPresent());
                json.writeNumberField("bits", exact.isPresent() ? 0 : bits);
                JsonOutput.values(json, "output", output);
            });
        } else {
            output.forEach(value -> terminal.print(text(value, bits)));
        }
        return ExitCode.HOLDS;
    }

    private static List<Value> exact(List<Scalar> values) {
        return values.stream().<Value>map(Value.Exact::new).toList();
    }

    private static List<Value> enclosed(Network network, List<Scalar> input, int bits) throws FormatException {
        List<Enclosure> values = Evaluation.enclose(network, input, bits);
        if (!values.stream().allMatch(Enclosure::isBounded)) {
            throw new FormatException("the output", "cannot be bounded with " + bits + " bits: try a larger " + BITS);
        }
        return values.stream()
                .<Value>map(value -> new Value.Between(value.lower(), value.upper()))
                .toList();
    }

    private static String text(Value value, int bits) {
        if (value instanceof Value.Exact exact) {
            return exact.value().toString();
        }
        Value.Between between = (Value.Between) value;
        return Decimals.bounds(between.lower(), between.upper(), (int) (bits * 0.30103) + 1);
    }
}
