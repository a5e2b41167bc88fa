package io.intertwine.rep;

/** The maps given for a group's generators do not satisfy one of its relators, so they are no representation. */
public final class BrokenRelatorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String relator;

    /** For a relator in the notation of the symmetry format. */
    public BrokenRelatorException(String relator) {
        super("the relator \"" + relator + "\" does not evaluate to the identity");
        this.relator = relator;
    }

    /** The relator that fails. */
    public String relator() {
        return relator;
    }
}
