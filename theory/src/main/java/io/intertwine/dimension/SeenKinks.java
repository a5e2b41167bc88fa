package io.intertwine.dimension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinks of the layers before a new layer, and which of them the units of the new layer see that were chosen so far: those where such
 * a unit is on a piece of its activation with a slope.
 */
final class SeenKinks {
    /** What it counts to see a kink that no other unit sees. */
    private static final long NEW = 4;
    /** What all kinks of a unit count together; so each one counts the more, the fewer there are. */
    private static final long UNIT = 1 << 20;

    private final List<long[]> values = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();
    private final boolean[] isSeen;

    /** The visible kinks on lines; none of them is seen. */
    SeenKinks(Lines lines) {
        Map<Node.Unit, List<Node>> kinks = lines.lines().stream()
                .flatMap(line -> line.nodes().stream())
                .filter(Node::isVisible)
                .collect(Collectors.groupingBy(Node::unit, LinkedHashMap::new, Collectors.toList()));
        for (List<Node> ofUnit : kinks.values()) {
            for (Node node : ofUnit) {
                values.add(node.values());
                weights.add(UNIT / ofUnit.size());
            }
        }
        isSeen = new boolean[values.size()];
    }

    int size() {
        return values.size();
    }

    /** What a unit is worth; less than 2^40 for fewer than 2^17 units before. */
    long worth(Row row, Bend bend) {
        long sum = 0;
        for (int k = 0; k < isSeen.length; k++) {
            if (sees(row, bend, k)) {
                sum += isSeen[k] ? weights.get(k) : NEW * weights.get(k);
            }
        }
        return sum;
    }

    /** Adds a unit. */
    void add(Row row, Bend bend) {
        for (int k = 0; k < isSeen.length; k++) {
            isSeen[k] |= sees(row, bend, k);
        }
    }

    private boolean sees(Row row, Bend bend, int k) {
        return bend.slope(row.apply(values.get(k))) != 0;
    }
}
