package io.intertwine.cli;

/** What the process tells its caller. */
final class ExitCode {
    /** The claim holds, or the work is done. */
    static final int HOLDS = 0;

    /** The claim is refuted, or a certificate does not prove what it claims. */
    static final int REFUTED = 1;

    /** Neither. */
    static final int UNDETERMINED = 2;

    /** The command line makes no sense. */
    static final int USAGE = 64;

    /** A file or a value that cannot be used. */
    static final int INPUT = 65;

    /** A fault of this program. */
    static final int FAULT = 70;

    private ExitCode() {}
}
