package io.intertwine.cli;

import io.intertwine.io.FormatException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code intertwine} command: finds the command that is named, runs it, and turns what goes wrong into one line. */
public final class Intertwine {
    private static final String NAME = "intertwine";
    private static final String DEBUG = "INTERTWINE_DEBUG";

    private Intertwine() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(args, new Terminal(System.out, System.err, () -> Ansi.AUTO.enabled()));
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /**
     * Runs the command, without colours.
     *
     * @param args the words after {@code intertwine}
     * @param out for results
     * @param err for remarks and errors
     * @return the exit code
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Terminal(out, err, () -> false));
    }

    private static int run(String[] args, Terminal terminal) {
        try {
            return dispatch(args, terminal);
        } catch (ParameterException wrong) {
            terminal.remark(wrong.getMessage() + " (see " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
            return ExitCode.USAGE;
        } catch (FormatException unusable) {
            terminal.remark(String.valueOf(unusable.getMessage()));
            return ExitCode.INPUT;
        } catch (OutOfMemoryError exhausted) {
            terminal.remark("not enough memory for this input; more can be given with INTERTWINE_OPTS=-Xmx8g");
            return ExitCode.INPUT;
        } catch (StackOverflowError exhausted) {
            return fault(terminal, "the stack ran over", exhausted);
        } catch (RuntimeException | LinkageError | AssertionError fault) {
            return fault(terminal, String.valueOf(fault), fault);
        }
    }

    private static int fault(Terminal terminal, String what, Throwable fault) {
        terminal.remark("this is a fault of intertwine, not of yours: " + what
                + ". Please report it with the input that led to it; " + DEBUG + "=1 shows where it happened.");
        if ("1".equals(System.getenv(DEBUG))) {
            for (StackTraceElement element : List.of(fault.getStackTrace()).subList(0, Math.min(12, fault.getStackTrace().length))) {
                terminal.trace("    at " + element);
            }
        }
        return ExitCode.FAULT;
    }

    private static int dispatch(String[] args, Terminal terminal) throws FormatException {
        Map<String, Supplier<Command>> commands = commands();
        CommandLine line = new CommandLine(root());
        Map<String, Command> known = new LinkedHashMap<>();
        String named = args.length == 0 ? "" : args[0];
        for (Map.Entry<String, Supplier<Command>> entry : commands.entrySet()) {
            if (!commands.containsKey(named) || entry.getKey().equals(named)) {
                Command command = entry.getValue().get();
                known.put(entry.getKey(), command);
                line.addSubcommand(entry.getKey(), withHelp(command.spec()));
            }
        }
        ParseResult parsed = line.parseArgs(args);
        if (!parsed.hasSubcommand()) {
            return root(line, parsed, terminal);
        }
        ParseResult arguments = parsed.subcommand();
        if (arguments.isUsageHelpRequested()) {
            terminal.out().print(usage(arguments.commandSpec().commandLine(), terminal));
            return ExitCode.HOLDS;
        }
        String name = arguments.commandSpec().name();
        Command command = Objects.requireNonNull(known.get(name), name);
        return command.run(arguments, terminal);
    }

    private static int root(CommandLine line, ParseResult parsed, Terminal terminal) {
        if (parsed.isVersionHelpRequested()) {
            terminal.print(NAME + " " + version());
            return ExitCode.HOLDS;
        }
        if (parsed.isUsageHelpRequested()) {
            terminal.out().print(usage(line, terminal));
            return ExitCode.HOLDS;
        }
        throw new ParameterException(line, "Missing command: one of " + String.join(", ", line.getSubcommands().keySet()));
    }

    private static String usage(CommandLine line, Terminal terminal) {
        return line.getUsageMessage(terminal.isColoured() ? Ansi.ON : Ansi.OFF);
    }

    private static Map<String, Supplier<Command>> commands() {
        Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("convert", ConvertCommand::new);
        return commands;
    }

    private static CommandSpec root() {
        CommandSpec root = CommandSpec.create().name(NAME);
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        root.usageMessage()
                .description("Verifies equivariance and identifiability of neural networks exactly.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "Exit codes: 0 holds, 1 refuted, 2 undetermined,",
                        "64 wrong usage, 65 unusable input, 70 a fault of this program.");
        return withHelp(root);
    }

    private static CommandSpec withHelp(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }

    private static String version() {
        String version = Intertwine.class.getPackage().getImplementationVersion();
        return (version == null ? "(unpackaged)" : version) + " (Java " + Runtime.version().feature() + ")";
    }
}
