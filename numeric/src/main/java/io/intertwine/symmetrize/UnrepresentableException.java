package io.intertwine.symmetrize;

/** Floats of the wanted precision that are exactly equivariant were not found; exact numbers always exist. */
public final class UnrepresentableException extends Exception {
    private static final long serialVersionUID = 1;

    UnrepresentableException(String message) {
        super(message);
    }
}
