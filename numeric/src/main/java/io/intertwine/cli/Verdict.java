package io.intertwine.cli;

import io.intertwine.find.Answer;

/** An answer to one question. */
enum Verdict {
    /** It holds. */
    HOLDS("holds", ExitCode.HOLDS),
    /** It is refuted. */
    REFUTED("refuted", ExitCode.REFUTED),
    /** Neither was found. */
    UNDETERMINED("undetermined", ExitCode.UNDETERMINED);

    private final String word;
    private final int exitCode;

    Verdict(String word, int exitCode) {
        this.word = word;
        this.exitCode = exitCode;
    }

    /** The answer of a search. */
    static Verdict of(Answer answer) {
        return switch (answer) {
            case HOLDS -> HOLDS;
            case REFUTED -> REFUTED;
            case UNDETERMINED -> UNDETERMINED;
        };
    }

    /** The exit code of a command with this answer. */
    int exitCode() {
        return exitCode;
    }

    @Override
    public String toString() {
        return word;
    }
}
