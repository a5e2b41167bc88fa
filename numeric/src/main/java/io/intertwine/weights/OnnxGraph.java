package io.intertwine.weights;

import io.intertwine.io.FormatException;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes what the graph of an ONNX model denotes, one node after another: constants exactly, the rest as layers. */
final class OnnxGraph {
    private final Path file;
    private final OnnxModel model;
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, OnnxNode> writers = new HashMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    private OnnxGraph(Path file, OnnxModel model) {
        this.file = file;
        this.model = model;
    }

    /** The network of a model. */
    static OnnxNetwork read(Path file, OnnxModel model) throws FormatException {
        return new OnnxGraph(file, model).network();
    }

    private OnnxNetwork network() throws FormatException {
        requireNames();
        OnnxModel.Port input = input();
        OnnxModel.Port output = single("output", model.outputs());
        Tensor.Axes axes = axes(input);
        tensors.put(input.name(), new Tensor.Units(Stage.input(axes.count()), Term.Affine.X, axes));
        Set<OnnxNode> needed = needed(output.name());
        for (OnnxNode node : model.nodes()) {
            if (needed.contains(node)) {
                Tensor result = Operators.apply(operands(node));
                tensors.put(node.outputs().get(0), result);
            }
        }
        int idle = model.nodes().size() - needed.size();
        if (idle > 0) {
            remarks.add("left out " + idle + (idle == 1 ? " node" : " nodes") + " that the output does not depend on");
        }
        return new OnnxNetwork(network(output.name()), axes.sizes(), List.copyOf(remarks));
    }

    private Network network(String output) throws FormatException {
        Tensor result = tensor(output, "the output of the graph");
        Tensor.Units units;
        if (result instanceof Tensor.Probabilities probabilities) {
            units = probabilities.logits();
        } else if (result instanceof Tensor.Units plain) {
            units = plain;
        } else {
            throw refuse("expected an output that depends on the input, found " + Operands.describe(result));
        }
        try {
            List<Layer> layers = new ArrayList<>(
                    units.stage().finish(units.formula(), remarks::add).complete());
            if (result instanceof Tensor.Probabilities) {
                layers.add(new Layer.Softmax(units.stage().width()));
            }
            return new Network(layers);
        } catch (IllegalArgumentException unusable) {
            throw new FormatException(file.toString(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** Every tensor has one origin. */
    private void requireNames() throws FormatException {
        Set<String> names = new HashSet<>(model.initialisers().keySet());
        Set<String> inputs = new HashSet<>();
        for (OnnxModel.Port port : model.inputs()) {
            if (!inputs.add(port.name())) {
                throw refuse(
                        "expected inputs of different names, found " + FormatException.quote(port.name()) + " twice");
            }
        }
        names.addAll(inputs);
        for (OnnxNode node : model.nodes()) {
            if (node.outputs().isEmpty()) {
                throw node.refuse("expected an output, found none");
            }
            for (String name : node.outputs()) {
                if (!name.isEmpty() && !names.add(name)) {
                    throw node.refuse("writes " + FormatException.quote(name) + ", which is already there");
                }
                writers.put(name, node);
            }
        }
    }

    /** The input that no initialiser fills; old models list those that are filled, too. */
    private OnnxModel.Port input() throws FormatException {
        return single(
                "input",
                model.inputs().stream()
                        .filter(port -> !model.initialisers().containsKey(port.name()))
                        .toList());
    }

    private OnnxModel.Port single(String what, List<OnnxModel.Port> ports) throws FormatException {
        if (ports.size() != 1) {
            throw refuse("expected one " + what + ", found "
                    + (ports.isEmpty()
                            ? "none"
                            : ports.stream().map(OnnxModel.Port::name).toList()));
        }
        return ports.get(0);
    }

    /** The axes of the input: the first of several is that of the batch. */
    private Tensor.Axes axes(OnnxModel.Port input) throws FormatException {
        String what = "input " + FormatException.quote(input.name());
        if (!ElementType.require(input.type(), file + ", " + what).isFloat()) {
            throw refuse(what + ": expected floats, found type " + input.type());
        }
        if (input.axes().isEmpty()) {
            throw refuse(what + ": expected a vector for each row of a batch, found "
                    + (input.hasShape() ? "a single number" : "no shape"));
        }
        boolean batched = input.axes().size() > 1;
        List<Integer> sizes = new ArrayList<>();
        for (OnnxModel.Axis axis :
                input.axes().subList(batched ? 1 : 0, input.axes().size())) {
            long size = axis.fixed().orElse(0L);
            if (size < 1 || size > Shapes.MOST_NUMBERS) {
                throw refuse(what + ": expected fixed sizes of all axes but that of the batch, found " + shown(input));
            }
            sizes.add((int) size);
        }
        long batch = batched ? input.axes().get(0).fixed().orElse(Tensor.Axes.ANY) : Tensor.Axes.NONE;
        if (batched && batch == 0) {
            throw refuse(what + ": expected at least one row, found " + shown(input));
        }
        try {
            Shapes.count(sizes);
        } catch (IllegalArgumentException large) {
            throw new FormatException(file.toString(), what + ": " + large.getMessage(), large);
        }
        return new Tensor.Axes(batch, sizes);
    }

    private static String shown(OnnxModel.Port input) {
        return "the shape "
                + input.axes().stream()
                        .map(axis -> axis.fixed().map(String::valueOf).orElse("?"))
                        .toList();
    }

    /** The nodes that a tensor depends on. */
    private Set<OnnxNode> needed(String output) {
        Set<OnnxNode> needed = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            String name = open.pop();
            OnnxNode writer = writers.get(name);
            if (writer != null && seen.add(name)) {
                needed.add(writer);
                open.addAll(writer.inputs());
            }
        }
        return needed;
    }

    private Operands operands(OnnxNode node) throws FormatException {
        List<Tensor> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            inputs.add(
                    name.isEmpty()
                            ? new Tensor.Sizes(List.of(), false)
                            : tensor(
                                    name, node.place().substring(file.toString().length() + 2)));
        }
        return new Operands(node, inputs, model.operators(), file, remarks::add);
    }

    private Tensor tensor(String name, String reader) throws FormatException {
        Tensor known = tensors.get(name);
        if (known != null) {
            return known;
        }
        OnnxTensor initialiser = model.initialisers().get(name);
        if (initialiser != null) {
            return new Tensor.Constant(initialiser.read(file));
        }
        String quoted = FormatException.quote(name);
        OnnxNode writer = writers.get(name);
        if (writer == null) {
            throw refuse(reader + " reads " + quoted + ", which nothing writes");
        }
        throw refuse(
                writer.outputs().get(0).equals(name)
                        ? reader + " reads " + quoted
                                + ", which only a later node writes; expected the nodes in the order "
                                + "of computation, without cycles"
                        : reader + " reads " + quoted + ", a further output of a node; only first outputs are read");
    }

    private FormatException refuse(String problem) {
        return new FormatException(file.toString(), problem);
    }
}
