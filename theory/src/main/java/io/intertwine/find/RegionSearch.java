package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.certificate.RegionTree;
import io.intertwine.exact.Scalar;
import io.intertwine.net.AffineForm;
import io.intertwine.net.AffineWalk;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides exactly whether two networks of continuous piecewise affine activations have the same function: the space of inputs is cut
 * into the polyhedra on which both are affine, and the affine functions are compared. The number of these polyhedra grows like the
 * power of the number of units whose exponent is the number of inputs.
 */
public final class RegionSearch {
    /** A budget for 10 to 30 seconds: some ten thousand regions of a network of 20 units with small weights. */
    public static final long BUDGET = 300_000_000;

    /** Trees of certificates stay below this number of nodes, which the checker allows. */
    private static final int LARGEST_TREE = 500_000;

    /** More units than this are not cut at one after the other. */
    static final int DEEPEST = 400;

    private final Effort effort;
    private final WalkCosts costs;
    private int nodes;
    private int regions;

    /** What was found. */
    public sealed interface Result {
        /**
         * The functions are the same.
         *
         * @param tree the evidence, for {@link io.intertwine.certificate.Comparison.Regions}
         * @param regions the number of polyhedra
         */
        record Same(RegionTree tree, int regions) implements Result {}

        /**
         * The functions differ.
         *
         * @param point a rational input at which they do
         */
        record Different(List<Scalar> point) implements Result {
            public Different {
                point = List.copyOf(point);
            }
        }

        /** The budget did not last; the reason says how far it did. */
        record Spent(String reason) implements Result {}

        /** A network is of another kind; the reason says why. */
        record NotPiecewiseAffine(String reason) implements Result {}
    }

    /** A part of the tree, or a point where the functions differ. */
    private sealed interface Branch {
        record Tree(RegionTree tree) implements Branch {}

        record Point(List<Scalar> point) implements Branch {}
    }

    private RegionSearch(Effort effort, WalkCosts costs) {
        this.effort = effort;
        this.costs = costs;
    }

    /**
     * Compares two networks with as many inputs and as many outputs. A last softmax of both is taken away: the differences of the logits
     * are compared.
     *
     * @param budget the arithmetic that may be spent, in operations on machine words; {@link #BUDGET} is a sensible one
     */
    public static Result compare(Network f, Network g, long budget) {
        if (f.inputs() != g.inputs() || f.outputs() != g.outputs()) {
            throw new IllegalArgumentException("expected networks of the same sizes, found " + f.inputs() + " to "
                    + f.outputs() + " and " + g.inputs() + " to " + g.outputs());
        }
        boolean softmax = f.endsWithSoftmax() && g.endsWithSoftmax();
        Network left = softmax ? Composition.logitDifferences(f) : f;
        Network right = softmax ? Composition.logitDifferences(g) : g;
        Optional<String> obstacle = obstacle(left).or(() -> obstacle(right));
        if (obstacle.isPresent()) {
            return new Result.NotPiecewiseAffine(obstacle.get());
        }
        RegionSearch search = new RegionSearch(new Effort(budget), new WalkCosts(f.inputs()));
        try {
            return search.run(left, right);
        } catch (Effort.SpentException spent) {
            return new Result.Spent("the search by linear regions ended after " + search.regions
                    + " regions, when its budget of " + budget + " operations was spent");
        } catch (ArithmeticException fieldTooLarge) {
            return new Result.Spent("exact arithmetic gave up: " + fieldTooLarge.getMessage());
        }
    }

    private Result run(Network f, Network g) {
        costs.spendStart(f, effort);
        costs.spendStart(g, effort);
        AffineWalk left = AffineWalk.of(f).orElseThrow();
        AffineWalk right = AffineWalk.of(g).orElseThrow();
        Polyhedron whole = Polyhedron.whole(f.inputs(), isRational(f) && isRational(g));
        Branch branch = visit(new Pair(f, g, left, right), whole, 0);
        return branch instanceof Branch.Point difference
                ? new Result.Different(difference.point)
                : new Result.Same(((Branch.Tree) branch).tree, regions);
    }

    /** Two walks, the second after the first. */
    private record Pair(Network f, Network g, AffineWalk left, AffineWalk right) {
        AffineWalk next() {
            return left.isDone() ? right : left;
        }

        Pair take(int piece, WalkCosts costs, Effort effort) {
            return left.isDone()
                    ? new Pair(f, g, left, costs.take(g, right, piece, effort))
                    : new Pair(f, g, costs.take(f, left, piece, effort), right);
        }
    }

    private Branch visit(Pair pair, Polyhedron polyhedron, int depth) {
        if (depth > DEEPEST || ++nodes > LARGEST_TREE) {
            throw new Effort.SpentException();
        }
        AffineWalk walk = pair.next();
        if (walk.isDone()) {
            regions++;
            return leaf(pair, polyhedron);
        }
        List<RegionTree> trees = new ArrayList<>();
        List<Polyhedron.Part> parts = polyhedron.cut(walk, effort);
        for (int k = 0; k < parts.size(); k++) {
            if (parts.get(k) instanceof Polyhedron.Part.Thin thin) {
                nodes++;
                trees.add(new RegionTree.Thin(thin.multipliers()));
                continue;
            }
            Polyhedron part = ((Polyhedron.Part.Thick) parts.get(k)).polyhedron();
            Branch branch = visit(pair.take(k, costs, effort), part, depth + 1);
            if (branch instanceof Branch.Point) {
                return branch;
            }
            trees.add(((Branch.Tree) branch).tree);
        }
        return new Branch.Tree(new RegionTree.Cut(trees));
    }

    private Branch leaf(Pair pair, Polyhedron polyhedron) {
        List<AffineForm> f = pair.left.outputs();
        List<AffineForm> g = pair.right.outputs();
        for (int i = 0; i < f.size(); i++) {
            if (!f.get(i).equals(g.get(i))) {
                return new Branch.Point(polyhedron.pointOff(f.get(i).minus(g.get(i))));
            }
        }
        return new Branch.Tree(new RegionTree.Leaf());
    }

    /** Why a network has no linear regions, if it has none that are known. */
    static Optional<String> obstacle(Network network) {
        Set<Activation> seen = new LinkedHashSet<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Softmax) {
                return Optional.of("a softmax is not piecewise affine");
            }
            if (layer instanceof Layer.Entrywise entrywise) {
                seen.addAll(entrywise.units());
            }
        }
        return seen.stream()
                .filter(unit -> PiecewiseAffine.of(unit).isEmpty())
                .findFirst()
                .map(unit -> "the activation " + unit + " is not known to be continuous and piecewise affine");
    }

    /** Whether all weights, and all numbers in its activations, are rational. */
    static boolean isRational(Network network) {
        for (Layer layer : network.layers()) {
            boolean rational = layer instanceof Layer.Dense dense
                    ? dense.weight().isRational() && dense.biases().stream().allMatch(Scalar::isRational)
                    : ((Layer.Entrywise) layer).units().stream().distinct().allMatch(RegionSearch::isRational);
            if (!rational) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRational(Activation unit) {
        PiecewiseAffine pieces = PiecewiseAffine.of(unit).orElseThrow();
        return pieces.breakpoints().stream().allMatch(Scalar::isRational)
                && pieces.pieces().stream()
                        .allMatch(piece ->
                                piece.slope().isRational() && piece.intercept().isRational());
    }
}
