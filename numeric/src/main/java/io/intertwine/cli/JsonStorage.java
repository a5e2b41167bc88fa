package io.intertwine.cli;

import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.WeightStorage;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Where the weights of a network go that is written as JSON: into it, or into a file beside it. */
final class JsonStorage {
    static final String WEIGHTS = "--weights";
    static final List<String> STORAGES = List.of("inline", "safetensors", "npz");

    /** Up to so many weights are written into the JSON file where nothing else is asked for. */
    private static final long MOST_INLINE = 10_000;

    private JsonStorage() {}

    /** The option. */
    static OptionSpec option() {
        return Parameters.option(
                String.class,
                "WHERE",
                "Where the weights stand: " + String.join(", ", STORAGES) + "; by default inline up to " + MOST_INLINE
                        + " weights, safetensors above.",
                WEIGHTS);
    }

    /** Whether a place was asked for. */
    static boolean isChosen(ParseResult arguments) {
        return arguments.hasMatchedOption(WEIGHTS);
    }

    /** Refuses a place that there is not. */
    static void requireKnown(ParseResult arguments) {
        String wanted = Parameters.text(arguments, WEIGHTS);
        if (!wanted.isEmpty() && !STORAGES.contains(wanted)) {
            throw Parameters.wrong(
                    arguments, WEIGHTS + " is one of " + String.join(", ", STORAGES) + ", found '" + wanted + "'");
        }
    }

    /** The place that was asked for, or the one that fits the network: many weights do not stand in JSON if they are floats. */
    static WeightStorage of(ParseResult arguments, Network network) {
        return isChosen(arguments)
                ? WeightStorage.valueOf(Parameters.text(arguments, WEIGHTS).toUpperCase(Locale.ROOT))
                : fitting(network);
    }

    private static WeightStorage fitting(Network network) {
        long weights = 0;
        boolean binary = true;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                weights += (long) dense.inputs() * dense.outputs();
                binary &= dense.weight().isBinary64() && dense.biases().stream().allMatch(Scalar::isBinary64);
            }
        }
        return weights <= MOST_INLINE || !binary ? WeightStorage.INLINE : WeightStorage.SAFETENSORS;
    }

    /** The weights of another network must not be replaced by accident. */
    static void requireFree(OutputFile out, WeightStorage storage) throws FormatException {
        if (storage == WeightStorage.INLINE) {
            return;
        }
        Path weights = weights(out, storage);
        if (Files.exists(weights) && !Files.exists(out.path())) {
            throw new FormatException(
                    out.toString(), "the weights would replace the file " + weights + "; choose another name");
        }
    }

    /** The file of weights beside a JSON file. */
    static Path weights(OutputFile out, WeightStorage storage) {
        String name = String.valueOf(out.path().getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        return out.path().resolveSibling(base + "." + storage.name().toLowerCase(Locale.ROOT));
    }
}
