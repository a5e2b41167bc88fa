package io.intertwine.weights;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.io.NetworkFormat;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A place in a network from which elementwise formulas are computed: the input, or the output of a dense layer. Two tensors can be
 * combined entry by entry if they are computed from the same stage.
 */
final class Stage {
    private final List<Layer> before;
    private final List<Layer.Dense> dense;
    private final int width;

    private Stage(List<Layer> before, List<Layer.Dense> dense, int width) {
        this.before = List.copyOf(before);
        this.dense = List.copyOf(dense);
        this.width = width;
    }

    /** Layers, and what is still to be done with their outputs. */
    record Finished(List<Layer> layers, Term.Affine after, int width) {
        Finished {
            layers = List.copyOf(layers);
        }

        /** A dense layer behind these, into which what is still to be done goes. */
        Stage dense(ExactMatrix weight) {
            ExactMatrix product = after.slope().isOne() ? weight : scaledColumns(weight, after.slope());
            List<Scalar> bias = after.shifted() ? weight.multiply(expand(after.shift(), width)) : List.of();
            boolean needed = layers.isEmpty() ? after.shifted() : !after.shift().isZero();
            Layer.Dense dense = new Layer.Dense(product, needed ? bias : List.of());
            return new Stage(layers, List.of(dense), dense.outputs());
        }

        /** The layers; a diagonal layer does what is still to be done. */
        List<Layer> complete() {
            if (after.slope().isOne() && after.shift().isZero()) {
                return layers;
            }
            List<Layer> all = new ArrayList<>(layers);
            all.add(diagonal(after, width));
            return all;
        }
    }

    /** The input of a network. */
    static Stage input(int width) {
        return new Stage(List.of(), List.of(), width);
    }

    /** The number of units. */
    int width() {
        return width;
    }

    /** The layers that compute a formula from this stage. */
    Finished finish(Term formula, Consumer<String> remarks) {
        if (formula instanceof Term.Affine line) {
            return dense.isEmpty() ? new Finished(before, line, width) : new Finished(with(line), Term.Affine.X, width);
        }
        Optional<Term> first = UnitFormula.named(formula, width, remark -> {}).isPresent()
                ? Optional.empty()
                : UnitFormula.first(formula, width);
        if (first.isPresent()) {
            Stage next = new Stage(finish(first.get(), remarks).complete(), List.of(), width);
            return next.finish(formula.of(first.get()), remarks);
        }
        UnitFormula parts = UnitFormula.of(formula, width, remarks);
        List<Layer> layers = with(parts.before());
        layers.add(new Layer.Entrywise(parts.units()));
        return new Finished(layers, parts.after(), width);
    }

    private List<Layer> with(Term.Affine line) {
        List<Layer> layers = new ArrayList<>(before);
        boolean trivial = line.slope().isOne() && line.shift().isZero();
        if (dense.isEmpty()) {
            if (!trivial) {
                layers.add(diagonal(line, width));
            }
            return layers;
        }
        Layer.Dense last = dense.get(0);
        ExactMatrix weight = line.slope().isOne() ? last.weight() : scaledRows(last.weight(), line.slope());
        List<Scalar> bias = new ArrayList<>();
        if (last.hasBias() || line.shifted()) {
            for (int i = 0; i < width; i++) {
                bias.add(last.bias(i)
                        .multiply(line.slope().of(i))
                        .add(line.shift().of(i)));
            }
        }
        layers.add(new Layer.Dense(weight, bias));
        return layers;
    }

    private static Layer.Dense diagonal(Term.Affine line, int width) {
        if ((long) width * width > NetworkFormat.MOST_WEIGHTS) {
            throw new IllegalArgumentException("needs a diagonal layer of " + width + " units, which is too large");
        }
        ExactMatrix weight =
                ExactMatrix.build(width, width, (i, j) -> i == j ? line.slope().of(i) : Scalar.ZERO);
        return new Layer.Dense(weight, line.shift().isZero() ? List.of() : expand(line.shift(), width));
    }

    private static List<Scalar> expand(Coefficients values, int width) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            result.add(values.of(i));
        }
        return result;
    }

    private static ExactMatrix scaledRows(ExactMatrix matrix, Coefficients factors) {
        return ExactMatrix.build(
                matrix.rows(), matrix.columns(), (i, j) -> matrix.get(i, j).multiply(factors.of(i)));
    }

    private static ExactMatrix scaledColumns(ExactMatrix matrix, Coefficients factors) {
        return ExactMatrix.build(
                matrix.rows(), matrix.columns(), (i, j) -> matrix.get(i, j).multiply(factors.of(j)));
    }
}
