package io.intertwine.cli;

import io.intertwine.find.Verification;
import io.intertwine.io.FormatException;
import io.intertwine.measure.ThreeAnswers;
import io.intertwine.report.NumericReport;
import io.intertwine.report.Report;
import io.intertwine.report.ReportContext;

/** Reports with pictures. Nothing of the report package is loaded unless one is asked for. */
final class Reports {
    private Reports() {}

    /**
     * Writes the report of a verification.
     *
     * @param verification what was found out
     * @param names the names of the files that it speaks of
     * @param description a sentence about the network, or empty
     * @param report where it goes
     */
    static void write(Verification verification, Names names, String description, OutputFile report)
            throws FormatException {
        ReportContext context = ReportContext.of(names.network, names.symmetry, Intertwine.version(), names.seed)
                .withCertificate(names.certificate)
                .withReparametrised(names.reparametrised)
                .withDescription(description);
        report.attempt(() -> Report.write(verification, context, report.path()));
    }

    /** Writes the report of a numeric verification. */
    static void write(ThreeAnswers answers, Names names, OutputFile report) throws FormatException {
        ReportContext context = ReportContext.of(names.network, names.symmetry, Intertwine.version(), names.seed);
        report.attempt(() -> NumericReport.write(answers, context, report.path()));
    }

    /**
     * The names of files as the user wrote them, empty for a file that there is not, and the seed.
     *
     * @param network the network
     * @param symmetry the symmetry
     * @param certificate the certificate
     * @param reparametrised the reparametrised network
     * @param seed the seed of the random inputs
     */
    record Names(String network, String symmetry, String certificate, String reparametrised, long seed) {}
}
