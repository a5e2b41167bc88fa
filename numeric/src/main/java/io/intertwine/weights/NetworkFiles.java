package io.intertwine.weights;

import io.intertwine.activation.Activation;
import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import io.intertwine.io.NetworkFormat;
import io.intertwine.net.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Networks in every format that is read; the name of a file says which it is in. */
public final class NetworkFiles {
    private static final List<String> PICKLES = List.of(".pt", ".pth", ".bin", ".ckpt", ".pkl", ".pickle");

    private NetworkFiles() {}

    /**
     * A network as it was read.
     *
     * @param remarks what a person should know about how the file was read
     */
    public record Loaded(Network network, List<String> remarks) {
        /** A network that was read. */
        public Loaded {
            remarks = List.copyOf(remarks);
        }
    }

    /** Whether a file holds the tensors of dense layers and nothing that says which activations are between them. */
    public static boolean isTensors(Path file) {
        return hasEnding(file, ".safetensors") || hasEnding(file, ".npz");
    }

    /** Whether a file is an ONNX model, by its name. */
    public static boolean isOnnx(Path file) {
        return hasEnding(file, ".onnx");
    }

    /**
     * Refuses a file of pickled Python objects, with how to convert it. Such files can run any code when they are read.
     *
     * @throws FormatException if the file is one, or if it cannot be read
     */
    public static void refusePickle(Path file) throws FormatException {
        boolean named = PICKLES.stream().anyMatch(ending -> hasEnding(file, ending));
        if (named || beginsAsPickle(file)) {
            String name = String.valueOf(file.getFileName());
            String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
            throw new FormatException(
                    file.toString(),
                    "a file of pickled Python objects, which can run any code when it is read; two lines of Python convert "
                            + "its tensors, or its module m with an example x of its input",
                    List.of(
                            "  import torch, safetensors.torch; m = torch.load('" + name + "', weights_only=True)",
                            "  safetensors.torch.save_file(m, '" + stem + ".safetensors')    # of a module: "
                                    + "torch.onnx.export(m, x, '" + stem + ".onnx')"));
        }
    }

    /** Whether a file without a known name begins as the two forms of pickles do: a zip file, or a pickle of protocol 2 to 5. */
    private static boolean beginsAsPickle(Path file) throws FormatException {
        if (hasEnding(file, ".json") || !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] begin = stream.readNBytes(2);
            boolean zip = begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
            return zip || (begin.length == 2 && begin[0] == (byte) 0x80 && begin[1] >= 2 && begin[1] <= 5);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(file, unreadable);
        }
    }

    /**
     * Reads a network: JSON, ONNX, or the tensors of dense layers.
     *
     * @param activations of the hidden layers where the file holds tensors alone; not used elsewhere
     */
    public static Loaded read(Path file, List<Activation> activations) throws FormatException {
        if (isOnnx(file)) {
            OnnxNetwork model = OnnxNetwork.read(file);
            return new Loaded(model.network(), model.remarks());
        }
        if (isTensors(file)) {
            return new Loaded(StackedLayers.read(file, activations), List.of());
        }
        refusePickle(file);
        return new Loaded(NetworkFormat.read(file), List.of());
    }

    /**
     * The names of the dense layers of a file of tensors ({@link #isTensors}), in order: {@code NAME} of {@code NAME.weight}, empty for a
     * tensor {@code weight}.
     */
    public static List<String> layerNames(Path file) throws FormatException {
        return StackedLayers.names(file);
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
