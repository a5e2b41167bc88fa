package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Cosets;
import io.intertwine.group.Subgroup;
import java.util.ArrayList;
import java.util.List;

/**
 * A transitive signed permutation representation of a finite group: on the cosets of a subgroup H, where the generator g takes the unit
 * of r_i H to chi(h) times that of r_j H, if g r_i = r_j h. It is induced from a character chi: H -> {1, -1}, which is given by its kernel
 * (Agrawal, Ostrowski, NeurIPS 2022). Two of them are conjugate by a signed permutation if and only if their pairs (H, K) are conjugate in
 * the group.
 *
 * @param stabiliser H, the elements that take the first unit to itself or its negative
 * @param kernel K, those that take it to itself: H, or of index 2 in it
 */
public record TransitiveAction(Subgroup stabiliser, Subgroup kernel) {
    /** Refuses a kernel that is neither H nor a subgroup of index 2. */
    public TransitiveAction {
        boolean part = kernel.generators().stream().allMatch(stabiliser::contains);
        if (!part || stabiliser.order() > 2 * kernel.order()) {
            throw new IllegalArgumentException(
                    "expected a kernel of index 1 or 2 in the stabiliser, found " + kernel + " for " + stabiliser);
        }
    }

    /** The number of units: the index of the stabiliser. */
    public int degree() {
        return stabiliser.index();
    }

    /** Whether the character is the trivial one, so that the units are permuted without signs. */
    public boolean isPermutation() {
        return stabiliser.order() == kernel.order();
    }

    /** The maps of the generators of the group. */
    public List<AffineMap> images() {
        Cosets cosets = Cosets.of(stabiliser);
        List<AffineMap> images = new ArrayList<>();
        for (int g = 0; g < stabiliser.group().generators(); g++) {
            List<Scalar> signs = new ArrayList<>();
            for (int i = 0; i < cosets.count(); i++) {
                signs.add(kernel.contains(cosets.rest(g, i)) ? Scalar.ONE : Scalar.MINUS_ONE);
            }
            images.add(AffineMap.monomial(cosets.action(g), signs));
        }
        return images;
    }
}
