package io.intertwine.check;

import io.intertwine.claim.SymmetryClaim;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;

/**
 * There is no latent action at given parameters: some generator has no lift to the latent groups, or no combination of lifts satisfies
 * the relators of the group on every latent space. All lifts are enumerated ({@link LiftsRule}).
 */
final class NoActionRule {
    private static final long MOST_COMBINATIONS = 20_000;

    private NoActionRule() {}

    static String apply(SymmetryClaim.NoLatentAction claim) throws Rejection {
        Network network = claim.network();
        Symmetry symmetry = claim.symmetry();
        GroupDescription group = symmetry.group();
        new ActivationRule().requireValues(network);
        MembershipRule.requireMonomial(network);
        List<List<List<AffineMap>>> lifts = new ArrayList<>();
        long combinations = 1;
        for (int g = 0; g < group.generators().size(); g++) {
            lifts.add(LiftsRule.all(
                    network,
                    network,
                    symmetry.input().images().get(g),
                    symmetry.output().images().get(g)));
            if (lifts.get(g).isEmpty()) {
                return "All elements of the latent groups were gone through; generator "
                        + group.generators().get(g) + " has none.";
            }
            combinations = Math.min(combinations * lifts.get(g).size(), MOST_COMBINATIONS + 1);
        }
        Rejection.unless(
                combinations <= MOST_COMBINATIONS,
                "there are more than " + MOST_COMBINATIONS + " combinations of lifts");
        for (long index = 0; index < combinations; index++) {
            Rejection.unless(!isAction(group, choice(lifts, index)), "there is a latent action at these parameters");
        }
        return "Every generator has lifts to the latent groups, but none of the " + combinations
                + " combinations satisfies the relators: the extension of the group by the symmetries of the clones does not split.";
    }

    private static List<List<AffineMap>> choice(List<List<List<AffineMap>>> lifts, long index) {
        List<List<AffineMap>> choice = new ArrayList<>();
        long rest = index;
        for (List<List<AffineMap>> each : lifts) {
            choice.add(each.get((int) (rest % each.size())));
            rest /= each.size();
        }
        return choice;
    }

    private static boolean isAction(GroupDescription group, List<List<AffineMap>> choice) {
        int spaces = choice.isEmpty() ? 0 : choice.get(0).size();
        for (int space = 0; space < spaces; space++) {
            int index = space;
            List<AffineMap> images =
                    choice.stream().map(lift -> lift.get(index)).toList();
            for (Word relator : group.relators()) {
                AffineGroup maps = new AffineGroup(images.get(0).dimension());
                if (!relator.evaluate(maps, images).isIdentity()) {
                    return false;
                }
            }
        }
        return true;
    }
}
