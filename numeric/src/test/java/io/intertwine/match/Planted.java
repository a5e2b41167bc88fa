package io.intertwine.match;

import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Networks with a known latent action of the dihedral group of order 8, hidden behind random gauges, with noise on the weights. */
final class Planted {
    private final SplittableRandom random;
    private final List<double[][]> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();
    private final List<Signed> rotations = new ArrayList<>();
    private final List<Signed> reflections = new ArrayList<>();

    /** e_j -> signs[j] e_{images[j]}; signs are any nonzero factors. */
    static final class Signed {
        private final int[] images;
        private final double[] signs;

        Signed(int[] images, double[] signs) {
            this.images = images;
            this.signs = signs;
        }

        int[] images() {
            return images;
        }

        double[] signs() {
            return signs;
        }

        Signed after(Signed other) {
            int[] newImages = new int[images.length];
            double[] newSigns = new double[images.length];
            for (int j = 0; j < images.length; j++) {
                newImages[j] = images[other.images[j]];
                newSigns[j] = other.signs[j] * signs[other.images[j]];
            }
            return new Signed(newImages, newSigns);
        }

        Signed inverse() {
            int[] newImages = new int[images.length];
            double[] newSigns = new double[images.length];
            for (int j = 0; j < images.length; j++) {
                newImages[images[j]] = j;
                newSigns[images[j]] = 1 / signs[j];
            }
            return new Signed(newImages, newSigns);
        }

        AffineMap exact() {
            List<Scalar> scales = Arrays.stream(signs)
                    .mapToObj(sign -> Scalar.of((long) sign))
                    .toList();
            return AffineMap.monomial(Permutation.of(images), scales);
        }
    }

