package io.intertwine.weights;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.MemoryBudget;
import io.intertwine.io.NetworkFormat;
import java.util.List;
import java.util.Map;

/** The operators that make dense layers, and the softmax. */
final class LinearOperators {
    private LinearOperators() {}

    static void addTo(Map<String, Operators.Operator> table) {
        table.put("MatMul", LinearOperators::product);
        table.put("Gemm", LinearOperators::general);
        table.put("Softmax", LinearOperators::softmax);
    }

    /** x W, for a row x for each row of the batch. */
    private static Tensor product(Operands operands) throws FormatException {
        operands.requireAtMost(2);
        if (operands.input(0) instanceof Tensor.Constant left && operands.input(1) instanceof Tensor.Constant right) {
            return new Tensor.Constant(product(left.value(), right.value()));
        }
        OnnxConstant weight = operands.constant(1, "the weight, the second factor of x W");
        return dense(operands, operands.units(0), weight, false, Scalar.ONE);
    }

    private static OnnxConstant product(OnnxConstant left, OnnxConstant right) {
        if (left.shape().size() != 2 || right.shape().size() != 2) {
            throw new IllegalArgumentException(
                    "expected matrices, found constants of shapes " + left.shape() + " and " + right.shape());
        }
        ExactMatrix result = left.matrix(false).multiply(right.matrix(false));
        int rows = result.rows();
        int columns = result.columns();
        ExactMatrix row = ExactMatrix.build(1, rows * columns, (i, k) -> result.get(k / columns, k % columns));
        return new OnnxConstant(List.of(rows, columns), row, left.isFloat());
    }

    /** alpha x W + beta c. */
    private static Tensor general(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(3);
        node.requireAttributes("alpha", "beta", "transA", "transB");
        Tensor.Units input = operands.units(0);
        if (node.integer("transA", 0) != 0) {
            throw node.refuse("transA: expected rows of a batch, found them transposed");
        }
        if (input.axes().rank() != 2) {
            throw node.refuse("expected a tensor of shape [N, n], found " + input.axes());
        }
        OnnxConstant weight = operands.constant(1, "the weight B");
        boolean transposed = node.integer("transB", 0) != 0;
        Tensor.Units result = dense(operands, input, weight, transposed, node.number("alpha", 1));
        if (!node.hasInput(2)) {
            return result;
        }
        OnnxConstant bias = operands.constant(2, "the bias C");
        Coefficients shift = ElementwiseOperators.coefficients(bias, result.axes());
        Scalar beta = node.number("beta", 1);
        return new Tensor.Units(
                result.stage(), result.formula().plus(Term.constant(shift.map(beta::multiply))), result.axes());
    }

    private static Tensor.Units dense(
            Operands operands, Tensor.Units input, OnnxConstant weight, boolean transposed, Scalar factor)
            throws FormatException {
        if (weight.shape().size() != 2 || weight.size() == 0) {
            throw operands.node()
                    .refuse("expected a weight with two axes, none of size 0, found the shape " + weight.shape());
        }
        if (!input.axes().isVector()) {
            throw operands.node()
                    .refuse("reads a tensor of shape " + input.axes() + ", several vectors for each row of the batch; "
                            + "layers that act on several tokens or pixels alike are not read");
        }
        int inputs = weight.shape().get(transposed ? 1 : 0);
        int outputs = weight.shape().get(transposed ? 0 : 1);
        if (inputs != input.axes().count()) {
            throw operands.node()
                    .refuse("expected a weight for " + input.axes().count() + " inputs, found one for " + inputs
                            + ", of shape " + weight.shape()
                            + (transposed ? " transposed" : ""));
        }
        requireSize(operands, weight.size());
        ExactMatrix matrix = weight.matrix(!transposed);
        Stage.Finished finished = input.stage().finish(input.formula(), operands.remarks());
        Stage stage = finished.dense(matrix);
        Term scaled = Term.Affine.X.times(Term.constant(Coefficients.of(factor)));
        return new Tensor.Units(stage, scaled, input.axes().withLast(outputs));
    }

    private static void requireSize(Operands operands, long weights) throws FormatException {
        if (weights > NetworkFormat.MOST_WEIGHTS) {
            throw operands.node()
                    .refuse("expected at most " + NetworkFormat.MOST_WEIGHTS + " weights, found " + weights);
        }
        MemoryBudget.require(3 * weights * Long.BYTES, operands.node().place());
    }

    /** A softmax over all units; it can only be last. */
    private static Tensor softmax(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(1);
        node.requireAttributes("axis");
        Tensor.Units logits = operands.units(0);
        Tensor.Axes axes = logits.axes();
        boolean flattens = operands.operators() < 13;
        int axis = Shapes.axis(node.integer("axis", flattens ? 1 : -1), axes.rank());
        List<Long> all = axes.all();
        long over = 1;
        for (long size : flattens ? all.subList(axis, all.size()) : all.subList(axis, axis + 1)) {
            over *= size;
        }
        if (over != axes.count() || axis == 0 && axes.hasBatch()) {
            throw node.refuse("expected a softmax over all " + axes.count() + " units, found one over axis " + axis
                    + " of the shape " + axes);
        }
        return new Tensor.Probabilities(logits);
    }
}
