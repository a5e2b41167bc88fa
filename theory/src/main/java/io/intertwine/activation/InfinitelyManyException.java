package io.intertwine.activation;

/** A test changes sign, or may, infinitely often: only a periodic decomposition can do it justice. */
final class InfinitelyManyException extends UndecidedException {
    private static final long serialVersionUID = 1L;

    InfinitelyManyException(String reason) {
        super(reason);
    }
}
