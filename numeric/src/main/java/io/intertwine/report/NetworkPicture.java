package io.intertwine.report;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.symmetry.Orbits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network, layer by layer from the top down, with the units side by side with those of their orbit. */
final class NetworkPicture {
    private static final int MOST_UNITS = 28;

    private NetworkPicture() {}

    static Markup of(Subject subject) {
        List<UnitRowPicture> rows = rows(subject);
        Markup section = new Markup().open("section").leaf("h2", "The network");
        section.leaf("p", introduction(subject), "class", "muted");
        section.open("div", "class", "network");
        for (int i = 0; i < rows.size(); i++) {
            section.add(rows.get(i).row());
            if (i + 1 < rows.size()) {
                section.add(EdgeStrip.between(rows.get(i), rows.get(i + 1)));
            }
        }
        section.close();
        if (!subject.spaces().isEmpty()) {
            section.add(legend());
        }
        return section.add(remarks(rows)).close();
    }

    private static String introduction(Subject subject) {
        if (subject.spaces().isEmpty()) {
            return "Every circle is a unit. No action on the hidden units is known, so they have no colours.";
        }
        return "Every circle is a unit. Units that the group carries to one another stand together in one capsule of one colour."
                + (subject.isReparametrised() ? " This is the network at its new weights." : "");
    }

    private static List<UnitRowPicture> rows(Subject subject) {
        Network network = subject.network();
        List<UnitRowPicture> rows = new ArrayList<>();
        String input = subject.image().map(shape -> shape + " image").orElse(Numbers.count(network.inputs(), "number"));
        rows.add(new UnitRowPicture(
                "Input", input, sample(subject.inputs(), network.inputs()), Optional.empty(), letter(subject)));
        int last = lastDense(network);
        int number = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense dense) {
                number++;
                rows.add(i == last ? output(subject, dense.weight()) : hidden(subject, i, number, dense.weight()));
            }
        }
        return rows;
    }

    private static int lastDense(Network network) {
        int last = network.layers().size() - 1;
        while (last >= 0 && !(network.layers().get(last) instanceof Layer.Dense)) {
            last--;
        }
        return last;
    }

    private static UnitRowPicture hidden(Subject subject, int index, int number, ExactMatrix weight) {
        Optional<HiddenSpace> space = subject.spaces().stream()
                .filter(candidate -> candidate.index() == index)
                .findFirst();
        UnitSample units = space.map(found -> UnitSample.of(found.orbits(), found.preactivation(), MOST_UNITS))
                .filter(sample -> !sample.groups().isEmpty())
                .orElseGet(() -> UnitSample.plain(weight.rows(), MOST_UNITS));
        String activation = subject.network().layers().get(index + 1) instanceof Layer.Entrywise entrywise
                ? entrywise.uniform().map(known -> ", " + known.name()).orElse(", several activations")
                : "";
        return new UnitRowPicture(
                "Hidden layer " + number,
                Numbers.count(weight.rows(), "unit") + activation,
                units,
                Optional.of(weight),
                Optional.empty());
    }

    private static UnitRowPicture output(Subject subject, ExactMatrix weight) {
        Network network = subject.network();
        Layer end = network.layers().get(network.layers().size() - 1);
        String after = end instanceof Layer.Entrywise units
                ? units.uniform().map(known -> ", " + known.name()).orElse("")
                : "";
        return new UnitRowPicture(
                "Output",
                Numbers.count(weight.rows(), "number") + (end instanceof Layer.Softmax ? ", softmax" : after),
                sample(subject.outputs(), weight.rows()),
                Optional.of(weight),
                Optional.empty());
    }

    private static UnitSample sample(List<AffineMap> actions, int units) {
        if (actions.isEmpty()) {
            return UnitSample.plain(units, MOST_UNITS);
        }
        Orbits orbits = Orbits.of(actions);
        return orbits.monomial() ? UnitSample.of(orbits, actions, MOST_UNITS) : UnitSample.plain(units, MOST_UNITS);
    }

    private static Optional<Picture> letter(Subject subject) {
        return subject.image().map(shape -> Rasters.image(Rasters.letter(shape), shape));
    }

    private static Markup legend() {
        Markup legend = new Markup().open("ul", "class", "legend");
        item(legend, "swatch capsule", "one orbit: the group carries these units to one another");
        item(legend, "swatch fixed", "fixed");
        item(legend, "swatch negated", "\u00B1 changes its sign");
        item(legend, "swatch positive", "positive weight");
        item(legend, "swatch negative", "negative weight");
        return legend.close();
    }

    private static void item(Markup legend, String style, String words) {
        legend.open("li").leaf("i", "", "class", style).text(words).close();
    }

    private static Markup remarks(List<UnitRowPicture> rows) {
        List<String> remarks = new ArrayList<>();
        for (UnitRowPicture row : rows) {
            if (!row.units().isComplete() && row.picture().isEmpty()) {
                remarks.add(row.name() + ": " + row.units().units().size() + " of "
                        + Numbers.count(row.units().total()) + " are shown, some of every kind");
            }
        }
        remarks.add("of the weights between two rows at most the " + EdgeStrip.MOST_EDGES + " largest are drawn");
        String text = String.join("; ", remarks) + ".";
        return Markup.element("p", Character.toUpperCase(text.charAt(0)) + text.substring(1), "class", "small muted");
    }
}
