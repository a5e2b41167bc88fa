package io.intertwine.cli;

import io.intertwine.io.FormatException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of {@code intertwine}. */
interface Command {
    /** Its options and parameters, with the text of its help. */
    CommandSpec spec();

    /**
     * Does the work.
     *
     * @param arguments what was given for the options and parameters of {@link #spec}
     * @param terminal where results and remarks go
     * @return the exit code
     * @throws FormatException if a file or value cannot be used
     */
    int run(ParseResult arguments, Terminal terminal) throws FormatException;
}
