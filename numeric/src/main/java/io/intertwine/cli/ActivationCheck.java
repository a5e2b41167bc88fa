package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.io.ActivationCertificate;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Checks certificates about an activation. */
final class ActivationCheck {
    /** The verdicts that they can have. */
    static final List<String> VERDICTS = List.of("activation-relations", "intertwiner", "not-intertwiner");

    private ActivationCheck() {}

    static CheckAnswer answer(ParseResult arguments, String demanded) throws FormatException {
        CheckCommand.requireVerdict(arguments, demanded, VERDICTS);
        Activation activation = InputActivations.activation(Parameters.text(arguments, CheckCommand.ACTIVATION));
        String matrixText = Parameters.text(arguments, CheckCommand.MATRIX);
        Optional<ExactMatrix> matrix =
                matrixText.isEmpty() ? Optional.empty() : Optional.of(InputActivations.matrix(matrixText));
        ActivationCertificate file = CertificateFormat.readActivation(InputFiles.path(Parameters.text(arguments, 0)));
        String stated = file.statement().verdict();
        Table subject = new Table("  ", List.of());
        subject.row(List.of("activation", activation.expression().text()));
        CheckResult result = demanded.isEmpty() || demanded.equals(stated)
                ? check(file, activation, matrix)
                : new CheckResult.Rejected("the certificate is one of " + stated);
        return new CheckAnswer(demanded.isEmpty() ? stated : demanded, result, subject.lines(line -> line));
    }

    private static CheckResult check(ActivationCertificate file, Activation activation, Optional<ExactMatrix> matrix) {
        try {
            return Checker.check(file.claimAbout(activation, matrix), file.evidence());
        } catch (FormatException otherSubject) {
            return new CheckResult.Rejected(String.valueOf(otherSubject.getMessage()));
        }
    }
}
