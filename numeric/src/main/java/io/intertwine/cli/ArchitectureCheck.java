package io.intertwine.cli;

import io.intertwine.check.Checker;
import io.intertwine.io.CertificateFile;
import io.intertwine.io.CertificateVerdict;
import io.intertwine.io.CertificateVerdict.Subject;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import picocli.CommandLine.ParseResult;

/** Checks certificates about families of networks. */
final class ArchitectureCheck {
    private ArchitectureCheck() {}

    static CheckAnswer answer(ParseResult arguments, String demanded, Terminal terminal) throws FormatException {
        CheckCommand.requireVerdict(arguments, demanded, CertificateVerdict.texts(Subject.ARCHITECTURE));
        Architecture architecture = InputFiles.model(
                        arguments, Parameters.text(arguments, CheckCommand.ARCHITECTURE), terminal)
                .architecture();
        CertificateFile file = InputFiles.certificate(Parameters.text(arguments, 0));
        CertificateVerdict verdict = CertificateVerdict.find(demanded).orElse(file.verdict());
        if (verdict.subject() != Subject.ARCHITECTURE) {
            throw Parameters.wrong(
                    arguments,
                    "The certificate is one of " + verdict.text() + ", a verdict about "
                            + NetworkCheck.words(verdict.subject()));
        }
        return new CheckAnswer(
                verdict.text(),
                Checker.check(file.claim(verdict, architecture), file.certificate()),
                Digests.of(architecture));
    }
}
