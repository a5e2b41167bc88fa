package io.intertwine.cli;

import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.Demo;
import io.intertwine.construct.DemoNetworks;
import io.intertwine.find.Proof;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.io.SymmetryFormat;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code intertwine demo}: a network on small images that is equivariant under the mirror, and the same network with one bit changed.
 * Both are written to files, read from there, verified and checked, as anyone can do again by hand.
 */
final class DemoCommand implements Command {
    private static final String SEED = "--seed";
    private static final long DEFAULT_SEED = 1;
    private static final String DIRECTORY = "intertwine-demo";

    @Override
    public CommandSpec spec() {
        return Parameters.command("demo", "A worked example on built-in data, with a report to look at.")
                .addPositional(Parameters.optional(
                        0, "DIR", "Where the files go (default " + DIRECTORY + " in the current directory)."))
                .addOption(
                        Parameters.option(long.class, "N", "Seed of the example (default " + DEFAULT_SEED + ").", SEED))
                .addOption(Parameters.json());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        String name = Parameters.text(arguments, 0);
        DemoFiles files = DemoFiles.in(name.isEmpty() ? DIRECTORY : name);
        long seed = arguments.matchedOptionValue(SEED, DEFAULT_SEED);
        Demo demo = DemoNetworks.mirror(seed);
        Network nearMiss = DemoNetworks.nearMiss(seed).network();
        files.write(demo, nearMiss);

        ExactView view = verify(files.network(), files, files.certificate(), seed);
        ExactView miss = verify(files.nearMiss(), files, files.refutation(), seed);
        Reports.Names names = new Reports.Names(
                files.network().toString(),
                files.symmetry().toString(),
                files.certificate().toString(),
                "",
                seed);
        Reports.write(view.verification(), names, demo.description(), files.report());
        String theorem = check(files.network(), files.certificate(), files, view);
        check(files.nearMiss(), files.refutation(), files, miss);
        if (Parameters.isJson(arguments)) {
            json(view, miss, files, terminal);
        } else {
            tell(demo, view, miss, theorem, files, terminal);
        }
        return ExitCode.HOLDS;
    }

    private static ExactView verify(OutputFile networkFile, DemoFiles files, OutputFile certificate, long seed)
            throws FormatException {
        Network network = NetworkFormat.read(networkFile.path());
        Verification verification =
                Verifier.verify(network, SymmetryFormat.read(files.symmetry().path()), seed);
        ExactView view = new ExactView(verification, "", "");
        Proof proof = view.proof()
                .orElseThrow(() ->
                        new IllegalStateException("nothing was proved about " + networkFile + ": " + view.reasons()));
        certificate.attempt(() -> CertificateFormat.write(proof.claim(), proof.certificate(), certificate.path()));
        return view;
    }

    /** What the checker says when it sees the files and nothing else. */
    private static String check(OutputFile networkFile, OutputFile certificate, DemoFiles files, VerificationView view)
            throws FormatException {
        Network network = NetworkFormat.read(networkFile.path());
        Symmetry symmetry = SymmetryFormat.read(files.symmetry().path());
        Claim claim = view.exitCode() == ExitCode.HOLDS
                ? new SymmetryClaim.LayerwiseEquivariant(network, symmetry, view.isReparametrised())
                : new SymmetryClaim.NotEquivariant(network, symmetry);
        CheckResult result = Checker.check(
                claim,
                CertificateFormat.read(certificate.path())
                        .orderedFor(symmetry.group().generators()));
        if (result instanceof CheckResult.Accepted accepted) {
            return accepted.theorem().toString();
        }
        throw new IllegalStateException("the checker does not accept " + certificate + ": " + result);
    }

    private static void json(VerificationView view, VerificationView miss, DemoFiles files, Terminal terminal) {
        JsonOutput.print(terminal.out(), json -> {
            json.writeStringField("verdict", view.verdict());
            json.writeStringField("near_miss_verdict", miss.verdict());
            json.writeBooleanField("checked", true);
            json.writeStringField("network", files.network().toString());
            json.writeStringField("symmetry", files.symmetry().toString());
            json.writeStringField("certificate", files.certificate().toString());
            json.writeStringField("near_miss", files.nearMiss().toString());
            json.writeStringField("refutation", files.refutation().toString());
            json.writeStringField("report", files.report().toString());
        });
    }

    private static void tell(
            Demo demo,
            VerificationView view,
            VerificationView miss,
            String theorem,
            DemoFiles files,
            Terminal terminal) {
        terminal.paragraph("", demo.description());
        terminal.print("");
        VerificationText.print(view, terminal);
        terminal.print("");
        terminal.paragraph("The checker, from the files alone: ", theorem);
        terminal.print("");
        terminal.print("The same network with the last bit of one weight changed:");
        VerificationText.print(miss, terminal);
        terminal.print("");
        terminal.print("The same by hand:");
        terminal.print("  intertwine verify " + files.network() + " " + files.symmetry());
        terminal.print("  intertwine check " + files.certificate() + " --network " + files.network() + " --symmetry "
                + files.symmetry());
        terminal.print("");
        terminal.print("Open the report: " + files.report().path().toAbsolutePath());
    }
}
