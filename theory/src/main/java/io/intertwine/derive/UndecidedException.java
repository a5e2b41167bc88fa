package io.intertwine.derive;

/** A question about constants or limits that the methods of this package leave open; never leaves the package. */
final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecidedException(String reason) {
        super(reason);
    }

    /** What was not decided. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
