package io.intertwine.check;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The actions of the generators on the latent spaces extend to the group. With relators: each relator is the identity on every
 * space. Without: the group is the one that input and output actions generate; either the latent actions are forced (no unit's row is
 * zero and no two are related by the unit's group, so that K acts freely and a word that is trivial on the input is trivial on every
 * latent space), or all elements are enumerated and the latent action is seen to depend on the input and output action only.
 */
final class RelationsRule {
    /** The largest group that is enumerated. */
    static final int CLOSURE_LIMIT = 10_000;

    private RelationsRule() {}

    static String apply(Symmetry symmetry, Network network, List<List<AffineMap>> actions) throws Rejection {
        GroupDescription group = symmetry.group();
        if (group instanceof GroupDescription.Presentation) {
            requireRelators(symmetry, actions);
            return "the relators hold on the input, the output and every latent space, before and after each activation.";
        }
        if (isFree(network)) {
            return "the latent actions are forced, because rows are nonzero and distinct modulo each unit's group.";
        }
        int order = closure(symmetry, actions);
        return "the group that the generators generate was enumerated (order " + order + ").";
    }

    private static void requireRelators(Symmetry symmetry, List<List<AffineMap>> actions) throws Rejection {
        GroupDescription group = symmetry.group();
        if (group.generators().isEmpty()) {
            return; // Every word is empty.
        }
        List<List<AffineMap>> spaces = new ArrayList<>(List.of(symmetry.input().images(), symmetry.output().images()));
        int latent = actions.get(0).size();
        for (int space = 0; space < latent; space++) {
            int index = space;
            spaces.add(actions.stream().map(generator -> generator.get(index)).toList());
        }
        for (Word relator : group.relators()) {
            for (int space = 0; space < spaces.size(); space++) {
                List<AffineMap> images = spaces.get(space);
                AffineMap value = relator.evaluate(new AffineGroup(images.get(0).dimension()), images);
                Rejection.unless(
                        value.isIdentity(),
                        "the relator \"" + relator.format(group.generators()) + "\" fails on "
                                + (space < 2 ? "the input or output" : "latent space " + (space - 2)));
            }
        }
    }

    /** Whether every latent space is that of activation units whose rows are nonzero and pairwise not related by the unit's group. */
    private static boolean isFree(Network network) {
        List<Layer> layers = network.layers();
        for (int i = 0; i + 1 < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Dense dense
                    && !(layers.get(i + 1) instanceof Layer.Softmax)
                    && !(layers.get(i + 1) instanceof Layer.Entrywise units && isFree(dense, units))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(Layer.Dense dense, Layer.Entrywise units) {
        List<UnitRow> rows = new ArrayList<>();
        for (int i = 0; i < dense.outputs(); i++) {
            UnitRow row = UnitRow.of(dense, i);
            for (int j = 0; j < i; j++) {
                boolean same = units.units().get(i).equals(units.units().get(j));
                if (same && rows.get(j).transporter(units.units().get(i).group(), row).isPresent()) {
                    return false;
                }
            }
            rows.add(row);
            if (row.pivot() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Enumerates the group of tuples; its order, if the latent part is a function of the input and output part. */
    private static int closure(Symmetry symmetry, List<List<AffineMap>> actions) throws Rejection {
        List<List<AffineMap>> generators = new ArrayList<>();
        for (int g = 0; g < actions.size(); g++) {
            List<AffineMap> tuple = new ArrayList<>(
                    List.of(symmetry.input().images().get(g), symmetry.output().images().get(g)));
            tuple.addAll(actions.get(g));
            generators.add(tuple);
        }
        if (generators.isEmpty()) {
            return 1;
        }
        List<AffineMap> identity = generators.get(0).stream().map(map -> AffineMap.identity(map.dimension())).toList();
        Map<List<AffineMap>, List<AffineMap>> seen = new HashMap<>(Map.of(identity.subList(0, 2), identity));
        Deque<List<AffineMap>> queue = new ArrayDeque<>(List.of(identity));
        while (!queue.isEmpty()) {
            List<AffineMap> element = queue.remove();
            for (List<AffineMap> generator : generators) {
                List<AffineMap> product = new ArrayList<>();
                for (int space = 0; space < element.size(); space++) {
                    product.add(generator.get(space).after(element.get(space)));
                }
                List<AffineMap> known = seen.putIfAbsent(product.subList(0, 2), product);
                Rejection.unless(
                        known == null || known.equals(product),
                        "the latent action is not determined by the input and output action; give relators");
                Rejection.unless(
                        seen.size() <= CLOSURE_LIMIT,
                        "the generators generate more than " + CLOSURE_LIMIT + " elements; give relators");
                if (known == null) {
                    queue.add(product);
                }
            }
        }
        return seen.size();
    }
}
