package io.intertwine.cli;

import io.intertwine.io.FormatException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

final class DemoCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Parameters.command("demo", "A worked example.").addPositional(Parameters.optional(0, "DIR", "Where to write (default: intertwine-demo)."));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws FormatException {
        return 0;
    }
}
