package io.intertwine.match;

import io.intertwine.group.FiniteGroup;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The patterns of orbits that a finite group can have on units: made once for a group and used for many layers. */
public final class GroupOrbits {
    private final FiniteGroup group;
    private final List<TransitiveAction> actions;
    private final List<OrbitType> types = new ArrayList<>();

    private GroupOrbits(FiniteGroup group, List<TransitiveAction> actions) {
        this.group = group;
        this.actions = actions;
    }

    /**
     * For a group.
     *
     * @throws IllegalArgumentException if the group is too large, or has too many subgroups, for its transitive actions to be listed
     */
    public static GroupOrbits of(FiniteGroup group) {
        List<TransitiveAction> actions = TransitiveActions.tryOf(group)
                .orElseThrow(() -> new IllegalArgumentException("the subgroups of this group of order " + group.order()
                        + " are too many to be listed; search with a subgroup"));
        return new GroupOrbits(
                group,
                actions.stream()
                        .sorted(Comparator.comparingInt(TransitiveAction::degree))
                        .toList());
    }

    /** The group. */
    public FiniteGroup group() {
        return group;
    }

    /** The types with at most so many slots, the smallest first; those with signs only if asked for. */
    synchronized List<OrbitType> types(int largest, boolean signed) {
        while (types.size() < actions.size() && actions.get(types.size()).degree() <= largest) {
            types.add(new OrbitType(group, actions.get(types.size())));
        }
        return types.stream()
                .filter(type -> type.degree() <= largest && (signed || !type.isSigned()))
                .toList();
    }
}
