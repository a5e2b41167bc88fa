package io.intertwine.cli;

import io.intertwine.data.DataSet;
import io.intertwine.measure.Noise;
import io.intertwine.net.Network;
import io.intertwine.tensor.DoubleMatrix;

/**
 * The inputs at which functions are compared.
 *
 * @param rows one input in each row
 * @param words what they are, for people: "1000 standard normal inputs"
 * @param file where they are from; empty for random ones
 * @param sha256 of the file; empty for random ones
 * @param seed of everything random
 */
record ComparedInputs(DoubleMatrix rows, String words, String file, String sha256, long seed) {
    private static final int RANDOM = 1000;

    /** Standard normal inputs. */
    static ComparedInputs random(Network network, long seed) {
        return new ComparedInputs(
                Noise.standard(RANDOM, network.inputs(), seed),
                RANDOM + " standard normal inputs, seed " + seed,
                "",
                "",
                seed);
    }

    /** Data. */
    static ComparedInputs of(DataSet data, long seed) {
        int taken = data.inputs().rows();
        String words = taken == data.count() ? taken + " inputs" : taken + " of " + data.count() + " inputs";
        return new ComparedInputs(data.inputs(), words + " of " + data.name(), data.name(), data.sha256(), seed);
    }
}
