package io.intertwine.testkit;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Arbitraries of the toolkit's objects: with {@code @Domain(IntertwineDomain.class)} a property's parameters are found by their types.
 * Groups, activations and actions shrink towards the first in their lists, which are the smallest.
 */
public class IntertwineDomain extends DomainContextBase {
    private static final List<NamedGroup> GROUPS = List.of(
            NamedGroup.cyclic(1),
            NamedGroup.cyclic(2),
            NamedGroup.cyclic(3),
            NamedGroup.cyclic(4),
            NamedGroup.product(NamedGroup.cyclic(2), NamedGroup.cyclic(2)),
            NamedGroup.symmetric(3),
            NamedGroup.dihedral(4),
            NamedGroup.cyclic(5),
            NamedGroup.product(NamedGroup.cyclic(2), NamedGroup.cyclic(4)),
            NamedGroup.dihedral(5));
    private static final List<String> NAMES = List.of(
            "relu",
            "tanh",
            "sigmoid",
            "abs",
            "relu6",
            "hardtanh",
            "softsign",
            "arctan",
            "sin",
            "gaussian",
            "sigmoid",
            "hard_sigmoid",
            "gelu",
            "silu",
            "softplus",
            "elu",
            "hard_swish");
    private static final int LARGEST_ORBIT = 5;
    private static final int LARGEST_WIDTH = 7;

    /** Numbers p/q with |p| at most 1000 and q at most 64. */
    @Provide
    public Arbitrary<Scalar> scalars() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1000, 1000),
                        Arbitraries.integers().between(1, 64))
                .as((p, q) -> Scalar.of(p, q));
    }

    /** Cyclic, dihedral and symmetric groups and products, of order up to ten. */
    @Provide
    public Arbitrary<NamedGroup> groups() {
        return Arbitraries.of(GROUPS);
    }

    /** Activations of every kind of single-neuron group. */
    @Provide
    public Arbitrary<Activation> activations() {
        return Arbitraries.oneOf(
                Arbitraries.of(NAMES).map(Activations::requireNamed),
                Arbitraries.of(2, 3, 5).map(Activations::power),
                Arbitraries.of(Scalar.of(1, 100), Scalar.of(-1, 2), Scalar.of(3))
                        .map(Activations::leakyRelu));
    }

    /** The choices from which an answer is built; the numbers choose among the transitive actions of the group. */
    private record Plan(
            List<Integer> input, List<List<Integer>> hidden, List<Integer> output, boolean biases, boolean oblique) {}

    private static Arbitrary<Plan> plans() {
        Arbitrary<List<Integer>> choices =
                Arbitraries.integers().between(0, 40).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        choices,
                        choices.list().ofMinSize(1).ofMaxSize(2),
                        choices,
                        Arbitraries.of(true, false),
                        Arbitraries.of(false, true))
                .as(Plan::new);
    }

    /** Layerwise equivariant networks of one or two hidden layers, undisguised. */
    @Provide
    public Arbitrary<KnownAnswer> answers() {
        return Combinators.combine(
                        groups(),
                        activations().list().ofSize(2),
                        plans(),
                        Arbitraries.longs().between(0, 1L << 40))
                .as(IntertwineDomain::build);
    }

    /** Architectures of one or two hidden layers of at most four units, with and without biases, sometimes with a softmax. */
    @Provide
    public Arbitrary<RandomNetworks.Architecture> architectures() {
        Arbitrary<List<Integer>> hidden =
                Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(2);
        Arbitrary<List<Boolean>> biases = Arbitraries.oneOf(
                Arbitraries.of(true, false).map(all -> Collections.nCopies(3, all)),
                Arbitraries.of(true, false).list().ofSize(3));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        hidden,
                        Arbitraries.integers().between(1, 2),
                        biases,
                        Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true)))
                .as((inputs, units, outputs, bias, softmax) -> {
                    List<Integer> widths = new ArrayList<>(List.of(inputs));
                    widths.addAll(units);
                    widths.add(outputs + (softmax ? 1 : 0));
                    return new RandomNetworks.Architecture(widths, bias.subList(0, widths.size() - 1), softmax);
                });
    }

    /** Networks with small fractions as weights. */
    @Provide
    public Arbitrary<Network> networks() {
        return Combinators.combine(
                        architectures(), activations(), Arbitraries.longs().between(0, 1L << 40))
                .as((architecture, activation, seed) -> RandomNetworks.of(
                        architecture, activation, RandomNetworks.fractions(new SplittableRandom(seed))));
    }

    private static KnownAnswer build(NamedGroup group, List<Activation> activations, Plan plan, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Activation> used = activations.subList(0, plan.hidden.size());
        List<List<AffineMap>> hidden = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            boolean signed = admitsSigns(used.get(i).group(), plan.biases);
            hidden.add(action(group, plan.hidden.get(i), signed));
        }
        List<AffineMap> input = action(group, plan.input, true);
        if (plan.oblique) {
            input = conjugated(input);
        }
        return new EquivariantNetworks(group, random, 9)
                .build(input, used, hidden, action(group, plan.output, true), plan.biases);
    }

    private static boolean admitsSigns(UnitGroup group, boolean biases) {
        boolean linear = group.centre().isZero() && (group.value().isZero() || !group.odd());
        return (group.scales() == Scales.SIGNS || group.scales() == Scales.NONZERO) && (biases || linear);
    }

    private static List<AffineMap> action(NamedGroup group, List<Integer> choices, boolean signed) {
        List<TransitiveAction> orbits = (signed ? group.actions() : group.permutations())
                .stream().filter(action -> action.degree() <= LARGEST_ORBIT).toList();
        List<TransitiveAction> chosen = new ArrayList<>();
        int width = 0;
        for (int choice : choices) {
            TransitiveAction orbit = orbits.get(choice % orbits.size());
            if (chosen.isEmpty() || width + orbit.degree() <= LARGEST_WIDTH) {
                chosen.add(orbit);
                width += orbit.degree();
            }
        }
        return TransitiveActions.sum(chosen);
    }

    /** The same action in coordinates in which it is not monomial. */
    private static List<AffineMap> conjugated(List<AffineMap> action) {
        int n = action.get(0).dimension();
        ExactMatrix basis = ExactMatrix.build(n, n, (i, j) -> Scalar.of(i == j ? 1 : j == i + 1 ? 2 : 0));
        AffineMap change = AffineMap.of(basis, Collections.nCopies(n, Scalar.ZERO));
        return action.stream()
                .map(map -> change.after(map).after(change.inverse()))
                .toList();
    }
}
