package io.intertwine.report;

import io.intertwine.find.Verification;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.HiddenSpace;
import java.util.List;
import java.util.Optional;

/**
 * What one report speaks of.
 *
 * @param result the result
 * @param context what there is to say beside it
 * @param spaces the hidden layers with their actions; none unless layerwise equivariance was established
 */
record Subject(Verification result, ReportContext context, List<HiddenSpace> spaces) {
    /** The three verdicts. */
    enum Verdict {
        /** A proof was found. */
        HOLDS("holds"),
        /** A counterexample was found. */
        REFUTED("refuted"),
        /** Neither was found. */
        UNDETERMINED("undetermined");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The verdict as one word, which is also the name of its style. */
        String word() {
            return word;
        }
    }

    static Subject of(Verification result, ReportContext context) {
        List<HiddenSpace> spaces = result instanceof Verification.Layerwise layerwise
                        && !result.symmetry().group().generators().isEmpty()
                ? HiddenSpace.of(layerwise.subject(), layerwise.symmetry(), layerwise.actions())
                : List.of();
        return new Subject(result, context, spaces);
    }

    /** The answer to whether some parameter of the architecture is layerwise equivariant. */
    Verdict verdict() {
        if (result instanceof Verification.Layerwise) {
            return Verdict.HOLDS;
        }
        return result instanceof Verification.Undetermined ? Verdict.UNDETERMINED : Verdict.REFUTED;
    }

    /** Whether the actions speak of another parameter than the given one. */
    boolean isReparametrised() {
        return result instanceof Verification.Layerwise layerwise && layerwise.reparametrised();
    }

    /** The network that is drawn: the one that the actions speak of. */
    Network network() {
        return result instanceof Verification.Layerwise layerwise ? layerwise.subject() : result.network();
    }

    /** The names of the generators. */
    List<String> generators() {
        return result.symmetry().group().generators();
    }

    /** The input action of the generators. */
    List<AffineMap> inputs() {
        return result.symmetry().input().images();
    }

    /** The output action of the generators. */
    List<AffineMap> outputs() {
        return result.symmetry().output().images();
    }

    /** The shape of the input if it is an image: the one that the user gave, or the one that the input action shows. */
    Optional<ImageShape> image() {
        int size = result.network().inputs();
        return context.image().isEmpty()
                ? ImageShape.detect(inputs())
                : context.image().stream().filter(shape -> shape.size() == size).findFirst();
    }

    /** The first dense layer, if the network begins with one. */
    Optional<Layer.Dense> firstLayer() {
        return network().layers().get(0) instanceof Layer.Dense dense ? Optional.of(dense) : Optional.empty();
    }

    /** What generator g does to the pixels of an image. */
    Optional<PixelMotion> motion(int g) {
        AffineMap action = inputs().get(g);
        return image().filter(shape -> action.isMonomial())
                .flatMap(shape -> PixelMotion.of(action.permutation(), shape));
    }
}
