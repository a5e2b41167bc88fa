package io.intertwine.report;

import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.HiddenSpace;
import java.util.List;
import java.util.Optional;

/**
 * What pictures show: a network, the actions on its inputs and outputs, and actions on its hidden layers, proved or not.
 *
 * @param network the network that the actions speak of
 * @param symmetry the symmetry
 * @param spaces the hidden layers with their actions; none if there are no actions to show
 * @param given the shape of the input if the user gave it
 */
record Drawing(Network network, Symmetry symmetry, List<HiddenSpace> spaces, List<ImageShape> given) {
    Drawing {
        spaces = List.copyOf(spaces);
        given = List.copyOf(given);
    }

    /** The names of the generators. */
    List<String> generators() {
        return symmetry.group().generators();
    }

    /** The input action of the generators. */
    List<AffineMap> inputs() {
        return symmetry.input().images();
    }

    /** The output action of the generators. */
    List<AffineMap> outputs() {
        return symmetry.output().images();
    }

    /** The shape of the input if it is an image: the one that the user gave, or the one that the input action shows. */
    Optional<ImageShape> image() {
        int size = network.inputs();
        return given.isEmpty()
                ? ImageShape.detect(inputs())
                : given.stream().filter(shape -> shape.size() == size).findFirst();
    }

    /** The first dense layer, if the network begins with one. */
    Optional<Layer.Dense> firstLayer() {
        return network.layers().get(0) instanceof Layer.Dense dense ? Optional.of(dense) : Optional.empty();
    }

    /** What generator g does to the pixels of an image. */
    Optional<PixelMotion> motion(int g) {
        AffineMap action = inputs().get(g);
        return image().filter(shape -> action.isMonomial())
                .flatMap(shape -> PixelMotion.of(action.permutation(), shape));
    }
}
