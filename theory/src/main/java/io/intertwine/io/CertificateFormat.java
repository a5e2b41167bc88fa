package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Certificates in the format {@code intertwine-certificate/1}. A certificate is untrusted: reading one proves nothing.
 *
 * <p>The actions of a layerwise certificate stand under the names of the generators, {@code {"actions": {"r": [...], "s": [...]}}},
 * one action for every latent space in order; {@link CertificateFile#orderedFor} puts them into the order of the symmetry.
 */
public final class CertificateFormat {
    /** The format's name and version. */
    public static final String FORMAT = "intertwine-certificate/1";

    /** The verdict of a {@link Certificate.Layerwise}. */
    static final String LAYERWISE = "layerwise-equivariant";

    /** The verdict of a {@link Certificate.Witness}. */
    static final String NOT_EQUIVARIANT = "not-equivariant";

    /** The verdict that relations of an activation hold. */
    static final String RELATIONS = "activation-relations";

    /** The verdict that a matrix is an intertwiner of an activation. */
    static final String INTERTWINER = "intertwiner";

    /** The verdict that a matrix is no intertwiner of an activation. */
    static final String NOT_INTERTWINER = "not-intertwiner";

    private CertificateFormat() {}

    /** Reads a certificate about a network and a symmetry. */
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
     * Writes a certificate about a network and a symmetry.
     *
     * @param generators the names of the symmetry's generators, in the order of the certificate's actions
     * @throws FormatException if a number is too long to be read again
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(Certificate certificate, List<String> generators, Path file)
            throws FormatException, IOException {
        try (OutputFile output = OutputFile.create(file)) {
            JsonWriter json = new JsonWriter(output.writer(), file.toString(), NumberText.LONGEST_IN_CERTIFICATES);
            new CertificateWriter(json).write(certificate, generators);
            output.commit();
        }
    }
}
