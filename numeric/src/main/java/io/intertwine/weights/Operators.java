package io.intertwine.weights;

import io.intertwine.io.FormatException;
import java.util.Map;
import java.util.TreeMap;

/** The ONNX operators that are read, by name. */
final class Operators {
    private static final Map<String, Operator> TABLE = table();

    private Operators() {}

    /** What an operator does. */
    @FunctionalInterface
    interface Operator {
        /** The first output. Throws IllegalArgumentException with the reason if the operator cannot be read here. */
        Tensor apply(Operands operands) throws FormatException;
    }

    /** The first output of a node. */
    static Tensor apply(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        Operator operator = TABLE.get(node.operator());
        if (operator == null || !node.domain().isEmpty()) {
            throw node.refuse("this operator is not read"
                    + (node.domain().isEmpty() ? "" : ", of domain " + FormatException.quote(node.domain()))
                    + "; there are " + String.join(", ", TABLE.keySet()));
        }
        try {
            return operator.apply(operands);
        } catch (IllegalArgumentException unusable) {
            throw new FormatException(node.place(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static Map<String, Operator> table() {
        Map<String, Operator> table = new TreeMap<>();
        LinearOperators.addTo(table);
        ElementwiseOperators.addTo(table);
        ShapeOperators.addTo(table);
        return table;
    }
}
