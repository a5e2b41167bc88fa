package io.intertwine.cli;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How large a network is.
 *
 * @param widths its inputs, then the units that each dense layer writes
 * @param parameters how many weights and biases it has
 */
record NetworkSize(List<Integer> widths, long parameters) {
    NetworkSize {
        widths = List.copyOf(widths);
    }

    static NetworkSize of(Network network) {
        List<Integer> widths = new ArrayList<>(List.of(network.inputs()));
        long parameters = 0;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                widths.add(dense.outputs());
                parameters +=
                        (long) dense.inputs() * dense.outputs() + dense.biases().size();
            }
        }
        return new NetworkSize(widths, parameters);
    }

    /** The widths as text, {@code 2-3-1}. */
    String text() {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** The widths as an array. */
    int[] array() {
        return widths.stream().mapToInt(Integer::intValue).toArray();
    }
}
