package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A walk through a network of continuous piecewise affine activations on a set of inputs where every unit passed so far is affine. The
 * walk stops before every unit whose argument is an affine form that is not constant and whose activation has breakpoints, layer by
 * layer and unit by unit; on the part of the set where the form lies in the interval of one piece of the activation, it goes on with
 * that piece. Values are immutable.
 */
public final class AffineWalk {
    private final List<Stage> stages;
    private final int stage;
    private final List<AffineForm> arguments;
    private final List<AffineForm> values;

    /** A layer: dense, or the pieces of its activations. */
    private sealed interface Stage {
        record Dense(Layer.Dense layer) implements Stage {}

        record Units(List<PiecewiseAffine> units) implements Stage {}
    }

    private AffineWalk(List<Stage> stages, int stage, List<AffineForm> arguments, List<AffineForm> values) {
        this.stages = stages;
        this.stage = stage;
        this.arguments = arguments;
        this.values = values;
    }

    /** The walk up to the first stop. Empty if an activation is not known to be continuous and piecewise affine. */
    public static Optional<AffineWalk> of(Network network) {
        Map<Activation, Optional<PiecewiseAffine>> known = new HashMap<>();
        List<Stage> stages = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                stages.add(new Stage.Dense(dense));
                continue;
            }
            List<PiecewiseAffine> units = new ArrayList<>();
            if (layer instanceof Layer.Entrywise entrywise) {
                for (Activation unit : entrywise.units()) {
                    known.computeIfAbsent(unit, PiecewiseAffine::of).ifPresent(units::add);
                }
            }
            if (units.size() < layer.outputs()) {
                return Optional.empty();
            }
            stages.add(new Stage.Units(units));
        }
        // The rows of a first dense layer are its outputs as forms of the inputs.
        boolean dense = network.layers().get(0) instanceof Layer.Dense;
        Layer.Dense first = dense
                ? (Layer.Dense) network.layers().get(0)
                : new Layer.Dense(ExactMatrix.identity(network.inputs()), List.of());
        List<AffineForm> forms = new ArrayList<>();
        for (int i = 0; i < first.outputs(); i++) {
            forms.add(new AffineForm(first.weight().row(i), first.bias(i)));
        }
        return Optional.of(advance(stages, dense ? 1 : 0, forms, List.of()));
    }

    /** Goes on through everything that is affine. */
    private static AffineWalk advance(
            List<Stage> stages, int first, List<AffineForm> arguments, List<AffineForm> values) {
        List<AffineForm> before = arguments;
        List<AffineForm> after = new ArrayList<>(values);
        int stage = first;
        while (stage < stages.size()) {
            if (stages.get(stage) instanceof Stage.Dense dense) {
                before = after(dense.layer, before);
            } else {
                List<PiecewiseAffine> units = ((Stage.Units) stages.get(stage)).units;
                while (after.size() < before.size()) {
                    AffineForm argument = before.get(after.size());
                    PiecewiseAffine unit = units.get(after.size());
                    if (!argument.isConstant() && !unit.isAffine()) {
                        return new AffineWalk(stages, stage, before, after);
                    }
                    // A constant argument has a place in the interval of one piece.
                    after.add(after(unit, unit.indexAt(argument.constant()), argument));
                }
                before = after;
                after = new ArrayList<>();
            }
            stage++;
        }
        return new AffineWalk(stages, stage, before, after);
    }

    private static AffineForm after(PiecewiseAffine unit, int piece, AffineForm argument) {
        PiecewiseAffine.Piece affine = unit.pieces().get(piece);
        return argument.scaled(affine.slope(), affine.intercept());
    }

    private static List<AffineForm> after(Layer.Dense layer, List<AffineForm> x) {
        int n = x.get(0).coefficients().size();
        List<List<Scalar>> columns = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            int index = j;
            columns.add(layer.weight()
                    .multiply(x.stream()
                            .map(form -> form.coefficients().get(index))
                            .toList()));
        }
        List<Scalar> constants =
                layer.weight().multiply(x.stream().map(AffineForm::constant).toList());
        List<AffineForm> result = new ArrayList<>();
        for (int i = 0; i < layer.outputs(); i++) {
            int row = i;
            result.add(new AffineForm(
                    columns.stream().map(column -> column.get(row)).toList(),
                    constants.get(i).add(layer.bias(i))));
        }
        return result;
    }

    /** Whether all units have been passed. */
    public boolean isDone() {
        return stage == stages.size();
    }

    /** The index of the layer that the walk stopped in; the number of layers after all units. */
    public int layer() {
        return stage;
    }

    /** The index in its layer of the unit that the walk stopped at. */
    public int index() {
        return values.size();
    }

    /** The outputs, affine forms of the inputs, after all units. */
    public List<AffineForm> outputs() {
        if (!isDone()) {
            throw new IllegalStateException("there are units left");
        }
        return List.copyOf(arguments);
    }

    /** The activation of the unit that the walk stopped at. */
    public PiecewiseAffine unit() {
        return ((Stage.Units) stages.get(stage)).units.get(values.size());
    }

    /** The argument of that unit. */
    public AffineForm argument() {
        return arguments.get(values.size());
    }

    /**
     * What makes the argument lie in the closed interval of a piece: forms that are at least 0, the lower bound of the argument before
     * the upper one.
     */
    public List<AffineForm> bounds(int piece) {
        List<Scalar> points = unit().breakpoints();
        List<AffineForm> result = new ArrayList<>();
        if (piece > 0) {
            result.add(argument().scaled(Scalar.ONE, points.get(piece - 1).negate()));
        }
        if (piece < points.size()) {
            result.add(argument().scaled(Scalar.MINUS_ONE, points.get(piece)));
        }
        return result;
    }

    /** The walk up to the next stop, on inputs where the argument lies in the interval of a piece. */
    public AffineWalk take(int piece) {
        List<AffineForm> passed = new ArrayList<>(values);
        passed.add(after(unit(), piece, argument()));
        return advance(stages, stage, arguments, passed);
    }
}
