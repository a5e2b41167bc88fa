package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.Claim;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Certificates in the format {@code intertwine-certificate/1}. A certificate is untrusted: reading one proves nothing.
 *
 * <p>What a certificate says of the generators of a group stands under their names, {@code {"actions": {"r": [...], "s": [...]}}};
 * {@link CertificateFile#orderedFor} puts it into the order of the symmetry.
 */
public final class CertificateFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-certificate/1";

    /** The verdict that relations of an activation hold. */
    static final String RELATIONS = "activation-relations";

    /** The verdict that a matrix is an intertwiner of an activation. */
    static final String INTERTWINER = "intertwiner";

    /** The verdict that a matrix is no intertwiner of an activation. */
    static final String NOT_INTERTWINER = "not-intertwiner";

    private CertificateFormat() {}

    /** Reads a certificate about networks, or about a family of networks. */
    public static CertificateFile read(Path file) throws FormatException {
        return CertificateReader.read(file);
    }

    /** Reads a certificate about an activation. */
    public static ActivationCertificate readActivation(Path file) throws FormatException {
        return ActivationCertificateReader.read(file);
    }

    /**
     * Writes a certificate about an activation.
     *
     * @throws FormatException if a number is too long to be read again
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(ActivationCertificate certificate, Path file) throws FormatException, IOException {
        try (OutputFile output = OutputFile.create(file)) {
            JsonWriter json = new JsonWriter(output.writer(), file.toString(), NumberText.LONGEST_IN_CERTIFICATES);
            new ActivationCertificateWriter(json).write(certificate);
            output.commit();
        }
    }

    /**
     * Writes a certificate about networks, or about a family of networks.
     *
     * @param claim what it proves; its symmetry, where there is one, names the generators
     * @param certificate the evidence
     * @throws IllegalArgumentException if the evidence is of another kind than the claim
     * @throws FormatException if a number is too long to be read again
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(Claim claim, Certificate certificate, Path file) throws FormatException, IOException {
        try (OutputFile output = OutputFile.create(file)) {
            JsonWriter json = new JsonWriter(output.writer(), file.toString(), NumberText.LONGEST_IN_CERTIFICATES);
            new CertificateWriter(json).write(claim, certificate);
            output.commit();
        }
    }
}
