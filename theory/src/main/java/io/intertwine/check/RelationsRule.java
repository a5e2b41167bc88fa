package io.intertwine.check;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions of the generators on the latent spaces extend to the group. With relators: each relator is the identity on every
 * space. Without: the group is the one that input and output actions generate, and either {@link FreedomRule} or {@link ClosureRule}
 * shows that the latent action depends on the input and output action only.
 */
final class RelationsRule {
    private RelationsRule() {}

    static String apply(Symmetry symmetry, Network network, List<List<AffineMap>> actions) throws Rejection {
        GroupDescription group = symmetry.group();
        if (group instanceof GroupDescription.Presentation) {
            requireRelators(symmetry, actions);
            return "the relators hold on the input, the output and every latent space, before and after each activation.";
        }
        if (FreedomRule.holds(network)) {
            return "the latent actions are forced, because rows are nonzero and distinct modulo each unit's group.";
        }
        int order = ClosureRule.order(symmetry, actions);
        return "the group that the generators generate was enumerated (order " + order + ").";
    }

    private static void requireRelators(Symmetry symmetry, List<List<AffineMap>> actions) throws Rejection {
        GroupDescription group = symmetry.group();
        if (group.generators().isEmpty()) {
            return; // Every word is empty.
        }
        List<List<AffineMap>> spaces = new ArrayList<>(
                List.of(symmetry.input().images(), symmetry.output().images()));
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
}
