package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import io.intertwine.claim.Claim;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Symmetry;
import java.util.HashSet;
import java.util.List;

/**
 * What a certificate file says.
 *
 * @param verdict the verdict that it claims to prove; only the checker decides whether it does
 * @param number the number that the verdict states, of classes or the dimension; 0 where it states none
 * @param generators the names of the generators that its evidence belongs to, in the order of the file; of a witness its generator
 *     alone; none where the evidence does not speak of generators
 * @param certificate the evidence, with what it says of generators in the order of {@code generators}
 */
public record CertificateFile(
        CertificateVerdict verdict, long number, List<String> generators, Certificate certificate) {
    public CertificateFile {
        generators = List.copyOf(generators);
    }

    /**
     * The claim of a verdict about the caller's networks and symmetry. What a claim says beyond its verdict is taken from the file: the
     * number of classes, the dimension, and whether another parameter than the given one is layerwise equivariant.
     *
     * @param demanded the verdict
     * @param networks as many as the verdict speaks of ({@link CertificateVerdict#subject})
     * @param symmetries one, if the verdict speaks of one
     * @throws IllegalArgumentException if it speaks of other numbers of them
     */
    public Claim claim(CertificateVerdict demanded, List<Network> networks, List<Symmetry> symmetries) {
        boolean reparametrised = certificate instanceof Certificate.Layerwise layerwise
                && !layerwise.steps().isEmpty();
        return demanded.claim(networks, symmetries, reparametrised, number);
    }

    /**
     * The claim of a verdict about the caller's family of networks; the dimension is taken from the file.
     *
     * @param demanded a verdict that speaks of a family ({@link CertificateVerdict#subject})
     * @throws IllegalArgumentException if it speaks of something else
     */
    public Claim claim(CertificateVerdict demanded, Architecture architecture) {
        return demanded.claim(architecture, number);
    }

    /**
     * The claim of a verdict about the caller's representations; the dimension is taken from the file.
     *
     * @param demanded a verdict that speaks of representations ({@link CertificateVerdict#subject})
     * @throws IllegalArgumentException if it speaks of something else, or the representations are of different groups
     */
    public Claim claim(CertificateVerdict demanded, LinearRepresentation source, LinearRepresentation target) {
        return demanded.claim(source, target, number);
    }

    /**
     * The evidence with what it says of generators in the order in which the symmetry that is checked has them.
     *
     * @throws FormatException if the certificate says nothing of one of these generators, or something of another generator
     */
    public Certificate orderedFor(List<String> symmetryGenerators) throws FormatException {
        if (certificate instanceof Certificate.Layerwise layerwise) {
            return new Certificate.Layerwise(
                    layerwise.network(),
                    layerwise.symmetry(),
                    layerwise.steps(),
                    layerwise.result(),
                    ordered(layerwise.actions(), symmetryGenerators));
        }
        if (certificate instanceof Certificate.Equivariance proof) {
            return new Certificate.Equivariance(
                    proof.network(), proof.symmetry(), ordered(proof.proofs(), symmetryGenerators));
        }
        if (certificate instanceof Certificate.Widening widening) {
            return new Certificate.Widening(
                    widening.network(),
                    widening.symmetry(),
                    widening.wide(),
                    widening.proof(),
                    ordered(widening.actions(), symmetryGenerators));
        }
        if (certificate instanceof Certificate.ClassAction action) {
            return new Certificate.ClassAction(
                    action.network(), action.symmetry(), action.fibre(), ordered(action.moves(), symmetryGenerators));
        }
        return certificate;
    }

    private <T> List<T> ordered(List<T> items, List<String> symmetryGenerators) throws FormatException {
        if (generators.size() != symmetryGenerators.size()
                || !new HashSet<>(generators).equals(new HashSet<>(symmetryGenerators))) {
            throw new FormatException(
                    "certificate",
                    "it speaks of the generators " + JsonNames.list(generators) + ", but the symmetry has "
                            + JsonNames.list(symmetryGenerators) + "; it belongs to another symmetry");
        }
        return symmetryGenerators.stream()
                .map(generator -> items.get(generators.indexOf(generator)))
                .toList();
    }
}
