package io.intertwine.report;

import io.intertwine.find.Verification;
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

    /** What its pictures show. */
    Drawing drawing() {
        return new Drawing(network(), result.symmetry(), spaces, context.image());
    }

    /** The names of the generators. */
    List<String> generators() {
        return drawing().generators();
    }

    /** The input action of the generators. */
    List<AffineMap> inputs() {
        return drawing().inputs();
    }

    /** The output action of the generators. */
    List<AffineMap> outputs() {
        return drawing().outputs();
    }

    /** The shape of the input if it is an image. */
    Optional<ImageShape> image() {
        return drawing().image();
    }
}
