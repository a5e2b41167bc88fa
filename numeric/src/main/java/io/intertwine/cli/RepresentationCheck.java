package io.intertwine.cli;

import io.intertwine.check.Checker;
import io.intertwine.io.CertificateFile;
import io.intertwine.io.CertificateVerdict;
import io.intertwine.io.CertificateVerdict.Subject;
import io.intertwine.io.FormatException;
import io.intertwine.rep.LinearRepresentation;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Checks certificates about two representations. */
final class RepresentationCheck {
    private RepresentationCheck() {}

    static CheckAnswer answer(ParseResult arguments, String demanded) throws FormatException {
        CheckCommand.requireVerdict(arguments, demanded, CertificateVerdict.texts(Subject.TWO_REPRESENTATIONS));
        List<String> names = arguments.matchedOptionValue(CheckCommand.REPRESENTATIONS, List.of());
        if (names.size() != 2) {
            throw Parameters.wrong(arguments, "Give " + CheckCommand.REPRESENTATIONS + " once, with two files");
        }
        List<LinearRepresentation> both = InputFiles.representations(names.get(0), names.get(1));
        CertificateFile file = InputFiles.certificate(Parameters.text(arguments, 0));
        CertificateVerdict verdict = CertificateVerdict.find(demanded).orElse(file.verdict());
        if (verdict.subject() != Subject.TWO_REPRESENTATIONS) {
            throw Parameters.wrong(
                    arguments,
                    "The certificate is one of " + verdict.text() + ", a verdict about "
                            + NetworkCheck.words(verdict.subject()));
        }
        return new CheckAnswer(
                verdict.text(),
                Checker.check(file.claim(verdict, both.get(0), both.get(1)), file.certificate()),
                Digests.of(both.get(0), both.get(1)));
    }
}
