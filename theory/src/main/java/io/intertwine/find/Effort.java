package io.intertwine.find;

/**
 * The arithmetic that a search may spend, counted in operations on machine words: 10 to 30 million of them take a second. The
 * count depends on the problem alone and not on the machine, so that a result can be repeated.
 */
final class Effort {
    private long left;

    Effort(long budget) {
        left = budget;
    }

    /** Ends the search when nothing is left. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SpentException() {
            super("the effort is spent", null, false, false);
        }
    }

    /** Takes away so many operations. Throws {@link SpentException} if there were not so many left. */
    void spend(long operations) {
        left -= operations;
        if (left < 0) {
            throw new SpentException();
        }
    }
}
