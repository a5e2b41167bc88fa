package io.intertwine.criterion;

import io.intertwine.net.Network;
import java.util.List;

/**
 * One row of the decision table: a theorem that says when the parameters of a network are identifiable. The checker believes a
 * criterion whose grade is not conjectural, which concerns the network, and whose hypotheses all hold.
 */
public interface Criterion {
    /** How far a criterion is established. */
    enum Grade {
        /** The proof is written down in {@code docs/IDENTIFIABILITY.md}. */
        PROVED,
        /** Proved in the cited source. */
        CITED,
        /** A conjecture, a conditional result, or a proof that nobody has reviewed; never a proof of a verdict. */
        CONJECTURAL
    }

    /** What a criterion concludes. */
    enum Conclusion {
        /** All parameters with the same function are related by {@link #group}. */
        IDENTIFIABLE,
        /** The same for parameters near the given one. */
        LOCALLY_IDENTIFIABLE,
        /** Finitely many classes for generic parameters; nothing about the given one. */
        FINITELY_IDENTIFIABLE
    }

    /** A short name, unique in the table, as it stands in certificates: {@code tanh-deep}. */
    String name();

    /** The criterion in one sentence. */
    String statement();

    /** Author, year, theorem, and identifier of the source. */
    String source();

    /** How far it is established. */
    Grade grade();

    /** What it concludes where its hypotheses hold. */
    Conclusion conclusion();

    /** Whether a parameter that fails a hypothesis is never identifiable. */
    boolean isNecessary();

    /** The latent symmetry group of a hidden layer in words: "signed permutations". */
    String group();

    /** Whether the architecture is of the kind that the criterion speaks of: depth, activations, biases. */
    boolean concerns(Network network);

    /** The hypotheses at the network's parameters, each with what was found; the network must be one that this concerns. */
    List<Hypothesis> hypotheses(Network network);
}
