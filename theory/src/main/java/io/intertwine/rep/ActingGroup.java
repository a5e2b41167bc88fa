package io.intertwine.rep;

import io.intertwine.group.GroupDescription;
import java.util.Collections;
import java.util.List;

/**
 * What acts: a group given by generators, a connected group given by generators of its Lie algebra, or both together, such as O(3) by a
 * reflection and so(3).
 *
 * @param discrete the generators that act by invertible matrices; may have none
 * @param connected the generators that act by derivatives; may have none
 */
public record ActingGroup(GroupDescription discrete, LieAlgebra connected) {
    /** At least one generator, and names that are all distinct. */
    public ActingGroup {
        if (discrete.generators().isEmpty() && connected.generators().isEmpty()) {
            throw new IllegalArgumentException("expected at least one generator of a group or of a Lie algebra");
        }
        if (!Collections.disjoint(discrete.generators(), connected.generators())) {
            throw new IllegalArgumentException(
                    "a generator of the group and one of the Lie algebra have the same name: " + discrete.generators()
                            + " and " + connected.generators());
        }
    }

    /** A group without a Lie algebra. */
    public static ActingGroup of(GroupDescription discrete) {
        return new ActingGroup(discrete, LieAlgebra.NONE);
    }

    /** A connected group. */
    public static ActingGroup of(LieAlgebra connected) {
        return new ActingGroup(new GroupDescription.Generated(List.of()), connected);
    }

    /** Whether only the discrete generators act. */
    public boolean isDiscrete() {
        return connected.generators().isEmpty();
    }
}
