package io.intertwine.rep;

import io.intertwine.group.FiniteGroup;
import io.intertwine.group.Subgroup;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The maps of all elements of a subgroup in a representation that is given on words that generate it. */
final class SubgroupMaps {
    private final Subgroup subgroup;
    private final Map<Integer, AffineMap> maps;

    private SubgroupMaps(Subgroup subgroup, Map<Integer, AffineMap> maps) {
        this.subgroup = subgroup;
        this.maps = maps;
    }

    /** Throws IllegalArgumentException if two words for one element have different maps: then there is no such representation. */
    static SubgroupMaps of(FiniteGroup group, List<Word> words, List<AffineMap> images, int dimension) {
        List<Integer> generators = words.stream().map(group::value).toList();
        Map<Integer, AffineMap> maps = new HashMap<>(Map.of(0, AffineMap.identity(dimension)));
        List<Integer> queue = new ArrayList<>(List.of(0));
        List<AffineMap> inOrder = new ArrayList<>(maps.values());
        for (int i = 0; i < queue.size(); i++) {
            for (int g = 0; g < generators.size(); g++) {
                int product = group.product(generators.get(g), queue.get(i));
                AffineMap map = images.get(g).after(inOrder.get(i));
                AffineMap known = maps.putIfAbsent(product, map);
                if (known == null) {
                    queue.add(product);
                    inOrder.add(map);
                } else if (!known.equals(map)) {
                    throw new IllegalArgumentException(
                            "the maps of the subgroup's generators are no representation of the subgroup: two words for one element "
                                    + "have different maps");
                }
            }
        }
        return new SubgroupMaps(Subgroup.of(group, queue), maps);
    }

    Subgroup subgroup() {
        return subgroup;
    }

    /** The map of an element of the subgroup. */
    AffineMap at(int element) {
        return Optional.ofNullable(maps.get(element)).orElseThrow();
    }
}
