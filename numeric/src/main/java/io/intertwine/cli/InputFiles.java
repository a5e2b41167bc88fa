package io.intertwine.cli;

import io.intertwine.exact.Scalar;
import io.intertwine.io.CertificateFile;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import io.intertwine.io.ModelFile;
import io.intertwine.io.RepresentationFormat;
import io.intertwine.io.SymmetryFormat;
import io.intertwine.io.VectorFormat;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.UnitwiseGroup;
import io.intertwine.weights.NetworkFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The files that commands read. */
final class InputFiles {
    private InputFiles() {}

    /** A path. Refuses a name that the file system cannot have. */
    static Path path(String name) throws FormatException {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new FormatException(name, "not the name of a file: " + invalid.getReason(), invalid);
        }
    }

    /** A network, in any format that is read; what is to be said about how it was read goes to the terminal. */
    static Network network(ParseResult arguments, String name, Terminal terminal) throws FormatException {
        return networks(arguments, List.of(name), terminal).get(0);
    }

    /** Several networks. Refuses activations on the command line where none of their files needs them. */
    static List<Network> networks(ParseResult arguments, List<String> names, Terminal terminal) throws FormatException {
        if (arguments.hasMatchedOption(ModelOptions.ACTIVATION) && !hasTensors(names)) {
            throw Parameters.wrong(
                    arguments,
                    ModelOptions.ACTIVATION + " goes with a .safetensors or .npz file of dense layers, which "
                            + String.join(" and ", names) + (names.size() == 1 ? " is not" : " are not"));
        }
        List<Network> networks = new ArrayList<>();
        for (String name : names) {
            Path file = path(name);
            NetworkFiles.Loaded loaded = NetworkFiles.read(
                    file, NetworkFiles.isTensors(file) ? ModelOptions.activations(arguments) : List.of());
            loaded.remarks().forEach(remark -> terminal.remark(name + ": " + remark));
            networks.add(loaded.network());
        }
        return networks;
    }

    /** Whether one of the files holds the tensors of dense layers alone, so that their activations must be given. */
    static boolean hasTensors(List<String> names) throws FormatException {
        boolean found = false;
        for (String name : names) {
            found |= NetworkFiles.isTensors(path(name));
        }
        return found;
    }

    /** A network in any format that is read, or an architecture. */
    static ModelFile model(ParseResult arguments, String name, Terminal terminal) throws FormatException {
        Path file = path(name);
        if (NetworkFiles.isOnnx(file) || NetworkFiles.isTensors(file)) {
            return new ModelFile.OfNetwork(network(arguments, name, terminal));
        }
        NetworkFiles.refusePickle(file);
        return ModelFile.read(file);
    }

    /** A symmetry that fits a network. */
    static Symmetry symmetry(String name, String networkName, Network network) throws FormatException {
        return symmetry(name, networkName, Architecture.of(network));
    }

    /** A symmetry that fits an architecture. */
    static Symmetry symmetry(String name, String modelName, Architecture architecture) throws FormatException {
        Symmetry symmetry = SymmetryFormat.read(path(name));
        requireFit(name, "inputs", architecture.inputs(), symmetry.input().dimension(), modelName);
        requireFit(name, "outputs", architecture.outputs(), symmetry.output().dimension(), modelName);
        return symmetry;
    }

    /** Two representations of one group. */
    static List<LinearRepresentation> representations(String source, String target) throws FormatException {
        LinearRepresentation first = RepresentationFormat.read(path(source));
        return List.of(first, RepresentationFormat.read(path(target), first.group()));
    }

    /**
     * The action on the units of a hidden layer before its activation: a linear representation of the symmetry's group. Before an
     * activation factors of -1 become reflections about the units' centres.
     *
     * @param place of the layer in the architecture
     */
    static List<AffineMap> latentAction(String name, Architecture architecture, int place, Symmetry symmetry)
            throws FormatException {
        LinearRepresentation action = RepresentationFormat.read(path(name), ActingGroup.of(symmetry.group()));
        int units = architecture.layers().get(place).outputs();
        if (action.dimension() != units) {
            throw new FormatException(
                    name,
                    "expected an action on the " + units + " units of layer " + place + ", found one on "
                            + action.dimension());
        }
        List<AffineMap> maps = new ArrayList<>();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            AffineMap linear = action.map(g);
            try {
                maps.add(
                        architecture.layers().get(place + 1) instanceof Layer.Entrywise next
                                ? new UnitwiseGroup(next.units()).centred(linear)
                                : linear);
            } catch (IllegalArgumentException outside) {
                throw new FormatException(
                        name,
                        "generator " + symmetry.group().generators().get(g)
                                + ": expected a map in the latent group of the units of layer " + place + ", found "
                                + outside.getMessage(),
                        outside);
            }
        }
        return maps;
    }

    private static void requireFit(String name, String what, int expected, int found, String networkName)
            throws FormatException {
        if (expected != found) {
            throw new FormatException(
                    name,
                    "expected an action on " + expected + " " + what + ", because the network " + networkName + " has "
                            + expected + ", found one on " + found);
        }
    }

    /** A certificate. */
    static CertificateFile certificate(String name) throws FormatException {
        return CertificateFormat.read(path(name));
    }

    /** A point of the network's input space, from a file or from text that begins with a bracket. */
    static List<Scalar> vector(String text, int size) throws FormatException {
        boolean inline = text.strip().startsWith("[");
        List<Scalar> vector = inline ? VectorFormat.parse(text) : VectorFormat.read(path(text));
        if (vector.size() != size) {
            throw new FormatException(
                    inline ? "the input" : text,
                    "expected " + size + " numbers, one for each input of the network, found " + vector.size());
        }
        return vector;
    }
}
