package io.intertwine.cli;

import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import io.intertwine.weights.OnnxWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Equivariance as a question for other verifiers: for a generator g the function f(rho_0(g) x) - rho_L(g) f(x) as ONNX, and beside it in
 * VNN-LIB whether it passes epsilon somewhere in a box.
 */
final class PropertyFiles {
    static final String PROPERTY = "--property";
    private static final String GENERATOR = "--generator";
    private static final String BOX = "--box";
    private static final String EPSILON = "--epsilon";
    private static final String ONNX = ".onnx";
    private static final String VNNLIB = ".vnnlib";

    private PropertyFiles() {}

    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(Parameters.option(
                        String.class,
                        "SYMMETRY",
                        "Write the equivariance of the network as a question for other verifiers: OUT.onnx, with two copies of "
                                + "it, and OUT.vnnlib; one pair of files for each generator.",
                        PROPERTY))
                .addOption(Parameters.option(String.class, "NAME", "Of this generator only.", GENERATOR))
                .addOption(Parameters.option(
                        String.class, "LO,HI", "For inputs between these numbers (default -1,1).", BOX))
                .addOption(Parameters.option(
                        String.class, "E", "Is there a difference of at least this (default 0.001)?", EPSILON));
    }

    /** Refuses options that say something about a property where none is asked for. */
    static void requireNone(ParseResult arguments) {
        for (String option : List.of(GENERATOR, BOX, EPSILON)) {
            if (arguments.hasMatchedOption(option)) {
                throw Parameters.wrong(arguments, option + " goes with " + PROPERTY);
            }
        }
    }

    /** Writes the files, and says which. */
    static int run(ParseResult arguments, Terminal terminal) throws FormatException {
        String in = Parameters.text(arguments, 0);
        String out = Parameters.text(arguments, 1);
        String symmetryFile = Parameters.text(arguments, PROPERTY);
        List<BigDecimal> box = box(arguments);
        BigDecimal epsilon = number(arguments, EPSILON, Parameters.text(arguments, EPSILON), "0.001");
        if (epsilon.signum() <= 0) {
            throw Parameters.wrong(arguments, EPSILON + " is a positive number, found " + epsilon);
        }
        Network network = InputFiles.network(arguments, in, terminal);
        Symmetry symmetry = InputFiles.symmetry(symmetryFile, in, network);
        List<Integer> generators = generators(arguments, symmetryFile, symmetry);
        List<OutputFile> files = new ArrayList<>();
        for (int g : generators) {
            String name = symmetry.group().generators().get(g);
            String stem = out.substring(0, out.length() - ONNX.length()) + (generators.size() == 1 ? "" : "." + name);
            files.add(OutputFile.at(stem + ONNX));
            files.add(OutputFile.at(stem + VNNLIB));
        }
        OutputFile.requireDistinct(files, List.of(in, symmetryFile), arguments);
        for (int k = 0; k < generators.size(); k++) {
            write(network, symmetry, generators.get(k), box, epsilon, files.subList(2 * k, 2 * k + 2));
        }
        tell(files, Parameters.isJson(arguments), terminal);
        return ExitCode.HOLDS;
    }

    private static void write(
            Network network, Symmetry symmetry, int g, List<BigDecimal> box, BigDecimal epsilon, List<OutputFile> files)
            throws FormatException {
        OutputFile model = files.get(0);
        OutputFile question = files.get(1);
        String name = symmetry.group().generators().get(g);
        model.attempt(() -> OnnxWriter.writeDefect(
                network,
                symmetry.input().images().get(g),
                symmetry.output().images().get(g),
                model.path()));
        question.attempt(() -> OnnxWriter.writeQuestion(
                network.inputs(),
                network.outputs(),
                box.get(0),
                box.get(1),
                epsilon,
                "sat: a network is not equivariant under the generator " + name + ", by at least " + epsilon
                        + " at the input X",
                question.path()));
    }

    private static List<Integer> generators(ParseResult arguments, String symmetryFile, Symmetry symmetry)
            throws FormatException {
        List<String> names = symmetry.group().generators();
        String wanted = Parameters.text(arguments, GENERATOR);
        List<Integer> result = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            if (wanted.isEmpty() || names.get(g).equals(wanted)) {
                result.add(g);
            }
        }
        if (result.isEmpty()) {
            throw new FormatException(
                    symmetryFile,
                    wanted.isEmpty()
                            ? "expected a group with generators, found none"
                            : "expected a generator " + wanted + ", found " + String.join(", ", names));
        }
        return result;
    }

    private static List<BigDecimal> box(ParseResult arguments) {
        String text = Parameters.text(arguments, BOX);
        List<String> parts = text.isEmpty() ? List.of("-1", "1") : List.of(text.split(",", -1));
        if (parts.size() != 2) {
            throw Parameters.wrong(arguments, BOX + " is LO,HI, found " + text);
        }
        BigDecimal low = number(arguments, BOX, parts.get(0), "");
        BigDecimal high = number(arguments, BOX, parts.get(1), "");
        if (low.compareTo(high) >= 0) {
            throw Parameters.wrong(arguments, BOX + " is LO,HI with LO < HI, found " + text);
        }
        return List.of(low, high);
    }

    private static BigDecimal number(ParseResult arguments, String option, String text, String otherwise) {
        String given = text.isEmpty() ? otherwise : text.strip();
        try {
            BigDecimal value = new BigDecimal(given);
            int most = 400;
            if (given.length() <= most && Math.abs((long) value.scale()) <= most) {
                return value;
            }
        } catch (NumberFormatException wrong) {
            // refused below
        }
        throw Parameters.wrong(arguments, option + ": expected a decimal number, found " + given);
    }

    private static void tell(List<OutputFile> files, boolean json, Terminal terminal) {
        if (json) {
            JsonOutput.print(terminal.out(), out -> {
                out.writeArrayFieldStart("files");
                for (OutputFile file : files) {
                    out.writeString(file.toString());
                }
                out.writeEndArray();
            });
            return;
        }
        Table table = new Table("", List.of());
        for (OutputFile file : files) {
            table.row(List.of(file.toString().endsWith(ONNX) ? "function" : "question", file.toString()));
        }
        table.lines(terminal::faint).forEach(terminal::print);
    }
}
