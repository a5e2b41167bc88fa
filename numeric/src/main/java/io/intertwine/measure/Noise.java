package io.intertwine.measure;

import io.intertwine.tensor.DoubleMatrix;
import java.util.SplittableRandom;

/** Random inputs with independent normal coordinates, one input in each row. */
public final class Noise {
    private Noise() {}

    /** Inputs with mean 0 and standard deviation 1 in every coordinate. Throws IllegalArgumentException if there is none. */
    public static DoubleMatrix standard(int inputs, int coordinates, long seed) {
        if (inputs < 1) {
            throw new IllegalArgumentException("inputs: expected at least 1, found " + inputs);
        }
        SplittableRandom random = new SplittableRandom(seed);
        DoubleMatrix noise = DoubleMatrix.zeros(inputs, coordinates);
        double[] entries = noise.entries();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = random.nextGaussian();
        }
        return noise;
    }

    /**
     * Inputs with the mean and the standard deviation that the data have in each coordinate; coordinates do not depend on one another,
     * so that of images only the brightness of each pixel is kept.
     *
     * @throws IllegalArgumentException if there is no input or no data
     */
    public static DoubleMatrix like(DoubleMatrix data, int inputs, long seed) {
        if (data.rows() < 1) {
            throw new IllegalArgumentException("data: expected at least 1 input, found none");
        }
        DoubleMatrix noise = standard(inputs, data.columns(), seed);
        for (int j = 0; j < data.columns(); j++) {
            double mean = 0;
            for (int i = 0; i < data.rows(); i++) {
                mean += data.get(i, j) / data.rows();
            }
            double variance = 0;
            for (int i = 0; i < data.rows(); i++) {
                variance += Math.pow(data.get(i, j) - mean, 2) / data.rows();
            }
            for (int i = 0; i < inputs; i++) {
                noise.set(i, j, mean + Math.sqrt(variance) * noise.get(i, j));
            }
        }
        return noise;
    }
}
