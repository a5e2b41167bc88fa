package io.intertwine.exact;

/** Says that a text does not denote an exact number, why, and at which character. */
public final class NumberSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The place of the fault, counted from 0. */
    private final int position;

    /**
     * Creates the exception.
     *
     * @param message what was expected and what was found
     * @param position the index of the character where the fault lies, counted from 0; the length of the text when it
     *     ends too early
     */
    public NumberSyntaxException(String message, int position) {
        super(message + " at character " + position);
        this.position = position;
    }

    /** Returns the index of the character where the fault lies, counted from 0. */
    public int position() {
        return position;
    }
}
