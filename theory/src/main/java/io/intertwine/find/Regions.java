package io.intertwine.find;

import io.intertwine.exact.Scalar;
import io.intertwine.net.AffineForm;
import io.intertwine.net.AffineWalk;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * The regions of a network of continuous piecewise affine activations: the polyhedra with interior points on which every unit stays on
 * one piece of its activation. They cover the space of inputs and meet only in boundaries. Neighbouring regions may have the same
 * affine map.
 *
 * @param regions the regions that were found
 * @param isComplete whether these are all
 * @param reason why there may be more; empty if these are all
 */
public record Regions(List<Region> regions, boolean isComplete, String reason) {
    public Regions {
        regions = List.copyOf(regions);
    }

    /**
     * One region.
     *
     * @param point a rational point in its interior
     * @param outputs the outputs there, affine forms of the inputs
     * @param inequalities the region is where these forms are at least 0; some may be implied by others
     * @param simplex n + 1 affinely independent points in its interior
     */
    public record Region(
            List<Scalar> point, List<AffineForm> outputs, List<AffineForm> inequalities, List<List<Scalar>> simplex) {
        public Region {
            point = List.copyOf(point);
            outputs = List.copyOf(outputs);
            inequalities = List.copyOf(inequalities);
            simplex = simplex.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Enumerates the regions of a network.
     *
     * @param budget the arithmetic that may be spent, in operations on machine words ({@link RegionSearch#BUDGET})
     * @throws IllegalArgumentException if an activation is not known to be continuous and piecewise affine
     */
    public static Regions of(Network network, long budget) {
        RegionSearch.obstacle(network).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Search search = new Search(network, new Effort(budget));
        try {
            search.run();
            return new Regions(search.found, true, "");
        } catch (Effort.SpentException spent) {
            return new Regions(
                    search.found,
                    false,
                    "the enumeration ended after " + search.found.size() + " regions, when its budget of " + budget
                            + " operations was spent");
        } catch (ArithmeticException fieldTooLarge) {
            return new Regions(search.found, false, "exact arithmetic gave up: " + fieldTooLarge.getMessage());
        }
    }

    /** An enumeration. */
    private static final class Search {
        private final Network network;
        private final Effort effort;
        private final WalkCosts costs;
        private final List<Region> found = new ArrayList<>();

        Search(Network network, Effort effort) {
            this.network = network;
            this.effort = effort;
            costs = new WalkCosts(network.inputs());
        }

        void run() {
            costs.spendStart(network, effort);
            boolean rational = RegionSearch.isRational(network);
            visit(AffineWalk.of(network).orElseThrow(), Polyhedron.whole(network.inputs(), rational), 0);
        }

        private void visit(AffineWalk walk, Polyhedron polyhedron, int depth) {
            if (depth > RegionSearch.DEEPEST) {
                throw new Effort.SpentException();
            }
            if (walk.isDone()) {
                List<List<Scalar>> simplex = polyhedron.simplex();
                effort.spend(8L
                        * simplex.size()
                        * simplex.size()
                        * polyhedron.inequalities().size());
                found.add(new Region(simplex.get(0), walk.outputs(), polyhedron.inequalities(), simplex));
                return;
            }
            List<Polyhedron.Part> parts = polyhedron.cut(walk, effort);
            for (int k = 0; k < parts.size(); k++) {
                if (parts.get(k) instanceof Polyhedron.Part.Thick thick) {
                    visit(costs.take(network, walk, k, effort), thick.polyhedron(), depth + 1);
                }
            }
        }
    }
}
