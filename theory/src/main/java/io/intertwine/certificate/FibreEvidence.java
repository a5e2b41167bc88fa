package io.intertwine.certificate;

import io.intertwine.exact.Scalar;
import java.util.List;

/** All classes of parameters of the same architecture with the same function, and why these are all. */
public sealed interface FibreEvidence {
    /**
     * The criterion {@code name} says that the given parameter is identifiable: one class.
     *
     * @param criterion the name of a criterion
     */
    record Single(String criterion) implements FibreEvidence {}

    /**
     * One hidden layer of units with s(x) - s(-x) proportional to x: the classes are the sets F of units whose rows may be negated
     * together, sum over F of v_j (x) w_j = 0, and without output bias also sum over F of v_j b_j = 0.
     *
     * @param sets all such sets, the empty one first, each ascending
     */
    record Flips(List<List<Integer>> sets) implements FibreEvidence {
        public Flips {
            sets = sets.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A network of powers without biases, all of whose weights but the first have full column rank: the powers in the spans of the
     * outputs are found layer by layer, from the last one down. In a plane they are the roots of a polynomial ({@link
     * io.intertwine.exact.PowerPencil}); the checker computes it by itself, looks for its roots among the given numbers, and makes sure
     * that there are no other real ones.
     *
     * @param roots the real roots of these polynomials, which depend on the planes only, at all layers, in any order
     */
    record Pencil(List<Scalar> roots) implements FibreEvidence {
        public Pencil {
            roots = List.copyOf(roots);
        }
    }
}
