package io.intertwine.find;

import io.intertwine.net.Network;
import java.util.List;

/**
 * What {@link Identifier} found out about the parameters of a network.
 *
 * @param network the network
 * @param verdict the verdict
 * @param classes how many classes of parameters of the same architecture have the same function: a number, "infinite", or empty where
 *     it is not known
 * @param upTo the latent symmetry groups in words, empty for {@link Verdict#UNDETERMINED}
 * @param by the criterion that decided, if one did
 * @param considered the other criteria that concern the network, the nearest first
 * @param witness a parameter of the same architecture with the same function that is not related to the given one; at most one
 * @param reduction the reduced network and how it was reached
 * @param proof the evidence for the verdict; empty for {@link Verdict#UNDETERMINED}
 * @param reasons remarks, and what is missing, as sentences
 */
public record Identification(
        Network network,
        Verdict verdict,
        String classes,
        String upTo,
        List<Assessment> by,
        List<Assessment> considered,
        List<Network> witness,
        ReducedNetwork reduction,
        List<Proof> proof,
        List<String> reasons) {
    /** The verdicts, in the words of the command line. */
    public enum Verdict {
        /** All parameters with the same function are related by the latent groups. */
        IDENTIFIABLE("identifiable"),
        /** The same holds for the reduced network only. */
        WEAKLY_IDENTIFIABLE("weakly-identifiable"),
        /** Several classes, finitely many. */
        FINITELY_IDENTIFIABLE("finitely-identifiable"),
        /** Identifiable among the parameters near the given one; nothing is known about the others. */
        LOCALLY_IDENTIFIABLE("locally-identifiable"),
        /** Another parameter has the same function. */
        NOT_IDENTIFIABLE("not-identifiable"),
        /** Not decided. */
        UNDETERMINED("undetermined");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** The verdict as it is printed. */
        public String text() {
            return text;
        }
    }

    public Identification {
        by = List.copyOf(by);
        considered = List.copyOf(considered);
        witness = List.copyOf(witness);
        proof = List.copyOf(proof);
        reasons = List.copyOf(reasons);
    }
}
