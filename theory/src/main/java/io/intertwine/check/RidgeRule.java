package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Comparison.Bypass;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two networks of at most one hidden layer have the same function if their difference, a sum of functions v s(w . x + b) and an affine
 * map, cancels. Terms on parallel forms are collected: w . x + b = beta t + gamma with t = d . x, where the first nonzero entry of d is
 * 1. Two terms of the same activation merge where s(a u + c) = b s(u) + e takes one to the other, after s(u) = s(-u) + slope u if need
 * be; what is left on one d must be an affine function of t ({@link AffineRule}).
 */
final class RidgeRule {
    private final List<Bypass> bypasses;
    private final ActivationRule activations = new ActivationRule();
    private final Map<List<Scalar>, List<ParallelRule.Term>> terms = new LinkedHashMap<>();

    RidgeRule(List<Bypass> bypasses) {
        this.bypasses = bypasses;
    }

    /** Rejects unless two networks without softmax, in which no dense layers follow each other, are proved to be equal. */
    void requireEqual(Network f, Network g) throws Rejection {
        for (Bypass bypass : bypasses) {
            Relation.Term plus = new Relation.Term(Expression.ONE, Expression.ONE, Expression.ZERO);
            Relation.Term minus = new Relation.Term(Expression.of(-1), Expression.of(-1), Expression.ZERO);
            Relation relation = new Relation(List.of(plus, minus), Expression.of(bypass.slope()), Expression.ZERO);
            ActivationRule.require(bypass.activation(), relation, List.of());
        }
        AffineRule rest = new AffineRule(f.outputs(), f.inputs());
        add(f, Scalar.ONE, rest);
        add(g, Scalar.MINUS_ONE, rest);
        for (Map.Entry<List<Scalar>, List<ParallelRule.Term>> parallel : terms.entrySet()) {
            rest.addRidge(parallel.getKey(), parallel.getValue());
        }
        rest.requireZero();
    }

    private void add(Network network, Scalar sign, AffineRule rest) throws Rejection {
        List<Layer> layers = network.layers();
        if (layers.size() == 1 && layers.get(0) instanceof Layer.Dense only) {
            rest.add(only, sign);
            return;
        }
        // No dense layers follow each other, so that units stand between two.
        boolean shallow =
                layers.size() == 3 && layers.get(0) instanceof Layer.Dense && layers.get(2) instanceof Layer.Dense;
        Rejection.unless(
                shallow, "expected networks with at most one hidden layer, found " + layers.size() + " layers");
        Layer.Dense first = (Layer.Dense) layers.get(0);
        Layer.Dense last = (Layer.Dense) layers.get(2);
        rest.addBias(last, sign);
        for (int j = 0; j < first.outputs(); j++) {
            List<Scalar> outgoing = new ArrayList<>();
            for (int i = 0; i < last.outputs(); i++) {
                outgoing.add(last.weight().get(i, j).multiply(sign));
            }
            add(UnitRow.of(first, j), ((Layer.Entrywise) layers.get(1)).units().get(j), outgoing, rest);
        }
    }

    private void add(UnitRow row, Activation activation, List<Scalar> outgoing, AffineRule rest) throws Rejection {
        int pivot = row.pivot();
        Optional<Scalar> constant = pivot < 0 ? activation.exact(row.bias()) : Optional.empty();
        if (constant.isPresent()) {
            rest.addConstant(outgoing, constant.get());
            return;
        }
        Scalar beta = pivot < 0 ? Scalar.ZERO : row.get(pivot);
        List<Scalar> direction = new ArrayList<>();
        for (int j = 0; j < row.size(); j++) {
            direction.add(pivot < 0 ? Scalar.ZERO : row.get(j).divide(beta));
        }
        ParallelRule.Term term = new ParallelRule.Term(activation, beta, row.bias(), outgoing);
        List<ParallelRule.Term> parallel = terms.computeIfAbsent(direction, key -> new ArrayList<>());
        for (int k = 0; k < parallel.size(); k++) {
            ParallelRule.Term known = parallel.get(k);
            Optional<UnitMap> companion = ParallelRule.companion(term, known, activations);
            Optional<Bypass> bypass = companion.isPresent() ? Optional.empty() : bypass(activation);
            if (bypass.isPresent()) {
                companion = ParallelRule.companion(term.negated(), known, activations);
            }
            if (companion.isPresent()) {
                parallel.set(k, known.plus(outgoing, companion.get().scale()));
                rest.addConstant(outgoing, companion.get().shift());
                bypass.ifPresent(relation -> rest.addForm(outgoing, relation.slope(), row));
                return;
            }
        }
        parallel.add(term);
    }

    private Optional<Bypass> bypass(Activation activation) {
        return bypasses.stream()
                .filter(bypass -> bypass.activation().equals(activation))
                .findFirst();
    }
}
