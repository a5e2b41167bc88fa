package io.intertwine.weights;

import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import java.nio.file.Path;
import java.util.List;

/**
 * A network that was read from an ONNX file (onnx.ai, operators of versions 7 to 24). It denotes the function over the real numbers that
 * the graph has with the exact values of its floats: constants are folded without rounding, and an elementwise affine map becomes part
 * of the dense layer beside it.
 *
 * @param network the network; an input with several axes is read with its last index running fastest, so pixels are ordered channel, row,
 *     column
 * @param inputShape the sizes of the axes of the input, without that of the batch
 * @param remarks what a person should know about how the file was read
 */
public record OnnxNetwork(Network network, List<Integer> inputShape, List<String> remarks) {
    /** A network that was read. */
    public OnnxNetwork {
        inputShape = List.copyOf(inputShape);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a model. Its graph has one input, one output and operators that act on all units of a layer at once, in a chain; whatever else
     * is refused by the names of operator and node.
     *
     * @throws FormatException if the file is no such model, or is damaged
     */
    public static OnnxNetwork read(Path file) throws FormatException {
        return OnnxGraph.read(file, OnnxParser.read(file));
    }
}
