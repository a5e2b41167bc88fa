package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.io.CertificateFile;
import io.intertwine.io.FormatException;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code intertwine check}: the independent checker alone. It uses the readers and the checker, and nothing that searches. The claim
 * comes from the caller; only its verdict may be left to the certificate.
 */
final class CheckCommand implements Command {
    private static final String NETWORK = "--network";
    private static final String SYMMETRY = "--symmetry";
    private static final String CLAIM = "--claim";
    private static final String NOT_EQUIVARIANT = "not-equivariant";
    private static final List<String> VERDICTS = List.of("layerwise-equivariant", NOT_EQUIVARIANT);

    @Override
    public CommandSpec spec() {
        return Parameters.command("check", "Checks a certificate. Exit code 0: it proves the claim. 1: it does not.")
                .addPositional(Parameters.required(0, "CERTIFICATE", "The certificate (JSON)."))
                .addOption(required(Parameters.option(String.class, "FILE", "The network that it is about.", NETWORK)))
                .addOption(
                        required(Parameters.option(String.class, "FILE", "The symmetry that it is about.", SYMMETRY)))
                .addOption(Parameters.option(
                        String.class, "VERDICT", "Demand this verdict: " + String.join(" or ", VERDICTS) + ".", CLAIM))
                .addOption(Parameters.json());
    }

    private static OptionSpec required(OptionSpec option) {
        return option.toBuilder().required(true).build();
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        String demanded = Parameters.text(arguments, CLAIM);
        if (!demanded.isEmpty() && !VERDICTS.contains(demanded)) {
            throw Parameters.wrong(
                    arguments,
                    "There is no verdict '" + demanded + "' to prove: expected " + String.join(" or ", VERDICTS));
        }
        String networkFile = Parameters.text(arguments, NETWORK);
        Network network = InputFiles.network(networkFile);
        Symmetry symmetry = InputFiles.symmetry(Parameters.text(arguments, SYMMETRY), networkFile, network);
        CertificateFile file = InputFiles.certificate(Parameters.text(arguments, 0));
        Claim claim = claim(network, symmetry, file.certificate(), demanded.isEmpty() ? file.verdict() : demanded);
        CheckResult result = check(claim, file, symmetry);
        tell(claim, result, network, symmetry, Parameters.isJson(arguments), terminal);
        return result instanceof CheckResult.Accepted ? ExitCode.HOLDS : ExitCode.REFUTED;
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
            return new Claim.NotEquivariant(network, symmetry);
        }
        boolean reparametrised = certificate instanceof Certificate.Layerwise layerwise
                && !layerwise.steps().isEmpty();
        return new Claim.LayerwiseEquivariant(network, symmetry, reparametrised);
    }

    private static void tell(
            Claim claim, CheckResult result, Network network, Symmetry symmetry, boolean json, Terminal terminal) {
        boolean proved = result instanceof CheckResult.Accepted;
        String theorem = result instanceof CheckResult.Accepted accepted
                ? accepted.theorem().toString()
                : "";
        String reason = result instanceof CheckResult.Rejected rejected ? rejected.reason() : "";
        if (json) {
            JsonOutput.print(terminal.out(), out -> {
                out.writeBooleanField("proved", proved);
                out.writeStringField("claim", claim.verdict());
                JsonOutput.textOrNull(out, "theorem", theorem);
                JsonOutput.textOrNull(out, "reason", reason);
            });
            return;
        }
        terminal.print(
                proved
                        ? terminal.green("proved") + ": " + claim.verdict()
                        : terminal.red("not proved") + ": " + claim.verdict());
        terminal.print("");
        terminal.paragraph("  ", proved ? theorem : "The certificate does not prove it: " + reason + ".");
        terminal.print("");
        Outputs.digests(network, symmetry).forEach(terminal::print);
    }
}
