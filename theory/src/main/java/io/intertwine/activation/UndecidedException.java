package io.intertwine.activation;

/** Something could not be decided; caught where an undetermined result is made of it. */
class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecidedException(String reason) {
        super(reason);
    }

    /** Why. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
