package io.intertwine.cli;

import io.intertwine.find.MapsDimension;
import io.intertwine.find.MapsSearch;
import io.intertwine.io.BasisFormat;
import io.intertwine.io.FormatException;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.LinearRepresentation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine maps}: the space of equivariant linear maps between two representations of one group. */
final class MapsCommand implements Command {
    private static final String BASIS = "--basis";
    private static final String AFFINE = "--affine";

    @Override
    public CommandSpec spec() {
        return Parameters.command(
                        "maps",
                        "Computes the space of linear maps X from V to W that are equivariant: rho_W(g) X = X rho_V(g) "
                                + "for all generators g.")
                .addPositional(Parameters.required(0, "V", "The representation that the maps come from (JSON)."))
                .addPositional(
                        Parameters.required(1, "W", "The representation of the same group that they go to (JSON)."))
                .addOption(Parameters.flag(
                        "Also the vectors of W that are fixed: the biases of equivariant affine maps.", AFFINE))
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Write a basis: exact entries as JSON, or by the ending of the name .npz or .safetensors, "
                                + "a tensor of 64-bit floats.",
                        BASIS))
                .addOption(ProofFiles.certificateOption())
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        List<String> names = List.of(Parameters.text(arguments, 0), Parameters.text(arguments, 1));
        ProofFiles files = ProofFiles.of(arguments, names);
        List<OutputFile> basis = basisFile(arguments, files, names);
        List<LinearRepresentation> both = InputFiles.representations(names.get(0), names.get(1));
        LinearRepresentation target = both.get(1);
        MapsDimension maps = MapsSearch.of(both.get(0), target);
        List<MapsDimension> biases = arguments.hasMatchedOption(AFFINE)
                ? List.of(MapsSearch.of(LinearRepresentation.trivial(target.group(), 1), target))
                : List.of();
        for (OutputFile file : basis) {
            write(maps, file);
        }
        files.write(maps.proof().stream().findFirst(), terminal);
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), MapsJson.of(both.get(0), target, maps, biases));
        } else {
            MapsText.print(both.get(0), target, maps, biases, terminal);
            basis.forEach(file -> terminal.print("  basis        " + file));
            files.tell(maps.proof().stream().findFirst(), "", terminal);
            Digests.of(both.get(0), target).forEach(terminal::print);
        }
        boolean proved = maps.isProved() && biases.stream().allMatch(MapsDimension::isProved);
        return proved ? ExitCode.HOLDS : ExitCode.UNDETERMINED;
    }

    /** Where the basis goes; empty if none is wanted. */
    private static List<OutputFile> basisFile(ParseResult arguments, ProofFiles files, List<String> inputs)
            throws FormatException {
        String name = Parameters.text(arguments, BASIS);
        if (name.isEmpty()) {
            return List.of();
        }
        OutputFile basis = OutputFile.at(name);
        List<OutputFile> all = new ArrayList<>(files.certificate());
        all.add(basis);
        OutputFile.requireDistinct(all, inputs, arguments);
        return List.of(basis);
    }

    private static void write(MapsDimension maps, OutputFile file) throws FormatException {
        if (maps.maps().isEmpty()) {
            throw new FormatException(
                    file.toString(),
                    "there is no basis to write: " + maps.reasons().get(0));
        }
        EquivariantMaps found = maps.maps().get(0);
        file.attempt(() -> BasisFormat.write(found, file.path()));
    }
}
