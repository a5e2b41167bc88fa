package io.intertwine.report;

import java.util.List;

/**
 * What a report says beside the result itself. An empty text or list stands for something that there is not.
 *
 * @param network the name of the network's file, as the user wrote it
 * @param symmetry the name of the symmetry's file
 * @param certificate the name of the certificate's file, or empty
 * @param reparametrised the name of the file that holds the reparametrised network, or empty
 * @param description a sentence about the network, or empty
 * @param image the shape of the input if the user gave it; if empty it is guessed from the input action
 * @param version the version of the tool
 * @param seed the seed of the random inputs that were tried
 */
public record ReportContext(
        String network,
        String symmetry,
        String certificate,
        String reparametrised,
        String description,
        List<ImageShape> image,
        String version,
        long seed) {
    public ReportContext {
        image = List.copyOf(image);
        if (image.size() > 1) {
            throw new IllegalArgumentException("expected at most one image shape, found " + image.size());
        }
    }

    /** The least that a report needs. */
    public static ReportContext of(String network, String symmetry, String version, long seed) {
        return new ReportContext(network, symmetry, "", "", "", List.of(), version, seed);
    }

    /** With the file of the certificate. */
    public ReportContext withCertificate(String file) {
        return new ReportContext(network, symmetry, file, reparametrised, description, image, version, seed);
    }

    /** With the file of the reparametrised network. */
    public ReportContext withReparametrised(String file) {
        return new ReportContext(network, symmetry, certificate, file, description, image, version, seed);
    }

    /** With a sentence about the network. */
    public ReportContext withDescription(String sentence) {
        return new ReportContext(network, symmetry, certificate, reparametrised, sentence, image, version, seed);
    }

    /** With the shape of the input. */
    public ReportContext withImage(ImageShape shape) {
        return new ReportContext(
                network, symmetry, certificate, reparametrised, description, List.of(shape), version, seed);
    }
}
