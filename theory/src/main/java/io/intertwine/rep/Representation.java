package io.intertwine.rep;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import java.util.List;

/**
 * An affine representation of a group: a left action on a coordinate space by invertible affine maps, given on the generators. It
 * cannot exist unless every relator of the group evaluates to the identity map.
 *
 * @param group the group
 * @param dimension the number of coordinates
 * @param images the maps of the generators, in their order
 */
public record Representation(GroupDescription group, int dimension, List<AffineMap> images) {
    /** Throws {@link BrokenRelatorException} if a relator fails, IllegalArgumentException if a map has the wrong size. */
    public Representation {
        images = List.copyOf(images);
        if (images.size() != group.generators().size()) {
            throw new IllegalArgumentException(
                    "expected a map for each of the generators " + group.generators() + ", found " + images.size());
        }
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).dimension() != dimension) {
                throw new IllegalArgumentException(
                        "the map of generator " + group.generators().get(i) + " acts on "
                                + images.get(i).dimension() + " coordinates, expected " + dimension);
            }
        }
        for (Word relator : group.relators()) {
            if (!relator.evaluate(new AffineGroup(dimension), images).isIdentity()) {
                throw new BrokenRelatorException(relator.format(group.generators()));
            }
        }
    }
}
