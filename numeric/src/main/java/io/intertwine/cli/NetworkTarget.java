package io.intertwine.cli;

import io.intertwine.certificate.Digest;
import io.intertwine.io.FormatException;
import io.intertwine.io.LayerTensors;
import io.intertwine.io.NetworkFormat;
import io.intertwine.io.WeightStorage;
import io.intertwine.net.Network;
import io.intertwine.symmetrize.Precision;
import io.intertwine.weights.NetworkFiles;
import io.intertwine.weights.OnnxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Where a network goes: a file in the format that its name says, and perhaps a file of weights beside it. */
sealed interface NetworkTarget {
    /** The file. */
    OutputFile out();

    /** Writes the network; nothing half-written is left. */
    void write(Network network) throws FormatException, IOException;

    /** The numbers that the file can hold, as many as those of a network that came in: floats stay in the smaller of the two formats. */
    default Precision precision(Network given) {
        return Precision.ofFloats(given);
    }

    /** Everything that is written. */
    default List<OutputFile> files() {
        return List.of(out());
    }

    /**
     * JSON.
     *
     * @param storage where the weights stand
     */
    record Json(OutputFile out, WeightStorage storage) implements NetworkTarget {
        @Override
        public void write(Network network) throws FormatException, IOException {
            NetworkFormat.write(network, out.path(), storage);
        }

        @Override
        public Precision precision(Network given) {
            return storage == WeightStorage.INLINE ? Precision.EXACT : Precision.ofFloats(given);
        }

        @Override
        public List<OutputFile> files() {
            return storage == WeightStorage.INLINE
                    ? List.of(out)
                    : List.of(out, new OutputFile(JsonStorage.weights(out, storage)));
        }
    }

    /** ONNX. */
    record Onnx(OutputFile out) implements NetworkTarget {
        @Override
        public void write(Network network) throws FormatException, IOException {
            requireReadable(network);
            OnnxWriter.write(network, out.path());
        }

        /** ONNX does not keep activations apart that follow one another; a certificate would not be about what is read then. */
        private void requireReadable(Network network) throws FormatException, IOException {
            Path trial = Files.createTempFile("network", ".onnx");
            try {
                OnnxWriter.write(network, trial);
                String digest = Digest.of(NetworkFiles.read(trial, List.of()).network());
                if (!digest.equals(Digest.of(network))) {
                    throw new FormatException(
                            out.toString(), "as ONNX it would be read as other layers; write JSON (-o OUT.json)");
                }
            } finally {
                Files.deleteIfExists(trial);
            }
        }
    }

    /**
     * The tensors of dense layers alone.
     *
     * @param names of the layers
     */
    record Tensors(OutputFile out, List<String> names) implements NetworkTarget {
        public Tensors {
            names = List.copyOf(names);
        }

        @Override
        public void write(Network network) throws FormatException, IOException {
            LayerTensors.write(network, names, out.path());
        }
    }

    /**
     * The target that a name asks for. Tensors keep the names that they have in the file that the network came from.
     *
     * @param in that file
     * @param network what was read from it
     */
    static NetworkTarget of(OutputFile out, String in, Network network, ParseResult arguments) throws FormatException {
        boolean stored = JsonStorage.isChosen(arguments);
        boolean tensors = NetworkFiles.isTensors(out.path());
        if (stored && (tensors || NetworkFiles.isOnnx(out.path()))) {
            throw Parameters.wrong(arguments, JsonStorage.WEIGHTS + " goes with a JSON file, found " + out);
        }
        if (NetworkFiles.isOnnx(out.path())) {
            return new Onnx(out);
        }
        if (!tensors) {
            WeightStorage storage = JsonStorage.of(arguments, network);
            JsonStorage.requireFree(out, storage);
            return new Json(out, storage);
        }
        Path source = InputFiles.path(in);
        if (!NetworkFiles.isTensors(source)) {
            throw new FormatException(
                    out.toString(),
                    "tensors alone do not say what stands between the layers of " + in
                            + "; write JSON (-o OUT.json, perhaps with " + JsonStorage.WEIGHTS + " safetensors)");
        }
        return new Tensors(out, NetworkFiles.layerNames(source));
    }
}
