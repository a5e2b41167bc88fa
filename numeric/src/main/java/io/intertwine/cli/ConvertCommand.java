package io.intertwine.cli;

import io.intertwine.certificate.Digest;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.io.WeightStorage;
import io.intertwine.net.Network;
import io.intertwine.weights.NetworkFiles;
import io.intertwine.weights.OnnxWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine convert}: the same network in another file format, with the same digest. */
final class ConvertCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Parameters.command(
                        "convert", "Writes a network in another format; every number stays exactly what it is.")
                .addPositional(Parameters.required(0, "IN", "The network (JSON, ONNX or tensors)."))
                .addPositional(Parameters.required(
                        1, "OUT", "The file to write: ONNX, or JSON with perhaps a file of weights beside it."))
                .addOption(JsonStorage.option())
                .addOption(ModelOptions.activation());
        return PropertyFiles.addTo(spec).addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        JsonStorage.requireKnown(arguments);
        OutputFile out = OutputFile.at(Parameters.text(arguments, 1));
        boolean onnx = NetworkFiles.isOnnx(out.path());
        if (onnx && JsonStorage.isChosen(arguments)) {
            throw Parameters.wrong(arguments, JsonStorage.WEIGHTS + " goes with a JSON file, found " + out);
        }
        if (arguments.hasMatchedOption(PropertyFiles.PROPERTY)) {
            if (!onnx) {
                throw Parameters.wrong(arguments, PropertyFiles.PROPERTY + " writes OUT.onnx, found " + out);
            }
            return PropertyFiles.run(arguments, terminal);
        }
        PropertyFiles.requireNone(arguments);
        requireJson(out);
        String in = Parameters.text(arguments, 0);
        Network network = InputFiles.network(arguments, in, terminal);
        if (out.isSameAs(new OutputFile(InputFiles.path(in)))) {
            throw Parameters.wrong(arguments, out + " is named twice: the output would replace it");
        }
        WeightStorage storage = onnx ? WeightStorage.INLINE : JsonStorage.of(arguments, network);
        JsonStorage.requireFree(out, storage);
        String before = Digest.of(network);
        String after = write(network, out, onnx, storage);
        requireSame(before, after, in, out, onnx, terminal);
        tell(out, storage, before, after, Parameters.isJson(arguments), terminal);
        return ExitCode.HOLDS;
    }

    /** Writes the network, and returns the digest of what is read again. */
    private static String write(Network network, OutputFile out, boolean onnx, WeightStorage storage)
            throws FormatException {
        out.attempt(() -> {
            if (onnx) {
                OnnxWriter.write(network, out.path());
            } else {
                NetworkFormat.write(network, out.path(), storage);
            }
        });
        return Digest.of(NetworkFiles.read(out.path(), List.of()).network());
    }

    private static void requireSame(
            String before, String after, String in, OutputFile out, boolean onnx, Terminal terminal) {
        if (before.equals(after)) {
            return;
        }
        if (!onnx) {
            throw new IllegalStateException(
                    "the digest of " + out + " is " + after + ", that of " + in + " is " + before);
        }
        terminal.remark(out + ": the same function, but read as other layers, because ONNX does not keep activations "
                + "apart that follow one another");
    }

    private static void requireJson(OutputFile out) throws FormatException {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (String storage : JsonStorage.STORAGES) {
            if (name.endsWith("." + storage)) {
                throw new FormatException(
                        out.toString(),
                        "expected the name of the JSON file; for weights beside it add " + JsonStorage.WEIGHTS + " "
                                + storage);
            }
        }
    }

    private static void tell(
            OutputFile out, WeightStorage storage, String before, String after, boolean json, Terminal terminal) {
        String weights = storage == WeightStorage.INLINE
                ? ""
                : JsonStorage.weights(out, storage).toString();
        if (json) {
            JsonOutput.print(terminal.out(), generator -> {
                generator.writeStringField("network", out.toString());
                JsonOutput.textOrNull(generator, "weights", weights);
                generator.writeStringField("digest_before", before);
                generator.writeStringField("digest_after", after);
            });
            return;
        }
        Table table = new Table("", List.of());
        table.row(List.of("network", out.toString()));
        if (!weights.isEmpty()) {
            table.row(List.of("weights", weights));
        }
        table.row(List.of("digest before", before));
        table.row(List.of("digest after", after));
        table.lines(terminal::faint).forEach(terminal::print);
    }
}
