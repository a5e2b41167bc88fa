package io.intertwine.check;

import io.intertwine.certificate.RegionTree;
import io.intertwine.exact.Scalar;
import io.intertwine.net.AffineForm;
import io.intertwine.net.AffineWalk;
import io.intertwine.net.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Two networks of continuous piecewise affine activations have the same function if they are the same affine function on each of
 * finitely many polyhedra.
 *
 * <p>Why this proves it. Every cut covers its polyhedron by closed parts, so the parts at the ends of the tree are finitely many closed
 * polyhedra that cover R^n. On a part that is not thin both networks are affine: on the closed interval of a piece an activation is
 * that piece, its value at both ends included, because it is continuous. A thin part has no interior point: if sum_i m_i l_i = c <= 0
 * with m_i >= 0, then at a point where all l_i >= 0 every l_i with m_i > 0 is zero, and l_i, which is not constant, is zero on no open
 * set. Finitely many closed sets without interior points have none together; so the other parts are dense, their union is closed, and
 * they cover R^n. (Inequalities that are left out would only make a part
 * smaller.)
 */
final class RegionRule {
    /** A tree that is larger than this, or that shares parts so often, is refused. */
    static final int LARGEST_TREE = 500_000;

    /** A tree that is still to be checked, with what holds on its polyhedron. */
    private record Task(RegionTree tree, AffineWalk f, AffineWalk g, List<AffineForm> inequalities) {
        AffineWalk next() {
            return f.isDone() ? g : f;
        }

        Task part(RegionTree part, int piece, List<AffineForm> here) {
            return f.isDone() ? new Task(part, f, g.take(piece), here) : new Task(part, f.take(piece), g, here);
        }
    }

    // A stack of its own, so that a deep tree does not end the thread's.
    private final Deque<Task> open = new ArrayDeque<>();

    private RegionRule() {}

    static void requireEqual(Network f, Network g, RegionTree tree) throws Rejection {
        RegionRule rule = new RegionRule();
        try {
            rule.open.push(new Task(tree, walk(f), walk(g), List.of()));
            for (int visited = 0; !rule.open.isEmpty(); visited++) {
                Rejection.unless(visited < LARGEST_TREE, "the tree has more than " + LARGEST_TREE + " nodes");
                rule.check(rule.open.pop());
            }
        } catch (ArithmeticException fieldTooLarge) {
            throw new Rejection("exact arithmetic gave up: " + fieldTooLarge.getMessage());
        }
    }

    private static AffineWalk walk(Network network) throws Rejection {
        return AffineWalk.of(network)
                .orElseThrow(() -> new Rejection("an activation is not known to be continuous and piecewise affine"));
    }

    private void check(Task task) throws Rejection {
        if (task.tree instanceof RegionTree.Cut cut) {
            cut(task, cut.parts());
        } else if (task.tree instanceof RegionTree.Thin thin) {
            requireThin(task.inequalities, thin.multipliers());
        } else {
            Rejection.unless(task.next().isDone(), "a polyhedron is left before all units are passed");
            Rejection.unless(
                    task.f.outputs().equals(task.g.outputs()), "the networks are different affine functions on a part");
        }
    }

    private void cut(Task task, List<RegionTree> parts) throws Rejection {
        AffineWalk next = task.next();
        Rejection.unless(!next.isDone(), "a cut after all units are passed");
        int pieces = next.unit().pieces().size();
        Rejection.unless(parts.size() == pieces, "expected " + pieces + " parts, found " + parts.size());
        boolean divides = parts.stream()
                        .filter(part -> !(part instanceof RegionTree.Thin))
                        .count()
                > 1;
        for (int k = pieces - 1; k >= 0; k--) {
            List<AffineForm> here = new ArrayList<>(task.inequalities);
            here.addAll(next.bounds(k));
            if (parts.get(k) instanceof RegionTree.Thin) {
                open.push(new Task(parts.get(k), task.f, task.g, here));
            } else {
                open.push(task.part(parts.get(k), k, divides ? here : task.inequalities));
            }
        }
    }

    static void requireThin(List<AffineForm> inequalities, List<Scalar> multipliers) throws Rejection {
        int m = inequalities.size();
        Rejection.unless(multipliers.size() == m, "expected " + m + " multipliers, found " + multipliers.size());
        List<AffineForm> terms = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            int sign = multipliers.get(i).signum();
            Rejection.unless(sign >= 0, "a multiplier is negative");
            if (sign > 0) {
                terms.add(inequalities.get(i).scaled(multipliers.get(i), Scalar.ZERO));
            }
        }
        Rejection.unless(!terms.isEmpty(), "all multipliers are zero");
        AffineForm sum = AffineForm.sum(terms);
        Rejection.unless(
                sum.isConstant() && sum.constant().signum() <= 0, "the multipliers do not show that a part is thin");
    }
}
