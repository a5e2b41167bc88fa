package io.intertwine.dimension;

import io.intertwine.net.Architecture;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.List;

/** Names and places of the parameters of an architecture. Dense layers are counted from 1, rows and columns from 0. */
final class ParameterLayout {
    private final List<LayerShape.Dense> layers = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    ParameterLayout(Architecture architecture) {
        int offset = 0;
        for (int place : architecture.densePlaces()) {
            LayerShape.Dense dense = (LayerShape.Dense) architecture.layers().get(place);
            layers.add(dense);
            offsets.add(offset);
            offset += Math.toIntExact(dense.parameters());
        }
    }

    /** The number of dense layers. */
    int depth() {
        return layers.size();
    }

    /** A dense layer, from 1 on. */
    LayerShape.Dense layer(int index) {
        return layers.get(index - 1);
    }

    /** The place of a weight, or of a bias for the column after the last one. */
    int place(int layer, int row, int column) {
        return offsets.get(layer - 1) + row * layer(layer).rowLength() + column;
    }

    /** The name of a parameter. */
    String name(int layer, int row, int column) {
        return column < layer(layer).inputs()
                ? "W" + layer + "[" + row + "," + column + "]"
                : "b" + layer + "[" + row + "]";
    }
}
