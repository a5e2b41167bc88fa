package io.intertwine.find;

import io.intertwine.net.AffineWalk;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;

/**
 * What the steps of a walk cost: every dense layer on the way multiplies all its weights by the n + 1 numbers of an affine form.
 *
 * @param inputs n
 */
record WalkCosts(int inputs) {
    /** Exact numbers, unlike machine words, cost so many operations. */
    static final int NUMBER = 40;

    /** The cost up to the first stop. */
    void spendStart(Network network, Effort effort) {
        int end = 0;
        while (end < network.layers().size() && network.layers().get(end) instanceof Layer.Dense) {
            end++;
        }
        spend(network, 1, end, effort);
    }

    /** The walk up to the next stop, at its cost. */
    AffineWalk take(Network network, AffineWalk walk, int piece, Effort effort) {
        AffineWalk next = walk.take(piece);
        effort.spend((long) NUMBER * (inputs + 1));
        spend(network, walk.layer(), next.layer(), effort);
        return next;
    }

    private void spend(Network network, int first, int end, Effort effort) {
        for (Layer layer : network.layers().subList(Math.min(first, end), end)) {
            if (layer instanceof Layer.Dense dense) {
                effort.spend((long) NUMBER * (inputs + 1) * dense.inputs() * dense.outputs());
            }
        }
    }
}
