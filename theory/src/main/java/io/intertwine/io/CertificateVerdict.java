package io.intertwine.io;

import io.intertwine.claim.Claim;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.MapsClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Symmetry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verdicts about networks, families of networks and representations that certificates prove, in the words of the command line. */
public enum CertificateVerdict {
    /** {@link SymmetryClaim.LayerwiseEquivariant}. */
    LAYERWISE_EQUIVARIANT("layerwise-equivariant", Subject.NETWORK_AND_SYMMETRY),
    /** {@link SymmetryClaim.NotEquivariant}. */
    NOT_EQUIVARIANT("not-equivariant", Subject.NETWORK_AND_SYMMETRY),
    /** {@link SymmetryClaim.Equivariant}. */
    EQUIVARIANT("equivariant", Subject.NETWORK_AND_SYMMETRY),
    /** {@link SymmetryClaim.NotLayerwise}. */
    EQUIVARIANT_NOT_LAYERWISE("equivariant-not-layerwise", Subject.NETWORK_AND_SYMMETRY),
    /** {@link SymmetryClaim.NoLatentAction}. */
    NO_LATENT_ACTION("no-latent-action", Subject.NETWORK_AND_SYMMETRY),
    /** {@link SymmetryClaim.LayerwiseWhenWidened}. */
    LAYERWISE_WHEN_WIDENED("layerwise-when-widened", Subject.NETWORK_AND_SYMMETRY),
    /** {@link EqualityClaim.Equal}. */
    EQUAL("equal", Subject.TWO_NETWORKS),
    /** {@link EqualityClaim.Different}. */
    DIFFERENT("different", Subject.TWO_NETWORKS),
    /** {@link ParameterClaim.Identifiable}. */
    IDENTIFIABLE("identifiable", Subject.NETWORK),
    /** {@link ParameterClaim.Identifiable} of a smaller network. */
    WEAKLY_IDENTIFIABLE("weakly-identifiable", Subject.NETWORK),
    /** {@link ParameterClaim.FinitelyIdentifiable}. */
    FINITELY_IDENTIFIABLE("finitely-identifiable", Subject.NETWORK),
    /** {@link ParameterClaim.NotIdentifiable}. */
    NOT_IDENTIFIABLE("not-identifiable", Subject.NETWORK),
    /** {@link ParameterClaim.LocallyIdentifiable}. */
    LOCALLY_IDENTIFIABLE("locally-identifiable", Subject.NETWORK),
    /** {@link DimensionClaim.OfFamily}, exactly. */
    DIMENSION("dimension", Subject.ARCHITECTURE),
    /** {@link DimensionClaim.OfFamily}, from below. */
    DIMENSION_AT_LEAST("dimension-at-least", Subject.ARCHITECTURE),
    /** {@link DimensionClaim.AtParameters}, exactly. */
    DIMENSION_AT_PARAMETERS("dimension-at-parameters", Subject.NETWORK),
    /** {@link DimensionClaim.AtParameters}, from below. */
    DIMENSION_AT_PARAMETERS_AT_LEAST("dimension-at-parameters-at-least", Subject.NETWORK),
    /** {@link MapsClaim}. */
    MAPS_DIMENSION("maps-dimension", Subject.TWO_REPRESENTATIONS);

    /** What a verdict speaks of. */
    public enum Subject {
        /** A network and a symmetry. */
        NETWORK_AND_SYMMETRY,
        /** Two networks. */
        TWO_NETWORKS,
        /** A network at its parameters. */
        NETWORK,
        /** A family of networks. */
        ARCHITECTURE,
        /** Two representations of one group. */
        TWO_REPRESENTATIONS
    }

    private final String text;
    private final Subject subject;

    CertificateVerdict(String text, Subject subject) {
        this.text = text;
        this.subject = subject;
    }

    /** The verdict as it stands in certificates, and as {@link Claim#verdict} says it. */
    public String text() {
        return text;
    }

    /** What the verdict speaks of. */
    public Subject subject() {
        return subject;
    }

