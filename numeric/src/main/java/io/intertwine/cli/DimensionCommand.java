package io.intertwine.cli;

import io.intertwine.dimension.Dimension;
import io.intertwine.dimension.FamilyDimension;
import io.intertwine.dimension.LocalFunctions;
import io.intertwine.dimension.ParameterDimension;
import io.intertwine.io.ArchitectureFormat;
import io.intertwine.io.FormatException;
import io.intertwine.io.ModelFile;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine dimension}: the functional dimension of a family of networks, or at the parameters of a network. */
final class DimensionCommand implements Command {
    static final String FAMILY = "--family";
    static final String PARAMETERS = "--parameters";
    private static final String PRIME = "--prime";
    private static final String THREADS = "--threads";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = ModelOptions.addTo(Parameters.command(
                                "dimension",
                                "Computes the functional dimension: how many independent directions of parameters change the function. "
                                        + "Of a family, its largest value; of a network, the one at its parameters.")
                        .addPositional(Parameters.optional(
                                0, "MODEL", "A network (JSON, ONNX or tensors) or an architecture (JSON).")))
                .addOption(Parameters.flag("Of a network, take the family of its architecture.", FAMILY))
                .addOption(Parameters.flag(
                        "Of a family, say which single parameters, and which simple functions of them, are locally identifiable.",
                        PARAMETERS))
                .addOption(ProofFiles.certificateOption())
                .addOption(ProofFiles.networkOption(
                        "Write the architecture (JSON), to check the certificate with.", false))
                .addOption(Parameters.option(
                        long.class,
                        "P",
                        "Count ranks modulo this odd prime below 2^31 (default " + FamilyDimension.Options.PRIME + ").",
                        PRIME))
                .addOption(Parameters.option(
                        int.class, "N", "Use so many threads (default: as many as there are processors).", THREADS))
                .addOption(Parameters.seed("the random points"));
        DimensionTable.options().forEach(spec::addOption);
        return spec.addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        if (arguments.hasMatchedOption(DimensionTable.TABLE)) {
            return DimensionTable.run(arguments, options(arguments), terminal);
        }
        DimensionTable.requireNoOption(arguments);
        String file = Parameters.text(arguments, 0);
        ProofFiles files = ProofFiles.of(arguments, file.isEmpty() ? List.of() : List.of(file));
        ModelFile model = ModelOptions.read(arguments, file, terminal);
        boolean family = model instanceof ModelFile.OfArchitecture || arguments.hasMatchedOption(FAMILY);
        String place = file.isEmpty() ? ModelOptions.WIDTHS : file;
        boolean each = arguments.hasMatchedOption(PARAMETERS);
        if (each) {
            requireFunctions(arguments, place, model, family);
        }
        Dimension dimension = compute(place, model, family, options(arguments), terminal);
        List<LocalFunctions> functions = each
                ? LocalFunctions.of(model.architecture(), dimension).stream().toList()
                : List.of();
        if (each && functions.isEmpty()) {
            terminal.remark("which parameters are identifiable is not known: no evidence for a dimension was found");
        }
        files.write(dimension.proof().stream().findFirst(), terminal);
        for (OutputFile output : files.network()) {
            output.attempt(() -> ArchitectureFormat.write(model.architecture(), output.path()));
        }
        if (Parameters.isJson(arguments)) {
            JsonOutput.print(terminal.out(), DimensionJson.of(dimension, functions));
        } else {
            DimensionText.print(dimension, family, terminal);
            functions.forEach(asked -> FunctionsText.print(asked, terminal));
            files.tell(dimension.proof().stream().findFirst(), "architecture", terminal);
            digests(model, family).forEach(terminal::print);
        }
        return dimension.isProved() ? ExitCode.HOLDS : ExitCode.UNDETERMINED;
    }

    /** Refuses, before the work starts, what {@code --parameters} cannot be asked of. */
    private static void requireFunctions(ParseResult arguments, String place, ModelFile model, boolean family)
            throws FormatException {
        if (!family) {
            throw Parameters.wrong(
                    arguments, PARAMETERS + " speaks of generic parameters: add " + FAMILY + " for a network");
        }
        long count = model.architecture().parameters();
        if (count > LocalFunctions.MOST_PARAMETERS) {
            throw new FormatException(
                    place,
                    PARAMETERS + " is for at most " + LocalFunctions.MOST_PARAMETERS + " parameters, found " + count);
        }
    }

    private static List<String> digests(ModelFile model, boolean family) {
        return model instanceof ModelFile.OfNetwork network && !family
                ? Digests.of(List.of(network.network()), List.of())
                : Digests.of(model.architecture());
    }

    private static Dimension compute(
            String place, ModelFile model, boolean family, FamilyDimension.Options options, Terminal terminal)
            throws FormatException {
        try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
            FamilyDimension.Options watched =
                    new FamilyDimension.Options(options.prime(), options.seed(), options.threads(), progress);
            return model instanceof ModelFile.OfNetwork network && !family
                    ? ParameterDimension.of(network.network(), watched)
                    : FamilyDimension.of(model.architecture(), watched);
        } catch (IllegalArgumentException unusable) {
            throw new FormatException(place, String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static FamilyDimension.Options options(ParseResult arguments) {
        int threads = arguments.matchedOptionValue(THREADS, Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw Parameters.wrong(arguments, "Expected at least one thread, found " + threads);
        }
        FamilyDimension.Options usual = FamilyDimension.Options.of(Parameters.seed(arguments));
        return new FamilyDimension.Options(
                arguments.matchedOptionValue(PRIME, usual.prime()), usual.seed(), threads, usual.progress());
    }
}
