package io.intertwine.cli;

import io.intertwine.find.Proof;
import io.intertwine.io.CertificateFormat;
import io.intertwine.io.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The files that a command writes, its certificate and a network: none of them replaces an input or the other one.
 *
 * @param certificate where the certificate goes; an empty list if none is wanted
 * @param network where a network goes; an empty list if none is wanted
 */
record ProofFiles(List<OutputFile> certificate, List<OutputFile> network) {
    static final String CERTIFICATE = "--certificate";
    static final String OUTPUT = "--output";

    ProofFiles {
        certificate = List.copyOf(certificate);
        network = List.copyOf(network);
    }

    /** The option for the certificate. */
    static OptionSpec certificateOption() {
        return Parameters.option(String.class, "FILE", "Write the certificate of the verdict.", CERTIFICATE);
    }

    /** The option for a network. */
    static OptionSpec networkOption(String description, boolean required) {
        return OptionSpec.builder("-o", OUTPUT)
                .type(String.class)
                .arity("1")
                .required(required)
                .paramLabel("FILE")
                .description(description)
                .build();
    }

    /** The files that were asked for, checked before the work starts. */
    static ProofFiles of(ParseResult arguments, List<String> inputs) throws FormatException {
        ProofFiles files = new ProofFiles(file(arguments, CERTIFICATE), file(arguments, OUTPUT));
        List<OutputFile> outputs = new ArrayList<>(files.certificate);
        outputs.addAll(files.network);
        OutputFile.requireDistinct(outputs, inputs, arguments);
        return files;
    }

    private static List<OutputFile> file(ParseResult arguments, String option) throws FormatException {
        boolean known = arguments.commandSpec().findOption(option) != null;
        String name = known ? Parameters.text(arguments, option) : "";
        return name.isEmpty() ? List.of() : List.of(OutputFile.at(name));
    }

    /** Writes the certificate, if one is wanted; says so where nothing was proved. */
    void write(Optional<Proof> proof, Terminal terminal) throws FormatException {
        for (OutputFile file : certificate) {
            if (proof.isPresent()) {
                Proof found = proof.get();
                file.attempt(() -> CertificateFormat.write(found.claim(), found.certificate(), file.path()));
            } else {
                terminal.remark("no certificate was written: nothing was proved");
            }
        }
    }

    /**
     * Says which files there are now.
     *
     * @param proof what was proved
     * @param written what the network that was written is; empty if none was
     */
    void tell(Optional<Proof> proof, String written, Terminal terminal) {
        Table table = new Table("  ", List.of());
        if (proof.isPresent()) {
            certificate.forEach(file -> table.row(List.of("certificate", file.toString())));
        }
        if (!written.isEmpty()) {
            network.forEach(file -> table.row(List.of(written, file.toString())));
        }
        List<String> lines = table.lines(line -> line);
        lines.forEach(terminal::print);
        if (!lines.isEmpty()) {
            terminal.print("");
        }
    }
}
