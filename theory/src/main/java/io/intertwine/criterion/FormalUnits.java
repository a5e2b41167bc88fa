package io.intertwine.criterion;

import io.intertwine.exact.Polynomial;
import io.intertwine.net.Layer;
import java.util.List;

/** Writes the units of one layer of activations after the other as polynomials. */
interface FormalUnits {
    /** The units of a layer of this index with these arguments. */
    List<FormalUnit> units(int layer, Layer.Entrywise entrywise, List<Polynomial> arguments);
}