    /** The verdict with this text. */
    public static Optional<CertificateVerdict> find(String text) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.text.equals(text))
                .findFirst();
    }

    /** The texts of the verdicts that speak of this. */
    public static List<String> texts(Subject subject) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.subject == subject)
                .map(CertificateVerdict::text)
                .toList();
    }

    /** The texts of all verdicts. */
    static List<String> texts() {
        return Arrays.stream(values()).map(CertificateVerdict::text).toList();
    }

    /**
     * The claim about the caller's networks and symmetry.
     *
     * @param networks as many as the verdict speaks of
     * @param symmetries one, if the verdict speaks of one
     * @param reparametrised whether a layerwise equivariant parameter is another one than the given
     * @param number the number that the verdict states: of classes, or the dimension
     */
    Claim claim(List<Network> networks, List<Symmetry> symmetries, boolean reparametrised, long number) {
        requireSubject(networks.size(), symmetries.size());
        Network network = networks.get(0);
        return switch (this) {
            case LAYERWISE_EQUIVARIANT ->
                new SymmetryClaim.LayerwiseEquivariant(network, symmetries.get(0), reparametrised);
            case NOT_EQUIVARIANT -> new SymmetryClaim.NotEquivariant(network, symmetries.get(0));
            case EQUIVARIANT -> new SymmetryClaim.Equivariant(network, symmetries.get(0));
            case EQUIVARIANT_NOT_LAYERWISE -> new SymmetryClaim.NotLayerwise(network, symmetries.get(0));
            case NO_LATENT_ACTION -> new SymmetryClaim.NoLatentAction(network, symmetries.get(0));
            case LAYERWISE_WHEN_WIDENED -> new SymmetryClaim.LayerwiseWhenWidened(network, symmetries.get(0));
            case EQUAL -> new EqualityClaim.Equal(network, networks.get(1));
            case DIFFERENT -> new EqualityClaim.Different(network, networks.get(1));
            case IDENTIFIABLE -> new ParameterClaim.Identifiable(network, false);
            case WEAKLY_IDENTIFIABLE -> new ParameterClaim.Identifiable(network, true);
            case FINITELY_IDENTIFIABLE -> new ParameterClaim.FinitelyIdentifiable(network, (int) number);
            case NOT_IDENTIFIABLE -> new ParameterClaim.NotIdentifiable(network);
            case LOCALLY_IDENTIFIABLE -> new ParameterClaim.LocallyIdentifiable(network);
            case DIMENSION_AT_PARAMETERS, DIMENSION_AT_PARAMETERS_AT_LEAST ->
                new DimensionClaim.AtParameters(network, number, this == DIMENSION_AT_PARAMETERS);
            case DIMENSION, DIMENSION_AT_LEAST, MAPS_DIMENSION -> throw otherSubject("networks");
        };
    }

    /** The claim about the caller's family, which the verdict must speak of. */
    Claim claim(Architecture architecture, long dimension) {
        if (subject != Subject.ARCHITECTURE) {
            throw otherSubject("a family");
        }
        return new DimensionClaim.OfFamily(architecture, dimension, this == DIMENSION);
    }

    /** The claim about the caller's representations, which the verdict must speak of. */
    Claim claim(LinearRepresentation source, LinearRepresentation target, long dimension) {
        if (subject != Subject.TWO_REPRESENTATIONS) {
            throw otherSubject("representations");
        }
        return new MapsClaim(source, target, dimension);
    }

    private void requireSubject(int networks, int symmetries) {
        if (subject == Subject.ARCHITECTURE
                || subject == Subject.TWO_REPRESENTATIONS
                || networks != (subject == Subject.TWO_NETWORKS ? 2 : 1)
                || symmetries != (subject == Subject.NETWORK_AND_SYMMETRY ? 1 : 0)) {
            throw otherSubject(networks + " networks and " + symmetries + " symmetries");
        }
    }

    private IllegalArgumentException otherSubject(String found) {
        return new IllegalArgumentException("the verdict " + text + " does not speak of " + found);
    }
}
