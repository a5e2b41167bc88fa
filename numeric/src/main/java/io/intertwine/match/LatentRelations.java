package io.intertwine.match;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;

/**
 * Whether the actions of the generators satisfy the group's relators on every latent space: exactly where the actions are exact; where
 * they are estimated with exact permutations, and with scales, shifts or matrix entries that are at most the tolerance from the
 * identity's for every letter of the relator (each letter may bring its own error).
 */
final class LatentRelations {
    private LatentRelations() {}

    /** The first relator that fails, in words; {@code actions} holds for every generator its action on every space. */
    static Optional<String> failure(GroupDescription group, List<List<LatentAction>> actions, Tolerance tolerance) {
        int spaces = actions.isEmpty() ? 0 : actions.get(0).size();
        for (int space = 0; space < spaces; space++) {
            int index = space;
            List<LatentAction> images =
                    actions.stream().map(generator -> generator.get(index)).toList();
            for (Word relator : group.relators()) {
                double distance = distance(relator, images);
                if (!(distance <= letters(relator) * tolerance.relative())) {
                    return Optional.of("the relator \"" + relator.format(group.generators())
                            + "\" fails on latent space " + space
                            + (Double.isInfinite(distance) ? "" : ": it is " + distance + " from the identity"));
                }
            }
        }
        return Optional.empty();
    }

    private static int letters(Word relator) {
        return relator.letters().stream()
                .mapToInt(letter -> Math.abs(letter.exponent()))
                .sum();
    }

    /** 0 or infinity if all images are exact. */
    private static double distance(Word relator, List<LatentAction> images) {
        if (images.stream().allMatch(LatentAction.Exact.class::isInstance)) {
            List<AffineMap> exact = images.stream()
                    .map(image -> ((LatentAction.Exact) image).exact())
                    .toList();
            AffineMap value = relator.evaluate(new AffineGroup(exact.get(0).dimension()), exact);
            return value.isIdentity() ? 0 : Double.POSITIVE_INFINITY;
        }
        List<FloatingMap> maps = images.stream().map(LatentAction::map).toList();
        return relator.evaluate(new FloatingGroup(maps.get(0).dimension()), maps)
                .distanceToIdentity();
    }
}
