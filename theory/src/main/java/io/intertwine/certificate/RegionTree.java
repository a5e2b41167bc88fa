package io.intertwine.certificate;

import io.intertwine.exact.Scalar;
import java.util.List;

/**
 * How a polyhedron of inputs is cut until two piecewise affine networks f and g are affine on every part. The units are taken in the
 * order in which f and then g computes them, layer by layer and unit by unit, those of affine activations left out. On a polyhedron where all
 * earlier units are affine, the unit's argument is an affine form l; a cut at the breakpoints p_1 < ... < p_k of its activation has the
 * parts l <= p_1, p_1 <= l <= p_2, ..., p_k <= l.
 */
public sealed interface RegionTree {
    /**
     * The polyhedron is cut by the next unit.
     *
     * @param parts a tree for each part, in the order of the pieces of the unit's activation
     */
    record Cut(List<RegionTree> parts) implements RegionTree {
        public Cut {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The polyhedron, given by the inequalities l_1 >= 0, ..., l_m >= 0 of the cuts that led to it (in the order of the cuts, in each cut
     * the lower bound of l before the upper one), has no interior point: sum_i m_i l_i is a constant that is not positive, with m_i >= 0,
     * and m_i > 0 for some i whose l_i is not constant zero, or the constant is negative.
     *
     * @param multipliers m_1, ..., m_m
     */
    record Thin(List<Scalar> multipliers) implements RegionTree {
        public Thin {
            multipliers = List.copyOf(multipliers);
        }
    }

    /** All units have been passed; f and g are the same affine function here. */
    record Leaf() implements RegionTree {}
}