    /** Layers of these widths, input and output included, that are exactly equivariant up to rounding in doubles. */
    Planted(long seed, boolean signs, int... widths) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < widths.length; i++) {
            boolean latent = i > 0 && i < widths.length - 1;
            addSpace(widths[i], signs && latent);
        }
        for (int i = 1; i < widths.length; i++) {
            addLayer(i, widths[i], widths[i - 1]);
        }
        for (int i = 1; i < widths.length - 1; i++) {
            double[] gauge = new double[widths[i]];
            Arrays.setAll(gauge, j -> signs && random.nextBoolean() ? -1 : 1);
            hide(i, shuffled(widths[i]), gauge);
        }
    }

    /** Orbits of eight, of four, and single units; with {@code signs} the single ones change sign under the reflection. */
    private void addSpace(int width, boolean signs) {
        int[] rotation = new int[width];
        int[] reflection = new int[width];
        double[] ones = ones(width);
        double[] reflected = ones(width);
        int at = 0;
        for (; at + 8 <= width; at += 8) {
            for (int k = 0; k < 4; k++) {
                // The regular representation on r^k and s r^k: r s = s r^-1.
                rotation[at + k] = at + (k + 1) % 4;
                rotation[at + 4 + k] = at + 4 + (k + 3) % 4;
                reflection[at + k] = at + 4 + k;
                reflection[at + 4 + k] = at + k;
            }
        }
        for (; at + 4 <= width; at += 4) {
            for (int k = 0; k < 4; k++) {
                rotation[at + k] = at + (k + 1) % 4;
                reflection[at + k] = at + (4 - k) % 4;
            }
        }
        for (; at < width; at++) {
            rotation[at] = at;
            reflection[at] = at;
            reflected[at] = signs ? -1 : 1;
        }
        rotations.add(new Signed(rotation, ones));
        reflections.add(new Signed(reflection, reflected));
    }

    private void addLayer(int index, int rows, int columns) {
        double[][] weight = gaussian(rows, columns);
        double[] bias = gaussian(1, rows)[0];
        double[][] averaged = new double[rows][columns];
        double[] averagedBias = new double[rows];
        for (int g = 0; g < 8; g++) {
            Signed left = element(g, index);
            Signed right = element(g, index - 1);
            for (int i = 0; i < rows; i++) {
                averagedBias[left.images[i]] += left.signs[i] * bias[i] / 8;
                for (int j = 0; j < columns; j++) {
                    averaged[left.images[i]][right.images[j]] += left.signs[i] * right.signs[j] * weight[i][j] / 8;
                }
            }
        }
        weights.add(averaged);
        biases.add(averagedBias);
    }

    private Signed element(int g, int space) {
        Signed element =
                new Signed(identity(rotations.get(space).images.length), ones(rotations.get(space).images.length));
        for (int k = 0; k < g % 4; k++) {
            element = element.after(rotations.get(space));
        }
        return g < 4 ? element : element.after(reflections.get(space));
    }

    /** Replaces latent space i by its image under e_j -> factors[j] e_{images[j]} (for activations of degree 1). */
    Planted hide(int space, int[] images, double[] factors) {
        Signed gauge = new Signed(images, factors);
        double[][] weight = new double[images.length][];
        double[] bias = new double[images.length];
        for (int j = 0; j < images.length; j++) {
            double factor = factors[j];
            weight[images[j]] = Arrays.stream(weights.get(space - 1)[j])
                    .map(x -> x * factor)
                    .toArray();
            bias[images[j]] = biases.get(space - 1)[j] * factor;
        }
        double[][] outgoing = weights.get(space);
        double[][] moved = new double[outgoing.length][images.length];
        for (int i = 0; i < outgoing.length; i++) {
            for (int j = 0; j < images.length; j++) {
                moved[i][images[j]] = outgoing[i][j] / factors[j];
            }
        }
        weights.set(space - 1, weight);
        biases.set(space - 1, bias);
        weights.set(space, moved);
        rotations.set(space, gauge.after(rotations.get(space)).after(gauge.inverse()));
        reflections.set(space, gauge.after(reflections.get(space)).after(gauge.inverse()));
        return this;
    }

    /** Multiplies all latent units by random positive factors with logarithms in (-spread, spread). */
    Planted hideScales(double spread) {
        for (int space = 1; space < weights.size(); space++) {
            double[] factors = new double[rotations.get(space).images.length];
            Arrays.setAll(factors, j -> Math.exp(spread * (2 * random.nextDouble() - 1)));
            hide(space, identity(factors.length), factors);
        }
        return this;
    }

    /** Rewrites tanh units as logistic ones, s(z) = (1 + tanh(z / 2)) / 2, up to factors that do not matter. */
    Planted centreForSigmoid() {
        for (int layer = 1; layer < weights.size(); layer++) {
            for (int i = 0; i < biases.get(layer).length; i++) {
                biases.get(layer)[i] -= Arrays.stream(weights.get(layer)[i]).sum() / 2;
            }
        }
        return this;
    }

    /** Adds independent uniform noise in (-level, level) times the largest weight of the layer to every weight and bias. */
    Planted noise(double level) {
        for (int layer = 0; layer < weights.size(); layer++) {
            double size = Arrays.stream(weights.get(layer))
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            for (double[] row : weights.get(layer)) {
                Arrays.setAll(row, j -> row[j] + level * size * (2 * random.nextDouble() - 1));
            }
            double[] bias = biases.get(layer);
            Arrays.setAll(bias, j -> bias[j] + level * size * (2 * random.nextDouble() - 1));
        }
        return this;
    }

    /** Rounds every number to binary32. */
    Planted toFloat32() {
        for (int layer = 0; layer < weights.size(); layer++) {
            for (double[] row : weights.get(layer)) {
                Arrays.setAll(row, j -> (float) row[j]);
            }
            double[] bias = biases.get(layer);
            Arrays.setAll(bias, j -> (float) bias[j]);
        }
        return this;
    }

    double[][] weight(int layer) {
        return weights.get(layer);
    }

    double[] bias(int layer) {
        return biases.get(layer);
    }

    Network network(String activation) {
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < weights.size(); layer++) {
            Layer.Dense dense = dense(weights.get(layer), biases.get(layer));
            layers.add(dense);
            if (layer < weights.size() - 1) {
                layers.add(Layer.Entrywise.of(Activations.requireNamed(activation), dense.outputs()));
            }
        }
        return new Network(layers);
    }

    Symmetry symmetry() {
        Presentation group = Presentation.dihedral(4);
        return new Symmetry(representation(group, 0), representation(group, rotations.size() - 1));
    }

    private Representation representation(Presentation group, int space) {
        List<AffineMap> images =
                List.of(rotations.get(space).exact(), reflections.get(space).exact());
        return new Representation(group, images.get(0).dimension(), images);
    }

    /** The planted action of the rotation (0) or the reflection (1) on a latent space before its activation. */
    Signed action(int generator, int space) {
        return (generator == 0 ? rotations : reflections).get(space);
    }

    static Layer.Dense dense(double[][] weight, double[] bias) {
        long[] bits = Arrays.stream(weight)
                .flatMapToDouble(Arrays::stream)
                .mapToLong(Double::doubleToLongBits)
                .toArray();
        List<Scalar> exactBias = Arrays.stream(bias)
                .mapToObj(x -> Scalar.ofBinary64(Double.doubleToLongBits(x)))
                .toList();
        return new Layer.Dense(ExactMatrix.ofBinary64(weight.length, weight[0].length, bits), exactBias);
    }

    double[][] gaussian(int rows, int columns) {
        double[][] result = new double[rows][columns];
        for (double[] row : result) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return result;
    }

    private int[] shuffled(int n) {
        List<Integer> order = new ArrayList<>(Arrays.stream(identity(n)).boxed().toList());
        Collections.shuffle(order, new java.util.Random(random.nextLong()));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] identity(int n) {
        int[] result = new int[n];
        Arrays.setAll(result, j -> j);
        return result;
    }

    private static double[] ones(int n) {
        double[] result = new double[n];
        Arrays.fill(result, 1);
        return result;
    }
}
