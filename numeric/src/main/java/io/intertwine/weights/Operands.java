package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node with what its inputs are known to be.
 *
 * @param node the node
 * @param inputs what its inputs are, those that are left out excepted, which have no meaning
 * @param operators the version of the operators
 * @param file the model's file
 * @param remarks is told what a person should know
 */
record Operands(OnnxNode node, List<Tensor> inputs, long operators, Path file, Consumer<String> remarks) {
    Operands {
        inputs = List.copyOf(inputs);
    }

    /** An input that must be given. */
    Tensor input(int index) throws FormatException {
        if (!node.hasInput(index)) {
            throw node.refuse("expected at least " + (index + 1) + " inputs, found "
                    + node.inputs().size());
        }
        return inputs.get(index);
    }

    /** Refuses more inputs than these. */
    void requireAtMost(int count) throws FormatException {
        if (node.inputs().size() > count) {
            throw node.refuse("expected at most " + count + " inputs, found "
                    + node.inputs().size());
        }
    }

    /** A constant input; {@code what} says what it is good for. */
    OnnxConstant constant(int index, String what) throws FormatException {
        if (input(index) instanceof Tensor.Constant constant) {
            return constant.value();
        }
        throw node.refuse("expected a constant as " + what + ", found " + describe(input(index)));
    }

    /** A constant input of one number. */
    Scalar number(int index, String what) throws FormatException {
        OnnxConstant constant = constant(index, what);
        if (constant.size() != 1) {
            throw node.refuse("expected one number as " + what + ", found the shape " + constant.shape());
        }
        return constant.get(0);
    }

    /** An input that depends on the input of the network. */
    Tensor.Units units(int index) throws FormatException {
        if (input(index) instanceof Tensor.Units units) {
            return units;
        }
        throw node.refuse("expected units of a layer, found " + describe(input(index)));
    }

    /** The integers of a constant. */
    List<Long> integers(int index, String what) throws FormatException {
        OnnxConstant constant = constant(index, what);
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < constant.size(); i++) {
            Scalar value = constant.get(i);
            if (constant.isFloat() || value.rational().getNumerator().bitLength() >= Long.SIZE) {
                throw node.refuse("expected integers as " + what + ", found " + value);
            }
            result.add(value.rational().getNumerator().longValue());
        }
        return result;
    }

    static String describe(Tensor tensor) {
        if (tensor instanceof Tensor.Units units) {
            return "a tensor of shape " + units.axes() + " that depends on the input";
        }
        if (tensor instanceof Tensor.Constant constant) {
            return "a constant of shape " + constant.value().shape();
        }
        return tensor instanceof Tensor.Sizes
                ? "the sizes of a tensor"
                : "the output of a softmax, which can only be last";
    }
}
