package io.intertwine.weights;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.MemoryBudget;
import io.intertwine.io.NetworkFormat;
import io.intertwine.io.TensorFile;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dense layers one after another from their tensors alone, as PyTorch saves a {@code Sequential} of {@code Linear} layers: tensors
 * {@code NAME.weight} (outputs x inputs) and perhaps {@code NAME.bias}. The order of the layers is that of the numbers in their names.
 */
final class StackedLayers {
    private static final String WEIGHT = "weight";
    private static final String BIAS = "bias";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** Names of different kinds may follow one another in any order that their shapes allow; more kinds are not tried. */
    private static final int MOST_KINDS = 6;

    private final Path file;
    private final TensorFile tensors;

    private StackedLayers(Path file, TensorFile tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    /** A layer before its numbers are read. */
    private record Linear(String name, long inputs, long outputs, boolean hasBias) {
        /** The name of one of its tensors. */
        String tensor(String what) {
            return name.isEmpty() ? what : name + "." + what;
        }

        /** The name with all numbers left out: layers of one kind are in the order of their numbers. */
        String kind() {
            return name.replaceAll("[0-9]+", "#");
        }
    }

    /**
     * Reads a network.
     *
     * @param activations one for all hidden layers, or one for each
     */
    static Network read(Path file, List<Activation> activations) throws FormatException {
        try (TensorFile tensors = TensorFile.open(file)) {
            StackedLayers reader = new StackedLayers(file, tensors);
            List<Linear> order = reader.order(reader.layers());
            return reader.network(order, reader.activations(activations, order.size() - 1));
        } catch (IOException unreadable) {
            throw new FormatException(file.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The names of the layers in order, each that of its tensors without {@code .weight}. */
    static List<String> names(Path file) throws FormatException {
        try (TensorFile tensors = TensorFile.open(file)) {
            StackedLayers reader = new StackedLayers(file, tensors);
            return reader.order(reader.layers()).stream().map(Linear::name).toList();
        } catch (IOException unreadable) {
            throw new FormatException(file.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private List<Activation> activations(List<Activation> given, int hidden) throws FormatException {
        if (given.size() == hidden) {
            return given;
        }
        if (given.size() == 1 && hidden > 0) {
            return Collections.nCopies(hidden, given.get(0));
        }
        throw refuse(
                given.isEmpty()
                        ? "tensors do not say what stands between the layers: add --activation, as --activation relu, or one "
                                + "for each of the " + hidden + " hidden layers"
                        : "expected one activation for all of the " + hidden + " hidden layers, or one for each, found "
                                + given.size());
    }

    /** The layers, in no order; refuses tensors that belong to none. */
    private List<Linear> layers() throws FormatException {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String tensor : tensors.names()) {
            int dot = tensor.lastIndexOf('.');
            String part = tensor.substring(dot + 1);
            if (!part.equals(WEIGHT) && !part.equals(BIAS)) {
                throw refuse("expected tensors NAME.weight and NAME.bias of dense layers, found "
                        + FormatException.quote(tensor) + " of shape " + tensors.shape(tensor));
            }
            parts.computeIfAbsent(tensor.substring(0, Math.max(0, dot)), name -> new ArrayList<>())
                    .add(part);
        }
        if (parts.isEmpty()) {
            throw refuse("expected tensors NAME.weight and NAME.bias of dense layers, found none");
        }
        List<Linear> layers = new ArrayList<>();
        for (Map.Entry<String, List<String>> part : parts.entrySet()) {
            layers.add(layer(part.getKey(), part.getValue()));
        }
        return layers;
    }

    private Linear layer(String name, List<String> parts) throws FormatException {
        Linear named = new Linear(name, 0, 0, parts.contains(BIAS));
        if (!parts.contains(WEIGHT)) {
            throw refuse("found " + FormatException.quote(named.tensor(BIAS)) + " without "
                    + FormatException.quote(named.tensor(WEIGHT)));
        }
        List<Long> shape = tensors.shape(named.tensor(WEIGHT));
        if (shape.size() != 2 || shape.contains(0L)) {
            throw refuse("tensor " + FormatException.quote(named.tensor(WEIGHT))
                    + ": expected the weight of a dense layer, outputs x inputs, found the shape " + shape
                    + (shape.size() > 2 ? ", perhaps of a convolution; an ONNX or JSON file says what it is" : ""));
        }
        if (named.hasBias && !tensors.shape(named.tensor(BIAS)).equals(List.of(shape.get(0)))) {
            throw refuse("tensor " + FormatException.quote(named.tensor(BIAS)) + ": expected the shape [" + shape.get(0)
                    + "], one number for each output, found " + tensors.shape(named.tensor(BIAS)));
        }
        return new Linear(name, shape.get(1), shape.get(0), named.hasBias);
    }

    /** The layers in the one order that their names and shapes allow. */
    private List<Linear> order(List<Linear> layers) throws FormatException {
        Map<String, List<Linear>> kinds = new TreeMap<>();
        layers.forEach(layer ->
                kinds.computeIfAbsent(layer.kind(), kind -> new ArrayList<>()).add(layer));
        for (List<Linear> kind : kinds.values()) {
            kind.sort(Comparator.comparing(Linear::name, StackedLayers::byNumbers));
            for (int i = 1; i < kind.size(); i++) {
                if (byNumbers(kind.get(i - 1).name, kind.get(i).name) == 0) {
                    throw unclear(layers, "names with the same numbers");
                }
            }
        }
        if (kinds.size() > MOST_KINDS) {
            throw unclear(layers, kinds.size() + " kinds of names");
        }
        List<List<Linear>> orders = new ArrayList<>();
        collect(new ArrayList<>(kinds.values()), new ArrayList<>(), orders);
        if (orders.size() != 1) {
            throw unclear(layers, orders.isEmpty() ? "none that fits" : "several that fit");
        }
        return orders.get(0);
    }

    private static void collect(List<List<Linear>> left, List<Linear> begun, List<List<Linear>> orders) {
        if (left.isEmpty()) {
            orders.add(begun);
        }
        for (List<Linear> next : left) {
            List<Linear> longer = new ArrayList<>(begun);
            longer.addAll(next);
            if (chains(longer)) {
                List<List<Linear>> rest = new ArrayList<>(left);
                rest.remove(next);
                collect(rest, longer, orders);
            }
        }
    }

    private static boolean chains(List<Linear> layers) {
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).inputs != layers.get(i - 1).outputs) {
                return false;
            }
        }
        return true;
    }

    /** Compares names of one kind by their numbers, from left to right. */
    private static int byNumbers(String left, String right) {
        List<String> a = numbers(left);
        List<String> b = numbers(right);
        for (int i = 0; i < a.size(); i++) {
            int order = Integer.compare(a.get(i).length(), b.get(i).length());
            order = order == 0 ? a.get(i).compareTo(b.get(i)) : order;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(number -> number.group().replaceFirst("^0+(?=.)", ""))
                .toList();
    }

    private FormatException unclear(List<Linear> layers, String found) {
        int shown = 12;
        String list = layers.stream()
                .limit(shown)
                .map(layer -> layer.tensor(WEIGHT) + " [" + layer.outputs + ", " + layer.inputs + "]")
                .collect(Collectors.joining(", "));
        return refuse(
                "expected one order of the dense layers, by the numbers in their names, in which each reads what the "
                        + "one before writes; found " + found + ": " + list
                        + (layers.size() > shown ? " and " + (layers.size() - shown) + " more" : "")
                        + "; a JSON file can name them in order");
    }

    private Network network(List<Linear> order, List<Activation> activations) throws FormatException {
        requireSize(order);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Linear layer = order.get(i);
            List<Scalar> bias = layer.hasBias ? tensors.read(layer.tensor(BIAS)).toList() : List.of();
            layers.add(new Layer.Dense(tensors.read(layer.tensor(WEIGHT)).matrix(false), bias));
            if (i < activations.size()) {
                layers.add(Layer.Entrywise.of(activations.get(i), (int) layer.outputs));
            }
        }
        return new Network(layers);
    }

    private void requireSize(List<Linear> order) throws FormatException {
        long weights = 0;
        for (Linear layer : order) {
            long most = (NetworkFormat.MOST_WEIGHTS - weights) / layer.outputs;
            if (layer.inputs > most) {
                throw refuse("expected at most " + NetworkFormat.MOST_WEIGHTS + " weights, found more");
            }
            weights += layer.inputs * layer.outputs;
        }
        MemoryBudget.require(2 * weights * Long.BYTES, file.toString());
    }

    private FormatException refuse(String problem) {
        return new FormatException(file.toString(), problem);
    }
}
