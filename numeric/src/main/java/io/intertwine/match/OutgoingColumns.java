package io.intertwine.match;

import io.intertwine.match.UniqueMatching.Edge;
import io.intertwine.net.Layer;
import java.util.Arrays;
import java.util.List;

/**
 * What the outgoing weights say about the partner of a unit: a lower bound for the relative residual of the next layer's equation if
 * unit j goes to unit i with a factor. It tells units apart whose incoming rows are alike.
 */
interface OutgoingColumns {
    /** The lower bound for one candidate; 0 where nothing is known. */
    double distance(Edge edge);

    /** Nothing is known. */
    OutgoingColumns UNKNOWN = edge -> 0;

    /**
     * The outgoing columns of the units behind a dense layer. Where they lead to the outputs they are compared as they are, under the
     * output action. Where they lead to units with signs only, their sorted absolute values are compared, which no signed permutation
     * of those units changes. Elsewhere nothing is said.
     *
     * @param network the network
     * @param index the index of the dense layer
     * @param output the output action
     */
    static OutgoingColumns of(BalancedNetwork network, int index, FloatingMap output) {
        int next = network.nextDense(index);
        if (next < 0) {
            return UNKNOWN;
        }
        if (next == network.layers().size() - 1) {
            return readout(network.weights(next), network.stacks(index), output);
        }
        boolean discrete =
                network.feedsUnits(next) && network.stacks(next).stream().noneMatch(UnitStack::isFree);
        return discrete && network.layers().get(next) instanceof Layer.Dense
                ? signatures(network.weights(next), network.stacks(index))
                : UNKNOWN;
    }

    private static OutgoingColumns readout(DenseWeights weights, List<UnitStack> units, FloatingMap output) {
        DenseWeights moved = weights.followedBy(output);
        double scale = weights.weightScale();
        return edge -> {
            double factor = units.get(edge.source()).after(edge.scale(), edge.turns());
            double distance = 0;
            for (int k = 0; k < weights.rows(); k++) {
                double difference = factor * weights.weight(k, edge.target()) - moved.weight(k, edge.source());
                distance = Math.max(distance, Math.abs(difference) / scale);
            }
            return distance;
        };
    }

    private static OutgoingColumns signatures(DenseWeights weights, List<UnitStack> units) {
        double[][] signatures = new double[weights.columns()][weights.rows()];
        for (int j = 0; j < signatures.length; j++) {
            int column = j;
            Arrays.setAll(signatures[j], k -> Math.abs(weights.weight(k, column)));
            Arrays.sort(signatures[j]);
        }
        double scale = weights.weightScale();
        return edge -> {
            double factor = Math.abs(units.get(edge.source()).after(edge.scale(), edge.turns()));
            double distance = 0;
            for (int k = 0; k < weights.rows(); k++) {
                double difference = factor * signatures[edge.target()][k] - signatures[edge.source()][k];
                distance = Math.max(distance, Math.abs(difference) / scale);
            }
            return distance;
        };
    }
}
