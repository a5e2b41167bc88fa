package io.intertwine.find;

import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Comparison.Bypass;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.criterion.BypassForm;
import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.OtherParameters.Rewriting;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rewrites blocks dense, units, dense whose activation has a normal form ({@link BypassForm}): f(x) = A x + a_0 + sum kappa e(l(x)). A
 * unit for each form l writes its part with either orientation, s(l) or s(-l), and what is left of A needs a pair of opposite units for
 * each dimension.
 */
final class BlockReduction {
    private static final int MOST_UNITS = 64;
    private static final int BLOCK = 3;

    private BlockReduction() {}

    /** A step that leaves fewer units, if one is found. */
    static Optional<ReductionStep.Replace> step(Network network) {
        for (int i = 0; i + BLOCK <= network.layers().size(); i++) {
            int index = i;
            Optional<ReductionStep.Replace> step = form(network, i)
                    .map(form ->
                            oriented(form, rows((Layer.Dense) network.layers().get(index))))
                    .map(BypassForm::network)
                    .filter(block -> width(block) < network.layers().get(index).outputs())
                    .map(block -> replace(index, block));
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    /** The steps that bring every block, the first first, into its normal form. */
    static List<ReductionStep> normalForms(Network network) {
        List<ReductionStep> steps = new ArrayList<>();
        Network current = network;
        for (int i = 0; i + BLOCK <= network.layers().size(); i++) {
            Optional<Network> block = form(current, i).map(BypassForm::network);
            if (block.isPresent()) {
                ReductionStep step = replace(i, block.get());
                steps.add(step);
                current = io.intertwine.check.Checker.reparametrise(current, step);
            }
        }
        return steps;
    }

    private static ReductionStep.Replace replace(int index, Network block) {
        List<Bypass> bypasses = Bypasses.of(List.of(block));
        return new ReductionStep.Replace(index, index + BLOCK, block.layers(), new Comparison.Ridge(bypasses));
    }

    private static Optional<BypassForm> form(Network network, int index) {
        List<Layer> layers = network.layers().subList(index, index + BLOCK);
        boolean block = layers.get(0) instanceof Layer.Dense
                && layers.get(1) instanceof Layer.Entrywise
                && layers.get(2) instanceof Layer.Dense
                && layers.get(0).outputs() <= MOST_UNITS;
        Network part = block ? new Network(layers) : network;
        return block && BypassForm.isApplicable(part) ? BypassForm.of(part) : Optional.empty();
    }

    private static int width(Network block) {
        return block.layers().get(0).outputs();
    }

    private static List<List<Scalar>> rows(Layer.Dense dense) {
        return IntStream.range(0, dense.outputs())
                .mapToObj(unit -> {
                    List<Scalar> row = new ArrayList<>(dense.weight().row(unit));
                    row.add(dense.bias(unit));
                    return row;
                })
                .toList();
    }

    /** The form with its terms in the orientation that the rows have, then in a better one: such that little is left of A. */
    static BypassForm oriented(BypassForm form, List<List<Scalar>> rows) {
        boolean[] negated = new boolean[form.ridges().size()];
        for (int k = 0; k < negated.length; k++) {
            BypassForm.Ridge ridge = form.ridges().get(k);
            negated[k] = rows.stream().noneMatch(row -> isPositiveMultiple(row, ridge))
                    && rows.stream().anyMatch(row -> isPositiveMultiple(row, negate(ridge)));
        }
        int best = rank(form, negated);
        boolean better = true;
        while (better) {
            better = false;
            for (int k = 0; k < negated.length; k++) {
                negated[k] = !negated[k];
                int rank = rank(form, negated);
                better |= rank < best;
                negated[k] = (rank < best) == negated[k];
                best = Math.min(best, rank);
            }
        }
        return with(form, negated);
    }

    private static boolean isPositiveMultiple(List<Scalar> row, BypassForm.Ridge ridge) {
        List<Scalar> form = new ArrayList<>(ridge.weight());
        form.add(ridge.bias());
        int pivot = 0;
        while (form.get(pivot).isZero()) {
            pivot++;
        }
        Scalar factor = row.get(pivot).divide(form.get(pivot));
        return factor.signum() > 0
                && IntStream.range(0, row.size())
                        .allMatch(j -> row.get(j).equals(form.get(j).multiply(factor)));
    }

    private static BypassForm.Ridge negate(BypassForm.Ridge ridge) {
        return new BypassForm.Ridge(
                ridge.weight().stream().map(Scalar::negate).toList(),
                ridge.bias().negate(),
                ridge.factor());
    }

    static BypassForm with(BypassForm form, boolean[] negated) {
        List<BypassForm.Ridge> ridges = IntStream.range(0, negated.length)
                .mapToObj(k -> negated[k]
                        ? negate(form.ridges().get(k))
                        : form.ridges().get(k))
                .toList();
        return new BypassForm(form.activation(), form.linear(), form.constant(), ridges);
    }

    /** The rank of A less what the oriented units contribute. */
    private static int rank(BypassForm form, boolean[] negated) {
        return Echelon.of(rest(with(form, negated))).rank();
    }

    private static ExactMatrix rest(BypassForm form) {
        Scalar half = form.slope().divide(Scalar.of(2));
        return ExactMatrix.build(form.linear().rows(), form.linear().columns(), (i, j) -> {
            Scalar sum = form.linear().get(i, j);
            for (BypassForm.Ridge ridge : form.ridges()) {
                sum = sum.subtract(
                        ridge.factor().get(i).multiply(ridge.weight().get(j)).multiply(half));
            }
            return sum;
        });
    }

    /** Parameters of the same architecture with the same function, related to the given one or not. */
    static List<Rewriting> alternatives(Network network) {
        List<Rewriting> result = new ArrayList<>();
        for (int i = 0; i + BLOCK <= network.layers().size(); i++) {
            Optional<BypassForm> form = form(network, i);
            if (form.isPresent()) {
                for (BypassForm candidate : candidates(form.get(), network, i)) {
                    padded(network, i, candidate.network()).ifPresent(result::add);
                    padded(network, i, doubled(candidate)).ifPresent(result::add);
                }
            }
        }
        return result;
    }

    private static List<BypassForm> candidates(BypassForm form, Network network, int index) {
        BypassForm oriented = oriented(form, rows((Layer.Dense) network.layers().get(index)));
        List<BypassForm> result = new ArrayList<>(List.of(oriented));
        for (int k = 0; k < form.ridges().size(); k++) {
            boolean[] negated = new boolean[form.ridges().size()];
            negated[k] = true;
            result.add(with(oriented, negated));
        }
        return result;
    }

    /** The block with the forms of its pairs of opposite units doubled, s(2 l) - s(-2 l) = 2 (s(l) - s(-l)). */
    private static Network doubled(BypassForm form) {
        Network block = form.network();
        Layer.Dense first = (Layer.Dense) block.layers().get(0);
        Layer.Dense last = (Layer.Dense) block.layers().get(2);
        int ridges = form.ridges().size();
        Scalar two = Scalar.of(2);
        ExactMatrix weight = ExactMatrix.build(
                first.outputs(),
                first.inputs(),
                (i, j) -> i < ridges
                        ? first.weight().get(i, j)
                        : first.weight().get(i, j).multiply(two));
        List<Scalar> bias = IntStream.range(0, first.outputs())
                .mapToObj(i -> i < ridges ? first.bias(i) : first.bias(i).multiply(two))
                .toList();
        ExactMatrix outgoing = ExactMatrix.build(
                last.outputs(),
                last.inputs(),
                (i, j) -> j < ridges
                        ? last.weight().get(i, j)
                        : last.weight().get(i, j).divide(two));
        return new Network(List.of(
                new Layer.Dense(weight, bias), block.layers().get(1), new Layer.Dense(outgoing, last.biases())));
    }

    /** The network with a block replaced, filled up with zero units; empty if the architecture has no room or no bias for it. */
    static Optional<Rewriting> padded(Network network, int index, Network block) {
        Layer.Dense first = (Layer.Dense) network.layers().get(index);
        Layer.Dense last = (Layer.Dense) network.layers().get(index + 2);
        Layer.Dense newFirst = (Layer.Dense) block.layers().get(0);
        Layer.Dense newLast = (Layer.Dense) block.layers().get(2);
        int width = first.outputs();
        boolean fits = newFirst.outputs() <= width
                && (first.hasBias() || newFirst.biases().stream().allMatch(Scalar::isZero))
                && (last.hasBias() || newLast.biases().stream().allMatch(Scalar::isZero));
        if (!fits) {
            return Optional.empty();
        }
        int used = newFirst.outputs();
        ExactMatrix weight = ExactMatrix.build(
                width, first.inputs(), (i, j) -> i < used ? newFirst.weight().get(i, j) : Scalar.ZERO);
        ExactMatrix outgoing = ExactMatrix.build(
                last.outputs(), width, (i, j) -> j < used ? newLast.weight().get(i, j) : Scalar.ZERO);
        List<Scalar> bias = new ArrayList<>(newFirst.biases());
        bias.addAll(Collections.nCopies(width - bias.size(), Scalar.ZERO));
        List<Layer> layers = List.of(
                new Layer.Dense(weight, first.hasBias() ? bias : List.of()),
                network.layers().get(index + 1),
                new Layer.Dense(outgoing, last.hasBias() ? newLast.biases() : List.of()));
        List<Layer> all = new ArrayList<>(network.layers().subList(0, index));
        all.addAll(layers);
        all.addAll(network.layers().subList(index + BLOCK, network.layers().size()));
        ReductionStep step = new ReductionStep.Replace(
                index, index + BLOCK, layers, new Comparison.Ridge(Bypasses.of(List.of(network))));
        return Optional.of(new Rewriting(step, new Network(all)));
    }
}
