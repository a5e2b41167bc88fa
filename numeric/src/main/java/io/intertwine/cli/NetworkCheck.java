package io.intertwine.cli;

import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.io.CertificateFile;
import io.intertwine.io.CertificateVerdict;
import io.intertwine.io.CertificateVerdict.Subject;
import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Checks certificates about networks. */
final class NetworkCheck {
    private NetworkCheck() {}

    static CheckAnswer answer(ParseResult arguments, String demanded, Terminal terminal) throws FormatException {
        Subject subject = subject(arguments);
        CheckCommand.requireVerdict(arguments, demanded, CertificateVerdict.texts(subject));
        List<Network> networks = networks(arguments, terminal);
        if (networks.size() != (subject == Subject.TWO_NETWORKS ? 2 : 1)) {
            throw Parameters.wrong(arguments, "Give " + CheckCommand.NETWORKS + " once, with two files");
        }
        List<Symmetry> symmetries = symmetries(arguments, networks.get(0));
        CertificateFile file = InputFiles.certificate(Parameters.text(arguments, 0));
        CertificateVerdict verdict = CertificateVerdict.find(demanded).orElse(file.verdict());
        if (verdict.subject() != subject) {
            throw Parameters.wrong(
                    arguments,
                    "The certificate is one of " + verdict.text() + ", a verdict about " + words(verdict.subject()));
        }
        Claim claim = file.claim(verdict, networks, symmetries);
        return new CheckAnswer(
                verdict.text(), check(claim, file, symmetries.stream().findFirst()), Digests.of(networks, symmetries));
    }

    private static Subject subject(ParseResult arguments) {
        if (arguments.hasMatchedOption(CheckCommand.NETWORKS)) {
            return Subject.TWO_NETWORKS;
        }
        return arguments.hasMatchedOption(CheckCommand.SYMMETRY) ? Subject.NETWORK_AND_SYMMETRY : Subject.NETWORK;
    }

    /** What a verdict is about, and how to give it. */
    static String words(Subject subject) {
        return switch (subject) {
            case NETWORK_AND_SYMMETRY ->
                "a network and a symmetry: give " + CheckCommand.NETWORK + " and " + CheckCommand.SYMMETRY;
            case TWO_NETWORKS -> "two networks: give " + CheckCommand.NETWORKS;
            case NETWORK -> "a network: give " + CheckCommand.NETWORK + " alone";
            case ARCHITECTURE -> "a family of networks: give " + CheckCommand.ARCHITECTURE;
            case TWO_REPRESENTATIONS -> "two representations: give " + CheckCommand.REPRESENTATIONS;
        };
    }

    private static List<Network> networks(ParseResult arguments, Terminal terminal) throws FormatException {
        List<String> one = List.of(Parameters.text(arguments, CheckCommand.NETWORK));
        return InputFiles.networks(arguments, arguments.matchedOptionValue(CheckCommand.NETWORKS, one), terminal);
    }

    private static List<Symmetry> symmetries(ParseResult arguments, Network network) throws FormatException {
        String name = Parameters.text(arguments, CheckCommand.SYMMETRY);
        return name.isEmpty()
                ? List.of()
                : List.of(InputFiles.symmetry(name, Parameters.text(arguments, CheckCommand.NETWORK), network));
    }

    private static CheckResult check(Claim claim, CertificateFile file, Optional<Symmetry> symmetry) {
        try {
            return Checker.check(
                    claim,
                    symmetry.isPresent()
                            ? file.orderedFor(symmetry.get().group().generators())
                            : file.certificate());
        } catch (FormatException otherGenerators) {
            return new CheckResult.Rejected(String.valueOf(otherGenerators.getMessage()));
        }
    }
}
