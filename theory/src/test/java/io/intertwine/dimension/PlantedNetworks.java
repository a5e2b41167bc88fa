package io.intertwine.dimension;

import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random small networks with clones, opposite units, constant units and units that are not read, planted at random. */
final class PlantedNetworks {
    /** What was planted. */
    enum Plant {
        NOTHING,
        CLONE,
        OPPOSITE,
        ZERO_ROW,
        ZERO_COLUMN
    }

    /** A network and what was planted in it. */
    record Planted(Network network, Plant plant) {
        /** Whether what was planted leaves a family of other parameters with the same function, whatever the activations are. */
        boolean isNotIdentifiable() {
            return plant == Plant.CLONE || plant == Plant.ZERO_COLUMN;
        }
    }

    private PlantedNetworks() {}

    static Planted next(Random random, List<String> activations) {
        int depth = 1 + random.nextInt(2);
        List<Integer> widths = new ArrayList<>(List.of(1 + random.nextInt(2)));
        for (int i = 0; i < depth; i++) {
            widths.add(2 + random.nextInt(2));
        }
        widths.add(1 + random.nextInt(2));
        boolean bias = random.nextInt(4) > 0;
        Plant plant = Plant.values()[random.nextInt(Plant.values().length)];
        int where = random.nextInt(depth);
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.size(); i++) {
            Scalar[][] weight = new Scalar[widths.get(i)][widths.get(i - 1)];
            List<Scalar> biases = new ArrayList<>();
            for (Scalar[] row : weight) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = number(random);
                }
                biases.add(number(random));
            }
            if (i - 1 == where) {
                plantRow(plant, weight, biases);
            }
            if (i - 2 == where && plant == Plant.ZERO_COLUMN) {
                for (Scalar[] row : weight) {
                    row[1] = Scalar.ZERO;
                }
            }
            layers.add(new Layer.Dense(
                    ExactMatrix.build(weight.length, weight[0].length, (a, b) -> weight[a][b]),
                    bias ? biases : List.of()));
            if (i + 1 < widths.size()) {
                String name = activations.get(random.nextInt(activations.size()));
                layers.add(Layer.Entrywise.of(
                        name.startsWith("power:")
                                ? Activations.power(Integer.parseInt(name.substring(6)))
                                : Activations.requireNamed(name),
                        widths.get(i)));
            }
        }
        return new Planted(new Network(layers), plant);
    }

    private static void plantRow(Plant plant, Scalar[][] weight, List<Scalar> biases) {
        for (int k = 0; k < weight[0].length; k++) {
            weight[1][k] = switch (plant) {
                case CLONE -> weight[0][k];
                case OPPOSITE -> weight[0][k].negate();
                case ZERO_ROW -> Scalar.ZERO;
                default -> weight[1][k];
            };
        }
        if (plant == Plant.CLONE) {
            biases.set(1, biases.get(0));
        } else if (plant == Plant.OPPOSITE) {
            biases.set(1, biases.get(0).negate());
        }
    }

    private static Scalar number(Random random) {
        return Scalar.of(2L * random.nextInt(6) - 5, 4);
    }
}
