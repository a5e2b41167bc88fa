package io.intertwine.find;

import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.check.Checker;
import io.intertwine.criterion.BypassFibre;
import io.intertwine.net.Composition;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All classes of parameters of the same architecture with the same function, and how a group permutes them (docs/ORBITS.md).
 *
 * @param evidence the classes as evidence
 * @param classes a representative of each, the given parameter first
 */
record FibreSearch(FibreEvidence evidence, List<Network> classes) {
    /** With more classes than this, where they go is not looked for: every class is compared with every other. */
    private static final int MOST_MOVED = 128;

    FibreSearch {
        classes = List.copyOf(classes);
    }

    /** The classes, where a theorem lists them all. */
    static Optional<FibreSearch> of(Network network) {
        Optional<FibreEvidence> evidence = BypassFibre.concerns(network)
                ? BypassFibre.tryFlips(network).map(FibreEvidence.Flips::new)
                : PencilSearch.of(network).map(pencil -> pencil);
        return evidence.flatMap(found -> of(network, found));
    }

    private static Optional<FibreSearch> of(Network network, FibreEvidence evidence) {
        try {
            return Optional.of(new FibreSearch(evidence, Checker.classes(network, evidence)));
        } catch (IllegalArgumentException notAll) {
            // Where a hypothesis of the theorem fails, the classes are not known.
            return Optional.empty();
        }
    }

    /**
     * For every generator and every class where the generator takes it; empty if some generator takes a class to none of the classes,
     * so that the function is not equivariant, or if that is not decided, as for more than 128 classes.
     */
    Optional<List<List<ClassMove>>> moves(Symmetry symmetry) {
        List<List<ClassMove>> all = new ArrayList<>();
        if (classes.size() > MOST_MOVED) {
            return Optional.empty();
        }
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            AffineMap input = symmetry.input().images().get(g).inverse();
            AffineMap output = symmetry.output().images().get(g);
            List<ClassMove> moves = new ArrayList<>();
            for (Network parameter : classes) {
                Optional<ClassMove> move = move(Composition.after(Composition.before(parameter, input), output));
                if (move.isEmpty()) {
                    return Optional.empty();
                }
                moves.add(move.get());
            }
            all.add(moves);
        }
        return Optional.of(all);
    }

    private Optional<ClassMove> move(Network moved) {
        if (!moved.hasArchitectureOf(classes.get(0))) {
            return Optional.empty();
        }
        for (int c = 0; c < classes.size(); c++) {
            Optional<List<AffineMap>> gauge = NetworkMatching.between(moved, classes.get(c));
            if (gauge.isPresent()) {
                return Optional.of(new ClassMove(c, gauge.get()));
            }
        }
        return Optional.empty();
    }

    /** The classes that every generator fixes. */
    static List<Integer> fixed(List<List<ClassMove>> moves, int classes) {
        List<Integer> fixed = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            int index = c;
            if (moves.stream().allMatch(generator -> generator.get(index).target() == index)) {
                fixed.add(c);
            }
        }
        return fixed;
    }
}
