package io.intertwine.io;

import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.io.IOException;

/** Writes affine maps: {@code {"permutation", "scales", "shift"}} or {@code {"matrix", "shift"}}. */
final class ActionWriter {
    private ActionWriter() {}

    /** Scales that are all 1 and shifts that are all 0 are left out. */
    static void write(AffineMap map, JsonWriter json) throws FormatException, IOException {
        if (map.isMonomial()) {
            json.inlineObject().name("permutation").integers(map.permutation().toArray());
            if (!map.scales().stream().allMatch(Scalar::isOne)) {
                json.name("scales").numbers(map.scales());
            }
        } else {
            json.object().name("matrix").matrix(map.matrix());
        }
        if (!map.isLinear()) {
            json.name("shift").numbers(map.shift());
        }
        json.end();
    }
}
