package io.intertwine.check;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.MapsEvidence;
import io.intertwine.claim.MapsClaim;
import io.intertwine.rep.Block;
import io.intertwine.rep.LinearRepresentation;
import java.util.List;

/**
 * The dimension of Hom_G(V, W). It is additive in both arguments (J.-P. Serre, Linear Representations of Finite Groups, 2.3; for any
 * group, since a map between sums is the family of its blocks), so that evidence may be given block by block.
 */
final class MapsRule {
    private MapsRule() {}

    static String apply(MapsClaim claim, Certificate certificate) throws Rejection {
        if (!(certificate instanceof Certificate.Maps maps)) {
            throw Rejection.otherKind(claim);
        }
        long dimension = dimension(claim.source(), claim.target(), maps.evidence());
        Rejection.unless(
                dimension == claim.dimension(),
                "the evidence shows the dimension " + dimension + ", expected " + claim.dimension());
        return how(maps.evidence());
    }

    /** The dimension that the evidence shows. */
    static long dimension(LinearRepresentation source, LinearRepresentation target, MapsEvidence evidence)
            throws Rejection {
        if (evidence instanceof MapsEvidence.Orbits) {
            return MapsOrbitsRule.dimension(source, target);
        }
        if (evidence instanceof MapsEvidence.Characters) {
            return MapsCharactersRule.dimension(source, target);
        }
        if (evidence instanceof MapsEvidence.Basis basis) {
            return MapsBasisRule.dimension(source, target, basis);
        }
        return blocks(Block.of(source), Block.of(target), ((MapsEvidence.Blocks) evidence).pairs());
    }

    private static long blocks(List<Block> sources, List<Block> targets, List<MapsEvidence> pairs) throws Rejection {
        Rejection.unless(
                pairs.size() == (long) sources.size() * targets.size(),
                "expected evidence for " + sources.size() + " x " + targets.size() + " pairs of blocks, found "
                        + pairs.size());
        long dimension = 0;
        for (int k = 0; k < pairs.size(); k++) {
            Block source = sources.get(k / targets.size());
            Block target = targets.get(k % targets.size());
            long copies = Math.multiplyExact(source.count(), target.count());
            long ofPair = dimension(source.of(), target.of(), pairs.get(k));
            dimension = Math.addExact(dimension, Math.multiplyExact(copies, ofPair));
        }
        return dimension;
    }

    private static String how(MapsEvidence evidence) {
        if (evidence instanceof MapsEvidence.Orbits) {
            return "It is the number of orbits on pairs of coordinates on which the factors agree.";
        }
        if (evidence instanceof MapsEvidence.Characters) {
            return "It is the mean value of the product of the characters over the finite group that acts.";
        }
        if (evidence instanceof MapsEvidence.Basis basis) {
            return "The recorded basis is equivariant and independent, and "
                    + basis.equations().size() + " equations are independent modulo " + basis.prime()
                    + ", which leaves no more maps.";
        }
        int pairs = ((MapsEvidence.Blocks) evidence).pairs().size();
        return "It is the sum over " + pairs + (pairs == 1 ? " pair" : " pairs")
                + " of blocks, with their multiplicities.";
    }
}
