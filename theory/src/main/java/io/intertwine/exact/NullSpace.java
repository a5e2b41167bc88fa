package io.intertwine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The solutions of a system of homogeneous linear equations over the field that its coefficients generate: a reduced basis, proved.
 *
 * <p>Equations of one term make an unknown zero, equations of two terms make two unknowns proportional; this is repeated while it
 * helps. What is left falls into components that have no unknown in common. Each is solved by {@link LiftedKernel} where
 * its coefficients lie in the rationals or one real quadratic field, and else by exact elimination.
 */
public final class NullSpace {
    /** The most unknowns of a system. */
    public static final int LARGEST = 1 << 23;

    /** The most equations of a system. */
    public static final int LARGEST_EQUATIONS = 1 << 27;

    /** The most unknowns of a component whose coefficients lie in no real quadratic field. */
    public static final int LARGEST_IRRATIONAL = 250;

    private final HomogeneousSystem system;
    private final Proportions proportions;
    private final SparseRowSum sum;

    /**
     * A solution.
     *
     * @param unknowns the unknowns that are not zero, ascending
     * @param values their values
     * @param pivot an unknown that is 1 here and 0 in the other solutions of the basis
     */
    public record Solution(List<Integer> unknowns, List<Scalar> values, int pivot) {
        public Solution {
            unknowns = List.copyOf(unknowns);
            values = List.copyOf(values);
        }
    }

    private NullSpace(HomogeneousSystem system) {
        this.system = system;
        this.proportions = new Proportions(system.unknowns());
        this.sum = new SparseRowSum(system.unknowns());
    }

    /**
     * A basis of the solutions.
     *
     * @throws IllegalArgumentException if the system is beyond the limits, {@link #LARGEST}, {@link #LARGEST_EQUATIONS},
     *     {@link LiftedKernel#LARGEST} and
     *     {@link #LARGEST_IRRATIONAL}
     */
    public static List<Solution> of(HomogeneousSystem system) {
        if (system.unknowns() > LARGEST || system.equations() > LARGEST_EQUATIONS) {
            throw new IllegalArgumentException("expected at most " + LARGEST + " unknowns and " + LARGEST_EQUATIONS
                    + " linear equations, found " + system.unknowns() + " and " + system.equations());
        }
        NullSpace space = new NullSpace(system);
        space.join();
        return space.solve();
    }

    /** Uses equations of one and two terms, as long as a tenth of the classes vanishes each time. */
    private void join() {
        int before;
        do {
            before = proportions.classes();
            for (int k = 0; k < system.equations(); k++) {
                joinBy(reduced(k));
                sum.clear();
            }
        } while (proportions.classes() < before - before / 10);
    }

    private void joinBy(int terms) {
        if (terms == 1) {
            proportions.setZero(sum.column(0));
        } else if (terms == 2) {
            proportions.join(
                    sum.column(0),
                    sum.column(1),
                    sum.value(1).divide(sum.value(0)).negate());
        }
    }

    /** Writes an equation in roots into the sum. Returns the number of its terms. */
    private int reduced(int equation) {
        system.visit(equation, (unknown, coefficient) -> {
            int root = proportions.root(unknown);
            if (!proportions.isZero(root)) {
                sum.add(root, Proportions.times(coefficient, proportions.factor(unknown)));
            }
        });
        return sum.settle();
    }

    private List<Solution> solve() {
        int[] roots = IntStream.range(0, system.unknowns())
                .filter(x -> proportions.root(x) == x && !proportions.isZero(x))
                .toArray();
        Partition components = new Partition(system.unknowns());
        for (int k = 0; k < system.equations(); k++) {
            int terms = reduced(k);
            for (int t = 1; t < terms; t++) {
                components.join(sum.column(0), sum.column(t));
            }
            sum.clear();
        }
        int[] component = new int[system.equations()];
        for (int k = 0; k < component.length; k++) {
            component[k] = reduced(k) == 0 ? -1 : components.root(sum.column(0));
            sum.clear();
        }
        Grouping equations = Grouping.of(component, system.unknowns());
        int[] componentOfRoot = new int[system.unknowns()];
        Arrays.fill(componentOfRoot, -1);
        for (int root : roots) {
            componentOfRoot[root] = components.root(root);
        }
        Grouping unknowns = Grouping.of(componentOfRoot, system.unknowns());
        Grouping members = Grouping.of(membership(), system.unknowns());
        List<Solution> basis = new ArrayList<>();
        for (int root : roots) {
            if (componentOfRoot[root] == root) {
                solve(unknowns.members(root), equations.members(root), members, basis);
            }
        }
        return basis;
    }

    private int[] membership() {
        int[] membership = new int[system.unknowns()];
        for (int x = 0; x < membership.length; x++) {
            int root = proportions.root(x);
            membership[x] = proportions.isZero(root) ? -1 : root;
        }
        return membership;
    }

    private void solve(int[] roots, int[] equations, Grouping members, List<Solution> basis) {
        if (equations.length == 0) {
            basis.add(solution(roots, List.of(Scalar.ONE), 0, members));
            return;
        }
        SparseEquations matrix = new SparseEquations(roots.length);
        for (int equation : equations) {
            int terms = reduced(equation);
            for (int t = 0; t < terms; t++) {
                matrix.append(Arrays.binarySearch(roots, sum.column(t)), sum.value(t));
            }
            matrix.end();
            sum.clear();
        }
        List<SparseEquations.Solution> solutions =
                ResidueMaps.isField(matrix.coefficients()) ? LiftedKernel.of(matrix) : exact(matrix);
        for (SparseEquations.Solution each : solutions) {
            basis.add(solution(roots, each.values(), each.pivot(), members));
        }
    }

    private static List<SparseEquations.Solution> exact(SparseEquations matrix) {
        if (matrix.unknowns() > LARGEST_IRRATIONAL) {
            throw new IllegalArgumentException("expected at most " + LARGEST_IRRATIONAL
                    + " unknowns in equations that hang together with coefficients of no quadratic field, found "
                    + matrix.unknowns() + "; write the space as a sum of smaller ones, or choose a basis in which the"
                    + " matrices are rational");
        }
        return matrix.eliminate();
    }

    /** The solution with these values of the roots; the pivot class is scaled so that its first member is 1. */
    private Solution solution(int[] roots, List<Scalar> values, int pivot, Grouping members) {
        int first = members.members(roots[pivot])[0];
        proportions.root(first);
        Scalar scale = proportions.factor(first).reciprocal();
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < roots.length; k++) {
            Scalar value = Proportions.times(scale, values.get(k));
            if (!value.isZero()) {
                for (int member : members.members(roots[k])) {
                    proportions.root(member);
                    terms.add(new Term(member, Proportions.times(proportions.factor(member), value)));
                }
            }
        }
        terms.sort((a, b) -> Integer.compare(a.unknown, b.unknown));
        return new Solution(
                terms.stream().map(Term::unknown).toList(),
                terms.stream().map(Term::value).toList(),
                first);
    }

    private record Term(int unknown, Scalar value) {}
}
