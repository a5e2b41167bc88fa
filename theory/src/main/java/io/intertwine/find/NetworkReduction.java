package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Domain;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Checker;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Reduction to a smaller network with the same function: clones merged, constant units folded, inactive units dropped ({@link
 * Reduction}, whose freed units go), blocks rewritten with fewer units ({@link BlockReduction}), chains of width one shortened ({@link ChainReduction}). Every step is one that the checker
 * carries out again.
 */
public final class NetworkReduction {
    private final Network given;
    private final List<ReductionStep> steps = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private Network current;

    private NetworkReduction(Network given) {
        requireValues(given);
        this.given = given;
        current = given;
    }

    private static void requireValues(Network network) {
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Entrywise units) {
                new LinkedHashSet<>(units.units()).forEach(NetworkReduction::requireValues);
            }
        }
    }

    private static void requireValues(Activation activation) {
        Domain domain = Domain.of(activation.expression());
        if (!(domain instanceof Domain.Everywhere)) {
            throw new IllegalArgumentException("expected activations with a value at every real number; of "
                    + activation + " this is not known: " + domain);
        }
    }

    /**
     * Reduces until nothing changes.
     *
     * @throws IllegalArgumentException if an activation is not known to have a value at every real number
     */
    public static ReducedNetwork of(Network network) {
        NetworkReduction reduction = new NetworkReduction(network);
        reduction.toSubmodel();
        for (List<ReductionStep> steps = reduction.rewriting(); !steps.isEmpty(); steps = reduction.rewriting()) {
            steps.forEach(reduction::take);
            reduction.toSubmodel();
        }
        return reduction.result();
    }

    /** Steps that write a part of the network with fewer units or layers. */
    private List<ReductionStep> rewriting() {
        List<ReductionStep> chain = within(() -> ChainReduction.steps(current));
        return chain.isEmpty()
                ? within(() -> BlockReduction.step(current).stream()
                        .<ReductionStep>map(step -> step)
                        .toList())
                : chain;
    }

    /** The steps that a search finds before its exact arithmetic ends. */
    private static List<ReductionStep> within(Supplier<List<ReductionStep>> search) {
        return Limits.within(new ArrayList<>(), () -> Optional.of(search.get())).orElse(List.of());
    }

    /** Reduces to a submodel only: merging, folding and dropping, the steps under which weak identifiability is defined. */
    static ReducedNetwork toSubmodel(Network network) {
        NetworkReduction reduction = new NetworkReduction(network);
        reduction.toSubmodel();
        return reduction.result();
    }

    private void toSubmodel() {
        int before;
        do {
            before = steps.size();
            within(() -> Reduction.of(current).steps()).forEach(this::take);
            for (int i = 0; i < current.layers().size(); i++) {
                drop(i).ifPresent(this::take);
            }
        } while (steps.size() > before);
    }

    private void take(ReductionStep step) {
        trace.add(StepText.of(step, current));
        steps.add(step);
        current = Checker.reparametrise(current, step);
    }

    /** Units that the next dense layer does not read; one stays where all would go. */
    private Optional<ReductionStep> drop(int index) {
        List<Layer> layers = current.layers();
        int next = index + 1;
        while (next < layers.size() && layers.get(next) instanceof Layer.Entrywise) {
            next++;
        }
        if (next >= layers.size()
                || !(layers.get(index) instanceof Layer.Dense dense)
                || !(layers.get(next) instanceof Layer.Dense following)) {
            return Optional.empty();
        }
        List<Integer> unread = IntStream.range(0, dense.outputs())
                .filter(unit -> Reduction.isUnused(following, unit))
                .boxed()
                .toList();
        List<Integer> gone = unread.size() == dense.outputs() ? unread.subList(1, unread.size()) : unread;
        return gone.isEmpty() ? Optional.empty() : Optional.of(new ReductionStep.Drop(index, gone));
    }

    private ReducedNetwork result() {
        EqualityProof equality =
                new EqualityProof(steps, List.of(), new Comparison.Gauge(NetworkMatching.identity(current)));
        Proof proof = Proof.of(
                        new EqualityClaim.Equal(given, current),
                        new Certificate.Equality(Digest.of(given), Digest.of(current), equality))
                .orElseThrow(() -> new IllegalStateException("the checker does not accept a chain of its own steps"));
        return new ReducedNetwork(given, current, steps, trace, proof);
    }
}
