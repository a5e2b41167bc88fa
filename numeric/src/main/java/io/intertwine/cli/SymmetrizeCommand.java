package io.intertwine.cli;

import io.intertwine.data.DataFiles;
import io.intertwine.data.DataSet;
import io.intertwine.io.FormatException;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import io.intertwine.measure.Chance;
import io.intertwine.measure.PermutationTest;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetrize.Precision;
import io.intertwine.symmetrize.Symmetrization;
import io.intertwine.symmetrize.UnrepresentableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine symmetrize}: an exactly layerwise equivariant network near a given one. */
final class SymmetrizeCommand implements Command {
    private static final String DATA = "--data";
    private static final String CERTIFICATE_ENDING = ".certificate.json";

    /** The most inputs that are taken from a file; of more, as many at even distances. */
    private static final int MOST_INPUTS = 10_000;

    @Override
    public CommandSpec spec() {
        return Parameters.command(
                        "symmetrize",
                        "Writes an exactly equivariant network near a given one: finds the action on every layer that fits its weights best, "
                                + "projects the weights onto those that are equivariant for it, and proves the result. There is always such "
                                + "a network; how far it is from the given one says whether that carries the symmetry.")
                .addPositional(Parameters.required(0, "NETWORK", "The network (JSON, ONNX or tensors)."))
                .addPositional(
                        Parameters.required(1, "SYMMETRY", "The group and its actions on inputs and outputs (JSON)."))
                .addOption(ProofFiles.networkOption(
                        "Write the network: JSON, .onnx, or tensors as they came in, .safetensors or .npz.", true))
                .addOption(JsonStorage.option())
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Where the certificate goes (default OUT" + CERTIFICATE_ENDING + ").",
                        ProofFiles.CERTIFICATE))
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Compare the functions at these inputs (.npy, .npz, .safetensors, CIFAR-10, IDX), not at random ones.",
                        DATA))
                .addOption(Parameters.seed("the random inputs"))
                .addOption(ModelOptions.activation())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        JsonStorage.requireKnown(arguments);
        String networkFile = Parameters.text(arguments, 0);
        String symmetryFile = Parameters.text(arguments, 1);
        String dataFile = Parameters.text(arguments, DATA);
        OutputFile out = OutputFile.at(Parameters.text(arguments, ProofFiles.OUTPUT));
        String certificate = Parameters.text(arguments, ProofFiles.CERTIFICATE);
        OutputFile proof = OutputFile.at(certificate.isEmpty() ? out + CERTIFICATE_ENDING : certificate);
        List<String> inputs = new ArrayList<>(List.of(networkFile, symmetryFile));
        inputs.addAll(dataFile.isEmpty() ? List.of() : List.of(dataFile));
        OutputFile.requireDistinct(List.of(out, proof), inputs, arguments);
        Network network = InputFiles.network(arguments, networkFile, terminal);
        Symmetry symmetry = InputFiles.symmetry(symmetryFile, networkFile, network);
        NetworkTarget target = NetworkTarget.of(out, networkFile, network, arguments);
        ProofFiles files = new ProofFiles(List.of(proof), target.files());
        OutputFile.requireDistinct(
                Stream.concat(target.files().stream(), Stream.of(proof)).toList(), inputs, arguments);
        long seed = Parameters.seed(arguments);
        ComparedInputs compared = dataFile.isEmpty()
                ? ComparedInputs.random(network, seed)
                : ComparedInputs.of(data(dataFile, network), seed);
        Symmetrization found = symmetrization(network, symmetry, target, networkFile, seed);
        SymmetrizationView view = SymmetrizationView.of(found, symmetry, compared);
        out.attempt(() -> target.write(found.result()));
        files.write(Optional.of(found.proof()), terminal);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), view.json(target, files));
        } else {
            view.print(terminal);
            files.tell(Optional.of(found.proof()), "network", terminal);
            Digests.of(found.result(), symmetry).forEach(terminal::print);
        }
        return ExitCode.HOLDS;
    }

    private static DataSet data(String file, Network network) throws FormatException {
        return DataFiles.read(InputFiles.path(file), network.inputs(), MOST_INPUTS);
    }

    private static Symmetrization symmetrization(
            Network network, Symmetry symmetry, NetworkTarget target, String networkFile, long seed)
            throws FormatException {
        Optional<Symmetrization> exact = Symmetrization.ofEquivariant(network, symmetry);
        if (exact.isPresent()) {
            return exact.get();
        }
        Precision precision = target.precision(network);
        try {
            return found(network, symmetry, precision, seed);
        } catch (IllegalArgumentException impossible) {
            throw new FormatException(networkFile, String.valueOf(impossible.getMessage()), impossible);
        } catch (UnrepresentableException floats) {
            throw new FormatException(
                    target.out().toString(),
                    floats.getMessage() + "; exact numbers go into JSON: -o OUT.json " + JsonStorage.WEIGHTS
                            + " inline",
                    floats);
        }
    }

    /** The projection under the best latent actions, with a remark that says what chance gives. */
    private static Symmetrization found(Network network, Symmetry symmetry, Precision precision, long seed)
            throws UnrepresentableException {
        LatentSearch.Attempt attempt = LatentSearch.tryOf(network, symmetry);
        if (!(attempt instanceof LatentSearch.Attempt.Ready ready)) {
            throw new IllegalArgumentException(((LatentSearch.Attempt.Refused) attempt).reason());
        }
        LatentMatching matching = ready.search().matching();
        Symmetrization projected = Symmetrization.of(matching, precision);
        int draws = Draws.affordable(ready.search());
        return draws == 0
                ? projected
                : projected.withRemark(
                        chance(Chance.measure(ready.search(), matching, Chance.Hypothesis.SHUFFLED, draws, seed)));
    }

    private static String chance(Chance chance) {
        PermutationTest whole = chance.whole();
        return "All layers together are at distance " + AnswersText.number(whole.observed()) + "; by chance, if "
                + chance.hypothesis().words() + ", it would be " + AnswersText.number(whole.mean()) + " +- "
                + AnswersText.number(whole.deviation()) + " (p = " + AnswersText.number(whole.pValue()) + ", "
                + whole.draws() + " draws).";
    }
}
