package io.intertwine.dimension;

import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.List;

/** Architectures in short: {@code 2>3 tanh 3>1+ softmax}, where a plus is a bias. */
final class ArchitectureText {
    private ArchitectureText() {}

    static Architecture parse(String text) throws FormatException {
        List<LayerShape> layers = new ArrayList<>();
        int width = 0;
        for (String word : text.trim().split(" +")) {
            if (word.matches("\\d+>\\d+\\+?")) {
                String[] sizes = word.replace("+", "").split(">");
                width = Integer.parseInt(sizes[1]);
                layers.add(new LayerShape.Dense(Integer.parseInt(sizes[0]), width, word.endsWith("+")));
            } else if (word.equals("softmax")) {
                layers.add(new Layer.Softmax(width));
            } else {
                layers.add(Layer.Entrywise.of(ActivationNames.parse(word), width));
            }
        }
        return new Architecture(layers);
    }
}
