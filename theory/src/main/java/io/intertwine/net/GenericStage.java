package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Decomposition;
import io.intertwine.activation.Expression;
import io.intertwine.activation.GenericUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One layer of an architecture, prepared for generic points: activations in a row are composed, a last softmax is left out. */
public sealed interface GenericStage {
    /**
     * A dense layer.
     *
     * @param shape its sizes
     * @param offset the place of its first parameter
     */
    record Dense(LayerShape.Dense shape, int offset) implements GenericStage {}

    /**
     * Activations.
     *
     * @param units for every unit its analytic pieces, from left to right; one if it is analytic
     */
    record Units(List<List<GenericUnit>> units) implements GenericStage {
        public Units {
            units = units.stream().map(List::copyOf).toList();
        }

        /** Whether all units are rational functions on the whole line. */
        public boolean isRational() {
            return units.stream()
                    .allMatch(pieces -> pieces.size() == 1 && pieces.get(0).isRational());
        }
    }

    /** A reason why an architecture has no generic point here. */
    final class Unprepared extends Exception {
        private static final long serialVersionUID = 1L;

        Unprepared(String reason) {
            super(reason);
        }
    }

    /**
     * The stages of an architecture.
     *
     * @param bases the number of base points; with several of them shifts of an activation are no longer absorbed by the next bias
     */
    static List<GenericStage> of(Architecture architecture, int bases) throws Unprepared {
        List<GenericStage> stages = new ArrayList<>();
        Map<List<Object>, List<GenericUnit>> known = new HashMap<>();
        int offset = 0;
        List<LayerShape> layers = architecture.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof LayerShape.Dense dense) {
                stages.add(new Dense(dense, offset));
                offset = Math.addExact(offset, Math.toIntExact(dense.parameters()));
            } else if (layers.get(i) instanceof Layer.Entrywise) {
                int end = i;
                while (end + 1 < layers.size() && layers.get(end + 1) instanceof Layer.Entrywise) {
                    end++;
                }
                if (i == 0) {
                    throw new Unprepared("an activation before the first dense layer");
                }
                boolean shifts = bases == 1
                        && (end + 1 == layers.size()
                                || layers.get(end + 1) instanceof LayerShape.Dense next && next.bias());
                boolean free = bases == 1 && layers.get(i - 1) instanceof LayerShape.Dense before && before.bias();
                stages.add(units(layers.subList(i, end + 1), free, shifts, known));
                i = end;
            }
        }
        return stages;
    }

    private static Units units(
            List<LayerShape> rows, boolean free, boolean shifts, Map<List<Object>, List<GenericUnit>> known)
            throws Unprepared {
        List<List<GenericUnit>> units = new ArrayList<>();
        for (int j = 0; j < rows.get(0).inputs(); j++) {
            int unit = j;
            Expression composed = rows.stream()
                    .map(row -> ((Layer.Entrywise) row).units().get(unit))
                    .map(Activation::expression)
                    .reduce((first, second) -> second.substitute(first))
                    .orElseThrow();
            List<Object> key = List.of(composed, free, shifts);
            if (!known.containsKey(key)) {
                known.put(key, pieces(composed, free, shifts));
            }
            units.add(known.get(key));
        }
        return new Units(units);
    }

    private static List<GenericUnit> pieces(Expression formula, boolean free, boolean shifts) throws Unprepared {
        Decomposition decomposition = Decomposition.of(formula);
        if (!(decomposition instanceof Decomposition.Pieces pieces)
                || pieces.period().isPresent()) {
            throw new Unprepared("the analytic pieces of " + formula + " are not known, or infinitely many");
        }
        List<GenericUnit> units = new ArrayList<>();
        for (Expression piece : pieces.pieces()) {
            GenericUnit.Result result = GenericUnit.of(piece, free, shifts);
            if (result instanceof GenericUnit.Unknown unknown) {
                throw new Unprepared(formula + ": " + unknown.reason());
            }
            units.add(((GenericUnit.Found) result).unit());
        }
        return units;
    }

    /** The numbers that units of the stages contain as constants, each once. */
    static List<Expression> constants(List<GenericStage> stages) {
        return units(stages).stream()
                .flatMap(unit -> unit.constants().stream())
                .distinct()
                .toList();
    }

    /** Every unit of the stages, each once. */
    static List<GenericUnit> units(List<GenericStage> stages) {
        return stages.stream()
                .filter(Units.class::isInstance)
                .flatMap(stage -> ((Units) stage).units().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
