package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import java.util.List;

/** The value of an attribute of a node (AttributeProto). */
sealed interface OnnxAttribute {
    /** What it is, for messages. */
    String kind();

    /** A float. */
    record Real(float value) implements OnnxAttribute {
        @Override
        public String kind() {
            return "a float";
        }
    }

    /** An integer. */
    record Whole(long value) implements OnnxAttribute {
        @Override
        public String kind() {
            return "an integer";
        }
    }

    /** A text. */
    record Text(String value) implements OnnxAttribute {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A tensor. */
    record Tensor(OnnxTensor value) implements OnnxAttribute {
        @Override
        public String kind() {
            return "a tensor";
        }
    }

    /** Floats. */
    record Reals(List<Float> values) implements OnnxAttribute {
        public Reals {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list of floats";
        }
    }

    /** Integers. */
    record Wholes(List<Long> values) implements OnnxAttribute {
        public Wholes {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list of integers";
        }
    }

    /** Something else: texts, a graph, ... */
    record Other(long type) implements OnnxAttribute {
        @Override
        public String kind() {
            return "a value of type " + type;
        }
    }

    /** The rational number that a finite float is. */
    static Scalar exact(float value) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(value));
    }
}
