package io.intertwine.construct;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small networks down in a program: weights as text such as {@code "1 2; 2 1"}, one row a unit. */
public final class NetworkBuilder {
    private final List<Layer> layers = new ArrayList<>();

    /** A dense layer without bias. */
    public NetworkBuilder dense(String weight) {
        return dense(matrix(weight), List.of());
    }

    /** A dense layer with a bias. */
    public NetworkBuilder dense(String weight, String bias) {
        return dense(matrix(weight), vector(bias));
    }

    /** A dense layer; an empty bias is a missing one. */
    public NetworkBuilder dense(ExactMatrix weight, List<Scalar> bias) {
        layers.add(new Layer.Dense(weight, bias));
        return this;
    }

    /** An activation on all units of the dense layer before it. */
    public NetworkBuilder activation(Activation activation) {
        layers.add(Layer.Entrywise.of(activation, layers.get(layers.size() - 1).outputs()));
        return this;
    }

    /** An activation without parameters, by name. */
    public NetworkBuilder activation(String name) {
        return activation(Activations.requireNamed(name));
    }

    /** The network. */
    public Network build() {
        return new Network(layers);
    }

    /** A matrix from its rows, separated by semicolons, with entries separated by spaces. */
    public static ExactMatrix matrix(String text) {
        List<List<Scalar>> rows =
                Arrays.stream(text.split(";")).map(NetworkBuilder::vector).toList();
        return ExactMatrix.of(
                rows.size(),
                rows.get(0).size(),
                rows.stream().flatMap(List::stream).toList());
    }

    /** A list of numbers separated by spaces. */
    public static List<Scalar> vector(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .map(NetworkBuilder::number)
                .toList();
    }

    private static Scalar number(String text) {
        try {
            return Scalar.parse(text);
        } catch (NumberSyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
