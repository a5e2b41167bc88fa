package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.List;
import java.util.Optional;

/** Reads one dense layer: its weight and bias stand in the JSON or are named tensors. */
final class DenseReader {
    private static final String TENSOR = "tensor";

    private final WeightSource weights;

    DenseReader(WeightSource weights) {
        this.weights = weights;
    }

    Layer.Dense read(JsonValue value) throws FormatException {
        JsonObject dense = value.requireObject("an object with \"weight\"");
        dense.requireOnly("weight", "bias", "transpose");
        Optional<JsonValue> flag = dense.find("transpose");
        boolean transpose =
                flag.isPresent() && flag.get().requireAtom("true or false").requireFlag("true or false");
        ExactMatrix weight = weight(dense.require("weight"), transpose);
        Optional<JsonValue> bias = dense.find("bias");
        return new Layer.Dense(weight, bias.isPresent() ? bias(bias.get(), weight) : List.of());
    }

    private ExactMatrix weight(JsonValue value, boolean transpose) throws FormatException {
        Optional<String> name = tensorName(value);
        if (name.isEmpty()) {
            ExactMatrix inline = JsonMatrix.read(value, "a weight: a list of rows, one for each output", transpose);
            weights.count(inline.rows(), inline.columns(), value);
            return inline;
        }
        TensorFile file = weights.require(value);
        List<Long> shape = file.shape(name.get());
        if (shape.size() != 2 || shape.contains(0L)) {
            throw value.refuse("tensor " + FormatException.quote(name.get())
                    + ": expected a weight with two axes, outputs x inputs, none of size 0, found the shape " + shape);
        }
        weights.count(shape.get(0), shape.get(1), value);
        return file.read(name.get()).matrix(transpose);
    }

    private static String transposeHint(ExactMatrix weight, int biases) {
        return biases == weight.columns()
                ? "; its " + biases
                        + " columns would fit: if the weight is stored as inputs x outputs, add \"transpose\": true"
                : "";
    }

    private List<Scalar> bias(JsonValue value, ExactMatrix weight) throws FormatException {
        int outputs = weight.rows();
        Optional<String> name = tensorName(value);
        if (name.isEmpty()) {
            ExactNumbers numbers = value.requireNumbers("a bias: a list of numbers");
            if (numbers.size() != outputs) {
                throw value.refuse("expected a bias of " + outputs + " numbers, one for each row of the weight, found "
                        + numbers.size() + transposeHint(weight, numbers.size()));
            }
            return numbers.toList();
        }
        TensorFile file = weights.require(value);
        List<Long> shape = file.shape(name.get());
        if (!shape.equals(List.of((long) outputs))) {
            throw value.refuse("tensor " + FormatException.quote(name.get()) + ": expected a bias of shape [" + outputs
                    + "], one number for each output, found the shape " + shape);
        }
        return file.read(name.get()).toList();
    }

    private static Optional<String> tensorName(JsonValue value) throws FormatException {
        if (value instanceof JsonObject object) {
            object.requireOnly(TENSOR);
            return Optional.of(object.require(TENSOR).requireText("the name of a tensor"));
        }
        return Optional.empty();
    }
}
