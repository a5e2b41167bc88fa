package io.intertwine.criterion;

/**
 * One hypothesis of a criterion at the parameters of a network.
 *
 * @param statement what must hold, for instance "no two rows of a hidden layer agree up to sign"
 * @param truth whether it does
 * @param found what was found: the numbers compared, or the place where it fails
 */
public record Hypothesis(String statement, Truth truth, String found) {
    /** Three-valued truth. */
    public enum Truth {
        /** It holds. */
        HOLDS,
        /** It fails. */
        FAILS,
        /** It was not decided. */
        UNKNOWN
    }
}
