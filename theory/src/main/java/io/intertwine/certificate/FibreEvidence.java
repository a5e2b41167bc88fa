package io.intertwine.certificate;

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
}
