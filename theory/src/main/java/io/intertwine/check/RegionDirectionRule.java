package io.intertwine.check;

import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.RegionTree;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.criterion.UnitPlace;
import io.intertwine.net.AffineForm;
import io.intertwine.net.AffineWalk;
import io.intertwine.net.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Directions in which the derivative of a network of continuous piecewise affine activations vanishes on each of finitely many
 * polyhedra. An input at which no unit is at a breakpoint has a neighbourhood in which every unit stays on one piece, on which the
 * derivative is an affine function of the input; the polyhedra that are not thin cover the space ({@link RegionRule}), so one of them has
 * interior points in the neighbourhood, where the derivative is zero.
 */
final class RegionDirectionRule {
    /** A tree that is larger than this, or that shares parts so often, is refused: on every region all directions are derived. */
    static final int LARGEST_TREE = 50_000;

    private final Network network;
    private final List<Direction> directions;
    private final Deque<Task> open = new ArrayDeque<>();

    /** A tree that is still to be checked, with what holds on its polyhedron. */
    private record Task(
            RegionTree tree, AffineWalk walk, List<AffineForm> inequalities, Map<UnitPlace, Integer> pieces) {}

    private RegionDirectionRule(Network network, List<Direction> directions) {
        this.network = network;
        this.directions = directions;
    }

    static void apply(Network network, Dependence.OnRegions evidence) throws Rejection {
        RegionDirectionRule rule = new RegionDirectionRule(network, evidence.directions());
        AffineWalk walk = AffineWalk.of(ResidueRankRule.logits(network))
                .orElseThrow(() -> new Rejection("an activation is not known to be continuous and piecewise affine"));
        rule.open.push(new Task(evidence.tree(), walk, List.of(), Map.of()));
        for (int visited = 0; !rule.open.isEmpty(); visited++) {
            Rejection.unless(visited < LARGEST_TREE, "the tree has more than " + LARGEST_TREE + " nodes");
            rule.check(rule.open.pop());
        }
    }

    private void check(Task task) throws Rejection {
        if (task.tree instanceof RegionTree.Cut cut) {
            cut(task, cut.parts());
        } else if (task.tree instanceof RegionTree.Thin thin) {
            RegionRule.requireThin(task.inequalities, thin.multipliers());
        } else {
            Rejection.unless(task.walk.isDone(), "a polyhedron is left before all units are passed");
            FormalDirectionRule.requireVanishing(FormalNetwork.onRegion(network, task.pieces), directions);
        }
    }

    private void cut(Task task, List<RegionTree> parts) throws Rejection {
        AffineWalk walk = task.walk;
        Rejection.unless(!walk.isDone(), "a cut after all units are passed");
        int pieces = walk.unit().pieces().size();
        Rejection.unless(parts.size() == pieces, "expected " + pieces + " parts, found " + parts.size());
        boolean divides = parts.stream()
                        .filter(part -> !(part instanceof RegionTree.Thin))
                        .count()
                > 1;
        for (int k = pieces - 1; k >= 0; k--) {
            List<AffineForm> here = new ArrayList<>(task.inequalities);
            here.addAll(walk.bounds(k));
            if (parts.get(k) instanceof RegionTree.Thin) {
                open.push(new Task(parts.get(k), walk, here, task.pieces));
            } else {
                Map<UnitPlace, Integer> taken = new HashMap<>(task.pieces);
                taken.put(new UnitPlace(walk.layer(), walk.index()), k);
                open.push(new Task(parts.get(k), walk.take(k), divides ? here : task.inequalities, taken));
            }
        }
    }
}
