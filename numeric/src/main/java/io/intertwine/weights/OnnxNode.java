package io.intertwine.weights;

import io.intertwine.io.FormatException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of an ONNX graph (NodeProto).
 *
 * @param place the file and the node, for messages
 * @param operator the name of the operator
 * @param domain its domain; empty for ONNX' own
 * @param inputs the names of the tensors that it reads; an empty name stands for none
 * @param outputs the names of the tensors that it writes
 * @param attributes its attributes by name
 */
record OnnxNode(
        String place,
        String operator,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, OnnxAttribute> attributes) {
    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    /** A refusal of this node. */
    FormatException refuse(String problem) {
        return new FormatException(place, problem);
    }

    /** Whether an input is given. */
    boolean hasInput(int index) {
        return index < inputs.size() && !inputs.get(index).isEmpty();
    }

    /** An attribute, if it is given. */
    Optional<OnnxAttribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** An integer attribute, or its default. */
    long integer(String name, long otherwise) throws FormatException {
        OnnxAttribute found = attributes.get(name);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof OnnxAttribute.Whole whole) {
            return whole.value();
        }
        throw refuse("attribute " + name + ": expected an integer, found " + found.kind());
    }

    /** A float attribute, exactly, or its default. */
    io.intertwine.exact.Scalar number(String name, float otherwise) throws FormatException {
        OnnxAttribute found = attributes.get(name);
        if (found == null) {
            return OnnxAttribute.exact(otherwise);
        }
        if (!(found instanceof OnnxAttribute.Real real)) {
            throw refuse("attribute " + name + ": expected a float, found " + found.kind());
        }
        if (!Float.isFinite(real.value())) {
            throw refuse("attribute " + name + ": expected a finite number, found " + real.value());
        }
        return OnnxAttribute.exact(real.value());
    }

    /** A text attribute, or its default. */
    String text(String name, String otherwise) throws FormatException {
        OnnxAttribute found = attributes.get(name);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof OnnxAttribute.Text text) {
            return text.value();
        }
        throw refuse("attribute " + name + ": expected a text, found " + found.kind());
    }

    /** A list of integers, if it is given. */
    Optional<List<Long>> integers(String name) throws FormatException {
        OnnxAttribute found = attributes.get(name);
        if (found == null) {
            return Optional.empty();
        }
        if (found instanceof OnnxAttribute.Wholes wholes) {
            return Optional.of(wholes.values());
        }
        throw refuse("attribute " + name + ": expected a list of integers, found " + found.kind());
    }

    /** Refuses attributes of other names than these, because they may change what the operator means. */
    void requireAttributes(String... known) throws FormatException {
        for (String name : attributes.keySet()) {
            if (!List.of(known).contains(name)) {
                throw refuse("does not know the attribute " + FormatException.quote(name) + " of " + operator);
            }
        }
    }
}
