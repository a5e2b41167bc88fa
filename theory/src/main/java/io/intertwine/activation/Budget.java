package io.intertwine.activation;

/** Counts the steps of an analysis and ends it when there are too many; the same input always ends at the same step. */
final class Budget {
    private int left;

    Budget(int steps) {
        left = steps;
    }

    void spend(int steps) {
        left -= steps;
        if (left < 0) {
            throw new UndecidedException("the expression is too large for this analysis");
        }
    }
}
