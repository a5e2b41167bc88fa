package io.intertwine.io;

import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.io.IOException;

/** Writes the JSON of an architecture file. */
final class ArchitectureWriter {
    private ArchitectureWriter() {}

    static void write(Architecture architecture, JsonWriter json) throws IOException {
        json.object().name("format").text(ArchitectureFormat.FORMAT);
        json.name("layers").list();
        for (LayerShape layer : architecture.layers()) {
            if (layer instanceof LayerShape.Dense dense) {
                dense(dense, json);
            } else if (layer instanceof Layer.Entrywise entrywise) {
                LayersWriter.entrywise(entrywise, false, json);
            } else {
                json.inlineObject().name("softmax").inlineObject().end().end();
            }
        }
        json.end().end();
    }

    private static void dense(LayerShape.Dense dense, JsonWriter json) throws IOException {
        json.inlineObject().name("dense").inlineObject();
        json.name("inputs").integer(dense.inputs());
        json.name("outputs").integer(dense.outputs());
        json.name("bias").flag(dense.bias());
        json.end().end();
    }
}
