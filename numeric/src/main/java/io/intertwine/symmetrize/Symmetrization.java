package io.intertwine.symmetrize;

import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.LatentActions;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Proof;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.match.LatentMatching;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layerwise equivariant network near a given one: every dense layer is projected onto the layers that are equivariant for actions on the
 * latent spaces, which is averaging over the group. It is proved to be layerwise equivariant, by the checker. A network that is so
 * already stays as it is.
 *
 * @param given the network
 * @param start what was projected: the given network with some ReLU-like units rescaled, or the given one
 * @param result the layerwise equivariant network
 * @param proof that the result is layerwise equivariant
 * @param layers what became of every dense layer, in order, compared with {@code start}
 * @param remarks what a reader should know, as sentences
 */
public record Symmetrization(
        Network given, Network start, Network result, Proof proof, List<LayerChange> layers, List<String> remarks) {
    /**
     * Of the distance to expect of unrelated weights, the part from which on a layer is said to be far from the action. It decides about
     * words only: in narrow layers the best of many actions comes down to it by chance.
     */
    private static final double FAR = 0.3;

    public Symmetrization {
        layers = List.copyOf(layers);
        remarks = List.copyOf(remarks);
    }

    /**
     * Nothing to do: the given network itself, where gauge matching finds actions for which it is layerwise equivariant at its given
     * weights. Empty does not mean that there are none.
     *
     * @throws IllegalArgumentException if the symmetry acts on spaces of other dimensions than the network's
     */
    public static Optional<Symmetrization> ofEquivariant(Network network, Symmetry symmetry) {
        return Verifier.atGiven(network, symmetry).map(found -> unchanged(network, found));
    }

    private static Symmetrization unchanged(Network network, Verification.Layerwise found) {
        List<List<AffineMap>> chains = new ArrayList<>();
        for (int g = 0; g < found.actions().size(); g++) {
            List<AffineMap> chain = new ArrayList<>();
            chain.add(found.symmetry().input().images().get(g));
            chain.addAll(found.actions().get(g));
            chain.add(found.symmetry().output().images().get(g));
            chains.add(chain);
        }
        Proof proof = new Proof(
                new SymmetryClaim.LayerwiseEquivariant(network, found.symmetry(), false),
                found.certificate(),
                found.theorem());
        List<LayerChange> layers = new ArrayList<>();
        for (int place : Architecture.of(network).densePlaces()) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(place);
            CentredLayer same = CentredLayer.of(dense);
            layers.add(LayerChange.of(place, same, same, false, free(dense, place, chains, found.symmetry())));
        }
        return new Symmetrization(network, network, network, proof, layers, List.of());
    }

    private static long free(Layer.Dense dense, int place, List<List<AffineMap>> chains, Symmetry symmetry) {
        Representation source = action(place, dense.inputs(), chains, symmetry);
        Representation target = action(place + 1, dense.outputs(), chains, symmetry);
        return ProjectedLayer.free(dense, source, target);
    }

    private static Representation action(int space, int dimension, List<List<AffineMap>> chains, Symmetry symmetry) {
        return new Representation(
                symmetry.group(),
                dimension,
                chains.stream().map(chain -> chain.get(space)).toList());
    }

    /**
     * Projects a network for the latent actions that were found in it. Units with a free scale are rescaled first, as far as units that
     * the actions exchange have different scales.
     *
     * @param matching what was found
     * @param precision the numbers of the result
     * @throws IllegalArgumentException if a layer without bias would get one
     * @throws UnrepresentableException if no floats near the projection were found that are exactly equivariant
     */
    public static Symmetrization of(LatentMatching matching, Precision precision) throws UnrepresentableException {
        Network start = Rescaling.of(matching);
        LatentActions actions = LatentActions.of(Architecture.of(start), matching.symmetry(), matching.hidden());
        return project(matching.network(), start, actions, precision, matching.remarks());
    }

    /**
     * Projects a network for given latent actions.
     *
     * @param network the network
     * @param actions latent actions of its architecture, of a finite group
     * @param precision the numbers of the result
     * @throws IllegalArgumentException as {@link #of}, or if the network is of another architecture
     * @throws UnrepresentableException as {@link #of}
     */
    public static Symmetrization of(Network network, LatentActions actions, Precision precision)
            throws UnrepresentableException {
        return project(network, network, actions, precision, List.of());
    }

    private static Symmetrization project(
            Network given, Network start, LatentActions actions, Precision precision, List<String> remarks)
            throws UnrepresentableException {
        if (!Architecture.of(start).equals(actions.architecture())) {
            throw new IllegalArgumentException("expected a network of the architecture of the latent actions");
        }
        List<Layer> layers = new ArrayList<>(start.layers());
        List<LayerChange> changes = new ArrayList<>();
        Centres centres = new Centres(start);
        for (int place : actions.architecture().densePlaces()) {
            Layer.Dense before = (Layer.Dense) layers.get(place);
            ProjectedLayer after = projected(before, place, actions, precision);
            layers.set(place, after.layer());
            boolean logits = start.endsWithSoftmax() && place == layers.size() - 2;
            List<Scalar> from = centres.of(place, actions.action(place));
            List<Scalar> to = centres.of(place + 1, actions.action(place + 1));
            changes.add(LayerChange.of(
                    place,
                    CentredLayer.of(before, from, to),
                    CentredLayer.of(after.layer(), from, to),
                    logits,
                    after.free()));
        }
        Network result = new Network(layers);
        Proof proof = actions.proof(result)
                .orElseThrow(() -> new IllegalStateException("the checker does not accept the projected network"));
        List<String> sentences = new ArrayList<>(warnings(changes));
        sentences.addAll(remarks);
        return new Symmetrization(given, start, result, proof, changes, sentences);
    }

    private static ProjectedLayer projected(Layer.Dense layer, int place, LatentActions actions, Precision precision)
            throws UnrepresentableException {
        try {
            return ProjectedLayer.of(layer, actions.action(place), actions.action(place + 1), precision);
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException("layer " + place + " " + impossible.getMessage(), impossible);
        } catch (UnrepresentableException impossible) {
            throw new UnrepresentableException("layer " + place + ": " + impossible.getMessage());
        }
    }

    /** Where the projection moved a layer about as far as it would move one that has nothing to do with the action. */
    private static List<String> warnings(List<LayerChange> changes) {
        List<String> far = new ArrayList<>();
        for (int k = 0; k < changes.size(); k++) {
            LayerChange change = changes.get(k);
            if (change.distance() > FAR * change.unrelated()) {
                far.add(String.valueOf(k + 1));
            }
        }
        if (far.isEmpty()) {
            return List.of();
        }
        return List.of((far.size() == 1 ? "Layer " : "Layers ") + String.join(", ", far)
                + (far.size() == 1 ? " is" : " are")
                + " far from the action that fits best: the distance is a large part of that of weights without any relation to it. "
                + "The projection is another network then, not a correction of this one. A search that picks the best of many actions "
                + "comes down in narrow layers by chance, too; draws of chance say how far.");
    }

    /** The same with one more remark. */
    public Symmetrization withRemark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Symmetrization(given, start, result, proof, layers, more);
    }

    /** Whether the given network is layerwise equivariant already, and the result. */
    public boolean isUnchanged() {
        return result.equals(given);
    }

    /** Whether units were rescaled before the projection. */
    public boolean isRescaled() {
        return !start.equals(given);
    }

    /** The number of weights and biases. */
    public long parameters() {
        return layers.stream().mapToLong(LayerChange::parameters).sum();
    }

    /** The dimension of the space of layerwise equivariant networks for these actions. */
    public long free() {
        return layers.stream().mapToLong(LayerChange::free).sum();
    }
}
