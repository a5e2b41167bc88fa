package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.dimension.Dimension;
import io.intertwine.dimension.FamilyDimension;
import io.intertwine.dimension.Progress;
import io.intertwine.io.FormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code intertwine dimension --table}: the functional dimensions of many families, a row each, in a file that grows. */
final class DimensionTable {
    static final String TABLE = "--table";
    private static final String LIST = "--list";
    private static final String MAX_PARAMETERS = "--max-parameters";
    private static final String MIN_WIDTH = "--min-width";
    private static final String MAX_DEPTH = "--max-depth";
    private static final int DEFAULT_WIDTH = 2;
    private static final int DEFAULT_DEPTH = 1_000;

    private final DimensionRow.Settings settings;
    private final List<Activation> activations;
    private final FamilyDimension.Options options;
    private final List<List<Integer>> families;

    private DimensionTable(
            DimensionRow.Settings settings,
            List<Activation> activations,
            FamilyDimension.Options options,
            List<List<Integer>> families) {
        this.settings = settings;
        this.activations = activations;
        this.options = options;
        this.families = families;
    }

    /** The options for tables. */
    static List<OptionSpec> options() {
        return List.of(
                Parameters.option(
                        String.class,
                        "FILE",
                        "Write a table (CSV) of many families with one " + ModelOptions.ACTIVATION
                                + ", a row at a time; one that was interrupted is continued.",
                        TABLE),
                Parameters.option(
                        int.class,
                        "D",
                        "Of the table: all families with a hidden layer and at most so many parameters.",
                        MAX_PARAMETERS),
                Parameters.option(
                        int.class,
                        "N",
                        "Their inputs and hidden layers have at least this width (default " + DEFAULT_WIDTH + ").",
                        MIN_WIDTH),
                Parameters.option(int.class, "N", "They have at most so many dense layers.", MAX_DEPTH),
                Parameters.option(
                        String.class, "FILE", "Or the families in this file, the widths of one on each line.", LIST));
    }

    /** Refuses the options for tables where no table is asked for. */
    static void requireNoOption(ParseResult arguments) {
        Stream.of(LIST, MAX_PARAMETERS, MIN_WIDTH, MAX_DEPTH)
                .filter(arguments::hasMatchedOption)
                .findFirst()
                .ifPresent(option -> {
                    throw Parameters.wrong(arguments, option + " goes with " + TABLE);
                });
    }

    static int run(ParseResult arguments, FamilyDimension.Options options, Terminal terminal) throws FormatException {
        requireFit(arguments);
        OutputFile output = OutputFile.at(Parameters.text(arguments, TABLE));
        String list = Parameters.text(arguments, LIST);
        OutputFile.requireDistinct(List.of(output), list.isEmpty() ? List.of() : List.of(list), arguments);
        List<Activation> activations = ModelOptions.activations(arguments);
        if (activations.size() != 1) {
            throw Parameters.wrong(
                    arguments, TABLE + " needs " + ModelOptions.ACTIVATION + " with one activation for all layers");
        }
        boolean bias = !arguments.hasMatchedOption(ModelOptions.NO_BIAS);
        DimensionRow.Settings settings =
                new DimensionRow.Settings(activations.get(0).name(), bias, options.prime(), options.seed());
        List<List<Integer>> families = list.isEmpty() ? enumerated(arguments, bias) : ArchitectureList.read(list);
        return new DimensionTable(settings, activations, options, families)
                .write(output, Parameters.isJson(arguments), terminal);
    }

    private static void requireFit(ParseResult arguments) {
        boolean all = arguments.hasMatchedOption(MAX_PARAMETERS);
        if (all == arguments.hasMatchedOption(LIST)) {
            throw Parameters.wrong(arguments, TABLE + " needs " + MAX_PARAMETERS + " or " + LIST);
        }
        if (!all && (arguments.hasMatchedOption(MIN_WIDTH) || arguments.hasMatchedOption(MAX_DEPTH))) {
            throw Parameters.wrong(arguments, MIN_WIDTH + " and " + MAX_DEPTH + " go with " + MAX_PARAMETERS);
        }
        if (!Parameters.text(arguments, 0).isEmpty()) {
            throw Parameters.wrong(arguments, "Give " + TABLE + " or one file, not both");
        }
        List<String> single = List.of(
                ModelOptions.WIDTHS,
                DimensionCommand.FAMILY,
                DimensionCommand.PARAMETERS,
                ProofFiles.CERTIFICATE,
                ProofFiles.OUTPUT);
        single.stream().filter(arguments::hasMatchedOption).findFirst().ifPresent(option -> {
            throw Parameters.wrong(arguments, option + " does not go with " + TABLE);
        });
    }

