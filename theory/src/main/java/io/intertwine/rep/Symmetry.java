package io.intertwine.rep;

import io.intertwine.group.GroupDescription;

/**
 * What equivariance is asked about: a group with its actions on the input and on the output space.
 *
 * @param input rho_0, the representation on the input space
 * @param output rho_L, the representation on the output space, of the same group
 */
public record Symmetry(Representation input, Representation output) {
    public Symmetry {
        if (input.group() != output.group() && !input.group().equals(output.group())) {
            throw new IllegalArgumentException("input and output must be acted on by the same group");
        }
    }

    /** The group that acts. */
    public GroupDescription group() {
        return input.group();
    }
}
