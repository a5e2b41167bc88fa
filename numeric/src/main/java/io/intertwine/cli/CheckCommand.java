package io.intertwine.cli;

import io.intertwine.check.CheckResult;
import io.intertwine.io.CertificateVerdict;
import io.intertwine.io.CertificateVerdict.Subject;
import io.intertwine.io.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code intertwine check}: the independent checker alone. It uses the readers and the checker, and nothing that searches. The claim
 * comes from the caller; only its verdict may be left to the certificate.
 */
final class CheckCommand implements Command {
    static final String NETWORK = "--network";
    static final String NETWORKS = "--networks";
    static final String SYMMETRY = "--symmetry";
    static final String ARCHITECTURE = "--architecture";
    static final String ACTIVATION = "--activation";
    static final String REPRESENTATIONS = "--representations";
    static final String MATRIX = "--matrix";
    private static final String CLAIM = "--claim";

    @Override
    public CommandSpec spec() {
        return Parameters.command("check", "Checks a certificate. Exit code 0: it proves the claim. 1: it does not.")
                .addPositional(Parameters.required(0, "CERTIFICATE", "The certificate (JSON)."))
                .addOption(Parameters.option(String.class, "FILE", "The network that it is about.", NETWORK))
                .addOption(Parameters.option(
                        String.class, "FILE", "The symmetry that it is about, beside the network.", SYMMETRY))
                .addOption(two("Or the two networks that it is about.", NETWORKS))
                .addOption(Parameters.option(
                        String.class,
                        "FILE",
                        "Or the family of networks that it is about: an architecture, or a network of the family.",
                        ARCHITECTURE))
                .addOption(two(
                        "Or the two representations that it is about, the maps going from the first to the second.",
                        REPRESENTATIONS))
                .addOption(Parameters.option(
                        String.class,
                        "EXPRESSION",
                        "Or the activation that it is about; or that of a network in a .safetensors or .npz file alone.",
                        ACTIVATION))
                .addOption(
                        Parameters.option(String.class, "A", "The matrix that it is about: a file, or inline.", MATRIX))
                .addOption(Parameters.option(
                        String.class,
                        "VERDICT",
                        "Demand this verdict: " + String.join(", ", CertificateVerdict.texts(Subject.NETWORK))
                                + "; with " + SYMMETRY + " "
                                + String.join(", ", CertificateVerdict.texts(Subject.NETWORK_AND_SYMMETRY))
                                + "; of two networks "
                                + String.join(", ", CertificateVerdict.texts(Subject.TWO_NETWORKS))
                                + "; of a family " + String.join(", ", CertificateVerdict.texts(Subject.ARCHITECTURE))
                                + "; of two representations "
                                + String.join(", ", CertificateVerdict.texts(Subject.TWO_REPRESENTATIONS))
                                + "; of an activation " + String.join(", ", ActivationCheck.VERDICTS) + ".",
                        CLAIM))
                .addOption(Parameters.json());
    }

    /** An option that is followed by two files. */
    private static OptionSpec two(String description, String name) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("2")
                .paramLabel("FILE")
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        requireSubject(arguments);
        String demanded = Parameters.text(arguments, CLAIM);
        CheckAnswer answer = answer(arguments, demanded, terminal);
        tell(answer, Parameters.isJson(arguments), terminal);
        return answer.result() instanceof CheckResult.Accepted ? ExitCode.HOLDS : ExitCode.REFUTED;
    }

    private static CheckAnswer answer(ParseResult arguments, String demanded, Terminal terminal)
            throws FormatException {
        if (isAboutActivation(arguments)) {
            return ActivationCheck.answer(arguments, demanded);
        }
        if (arguments.hasMatchedOption(REPRESENTATIONS)) {
            return RepresentationCheck.answer(arguments, demanded);
        }
        return arguments.hasMatchedOption(ARCHITECTURE)
                ? ArchitectureCheck.answer(arguments, demanded, terminal)
                : NetworkCheck.answer(arguments, demanded, terminal);
    }

    /** Whether the activation is the subject; beside a network in a file of tensors it belongs to the network. */
    private static boolean isAboutActivation(ParseResult arguments) throws FormatException {
        return arguments.hasMatchedOption(ACTIVATION) && !InputFiles.hasTensors(files(arguments));
    }

    private static List<String> files(ParseResult arguments) {
        List<String> none = List.of();
        List<String> files = new ArrayList<>(arguments.matchedOptionValue(NETWORKS, none));
        for (String option : List.of(NETWORK, ARCHITECTURE)) {
            if (arguments.hasMatchedOption(option)) {
                files.add(Parameters.text(arguments, option));
            }
        }
        return files;
    }

    /** Refuses options that do not go together. */
    private static void requireSubject(ParseResult arguments) throws FormatException {
        boolean activation = isAboutActivation(arguments);
        long subjects = Stream.of(NETWORK, NETWORKS, ARCHITECTURE, REPRESENTATIONS)
                        .filter(arguments::hasMatchedOption)
                        .count()
                + (activation ? 1 : 0);
        if (subjects != 1 || (arguments.hasMatchedOption(SYMMETRY) && !arguments.hasMatchedOption(NETWORK))) {
            throw Parameters.wrong(
                    arguments,
                    "Give " + NETWORK + ", with " + SYMMETRY + " for a verdict about one, or " + NETWORKS + ", or "
                            + ARCHITECTURE + ", or " + REPRESENTATIONS + ", or " + ACTIVATION);
        }
        if (arguments.hasMatchedOption(MATRIX) && !activation) {
            throw Parameters.wrong(arguments, MATRIX + " goes with " + ACTIVATION);
        }
    }

    /** Refuses a verdict that is none about the subject that was given. */
    static void requireVerdict(ParseResult arguments, String demanded, List<String> verdicts) {
        if (!demanded.isEmpty() && !verdicts.contains(demanded)) {
            throw Parameters.wrong(
                    arguments,
                    "There is no verdict '" + demanded + "' to prove: expected " + String.join(" or ", verdicts));
        }
    }

    private static void tell(CheckAnswer answer, boolean json, Terminal terminal) {
        boolean proved = answer.result() instanceof CheckResult.Accepted;
        String theorem = answer.result() instanceof CheckResult.Accepted accepted
                ? accepted.theorem().toString()
                : "";
        String reason = answer.result() instanceof CheckResult.Rejected rejected ? rejected.reason() : "";
        if (json) {
            JsonOutput.print(terminal.out(), out -> {
                out.writeBooleanField("proved", proved);
                out.writeStringField("claim", answer.verdict());
                JsonOutput.textOrNull(out, "theorem", theorem);
                JsonOutput.textOrNull(out, "reason", reason);
            });
            return;
        }
        terminal.print(
                proved
                        ? terminal.green("proved") + ": " + answer.verdict()
                        : terminal.red("not proved") + ": " + answer.verdict());
        terminal.print("");
        terminal.paragraph("  ", proved ? theorem : "The certificate does not prove it: " + reason + ".");
        terminal.print("");
        answer.subject().forEach(terminal::print);
    }
}
