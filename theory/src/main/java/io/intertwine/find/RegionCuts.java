package io.intertwine.find;

import io.intertwine.certificate.RegionTree;
import io.intertwine.criterion.UnitPlace;
import io.intertwine.net.AffineWalk;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cuts of the space of inputs into the linear regions of one network, as evidence.
 *
 * @param tree the cuts
 * @param pieces for every region the pieces of the units that were cut at
 */
public record RegionCuts(RegionTree tree, List<Map<UnitPlace, Integer>> pieces) {
    public RegionCuts {
        pieces = pieces.stream().map(Map::copyOf).toList();
    }

    /**
     * All cuts. Empty where the budget does not last, and where exact arithmetic gives up.
     *
     * @param budget the arithmetic that may be spent, in operations on machine words ({@link RegionSearch#BUDGET})
     * @throws IllegalArgumentException if an activation is not known to be continuous and piecewise affine
     */
    public static Optional<RegionCuts> of(Network network, long budget) {
        RegionSearch.obstacle(network).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Search search = new Search(network, new Effort(budget), new WalkCosts(network.inputs()));
        try {
            return Optional.of(new RegionCuts(search.run(), search.pieces));
        } catch (Effort.SpentException | ArithmeticException givenUp) {
            return Optional.empty();
        }
    }

    /** An enumeration. */
    private static final class Search {
        private final Network network;
        private final Effort effort;
        private final WalkCosts costs;
        private final List<Map<UnitPlace, Integer>> pieces = new ArrayList<>();

        Search(Network network, Effort effort, WalkCosts costs) {
            this.network = network;
            this.effort = effort;
            this.costs = costs;
        }

        RegionTree run() {
            costs.spendStart(network, effort);
            Polyhedron whole = Polyhedron.whole(network.inputs(), RegionSearch.isRational(network));
            return visit(AffineWalk.of(network).orElseThrow(), whole, Map.of(), 0);
        }

        private RegionTree visit(AffineWalk walk, Polyhedron polyhedron, Map<UnitPlace, Integer> taken, int depth) {
            if (depth > RegionSearch.DEEPEST) {
                throw new Effort.SpentException();
            }
            if (walk.isDone()) {
                pieces.add(taken);
                return new RegionTree.Leaf();
            }
            List<RegionTree> trees = new ArrayList<>();
            List<Polyhedron.Part> parts = polyhedron.cut(walk, effort);
            for (int k = 0; k < parts.size(); k++) {
                if (parts.get(k) instanceof Polyhedron.Part.Thick thick) {
                    Map<UnitPlace, Integer> longer = new HashMap<>(taken);
                    longer.put(new UnitPlace(walk.layer(), walk.index()), k);
                    trees.add(visit(costs.take(network, walk, k, effort), thick.polyhedron(), longer, depth + 1));
                } else {
                    trees.add(new RegionTree.Thin(((Polyhedron.Part.Thin) parts.get(k)).multipliers()));
                }
            }
            return new RegionTree.Cut(trees);
        }
    }
}
