package io.intertwine.derive;

/** A step of a derivation whose outcome could not be decided; the message says what was to be decided. */
final class NotDecided extends Exception {
    private static final long serialVersionUID = 1L;

    NotDecided(String what) {
        super(what);
    }

    /** What was to be decided. */
    String what() {
        return String.valueOf(getMessage());
    }
}
