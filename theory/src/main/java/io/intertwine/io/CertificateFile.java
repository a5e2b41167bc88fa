package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What a certificate file says.
 *
 * @param verdict the verdict that it claims to prove; only the checker decides whether it does
 * @param generators the names of the generators that its actions belong to, in the order of the file; of a witness its generator alone
 * @param certificate the evidence, with its actions in the order of {@code generators}
 */
public record CertificateFile(String verdict, List<String> generators, Certificate certificate) {
    public CertificateFile {
        generators = List.copyOf(generators);
    }

    /**
     * The evidence with its actions in the order in which the symmetry that is checked has its generators.
     *
     * @throws FormatException if the certificate has no action for one of these generators, or one for another generator
     */
    public Certificate orderedFor(List<String> symmetryGenerators) throws FormatException {
        if (!(certificate instanceof Certificate.Layerwise layerwise) || generators.equals(symmetryGenerators)) {
            return certificate;
        }
        if (generators.size() != symmetryGenerators.size()
                || !new HashSet<>(generators).equals(new HashSet<>(symmetryGenerators))) {
            throw new FormatException(
                    "certificate",
                    "it speaks of the generators " + JsonNames.list(generators) + ", but the symmetry has "
                            + JsonNames.list(symmetryGenerators) + "; it belongs to another symmetry");
        }
        List<List<AffineMap>> actions = new ArrayList<>();
        for (String generator : symmetryGenerators) {
            actions.add(layerwise.actions().get(generators.indexOf(generator)));
        }
        return new Certificate.Layerwise(
                layerwise.network(), layerwise.symmetry(), layerwise.steps(), layerwise.result(), actions);
    }
}
