package io.intertwine.rep;

import io.intertwine.group.FiniteGroup;
import io.intertwine.group.Subgroup;
import io.intertwine.group.SubgroupClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All transitive signed permutation representations of a finite group up to conjugation by signed permutations: one {@link
 * TransitiveAction} for each class of pairs (H, K) of a subgroup and a subgroup of index 1 or 2 in it.
 */
public final class TransitiveActions {
    private final List<SubgroupClasses.Member> classes;

    private TransitiveActions(List<SubgroupClasses.Member> classes) {
        this.classes = classes;
    }

    /**
     * All of them, those of small degree first, and those without signs first among those of one degree: the trivial one comes first.
     *
     * @throws IllegalArgumentException if the group is too large for {@link SubgroupClasses}
     */
    public static List<TransitiveAction> of(FiniteGroup group) {
        return new TransitiveActions(SubgroupClasses.of(group)).all();
    }

    /** All of them; empty if the group is too large for {@link SubgroupClasses}. */
    public static Optional<List<TransitiveAction>> tryOf(FiniteGroup group) {
        return SubgroupClasses.tryOf(group).map(classes -> new TransitiveActions(classes).all());
    }

    /** Those without signs: one for each class of subgroups. */
    public static List<TransitiveAction> permutations(FiniteGroup group) {
        return of(group).stream().filter(TransitiveAction::isPermutation).toList();
    }

    /**
     * Which of the actions in a list each orbit of a signed permutation representation is conjugate to.
     *
     * @param actions all transitive actions of a group
     * @param maps for every generator of the group a linear monomial map with factors 1 and -1, together a representation of the group
     * @return for every orbit, by their smallest units, a number in the list
     * @throws IllegalArgumentException if a map is not of this kind, or the maps are no representation of the group
     */
    public static List<Integer> classify(List<TransitiveAction> actions, List<AffineMap> maps) {
        return new PointStabilisers(actions.get(0).stabiliser().group(), maps)
                .orbits().stream().map(pair -> number(actions, pair)).toList();
    }

    private static int number(List<TransitiveAction> actions, TransitiveAction pair) {
        FiniteGroup group = pair.stabiliser().group();
        for (int x = 0; x < group.order(); x++) {
            Subgroup stabiliser = pair.stabiliser().conjugate(x);
            Subgroup kernel = pair.kernel().conjugate(x);
            for (int i = 0; i < actions.size(); i++) {
                if (actions.get(i).stabiliser().equals(stabiliser)
                        && actions.get(i).kernel().equals(kernel)) {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException("the list lacks an action on " + pair.degree() + " units");
    }

    private List<TransitiveAction> all() {
        List<TransitiveAction> actions = new ArrayList<>();
        for (SubgroupClasses.Member member : classes) {
            Subgroup subgroup = member.representative();
            actions.add(new TransitiveAction(subgroup, subgroup));
            Set<Subgroup> seen = new HashSet<>();
            for (Subgroup kernel : kernels(subgroup)) {
                if (!seen.contains(kernel)) {
                    member.normaliser().elements().forEach(x -> seen.add(kernel.conjugate(x)));
                    actions.add(new TransitiveAction(subgroup, kernel));
                }
            }
        }
        return actions.stream()
                .sorted(Comparator.comparingInt(TransitiveAction::degree)
                        .thenComparing(action -> !action.isPermutation()))
                .toList();
    }

    /** The subgroups of index 2: hyperplanes of the largest elementary abelian 2-group that is a quotient, H / {squares}. */
    private static List<Subgroup> kernels(Subgroup subgroup) {
        FiniteGroup group = subgroup.group();
        Subgroup squares = Subgroup.of(
                group,
                subgroup.elements().stream().map(h -> group.product(h, h)).toList());
        List<Integer> basis = new ArrayList<>();
        Subgroup span = squares;
        for (int h : subgroup.generators()) {
            if (!span.contains(h)) {
                basis.add(h);
                span = span.join(h);
            }
        }
        List<Subgroup> kernels = new ArrayList<>();
        for (int functional = 1; functional < 1 << basis.size(); functional++) {
            kernels.add(kernel(squares, basis, functional));
        }
        return kernels;
    }

    /** The elements where a functional is zero; bit i of it is its value at the i-th basis element. */
    private static Subgroup kernel(Subgroup squares, List<Integer> basis, int functional) {
        FiniteGroup group = squares.group();
        int one = basis.get(Integer.numberOfTrailingZeros(functional));
        Subgroup kernel = squares;
        for (int i = 0; i < basis.size(); i++) {
            int element = basis.get(i);
            kernel = kernel.join((functional >> i & 1) == 0 ? element : group.product(element, one));
        }
        return kernel;
    }

    /** The maps of the generators on all units of several actions side by side. */
    public static List<AffineMap> sum(List<TransitiveAction> actions) {
        List<List<AffineMap>> images =
                actions.stream().map(TransitiveAction::images).toList();
        List<AffineMap> result = new ArrayList<>();
        int generators = actions.get(0).stabiliser().group().generators();
        for (int g = 0; g < generators; g++) {
            result.add(ActionAlgebra.directSum(AffineTuples.on(g, images)));
        }
        return result;
    }
}
