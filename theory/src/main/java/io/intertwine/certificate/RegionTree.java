package io.intertwine.certificate;

import io.intertwine.exact.Scalar;
import java.util.List;

/**
 * How the space of inputs is cut into polyhedra on which two networks f and g of continuous piecewise affine activations are affine.
 * The units are taken in the order in which f and then g computes them, layer by layer and unit by unit. On a polyhedron where all
 * earlier units are affine, the unit's argument is an affine form l. Units of affine activations, and units with a constant l, are
 * passed by without a cut ({@code io.intertwine.net.AffineWalk}); a cut at the breakpoints p_1 < ... < p_k of an activation has the
 * parts l <= p_1, p_1 <= l <= p_2, ..., p_k <= l. Breakpoints are true kinks: the affine pieces on both sides are different.
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
     * The part has no interior point: sum_i m_i l_i is a constant that is not positive, with m_i >= 0, not all zero. The
     * l_1 >= 0, ..., l_m >= 0 are the inequalities of the cuts that led here, in the order of the cuts and in each cut the lower bound of
     * l before the upper one. Cuts whose parts but one are thin are left out, because that part is the whole polyhedron up to its
     * boundary; only the cut that this part itself belongs to always counts.
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
