package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.MapsEvidence;
import io.intertwine.check.Checker;
import io.intertwine.claim.MapsClaim;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.rep.Block;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.FiniteImage;
import io.intertwine.rep.LinearRepresentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds the dimension of the space of equivariant linear maps between two representations, and evidence for it that the checker accepts:
 * by orbits where all generators are monomial, else by characters where they generate a finite group that can be listed, else by a basis;
 * block by block where the representations are sums.
 */
public final class MapsSearch {
    /** The most pairs of blocks that get evidence of their own. */
    static final int MOST_PAIRS = 2_500;

    private final LinearRepresentation source;
    private final LinearRepresentation target;

    /** Evidence with the dimension that the checker sees in it. */
    private record Shown(long dimension, MapsEvidence evidence) {}

    private MapsSearch(LinearRepresentation source, LinearRepresentation target) {
        this.source = source;
        this.target = target;
    }

    /**
     * What can be found for two representations of one group.
     *
     * @throws IllegalArgumentException if the groups differ
     */
    public static MapsDimension of(LinearRepresentation source, LinearRepresentation target) {
        if (!source.group().equals(target.group())) {
            throw new IllegalArgumentException("expected two representations of one group, found one of "
                    + source.group() + " and one of " + target.group());
        }
        return new MapsSearch(source, target).search();
    }

    private MapsDimension search() {
        List<String> reasons = new ArrayList<>();
        List<EquivariantMaps> maps = new ArrayList<>();
        try {
            maps.add(EquivariantMaps.between(source, target));
        } catch (IllegalArgumentException | ArithmeticException beyond) {
            reasons.add("The basis was not computed: " + beyond.getMessage() + ".");
        }
        List<Proof> proof = prove().stream().toList();
        if (proof.isEmpty()) {
            reasons.add(
                    "No evidence was found that the checker accepts: neither orbits, nor characters of a finite group, "
                            + "nor a basis, within the limits on sizes, and on entries to one real quadratic field.");
        } else if (!maps.isEmpty()
                && maps.get(0).dimension() != ((MapsClaim) proof.get(0).claim()).dimension()) {
            throw new IllegalStateException("two routes disagree: the basis has "
                    + maps.get(0).dimension() + " maps, and " + proof.get(0).theorem());
        }
        return new MapsDimension(maps, proof, reasons);
    }

    private Optional<Proof> prove() {
        return inBlocks(MapsSearch::orbits)
                .or(this::characters)
                .or(() -> inBlocks(MapsSearch::orbitsOrBasis))
                .flatMap(found -> Proof.of(
                        new MapsClaim(source, target, found.dimension),
                        new Certificate.Maps(Digest.of(source), Digest.of(target), found.evidence)));
    }

    /** Evidence for every pair of blocks. */
    private Optional<Shown> inBlocks(BiFunction<LinearRepresentation, LinearRepresentation, Optional<Shown>> prover) {
        List<Block> sources = Block.of(source);
        List<Block> targets = Block.of(target);
        if ((long) sources.size() * targets.size() > MOST_PAIRS) {
            return Optional.empty();
        }
        Map<List<LinearRepresentation>, Shown> known = new HashMap<>();
        List<MapsEvidence> pairs = new ArrayList<>();
        long dimension = 0;
        for (Block from : sources) {
            for (Block to : targets) {
                List<LinearRepresentation> pair = List.of(from.of(), to.of());
                if (!known.containsKey(pair)) {
                    Optional<Shown> found = prover.apply(from.of(), to.of());
                    if (found.isEmpty()) {
                        return Optional.empty();
                    }
                    known.put(pair, found.get());
                }
                Shown found = known.get(pair);
                pairs.add(found.evidence);
                dimension += from.count() * to.count() * found.dimension;
            }
        }
        boolean single =
                pairs.size() == 1 && sources.get(0).count() * targets.get(0).count() == 1;
        return Optional.of(new Shown(dimension, single ? pairs.get(0) : new MapsEvidence.Blocks(pairs)));
    }

    private static Optional<Shown> orbits(LinearRepresentation source, LinearRepresentation target) {
        return shown(source, target, new MapsEvidence.Orbits());
    }

    /** Infinite groups would keep the checker busy until it gives up; listing the given matrices alone is cheaper. */
    private Optional<Shown> characters() {
        return FiniteImage.tryOf(List.of(source, target)).isPresent()
                ? shown(source, target, new MapsEvidence.Characters())
                : Optional.empty();
    }

    private static Optional<Shown> orbitsOrBasis(LinearRepresentation source, LinearRepresentation target) {
        return orbits(source, target).or(() -> basis(source, target));
    }

    private static Optional<Shown> basis(LinearRepresentation source, LinearRepresentation target) {
        if ((long) source.dimension() * target.dimension() > MapsBasis.MOST_PLACES) {
            return Optional.empty();
        }
        List<SparseMatrix> maps;
        try {
            maps = EquivariantMaps.between(source, target).basis().toList();
        } catch (IllegalArgumentException | ArithmeticException beyond) {
            return Optional.empty();
        }
        return MapsBasis.evidence(source, target, maps).flatMap(evidence -> shown(source, target, evidence));
    }

    /** The evidence, if the checker accepts it. */
    private static Optional<Shown> shown(
            LinearRepresentation source, LinearRepresentation target, MapsEvidence evidence) {
        try {
            return Optional.of(new Shown(Checker.dimension(source, target, evidence), evidence));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
