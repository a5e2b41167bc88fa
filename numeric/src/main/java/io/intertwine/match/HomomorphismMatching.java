package io.intertwine.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best homomorphism from a finite group into the (signed) permutations of units of one kind: the one with the largest sum of scores
 * over all elements but the neutral one and all units.
 *
 * @param images for every element of the group, by number, its signed permutation; a homomorphism
 * @param score the sum of the scores
 * @param upperBound no homomorphism has a larger sum, up to rounding
 */
public record HomomorphismMatching(List<SignedPermutation> images, double score, double upperBound) {
    public HomomorphismMatching {
        images = List.copyOf(images);
    }

    /** The best homomorphism that was found. */
    public static HomomorphismMatching best(UnitScores scores) {
        SignedPermutation identity = SignedPermutation.identity(scores.units());
        List<SignedPermutation> images =
                new ArrayList<>(Collections.nCopies(scores.group().order(), identity));
        double sum = 0;
        for (int g = 1; g < images.size(); g++) {
            for (int j = 0; j < scores.units(); j++) {
                sum += scores.score(g, j, j, 1);
            }
        }
        return new HomomorphismMatching(images, sum, Double.POSITIVE_INFINITY);
    }
}
