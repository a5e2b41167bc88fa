package io.intertwine.rep;

import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.List;
import java.util.stream.Stream;

/**
 * One summand of a representation with its multiplicity, by how the representation is built: sums and multiples are taken apart, nothing
 * else is. The dimension of Hom is additive in both arguments, so that of V to W is the sum over pairs of blocks, with multiplicities.
 *
 * @param count how often it stands in the sum
 * @param of the summand, no sum and no multiple
 */
public record Block(long count, LinearRepresentation of) {
    /** The blocks of a representation, in their order; at least one. */
    public static List<Block> of(LinearRepresentation representation) {
        return blocks(1, representation).toList();
    }

    private static Stream<Block> blocks(long count, LinearRepresentation representation) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Sum sum) {
            return sum.summands().stream().flatMap(summand -> blocks(count, summand));
        }
        if (structure instanceof Structure.Multiple multiple) {
            return blocks(Math.multiplyExact(count, multiple.count()), multiple.of());
        }
        return Stream.of(new Block(count, representation));
    }
}
