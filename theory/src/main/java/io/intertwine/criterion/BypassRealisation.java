package io.intertwine.criterion;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a normal form as a network. */
final class BypassRealisation {
    private final BypassForm form;
    private final Scalar slope;
    private final List<List<Scalar>> rows = new ArrayList<>();
    private final List<Scalar> biases = new ArrayList<>();
    private final List<List<Scalar>> columns = new ArrayList<>();

    private BypassRealisation(BypassForm form) {
        this.form = form;
        slope = form.slope();
    }

    static Network of(BypassForm form) {
        return new BypassRealisation(form).build();
    }

    private Network build() {
        int outputs = form.linear().rows();
        int inputs = form.linear().columns();
        Scalar half = slope.divide(Scalar.of(2));
        ExactMatrix linear = form.linear();
        List<Scalar> constant = form.constant();
        for (BypassForm.Ridge ridge : form.ridges()) {
            ExactMatrix rest = linear;
            List<Scalar> known = constant;
            add(ridge.weight(), ridge.bias(), ridge.factor());
            linear = ExactMatrix.build(
                    outputs,
                    inputs,
                    (i, k) -> rest.get(i, k)
                            .subtract(half.multiply(ridge.factor().get(i))
                                    .multiply(ridge.weight().get(k))));
            constant = IntStream.range(0, outputs)
                    .mapToObj(i -> known.get(i)
                            .subtract(half.multiply(ridge.factor().get(i)).multiply(ridge.bias())))
                    .toList();
        }
        addPairs(linear);
        if (rows.isEmpty()) {
            add(zeros(inputs), Scalar.ZERO, zeros(outputs));
        }
        int width = rows.size();
        ExactMatrix weight =
                ExactMatrix.build(width, inputs, (j, k) -> rows.get(j).get(k));
        ExactMatrix outgoing =
                ExactMatrix.build(outputs, width, (i, j) -> columns.get(j).get(i));
        return new Network(List.of(
                new Layer.Dense(weight, biases),
                Layer.Entrywise.of(form.activation(), width),
                new Layer.Dense(outgoing, constant)));
    }

    /** The linear map M = sum of column p of M times row p of its reduced echelon form, each product as u (s(r x) - s(-r x)) / k. */
    private void addPairs(ExactMatrix linear) {
        Echelon echelon = Echelon.of(linear);
        for (int p = 0; p < echelon.rank(); p++) {
            int pivot = echelon.pivots().get(p);
            List<Scalar> row = echelon.rows().get(p);
            List<Scalar> column = linear.transpose().row(pivot).stream()
                    .map(entry -> entry.divide(slope))
                    .toList();
            add(row, Scalar.ZERO, column);
            add(negated(row), Scalar.ZERO, negated(column));
        }
    }

    private void add(List<Scalar> row, Scalar bias, List<Scalar> column) {
        rows.add(row);
        biases.add(bias);
        columns.add(column);
    }

    private static List<Scalar> negated(List<Scalar> vector) {
        return vector.stream().map(Scalar::negate).toList();
    }

    private static List<Scalar> zeros(int n) {
        return IntStream.range(0, n).mapToObj(i -> Scalar.ZERO).toList();
    }
}
