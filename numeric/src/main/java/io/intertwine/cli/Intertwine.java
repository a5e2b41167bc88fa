package io.intertwine.cli;

import io.intertwine.io.FormatException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code intertwine} command: finds the command that is named, runs it, and turns what goes wrong into one line. */
public final class Intertwine {
    private static final String NAME = "intertwine";
    private static final int MOST_FRAMES = 12;
    private static final String DEBUG = "INTERTWINE_DEBUG";
    /** The launcher says whether standard error is a terminal; Java cannot ask. */
    private static final String WATCHED = "intertwine.watched";

    private Intertwine() {}

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        /** Does it, and says with which exit code. */
        int run() throws FormatException;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        boolean watched = Boolean.getBoolean(WATCHED);
        int code = run(args, new Terminal(System.out, System.err, () -> Ansi.AUTO.enabled(), watched));
        if (System.out.checkError() && code < ExitCode.USAGE) {
            System.err.println(NAME + ": the output could not be written");
            code = ExitCode.INPUT;
        }
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
        return guard(() -> dispatch(args, terminal), terminal);
    }

    /** Does the work of a command, and turns whatever goes wrong into one line and an exit code. */
    static int guard(Work work, Terminal terminal) {
        try {
            return work.run();
        } catch (ParameterException wrong) {
            return usage(terminal, wrong);
        } catch (FormatException unusable) {
            terminal.error(String.valueOf(unusable.getMessage()));
            return ExitCode.INPUT;
        } catch (OutOfMemoryError exhausted) {
            terminal.remark("not enough memory for this input; more can be given with INTERTWINE_OPTS=-Xmx8g");
            return ExitCode.INPUT;
        } catch (ArithmeticException limit) {
            // Numbers whose common field passes a limit are valid input that cannot be worked with.
            terminal.remark("these numbers cannot be worked with exactly: " + limit.getMessage());
            trace(terminal, limit);
            return ExitCode.INPUT;
        } catch (StackOverflowError exhausted) {
            return fault(terminal, "the stack ran over", exhausted);
        } catch (RuntimeException | LinkageError | AssertionError fault) {
            return fault(terminal, String.valueOf(fault), fault);
        }
    }

    private static int usage(Terminal terminal, ParameterException wrong) {
        List<String> near =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        terminal.remark(wrong.getMessage()
                + (near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?")
                + " (see " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }

    private static int fault(Terminal terminal, String what, Throwable fault) {
        terminal.remark("this is a fault of intertwine, not of yours: " + what
                + ". Please report it with the input that led to it; " + DEBUG + "=1 shows where it happened.");
        trace(terminal, fault);
        return ExitCode.FAULT;
    }

    private static void trace(Terminal terminal, Throwable fault) {
        if ("1".equals(System.getenv(DEBUG))) {
            StackTraceElement[] trace = fault.getStackTrace();
            for (int i = 0; i < Math.min(MOST_FRAMES, trace.length); i++) {
                terminal.trace("    at " + trace[i]);
            }
        }
    }

    private static int dispatch(String[] args, Terminal terminal) throws FormatException {
        Map<String, Command> commands = commands(args.length == 0 ? "" : args[0]);
        CommandLine line = new CommandLine(root());
        commands.forEach((name, command) -> line.addSubcommand(name, withHelp(command.spec())));
        ParseResult parsed = line.parseArgs(args);
        ParseResult arguments = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (arguments.isUsageHelpRequested()) {
            CommandLine asked = arguments.commandSpec().commandLine();
            terminal.out().print(asked.getUsageMessage(terminal.isColoured() ? Ansi.ON : Ansi.OFF));
            return ExitCode.HOLDS;
        }
        if (arguments.isVersionHelpRequested()) {
            terminal.print(NAME + " " + version());
            return ExitCode.HOLDS;
        }
        Command command = commands.get(arguments.commandSpec().name());
        if (command == null) {
            throw new ParameterException(line, "Missing command: one of " + String.join(", ", commands.keySet()));
        }
        return command.run(arguments, terminal);
    }

    /** The command of this name alone, because to set up a command takes time; all of them if there is none of this name. */
    private static Map<String, Command> commands(String name) {
        Map<String, Command> commands = new LinkedHashMap<>();
        all().forEach((each, command) -> {
            if (each.equals(name) || !all().containsKey(name)) {
                commands.put(each, command.get());
            }
        });
        return commands;
    }

    private static Map<String, Supplier<Command>> all() {
        Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("symmetrize", SymmetrizeCommand::new);
        commands.put("equal", EqualCommand::new);
        commands.put("reduce", ReduceCommand::new);
        commands.put("identify", IdentifyCommand::new);
        commands.put("dimension", DimensionCommand::new);
        commands.put("maps", MapsCommand::new);
        commands.put("random", RandomCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("activation", ActivationCommand::new);
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
                .description("Verifies equivariance and identifiability of neural networks, exactly.")
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

    /** The version of this program and of Java. */
    static String version() {
        String version = Intertwine.class.getPackage().getImplementationVersion();
        return (version == null ? "(unpackaged)" : version) + " (Java "
                + Runtime.version().feature() + ")";
    }
}
