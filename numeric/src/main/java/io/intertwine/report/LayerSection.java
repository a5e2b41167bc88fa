package io.intertwine.report;

import io.intertwine.find.Normalisation;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.Orbits.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of the hidden layers, and their actions written out. */
final class LayerSection {
    private static final int MOST_WRITTEN_UNITS = 64;

    private LayerSection() {}

    static Markup of(Drawing drawing) {
        if (drawing.spaces().isEmpty()) {
            return new Markup();
        }
        Markup section = new Markup().open("section").leaf("h2", "What the group does to each layer");
        section.open("table", "class", "stacking").open("thead").open("tr");
        for (String title : List.of(
                "layer",
                "units",
                "activation",
                "latent group",
                "exchanged",
                "negated",
                "fixed",
                "in words",
                "decomposition")) {
            section.leaf("th", title);
        }
        section.close().close().open("tbody");
        drawing.spaces().forEach(space -> section.add(row(drawing, space)));
        section.close().close();
        drawing.spaces().forEach(space -> section.add(details(drawing, space)));
        return section.close();
    }

    private static Markup row(Drawing drawing, HiddenSpace space) {
        Orbits orbits = space.orbits();
        boolean counted = orbits.monomial();
        int exchanged = orbits.count(Kind.PERMUTED) + orbits.count(Kind.PERMUTED_AND_NEGATED);
        Markup row = new Markup().open("tr");
        cell(row, "layer", name(drawing, space));
        cell(row, "units", Numbers.count(space.units()));
        cell(row, "activation", space.activation());
        cell(row, "latent group", space.group());
        cell(row, "exchanged", counted ? Numbers.count(exchanged) : "\u2013");
        cell(row, "negated", counted ? Numbers.count(orbits.count(Kind.NEGATED)) : "\u2013");
        cell(row, "fixed", counted ? Numbers.count(orbits.count(Kind.FIXED)) : "\u2013");
        cell(row, "in words", orbits.describe());
        cell(row, "decomposition", orbits.decomposition());
        return row.close();
    }

    /** "Hidden layer 1", or "Output layer" for the units of the last dense layer. */
    static String name(Drawing drawing, HiddenSpace space) {
        boolean last = drawing
                .network()
                .layers()
                .subList(space.index() + 1, drawing.network().layers().size())
                .stream()
                .noneMatch(Layer.Dense.class::isInstance);
        return last ? "Output layer" : "Hidden layer " + space.layer();
    }

    private static void cell(Markup row, String title, String text) {
        row.leaf("td", text, "data-label", title);
    }

    private static Markup details(Drawing drawing, HiddenSpace space) {
        Markup details =
                new Markup().open("details").leaf("summary", name(drawing, space) + ": the action, written out");
        if (space.units() > MOST_WRITTEN_UNITS) {
            details.leaf(
                    "p",
                    "The layer has " + Numbers.count(space.units())
                            + " units; the certificate holds its action in full.",
                    "class",
                    "muted");
        } else {
            boolean same = space.preactivation().equals(space.action());
            notation(
                    details,
                    drawing,
                    same ? "before and after the activation" : "before the activation",
                    space.preactivation());
            if (!same) {
                notation(details, drawing, "after the activation", space.action());
            }
        }
        normalised(space).ifPresent(found -> normalised(details, found));
        return details.close();
    }

    private static void notation(Markup details, Drawing drawing, String where, List<AffineMap> maps) {
        for (int g = 0; g < maps.size(); g++) {
            details.open("p", "class", "small")
                    .leaf("span", drawing.generators().get(g), "class", "badge")
                    .text(" " + where)
                    .close();
            details.open("pre").leaf("code", ActionWords.notation(maps.get(g))).close();
        }
    }

    /** The rescaling that makes the action permutations, if the action is positive and not yet one by permutations. */
    private static Optional<Normalisation> normalised(HiddenSpace space) {
        return Normalisation.of(space.preactivation()).filter(found -> !found.isTrivial());
    }

    private static void normalised(Markup details, Normalisation found) {
        details.leaf(
                "p",
                "The action multiplies units by positive numbers. Multiplying the units by the following numbers instead, and "
                        + "dividing their outgoing weights by them, leaves the function as it is and makes the action permutations alone:",
                "class",
                "small");
        String numbers = found.diagonal().size() > MOST_WRITTEN_UNITS
                ? Numbers.count(found.diagonal().size()) + " numbers"
                : found.diagonal().stream().map(Numbers::exact).collect(Collectors.joining(", "));
        details.open("pre").leaf("code", numbers).close();
    }
}
