package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import java.util.HashSet;
import java.util.List;

/**
 * A Lie algebra by generators, and brackets that are claimed to hold among them. It stands for the connected group that the one-parameter
 * groups exp(t x) generate; without brackets nothing is claimed about how they multiply.
 *
 * @param generators the names of the generators, distinct, in order; may be empty
 * @param brackets what is claimed
 */
public record LieAlgebra(List<String> generators, List<Bracket> brackets) {
    /** No generators: the trivial connected group. */
    public static final LieAlgebra NONE = new LieAlgebra(List.of(), List.of());

    /**
     * The claim [x_left, x_right] = sum of combination[k] x_k.
     *
     * @param left the index of a generator
     * @param right the index of a generator
     * @param combination a coefficient for every generator
     */
    public record Bracket(int left, int right, List<Scalar> combination) {
        public Bracket {
            combination = List.copyOf(combination);
        }
    }

    public LieAlgebra {
        generators = List.copyOf(generators);
        brackets = List.copyOf(brackets);
        int count = generators.size();
        if (new HashSet<>(generators).size() != count) {
            throw new IllegalArgumentException("the generators' names must be distinct, found " + generators);
        }
        for (Bracket bracket : brackets) {
            if (bracket.left < 0
                    || bracket.left >= count
                    || bracket.right < 0
                    || bracket.right >= count
                    || bracket.combination.size() != count) {
                throw new IllegalArgumentException("expected a bracket of two of the " + count + " generators and "
                        + count + " coefficients, found " + bracket);
            }
        }
    }

    /** Whether every bracket of two generators is claimed to be a combination of generators, so that they span the algebra. */
    public boolean isClosed() {
        int count = generators.size();
        return brackets.stream()
                        .filter(bracket -> bracket.left != bracket.right)
                        .map(bracket ->
                                Math.min(bracket.left, bracket.right) * count + Math.max(bracket.left, bracket.right))
                        .distinct()
                        .count()
                == (long) count * (count - 1) / 2;
    }
}
