package io.intertwine.activation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is derived about an activation s: its single-neuron intertwiner groups with their characters, its affine relations, and how they
 * were derived.
 *
 * @param expression s
 * @param linear the linear group {a : s(a x) = b s(x) for some b}, and its character
 * @param generators finitely many elements that generate the affine group {(a, c)} together with the continuous families
 * @param continuous families of elements with the symbol t, for every t > 0
 * @param complete whether generators and families are proved to generate the whole affine group
 * @param relations the relations found; a generator that is not the identity is a relation too and is not repeated here
 * @param relationsComplete for every class of relations, whether its search is complete, and why
 * @param derivation the steps of the derivation, each a sentence with its justification
 */
public record ActivationFacts(
        Expression expression,
        Linear linear,
        List<AffineSymmetry> generators,
        List<AffineSymmetry> continuous,
        boolean complete,
        List<Relation> relations,
        Map<String, String> relationsComplete,
        List<String> derivation) {
    /** The kinds of linear groups, in the words of the command line. */
    public enum Kind {
        /** Only 1. */
        TRIVIAL,
        /** 1 and -1. */
        SIGNS,
        /** Every positive number. */
        POSITIVE,
        /** Every number but 0. */
        NONZERO,
        /** An infinite discrete group of factors. */
        DISCRETE,
        /** s(x) = m x with m not 0: on n units the group is GL(n). */
        GENERAL_LINEAR,
        /** s(x) = m x + q with m and q not 0: on n units the matrices that fix the all-ones vector. */
        STABILISER_OF_ONES,
        /** s is constant: on n units every invertible matrix. */
        ALL,
        /** Not decided. */
        UNDETERMINED
    }

    /**
     * The linear group.
     *
     * @param kind which group
     * @param image b as a formula in a, such as "a", "abs(a)", "a^2", "1"
     * @param generators elements (a, 0) that generate it, with their companions; with the symbol t for continuous families
     */
    public record Linear(Kind kind, String image, List<AffineSymmetry> generators) {
        public Linear {
            generators = List.copyOf(generators);
        }
    }

    public ActivationFacts {
        generators = List.copyOf(generators);
        continuous = List.copyOf(continuous);
        relations = List.copyOf(relations);
        relationsComplete = Collections.unmodifiableMap(new LinkedHashMap<>(relationsComplete));
        derivation = List.copyOf(derivation);
    }
}