    private static List<List<Integer>> enumerated(ParseResult arguments, boolean bias) throws FormatException {
        return ArchitectureList.upTo(
                atLeastOne(arguments, MAX_PARAMETERS, 1),
                atLeastOne(arguments, MIN_WIDTH, DEFAULT_WIDTH),
                atLeastOne(arguments, MAX_DEPTH, DEFAULT_DEPTH),
                bias);
    }

    private static int atLeastOne(ParseResult arguments, String option, int otherwise) {
        int value = arguments.matchedOptionValue(option, otherwise);
        if (value < 1) {
            throw Parameters.wrong(arguments, "Expected at least 1 after " + option + ", found " + value);
        }
        return value;
    }

    private int write(OutputFile output, boolean json, Terminal terminal) throws FormatException {
        try (TableFile table = TableFile.open(output.path(), settings);
                ProgressDisplay progress = new ProgressDisplay(terminal)) {
            if (table.isRepaired()) {
                terminal.remark(output + ": the last line was not complete and is computed again");
            }
            int before = table.rows().size();
            add(table, progress);
            List<DimensionRow> rows = table.rows();
            tell(rows, rows.size() - before, output, json, terminal);
            return rows.stream().allMatch(DimensionRow::isProved) ? ExitCode.HOLDS : ExitCode.UNDETERMINED;
        } catch (IOException failure) {
            throw new FormatException(output.toString(), "cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** Adds the rows that are missing, in their order, though several are computed at once. */
    private void add(TableFile table, Progress progress) throws FormatException {
        Set<String> known = table.rows().stream().map(DimensionRow::widths).collect(Collectors.toSet());
        List<List<Integer>> missing = families.stream()
                .filter(widths -> !known.contains(DimensionRow.name(widths)))
                .toList();
        ExecutorService workers = Executors.newFixedThreadPool(options.threads());
        try {
            List<Future<DimensionRow>> rows = new ArrayList<>();
            missing.forEach(widths -> rows.add(workers.submit(() -> row(widths))));
            for (int i = 0; i < rows.size(); i++) {
                progress.report("families", i, rows.size());
                table.add(get(rows.get(i)));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static DimensionRow get(Future<DimensionRow> row) throws FormatException {
        try {
            return row.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a row was computed", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof FormatException unusable) {
                throw unusable;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private DimensionRow row(List<Integer> widths) throws FormatException {
        String name = DimensionRow.name(widths);
        FamilyDimension.Options alone = new FamilyDimension.Options(options.prime(), options.seed(), 1, Progress.NONE);
        try {
            Dimension dimension = FamilyDimension.of(
                    InputArchitectures.architecture(name, widths, activations, settings.bias()), alone);
            return DimensionRow.of(widths, settings, dimension);
        } catch (IllegalArgumentException unusable) {
            throw new FormatException(name, String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static void tell(List<DimensionRow> rows, int added, OutputFile output, boolean json, Terminal terminal) {
        long proved = rows.stream().filter(DimensionRow::isProved).count();
        if (json) {
            JsonOutput.print(terminal.out(), out -> {
                out.writeStringField("table", output.toString());
                out.writeNumberField("rows", rows.size());
                out.writeNumberField("added", added);
                out.writeNumberField("proved", proved);
            });
            return;
        }
        boolean all = proved == rows.size();
        terminal.print((all ? terminal.green("all proved") : terminal.yellow(rows.size() - proved + " undetermined"))
                + ": the functional dimensions of " + rows.size() + (rows.size() == 1 ? " family." : " families."));
        terminal.print("");
        Table table = new Table("  ", List.of());
        table.row(List.of("table", output.toString()));
        table.row(List.of("rows", rows.size() + ", " + added + " of them new"));
        table.row(List.of("proved", String.valueOf(proved)));
        table.lines(line -> line).forEach(terminal::print);
    }
}
