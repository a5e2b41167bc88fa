package io.intertwine.construct;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.find.Proof;
import io.intertwine.group.Closure;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.BrokenRelatorException;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.Reynolds;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a layerwise equivariant network of an architecture has to carry: for every generator of the group its map on the input, on the
 * space behind each layer, and on the output. Maps before activations lie in the latent group of their units, those after are their
 * companions; all satisfy the relators of the group.
 *
 * @param architecture the architecture
 * @param symmetry the actions on input and output
 * @param chains for every generator one map more than there are layers
 */
public record LatentActions(Architecture architecture, Symmetry symmetry, List<List<AffineMap>> chains) {
    public LatentActions {
        chains = chains.stream().map(List::copyOf).toList();
    }

    /**
     * The latent actions with the given maps behind dense layers.
     *
     * @param architecture the architecture
     * @param symmetry the actions on its inputs and outputs
     * @param hidden for each of the {@link #hiddenPlaces}, in order, the maps of the generators before the activation that follows, linear
     *     or affine
     * @throws IllegalArgumentException if a map has the wrong size, is not in the latent group of its units, does not lead to the output
     *     action through last activations, or a relator does not hold
     */
    public static LatentActions of(Architecture architecture, Symmetry symmetry, List<List<AffineMap>> hidden) {
        List<Integer> places = hiddenPlaces(architecture);
        if (hidden.size() != places.size()) {
            throw new IllegalArgumentException(
                    "expected actions on the units of " + places.size() + " dense layers, found " + hidden.size());
        }
        requireDimension("input", architecture.inputs(), symmetry.input().dimension());
        requireDimension("output", architecture.outputs(), symmetry.output().dimension());
        int generators = symmetry.group().generators().size();
        List<List<AffineMap>> chains = new ArrayList<>();
        for (int g = 0; g < generators; g++) {
            List<AffineMap> chosen = new ArrayList<>();
            for (List<AffineMap> layer : hidden) {
                chosen.add(layer.get(g));
            }
            chains.add(chain(architecture, symmetry, g, chosen));
        }
        LatentActions result = new LatentActions(architecture, symmetry, chains);
        result.requireRelations();
        return result;
    }

    /**
     * The dense layers whose units carry an action that may be chosen, by their places among the layers: all but a last one, whose
     * outputs, or logits, are the output space.
     */
    public static List<Integer> hiddenPlaces(Architecture architecture) {
        int last = architecture.layers().size() - (architecture.endsWithSoftmax() ? 2 : 1);
        return architecture.densePlaces().stream().filter(place -> place < last).toList();
    }

    private static List<AffineMap> chain(
            Architecture architecture, Symmetry symmetry, int generator, List<AffineMap> hidden) {
        String name = symmetry.group().generators().get(generator);
        List<Integer> places = hiddenPlaces(architecture);
        AffineMap output = symmetry.output().images().get(generator);
        List<AffineMap> chain = new ArrayList<>();
        chain.add(symmetry.input().images().get(generator));
        for (int i = 0; i < architecture.layers().size(); i++) {
            LayerShape layer = architecture.layers().get(i);
            AffineMap next;
            if (layer instanceof Layer.Entrywise units) {
                next = companion(units, chain.get(i), i, name);
            } else if (places.contains(i)) {
                next = hidden.get(places.indexOf(i));
                requireDimension("space behind layer " + i, layer.outputs(), next.dimension());
            } else {
                next = output;
            }
            chain.add(next);
        }
        if (!chain.get(chain.size() - 1).equals(output)) {
            throw new IllegalArgumentException("the action of generator " + name
                    + " before the last activation does not belong to its action on the output");
        }
        return chain;
    }

    private static AffineMap companion(Layer.Entrywise units, AffineMap before, int place, String name) {
        try {
            return new UnitwiseGroup(units.units()).companion(before);
        } catch (IllegalArgumentException outside) {
            throw new IllegalArgumentException(
                    "layer " + place + ": the map of generator " + name + " is not in the latent group of the units",
                    outside);
        }
    }

    private static void requireDimension(String space, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("expected an action on the " + expected + " coordinates of the " + space
                    + ", found one on " + found);
        }
    }

    private void requireRelations() {
        for (int space = 1; space < chains.get(0).size() - 1; space++) {
            try {
                action(space);
            } catch (BrokenRelatorException broken) {
                throw new IllegalArgumentException(
                        "the relator \"" + broken.relator() + "\" does not hold on the space behind layer "
                                + (space - 1),
                        broken);
            }
        }
        if (symmetry.group() instanceof GroupDescription.Generated) {
            requireFactorisation();
        }
    }

    /** Without relators the group is the one that acts on input and output: an element that moves neither may move no latent space. */
    private void requireFactorisation() {
        List<List<AffineMap>> ends = chains.stream()
                .map(chain -> List.of(chain.get(0), chain.get(chain.size() - 1)))
                .toList();
        if (closure(ends).elements().size() != closure(chains).elements().size()) {
            throw new IllegalArgumentException("an element of the group moves a latent space, but neither inputs nor "
                    + "outputs: give the relators of a larger group, or other latent actions");
        }
    }

    /** The action on a space: 0 is the input, i + 1 the space behind layer i. */
    public Representation action(int space) {
        List<AffineMap> maps = chains.stream().map(chain -> chain.get(space)).toList();
        return new Representation(symmetry.group(), maps.get(0).dimension(), maps);
    }

    /** For every generator the maps on the latent spaces, as certificates of layerwise equivariance list them. */
    public List<List<AffineMap>> latent() {
        int last = architecture.layers().size() - (architecture.endsWithSoftmax() ? 1 : 0);
        return chains.stream().map(chain -> chain.subList(1, last)).toList();
    }

    /** The proof that a network is layerwise equivariant for these actions; empty if the checker does not accept it. */
    public Optional<Proof> proof(Network network) {
        String digest = Digest.of(network);
        return Proof.of(
                new SymmetryClaim.LayerwiseEquivariant(network, symmetry, false),
                new Certificate.Layerwise(digest, Digest.of(symmetry), List.of(), digest, latent()));
    }

    private static Closure<List<AffineMap>> closure(List<List<AffineMap>> generators) {
        return Closure.of(AffineTuples.of(generators.get(0)), generators);
    }

    /**
     * The projection of the parameters of a network onto the layerwise equivariant ones: every dense layer is averaged over the group,
     * which has to be finite (the Reynolds operator). A network that is layerwise equivariant already stays as it is. A bias that
     * becomes different from zero where the architecture has none is refused.
     *
     * @param network a network of the architecture
     * @throws IllegalArgumentException if the network is of another architecture, or the group has more than {@link FiniteGroup#LARGEST}
     *     elements
     */
    public Network average(Network network) {
        if (!Architecture.of(network).equals(architecture)) {
            throw new IllegalArgumentException("expected a network of the architecture of the latent actions");
        }
        List<List<AffineMap>> group = closure(chains).elements();
        List<Layer> layers = new ArrayList<>(network.layers());
        for (int place : architecture.densePlaces()) {
            Layer.Dense dense = (Layer.Dense) layers.get(place);
            Layer.Dense mean =
                    Reynolds.average(dense, AffineTuples.on(place, group), AffineTuples.on(place + 1, group));
            if (mean.hasBias() != dense.hasBias()) {
                throw new IllegalArgumentException("layer " + place + " has no bias, but its actions have shifts");
            }
            layers.set(place, mean);
        }
        return new Network(layers);
    }
}
