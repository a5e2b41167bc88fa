package io.intertwine.cli;

import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.LatentActions;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.find.Proof;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.lift.NormalWeights;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine random}: a random layerwise equivariant network of an architecture. */
final class RandomCommand implements Command {
    private static final String LATENT = "--latent";
    private static final String BOUND = "--bound";
    private static final String NORMAL = "--normal";
    private static final int DEFAULT_BOUND = 8;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Parameters.command(
                        "random",
                        "Writes a random network of an architecture that is layerwise equivariant, and proves it. The latent actions are "
                                + "drawn, each class of homomorphisms into the latent group of a layer with the same probability, and drawn again "
                                + "where the function would be constant; or they are given.")
                .addPositional(Parameters.optional(
                        0, "ARCHITECTURE", "An architecture, or a network of it (JSON); left out with --widths."))
                .addPositional(Parameters.optional(1, "SYMMETRY", "The actions on inputs and outputs (JSON)."));
        return ModelOptions.addTo(spec)
                .addOption(ProofFiles.networkOption("Write the network (JSON).", true))
                .addOption(OptionSpec.builder(LATENT)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel("FILE")
                        .description(
                                "The action on the units of a hidden layer before its activation, a representation (JSON); once "
                                        + "for each hidden layer, in order. Factors of -1 become reflections about the unit's centre.")
                        .build())
                .addOption(Parameters.option(
                        int.class,
                        "B",
                        "Draw coordinates uniformly among the integers from -B to B but 0 (default " + DEFAULT_BOUND
                                + ").",
                        BOUND))
                .addOption(Parameters.flag(
                        "Draw normal weights instead, average them over the group, and round them to binary64.",
                        NORMAL))
                .addOption(ProofFiles.certificateOption())
                .addOption(Parameters.seed("all choices"))
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        boolean widths = arguments.hasMatchedOption(ModelOptions.WIDTHS);
        String modelFile = widths ? "" : Parameters.text(arguments, 0);
        String symmetryFile = Parameters.text(arguments, widths ? 0 : 1);
        if (symmetryFile.isEmpty() || (widths && !Parameters.text(arguments, 1).isEmpty())) {
            throw Parameters.wrong(
                    arguments, "Give an architecture and a symmetry, or " + ModelOptions.WIDTHS + " and a symmetry");
        }
        int bound = arguments.matchedOptionValue(BOUND, DEFAULT_BOUND);
        if (bound < 1 || (arguments.hasMatchedOption(BOUND) && arguments.hasMatchedOption(NORMAL))) {
            throw Parameters.wrong(arguments, "Expected " + BOUND + " of at least 1, and not together with " + NORMAL);
        }
        List<String> latentFiles = arguments.matchedOptionValue(LATENT, List.of());
        List<String> inputs = new ArrayList<>(latentFiles);
        inputs.add(symmetryFile);
        if (!widths) {
            inputs.add(modelFile);
        }
        ProofFiles files = ProofFiles.of(arguments, inputs);
        Architecture architecture =
                ModelOptions.read(arguments, modelFile, terminal).architecture();
        Symmetry symmetry = InputFiles.symmetry(symmetryFile, widths ? ModelOptions.WIDTHS : modelFile, architecture);
        SplittableRandom random = new SplittableRandom(Parameters.seed(arguments));
        try {
            EquivariantParameters parameters = latentFiles.isEmpty()
                    ? RandomLatentActions.draw(architecture, symmetry, random)
                    : EquivariantParameters.of(
                            LatentActions.of(architecture, symmetry, given(latentFiles, architecture, symmetry)));
            Network network = arguments.hasMatchedOption(NORMAL)
                    ? NormalWeights.rounded(parameters.actions().average(NormalWeights.of(architecture, random)))
                    : parameters.random(bound, random);
            return tell(arguments, parameters, network, files, terminal);
        } catch (IllegalArgumentException impossible) {
            throw new FormatException(symmetryFile, String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private static int tell(
            ParseResult arguments,
            EquivariantParameters parameters,
            Network network,
            ProofFiles files,
            Terminal terminal)
            throws FormatException {
        Optional<Proof> proof = parameters.actions().proof(network);
        for (OutputFile output : files.network()) {
            output.attempt(() -> NetworkFormat.write(network, output.path()));
        }
        files.write(proof, terminal);
        RandomView view = new RandomView(parameters, network, proof.stream().toList());
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), view.json(files.network().get(0).toString(), Parameters.seed(arguments)));
        } else {
            view.print(terminal);
            files.tell(proof, "network", terminal);
            Digests.of(network, parameters.actions().symmetry()).forEach(terminal::print);
        }
        return proof.isPresent() ? ExitCode.HOLDS : ExitCode.UNDETERMINED;
    }

    /** The given latent actions, reflections about centres in place of factors of -1. */
    private static List<List<AffineMap>> given(List<String> files, Architecture architecture, Symmetry symmetry)
            throws FormatException {
        List<Integer> places = LatentActions.hiddenPlaces(architecture);
        if (files.size() != places.size()) {
            throw new FormatException(
                    files.get(0),
                    "expected a file after " + LATENT + " for each of the " + places.size() + " hidden layers, found "
                            + files.size());
        }
        List<List<AffineMap>> actions = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            actions.add(InputFiles.latentAction(files.get(i), architecture, places.get(i), symmetry));
        }
        return actions;
    }
}
