package io.intertwine.cli;

import io.intertwine.find.MapsDimension;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.Decomposition;
import io.intertwine.rep.LinearRepresentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A space of equivariant maps for people. */
final class MapsText {
    private static final int COLUMN = 13;
    private static final int MOST_COMMUTING = 40;

    private final Terminal terminal;

    private MapsText(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints the dimension and what it rests on.
     *
     * @param biases what is known of the fixed vectors of the target, if it was asked for
     */
    static void print(
            LinearRepresentation source,
            LinearRepresentation target,
            MapsDimension maps,
            List<MapsDimension> biases,
            Terminal terminal) {
        MapsText text = new MapsText(terminal);
        terminal.print(text.headline("the space of equivariant linear maps", maps));
        biases.forEach(bias -> terminal.print(text.headline("the space of fixed vectors of W, the biases", bias)));
        terminal.print("");
        text.entry("group", group(source));
        text.representation("V", source);
        text.representation("W", target);
        text.proof("proof", maps);
        biases.forEach(bias -> text.proof("biases", bias));
        terminal.print("");
    }

    private String headline(String what, MapsDimension maps) {
        if (maps.dimension().isEmpty()) {
            return terminal.yellow("undetermined") + ": the dimension of " + what + " was not found.";
        }
        String dimension = "dimension " + maps.dimension().getAsLong();
        return maps.isProved()
                ? terminal.green(dimension) + ": " + what + ", proved."
                : terminal.yellow(dimension) + ": " + what + ", not proved.";
    }

    /** The size of a representation, what it is built from, and what it decomposes into. */
    private void representation(String name, LinearRepresentation representation) {
        int n = representation.dimension();
        entry(name, n + (n == 1 ? " coordinate: " : " coordinates: ") + StructureText.of(representation));
        decomposition(representation).ifPresent(words -> entry("", words));
    }

    /** What a representation decomposes into, where that is found quickly: by characters, or by commuting maps of a small space. */
    private static Optional<String> decomposition(LinearRepresentation representation) {
        if (representation.dimension() <= MOST_COMMUTING) {
            return Decomposition.inWords(representation);
        }
        return Decomposition.tryOf(representation).map(Decomposition::describe);
    }

    private void proof(String name, MapsDimension maps) {
        maps.proof().forEach(proof -> entry(name, proof.theorem().rule()));
        maps.reasons().forEach(reason -> terminal.paragraph("  - ", reason));
    }

    private static String group(LinearRepresentation representation) {
        List<String> parts = new ArrayList<>();
        GroupDescription discrete = representation.group().discrete();
        List<String> names = discrete.generators();
        if (!names.isEmpty()) {
            List<String> relators = discrete.relators().stream()
                    .map((Word relator) -> relator.format(names))
                    .toList();
            parts.add("generators " + list(names) + (relators.isEmpty() ? "" : " with relators " + list(relators)));
        }
        List<String> algebra = representation.group().connected().generators();
        if (!algebra.isEmpty()) {
            parts.add("Lie algebra generators " + list(algebra));
        }
        return String.join("; ", parts);
    }

    private static String list(List<String> texts) {
        int shown = 8;
        String first = String.join(", ", texts.subList(0, Math.min(shown, texts.size())));
        return texts.size() <= shown ? first : first + " and " + (texts.size() - shown) + " more";
    }

    private void entry(String name, String text) {
        terminal.paragraph(String.format(Locale.ROOT, "  %-" + COLUMN + "s", name), text);
    }
}
