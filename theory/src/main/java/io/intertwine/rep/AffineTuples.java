package io.intertwine.rep;

import io.intertwine.group.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * The group of tuples of invertible affine maps of several spaces at once.
 *
 * @param dimensions of the spaces
 */
public record AffineTuples(List<Integer> dimensions) implements Group<List<AffineMap>> {
    public AffineTuples {
        dimensions = List.copyOf(dimensions);
    }

    /** The group that a tuple belongs to. */
    public static AffineTuples of(List<AffineMap> tuple) {
        return new AffineTuples(tuple.stream().map(AffineMap::dimension).toList());
    }

    /** The maps of tuples on one of the spaces. */
    public static List<AffineMap> on(int space, List<List<AffineMap>> tuples) {
        return tuples.stream().map(tuple -> tuple.get(space)).toList();
    }

    @Override
    public List<AffineMap> identity() {
        return dimensions.stream().map(AffineMap::identity).toList();
    }

    @Override
    public List<AffineMap> multiply(List<AffineMap> a, List<AffineMap> b) {
        List<AffineMap> product = new ArrayList<>();
        for (int space = 0; space < dimensions.size(); space++) {
            product.add(a.get(space).after(b.get(space)));
        }
        return List.copyOf(product);
    }

    @Override
    public List<AffineMap> inverse(List<AffineMap> a) {
        return a.stream().map(AffineMap::inverse).toList();
    }

    @Override
    public boolean contains(List<AffineMap> a) {
        return a.stream().map(AffineMap::dimension).toList().equals(dimensions);
    }
}
