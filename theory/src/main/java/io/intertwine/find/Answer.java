package io.intertwine.find;

/** Three-valued answers. */
public enum Answer {
    /** Proved. */
    HOLDS,
    /** Disproved. */
    REFUTED,
    /** Neither. */
    UNDETERMINED
}
