package io.intertwine.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ONNX model as its file describes it (ModelProto and GraphProto); nothing is computed yet.
 *
 * @param operators the version of ONNX' own operators
 * @param initialisers the tensors of constants by name
 * @param nodes in the order of the file
 */
record OnnxModel(
        long operators,
        List<Port> inputs,
        List<Port> outputs,
        Map<String, OnnxTensor> initialisers,
        List<OnnxNode> nodes) {
    OnnxModel {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        initialisers = Map.copyOf(initialisers);
        nodes = List.copyOf(nodes);
    }

    /**
     * An input or output of the graph (ValueInfoProto).
     *
     * @param type the number of the type of its entries; 0 where the file does not say
     * @param axes its axes, if the file tells them
     */
    record Port(String name, long type, List<Axis> axes, boolean hasShape) {
        Port {
            axes = List.copyOf(axes);
        }
    }

    /**
     * An axis of an input or output.
     *
     * @param size its size; empty where it has a name or nothing
     */
    record Axis(List<Long> size) {
        Axis {
            size = List.copyOf(size);
        }

        /** Its size, if it is fixed. */
        Optional<Long> fixed() {
            return size.stream().findFirst();
        }
    }
}
