package io.intertwine.cli;

import io.intertwine.find.Proof;
import io.intertwine.find.Verification;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.CertificateVerdict;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The files that {@code verify} writes: checked before the work starts, written after it.
 *
 * @param certificate where the certificate goes; an empty list if none is wanted
 * @param further where the certificates of what else was proved go, each under its verdict
 * @param report where the report goes
 * @param network where a reparametrised network goes
 * @param widened where a wider network goes
 */
record Outputs(
        List<OutputFile> certificate,
        List<Further> further,
        List<OutputFile> report,
        List<OutputFile> network,
        List<OutputFile> widened) {
    private static final List<CertificateVerdict> FURTHER = List.of(
            CertificateVerdict.EQUIVARIANT,
            CertificateVerdict.NO_LATENT_ACTION,
            CertificateVerdict.LAYERWISE_WHEN_WIDENED);

    Outputs {
        certificate = List.copyOf(certificate);
        further = List.copyOf(further);
        report = List.copyOf(report);
        network = List.copyOf(network);
        widened = List.copyOf(widened);
    }

    /** Where the certificate of one more verdict goes. */
    record Further(String verdict, OutputFile file) {}

    /**
     * The files of these names; an empty name stands for none, or for a network beside the certificate or the report. The certificates of
     * what else is proved stand beside the certificate, {@code proof.no-latent-action.json} beside {@code proof.json}.
     */
    static Outputs of(String certificate, String report, String network, String widened) throws FormatException {
        String beside = withoutExtension(certificate.isEmpty() ? report : certificate);
        List<Further> further = new ArrayList<>();
        for (CertificateVerdict verdict : certificate.isEmpty() ? List.<CertificateVerdict>of() : FURTHER) {
            further.add(new Further(verdict.text(), OutputFile.at(beside + "." + verdict.text() + ".json")));
        }
        return new Outputs(
                file(certificate),
                further,
                file(report),
                file(network.isEmpty() && !beside.isEmpty() ? beside + ".reparametrised.json" : network),
                file(widened.isEmpty() && !beside.isEmpty() ? beside + ".widened.json" : widened));
    }

    private static List<OutputFile> file(String name) throws FormatException {
        return name.isEmpty() ? List.of() : List.of(OutputFile.at(name));
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    /** Refuses outputs that would replace an input, or one another. */
    void requireOthersThan(List<String> inputs, ParseResult arguments) throws FormatException {
        List<OutputFile> all = new ArrayList<>(certificate);
        all.addAll(report);
        all.addAll(network);
        all.addAll(widened);
        further.forEach(each -> all.add(each.file()));
        OutputFile.requireDistinct(all, inputs, arguments);
    }

    /** Writes what there is to write. */
    ExactView write(Verification verification, String networkName, String symmetryName, long seed)
            throws FormatException {
        List<Network> subject = verification instanceof Verification.Layerwise layerwise && layerwise.reparametrised()
                ? List.of(layerwise.subject())
                : List.of();
        ExactView view = new ExactView(
                verification,
                write(subject, network),
                write(verification.survey().wide(), widened));
        for (OutputFile file : certificate) {
            write(view.proof(), file);
        }
        for (Proof proof : view.further()) {
            for (OutputFile file : further(proof)) {
                write(Optional.of(proof), file);
            }
        }
        for (OutputFile file : report) {
            String proof = view.proof().isEmpty() || certificate.isEmpty()
                    ? ""
                    : certificate.get(0).toString();
            Reports.write(
                    verification,
                    new Reports.Names(networkName, symmetryName, proof, view.networkFile(), seed),
                    "",
                    file);
        }
        return view;
    }

    /** Writes the report of a numeric verification, which has nothing else to write. */
    void write(NumericView view, String networkName, String symmetryName, long seed) throws FormatException {
        for (OutputFile file : report) {
            Reports.write(view.answers(), new Reports.Names(networkName, symmetryName, "", "", seed), file);
        }
    }

    /** Says where the report of a numeric verification is. */
    void tellReport(Terminal terminal) {
        for (OutputFile file : report) {
            terminal.print("");
            terminal.print("  report  " + file);
        }
    }

    /** Writes a network if there is one and a place for it; the name of the file that holds it now. */
    private static String write(List<Network> networks, List<OutputFile> files) throws FormatException {
        if (networks.isEmpty() || files.isEmpty()) {
            return "";
        }
        OutputFile file = files.get(0);
        file.attempt(() -> NetworkFormat.write(networks.get(0), file.path()));
        return file.toString();
    }

    private static void write(Optional<Proof> proof, OutputFile file) throws FormatException {
        if (proof.isPresent()) {
            Proof found = proof.get();
            file.attempt(() -> CertificateFormat.write(found.claim(), found.certificate(), file.path()));
        }
    }

    private List<OutputFile> further(Proof proof) {
        return further.stream()
                .filter(each -> each.verdict().equals(proof.claim().verdict()))
                .map(Further::file)
                .toList();
    }

    /** Says which files there are now. */
    void tell(ExactView view, boolean json, Terminal terminal) {
        boolean proved = view.proof().isPresent();
        if (!proved && !certificate.isEmpty()) {
            terminal.remark("no certificate of a verdict was written: the verdict is undetermined");
        }
        if (json) {
            return;
        }
        Table table = new Table("  ", List.of());
        if (proved) {
            certificate.forEach(file -> table.row(List.of("certificate", file.toString())));
        }
        for (Proof proof : view.further()) {
            String verdict = proof.claim().verdict();
            further(proof).forEach(file -> table.row(List.of("certificate", file + " (" + verdict + ")")));
        }
        report.forEach(file -> table.row(List.of("report", file.toString())));
        if (!view.networkFile().isEmpty()) {
            table.row(List.of("reparametrised", view.networkFile()));
        }
        if (!view.widenedFile().isEmpty()) {
            table.row(List.of("wider network", view.widenedFile()));
        }
        List<String> lines = new ArrayList<>(table.lines(terminal::faint));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(
                Digests.of(view.verification().network(), view.verification().symmetry()));
        terminal.print("");
        lines.forEach(terminal::print);
    }
}
