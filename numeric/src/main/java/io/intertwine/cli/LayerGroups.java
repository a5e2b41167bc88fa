package io.intertwine.cli;

import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.ActivationFacts.Kind;

/** The groups that act on a layer of n neurons, in words (monomiality: see theory, after Godfrey et al. 2022, arXiv 2205.14258). */
final class LayerGroups {
    private LayerGroups() {}

    /** The matrices A with s(A x) = B s(x) for some B. */
    static String linear(Kind kind) {
        return switch (kind) {
            case TRIVIAL -> "the permutation matrices";
            case SIGNS -> "the signed permutation matrices";
            case POSITIVE -> "the monomial matrices with positive entries";
            case NONZERO -> "the monomial matrices";
            case DISCRETE -> "the monomial matrices with entries in the linear group";
            case GENERAL_LINEAR -> "GL(n), every invertible matrix";
            case STABILISER_OF_ONES -> "the invertible matrices that fix the all-ones vector";
            case ALL -> "every invertible matrix, because s is constant";
            case UNDETERMINED -> "not decided";
        };
    }

    /** The affine maps x -> A x + c with s(A x + c) = B s(x) + e for some B and e. */
    static String affine(ActivationFacts facts) {
        return switch (facts.linear().kind()) {
            case GENERAL_LINEAR, STABILISER_OF_ONES, ALL -> "every invertible affine map";
            default ->
                facts.complete()
                        ? "permutations of the units, with an element of the affine group for each"
                        : "not decided; it contains the permutations of the units, with the elements above";
        };
    }

    /** The factors a, in words. */
    static String factors(Kind kind) {
        return switch (kind) {
            case TRIVIAL, STABILISER_OF_ONES -> "a = 1";
            case SIGNS -> "a = 1 or -1";
            case POSITIVE -> "a > 0";
            case NONZERO, GENERAL_LINEAR, ALL -> "a not 0";
            case DISCRETE -> "infinitely many a, discrete";
            case UNDETERMINED -> "not decided";
        };
    }
}
