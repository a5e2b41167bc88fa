package io.intertwine.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options and parameters that commands share, and how to ask what was given for them. */
final class Parameters {
    private static final String JSON = "--json";
    private static final String SEED = "--seed";
    private static final long DEFAULT_SEED = 1;

    private Parameters() {}

    /** A new command. */
    static CommandSpec command(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description, "").sortOptions(false).width(96);
        return spec;
    }

    /** A required parameter. */
    static PositionalParamSpec required(int index, String label, String description) {
        return positional(index, label, "1", description);
    }

    /** A parameter that may be left out. */
    static PositionalParamSpec optional(int index, String label, String description) {
        return positional(index, label, "0..1", description);
    }

    private static PositionalParamSpec positional(int index, String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .required(!arity.startsWith("0"))
                .arity(arity)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** An option with a value, by one or more names. */
    static OptionSpec option(Class<?> type, String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(type)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option without a value, by one or more names. */
    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    /** The option {@code --json}. */
    static OptionSpec json() {
        return flag("Print the result as one JSON object.", JSON);
    }

    /** The option {@code --seed}; {@code what} says what it is the seed of. */
    static OptionSpec seed(String what) {
        return option(long.class, "N", "Seed of " + what + " (default " + DEFAULT_SEED + ").", SEED);
    }

    /** The seed that was given, or 1. */
    static long seed(ParseResult arguments) {
        return arguments.matchedOptionValue(SEED, DEFAULT_SEED);
    }

    /** Whether {@code --json} was given. */
    static boolean isJson(ParseResult arguments) {
        return arguments.hasMatchedOption(JSON);
    }

    /** The text given for an option; empty if it was not given. */
    static String text(ParseResult arguments, String option) {
        String text = arguments.matchedOptionValue(option, "");
        if (arguments.hasMatchedOption(option) && text.isEmpty()) {
            throw wrong(arguments, "Option " + option + " needs a value that is not empty");
        }
        return text;
    }

    /** The text given for a parameter; empty if it was not given. */
    static String text(ParseResult arguments, int index) {
        return arguments.matchedPositionalValue(index, "");
    }

    /** A wrong use of the command line. */
    static ParameterException wrong(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
