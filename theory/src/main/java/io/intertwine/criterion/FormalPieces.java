package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.Polynomial;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The units of a network of continuous piecewise affine activations on a region where every unit stays on one piece. */
final class FormalPieces implements FormalUnits {
    private final Map<UnitPlace, Integer> pieces;
    private final Map<Activation, PiecewiseAffine> known = new HashMap<>();

    FormalPieces(Map<UnitPlace, Integer> pieces) {
        this.pieces = Map.copyOf(pieces);
    }

    @Override
    public List<FormalUnit> units(int layer, Layer.Entrywise entrywise, List<Polynomial> arguments) {
        List<FormalUnit> units = new ArrayList<>();
        for (int j = 0; j < arguments.size(); j++) {
            PiecewiseAffine unit = known.computeIfAbsent(
                    entrywise.units().get(j),
                    s -> PiecewiseAffine.of(s)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the activation " + s + " is not known to be continuous and piecewise affine")));
            Polynomial z = arguments.get(j);
            // A unit without a recorded piece has one piece only, or an argument that is a number.
            int index = pieces.getOrDefault(new UnitPlace(layer, j), unit.indexAt(z.constant()));
            PiecewiseAffine.Piece piece = unit.pieces().get(index);
            units.add(new FormalUnit(
                    z.multiply(piece.slope()).add(Polynomial.of(piece.intercept())), Polynomial.of(piece.slope())));
        }
        return units;
    }
}
