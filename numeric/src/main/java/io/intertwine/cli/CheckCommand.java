package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.io.ActivationCertificate;
import io.intertwine.io.CertificateFile;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code intertwine check}: the independent checker alone. It uses the readers and the checker, and nothing that searches. The claim
 * comes from the caller; only its verdict may be left to the certificate.
 */
final class CheckCommand implements Command {
    private static final String NETWORK = "--network";
    private static final String SYMMETRY = "--symmetry";
    private static final String CLAIM = "--claim";
    private static final String ACTIVATION = "--activation";
    private static final String MATRIX = "--matrix";
    private static final String NOT_EQUIVARIANT = "not-equivariant";
    private static final List<String> VERDICTS = List.of("layerwise-equivariant", NOT_EQUIVARIANT);
    private static final List<String> ACTIVATION_VERDICTS =
            List.of("activation-relations", "intertwiner", "not-intertwiner");

    @Override
    public CommandSpec spec() {
        return Parameters.command("check", "Checks a certificate. Exit code 0: it proves the claim. 1: it does not.")
                .addPositional(Parameters.required(0, "CERTIFICATE", "The certificate (JSON)."))
                .addOption(Parameters.option(String.class, "FILE", "The network that it is about.", NETWORK))
                .addOption(Parameters.option(String.class, "FILE", "The symmetry that it is about.", SYMMETRY))
                .addOption(Parameters.option(
                        String.class, "EXPRESSION", "Or the activation that it is about.", ACTIVATION))
                .addOption(
                        Parameters.option(String.class, "A", "The matrix that it is about: a file, or inline.", MATRIX))
                .addOption(Parameters.option(
                        String.class,
                        "VERDICT",
                        "Demand this verdict: " + String.join(", ", VERDICTS) + "; of an activation "
                                + String.join(", ", ACTIVATION_VERDICTS) + ".",
                        CLAIM))
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        boolean ofActivation = requireSubject(arguments);
        String demanded = Parameters.text(arguments, CLAIM);
        List<String> verdicts = ofActivation ? ACTIVATION_VERDICTS : VERDICTS;
        if (!demanded.isEmpty() && !verdicts.contains(demanded)) {
            throw Parameters.wrong(
                    arguments,
                    "There is no verdict '" + demanded + "' to prove: expected " + String.join(" or ", verdicts));
        }
        Answer answer = ofActivation ? ofActivation(arguments, demanded) : ofNetwork(arguments, demanded);
        tell(answer, Parameters.isJson(arguments), terminal);
        return answer.result() instanceof CheckResult.Accepted ? ExitCode.HOLDS : ExitCode.REFUTED;
    }

    /** Refuses options that do not go together; whether the certificate is about an activation. */
    private static boolean requireSubject(ParseResult arguments) {
        boolean activation = arguments.hasMatchedOption(ACTIVATION);
        boolean network = arguments.hasMatchedOption(NETWORK);
        boolean symmetry = arguments.hasMatchedOption(SYMMETRY);
        if (activation ? network || symmetry : !network || !symmetry) {
            throw Parameters.wrong(arguments, "Give " + NETWORK + " and " + SYMMETRY + ", or " + ACTIVATION + " alone");
        }
        if (arguments.hasMatchedOption(MATRIX) && !activation) {
            throw Parameters.wrong(arguments, MATRIX + " goes with " + ACTIVATION);
        }
        return activation;
    }

    /**
     * What is told.
     *
     * @param verdict the verdict that was to be proved
     * @param result whether it is
     * @param subject lines about what the claim is about
     */
    private record Answer(String verdict, CheckResult result, List<String> subject) {
        Answer {
            subject = List.copyOf(subject);
        }
    }

    private static Answer ofNetwork(ParseResult arguments, String demanded) throws FormatException {
        String networkFile = Parameters.text(arguments, NETWORK);
        Network network = InputFiles.network(networkFile);
        Symmetry symmetry = InputFiles.symmetry(Parameters.text(arguments, SYMMETRY), networkFile, network);
        CertificateFile file = InputFiles.certificate(Parameters.text(arguments, 0));
        Claim claim = claim(network, symmetry, file.certificate(), demanded.isEmpty() ? file.verdict() : demanded);
        return new Answer(claim.verdict(), check(claim, file, symmetry), Outputs.digests(network, symmetry));
    }

    private static Answer ofActivation(ParseResult arguments, String demanded) throws FormatException {
        Activation activation = InputActivations.activation(Parameters.text(arguments, ACTIVATION));
        String matrixText = Parameters.text(arguments, MATRIX);
        Optional<ExactMatrix> matrix =
                matrixText.isEmpty() ? Optional.empty() : Optional.of(InputActivations.matrix(matrixText));
        ActivationCertificate file = CertificateFormat.readActivation(InputFiles.path(Parameters.text(arguments, 0)));
        String stated = file.statement().verdict();
        Table subject = new Table("  ", List.of());
        subject.row(List.of("activation", activation.expression().text()));
        CheckResult result = demanded.isEmpty() || demanded.equals(stated)
                ? check(file, activation, matrix)
                : new CheckResult.Rejected("the certificate is one of " + stated);
        return new Answer(demanded.isEmpty() ? stated : demanded, result, subject.lines(line -> line));
    }

    private static CheckResult check(ActivationCertificate file, Activation activation, Optional<ExactMatrix> matrix) {
        try {
            return Checker.check(file.claimAbout(activation, matrix), file.evidence());
        } catch (FormatException otherSubject) {
            return new CheckResult.Rejected(String.valueOf(otherSubject.getMessage()));
        }
    }

    private static CheckResult check(Claim claim, CertificateFile file, Symmetry symmetry) {
        try {
            return Checker.check(claim, file.orderedFor(symmetry.group().generators()));
        } catch (FormatException otherGenerators) {
            return new CheckResult.Rejected(String.valueOf(otherGenerators.getMessage()));
        }
    }

    private static Claim claim(Network network, Symmetry symmetry, Certificate certificate, String verdict) {
        if (verdict.equals(NOT_EQUIVARIANT)) {
            return new SymmetryClaim.NotEquivariant(network, symmetry);
        }
        boolean reparametrised = certificate instanceof Certificate.Layerwise layerwise
                && !layerwise.steps().isEmpty();
        return new SymmetryClaim.LayerwiseEquivariant(network, symmetry, reparametrised);
    }

    private static void tell(Answer answer, boolean json, Terminal terminal) {
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
