package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.group.Closure;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.LatentModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The largest subgroup of a finite group under which a network is layerwise equivariant at its parameters: the elements that have latent
 * maps form a subgroup. The checker confirms that the latent maps of its generators extend to it, and that no element of another coset
 * has any: gauge matching alone may miss some.
 */
final class SubgroupSearch {
    private static final int MOST_ELEMENTS = 200;
    private static final int BUDGET = 1_000;
    private static final long MOST_WORK = 400_000;

    private final Network network;
    private final Symmetry symmetry;

    private SubgroupSearch(Network network, Symmetry symmetry) {
        this.network = network;
        this.symmetry = symmetry;
    }

    /** The subgroup; empty if the group has more than 200 elements or the checker does not accept both halves of the claim. */
    static Optional<Subgroup> of(Network network, Symmetry symmetry) {
        if (symmetry.group().generators().isEmpty()) {
            return Optional.empty();
        }
        List<List<AffineMap>> pairs = IntStream.range(
                        0, symmetry.group().generators().size())
                .mapToObj(g -> List.of(
                        symmetry.input().images().get(g),
                        symmetry.output().images().get(g)))
                .toList();
        return Closure.tryOf(AffineTuples.of(pairs.get(0)), pairs, MOST_ELEMENTS)
                .flatMap(new SubgroupSearch(network, symmetry)::among);
    }

    private Optional<Subgroup> among(Closure<List<AffineMap>> group) {
        GaugeMatching<AffineMap> matching =
                new GaugeMatching<>(LatentModel.of(network), NetworkTransporters.of(network), BUDGET);
        List<Integer> lifted = IntStream.range(0, group.elements().size())
                .filter(i -> !matching.lifts(
                                group.elements().get(i).get(0),
                                group.elements().get(i).get(1),
                                1)
                        .found()
                        .isEmpty())
                .boxed()
                .toList();
        List<Integer> generators = new ArrayList<>();
        Set<List<AffineMap>> reached = new HashSet<>(Set.of(group.elements().get(0)));
        for (int i : lifted) {
            if (!reached.contains(group.elements().get(i))) {
                generators.add(i);
                List<List<AffineMap>> maps =
                        generators.stream().map(group.elements()::get).toList();
                reached = new HashSet<>(
                        Closure.of(AffineTuples.of(maps.get(0)), maps).elements());
            }
        }
        if (!generators.isEmpty() && !isLayerwise(group, generators) || !isLargest(group, reached)) {
            return Optional.empty();
        }
        List<String> words = generators.stream()
                .map(i -> group.group().word(i).format(symmetry.group().generators()))
                .toList();
        return Optional.of(new Subgroup(words, reached.size(), group.elements().size() / reached.size()));
    }

    /** Whether the checker accepts that no element outside a subgroup has latent maps; one of each coset is enough. */
    private boolean isLargest(Closure<List<AffineMap>> group, Set<List<AffineMap>> subgroup) {
        long cosets = group.elements().size() / subgroup.size();
        if (cosets * weights() > MOST_WORK) {
            return false;
        }
        Set<List<AffineMap>> covered = new HashSet<>(subgroup);
        for (List<AffineMap> element : group.elements()) {
            if (!covered.contains(element)) {
                if (!hasNone(element)) {
                    return false;
                }
                subgroup.forEach(other -> covered.add(List.of(
                        element.get(0).after(other.get(0)), element.get(1).after(other.get(1)))));
            }
        }
        return true;
    }

    private long weights() {
        return network.layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .mapToLong(layer -> (long) layer.inputs() * layer.outputs())
                .sum();
    }

    private boolean hasNone(List<AffineMap> element) {
        GroupDescription free = new GroupDescription.Presentation(List.of("g"), List.of());
        Symmetry cyclic = new Symmetry(
                new Representation(free, network.inputs(), List.of(element.get(0))),
                new Representation(free, network.outputs(), List.of(element.get(1))));
        return Proof.of(
                        new SymmetryClaim.NoLatentAction(network, cyclic),
                        new Certificate.Exhaustion(Digest.of(network), Digest.of(cyclic)))
                .isPresent();
    }

    private boolean isLayerwise(Closure<List<AffineMap>> group, List<Integer> generators) {
        List<String> names =
                IntStream.range(0, generators.size()).mapToObj(i -> "h" + i).toList();
        GroupDescription subgroup = new GroupDescription.Generated(names);
        Symmetry restricted = new Symmetry(
                new Representation(subgroup, network.inputs(), images(group, generators, 0)),
                new Representation(subgroup, network.outputs(), images(group, generators, 1)));
        GaugeMatching<AffineMap> matching =
                new GaugeMatching<>(LatentModel.of(network), NetworkTransporters.of(network), BUDGET);
        GaugeMatching.Result<AffineMap> result = matching.action(
                subgroup, restricted.input().images(), restricted.output().images());
        if (!(result instanceof GaugeMatching.Result.Action<AffineMap> action)) {
            return false;
        }
        String digest = Digest.of(network);
        List<List<AffineMap>> actions =
                action.lifts().stream().map(GaugeMatching.Lift::latent).toList();
        return Proof.of(
                        new SymmetryClaim.LayerwiseEquivariant(network, restricted, false),
                        new Certificate.Layerwise(digest, Digest.of(restricted), List.of(), digest, actions))
                .isPresent();
    }

    private static List<AffineMap> images(Closure<List<AffineMap>> group, List<Integer> generators, int space) {
        return generators.stream().map(i -> group.elements().get(i).get(space)).toList();
    }
}
