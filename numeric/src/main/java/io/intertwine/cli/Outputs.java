package io.intertwine.cli;

import io.intertwine.find.Proof;
import io.intertwine.find.Verification;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * The files that {@code verify} writes: checked before the work starts, written after it.
 *
 * @param certificate where the certificate goes; an empty list if none is wanted
 * @param report where the report goes
 * @param network where a reparametrised network goes
 */
record Outputs(List<OutputFile> certificate, List<OutputFile> report, List<OutputFile> network) {
    private static final String SUFFIX = ".reparametrised.json";

    Outputs {
        certificate = List.copyOf(certificate);
        report = List.copyOf(report);
        network = List.copyOf(network);
    }

    /** The files of these names; an empty name stands for none, or for a network beside the certificate or the report. */
    static Outputs of(String certificate, String report, String network) throws FormatException {
        String beside = certificate.isEmpty() ? report : certificate;
        String besideIt = beside.isEmpty() ? "" : withoutExtension(beside) + SUFFIX;
        return new Outputs(file(certificate), file(report), file(network.isEmpty() ? besideIt : network));
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
        List<OutputFile> taken = new ArrayList<>();
        for (String input : inputs) {
            taken.add(new OutputFile(InputFiles.path(input)));
        }
        for (OutputFile file : all()) {
            for (OutputFile other : taken) {
                if (file.isSameAs(other)) {
                    throw Parameters.wrong(arguments, file + " is named twice: an output would replace it");
                }
            }
            taken.add(file);
        }
    }

    private List<OutputFile> all() {
        List<OutputFile> all = new ArrayList<>(certificate);
        all.addAll(report);
        all.addAll(network);
        return all;
    }

    /** Writes what there is to write. */
    ExactView write(Verification verification, String networkName, String symmetryName, long seed)
            throws FormatException {
        ExactView view = new ExactView(verification, "");
        if (verification instanceof Verification.Layerwise layerwise && layerwise.reparametrised()) {
            for (OutputFile file : network) {
                file.attempt(() -> NetworkFormat.write(layerwise.subject(), file.path()));
                view = new ExactView(verification, file.toString());
            }
        }
        if (view.proof().isPresent()) {
            Proof proof = view.proof().get();
            for (OutputFile file : certificate) {
                file.attempt(() -> CertificateFormat.write(proof.claim(), proof.certificate(), file.path()));
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

    /** Says which files there are now. */
    void tell(ExactView view, boolean json, Terminal terminal) {
        boolean proved = view.proof().isPresent();
        if (!proved && !certificate.isEmpty()) {
            terminal.remark("no certificate was written: nothing was proved");
        }
        if (json) {
            return;
        }
        Table table = new Table("  ", List.of());
        if (proved) {
            certificate.forEach(file -> table.row(List.of("certificate", file.toString())));
        }
        report.forEach(file -> table.row(List.of("report", file.toString())));
        if (!view.networkFile().isEmpty()) {
            table.row(List.of("reparametrised", view.networkFile()));
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
