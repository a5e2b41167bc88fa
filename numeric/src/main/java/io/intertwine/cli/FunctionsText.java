package io.intertwine.cli;

import io.intertwine.dimension.LocalFunction;
import io.intertwine.dimension.LocalFunctions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which functions of the parameters are locally identifiable, for people: a line for each group of them. */
final class FunctionsText {
    private static final int SHOWN = 6;

    private FunctionsText() {}

    static void print(LocalFunctions functions, Terminal terminal) {
        Map<String, List<LocalFunction>> groups = new LinkedHashMap<>();
        for (LocalFunction function : functions.functions()) {
            groups.computeIfAbsent(function.group(), group -> new ArrayList<>()).add(function);
        }
        Table table = new Table("  ", List.of("locally identifiable", "", "", ""));
        groups.forEach((name, group) -> table.row(List.of(name, count(group), grade(group), examples(group))));
        table.lines(terminal::faint).forEach(line -> terminal.print(line.stripTrailing()));
        functions.leftOut().forEach(what -> terminal.paragraph("  - ", "Not looked at: " + what + "."));
        terminal.print("");
    }

    private static String count(List<LocalFunction> group) {
        long identifiable = group.stream().filter(LocalFunction::identifiable).count();
        if (identifiable == 0) {
            return "none of " + group.size();
        }
        return (identifiable == group.size() ? "all" : String.valueOf(identifiable)) + " of " + group.size();
    }

    /** What is not proved was seen at a random point modulo a prime, and is likely. */
    private static String grade(List<LocalFunction> group) {
        long proved = group.stream().filter(LocalFunction::proved).count();
        if (proved == group.size()) {
            return "proved";
        }
        return proved == 0 ? "seen modulo a prime" : proved + " of these answers proved";
    }

    /** The names where some are identifiable and some not; else an example where the names are not those of the group. */
    private static String examples(List<LocalFunction> group) {
        List<String> identifiable = group.stream()
                .filter(LocalFunction::identifiable)
                .map(LocalFunction::name)
                .toList();
        if (identifiable.isEmpty() || identifiable.size() == group.size()) {
            LocalFunction first = group.get(0);
            return first.name().startsWith(first.group()) ? "" : "such as " + first.name();
        }
        return identifiable.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (identifiable.size() > SHOWN ? ", ..." : "");
    }
}
