package io.intertwine.report;

import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All classes of weights with the same function, and where the group takes them. */
final class ClassSection {
    private static final int MOST_CLASSES = 12;
    private static final int MOST_UNITS = 8;

    private ClassSection() {}

    static Markup of(Subject subject) {
        if (!(subject.result() instanceof Verification.NotLayerwise not)) {
            return new Markup();
        }
        List<String> generators = not.symmetry().group().generators();
        Markup section = new Markup().open("section").leaf("h2", "All weights with this function");
        section.leaf(
                "p",
                "Up to the latent symmetries of the hidden layers there are exactly "
                        + not.classes().size()
                        + " classes of weights of this architecture with this function. A layerwise equivariant network would be in a class "
                        + "that every generator takes to itself; there is none.",
                "class",
                "muted");
        section.open("div", "class", "scroll").open("table").open("tr");
        section.leaf("th", "class").leaf("th", "first layer, a unit in each row: weights | bias");
        generators.forEach(generator -> section.leaf("th", generator + " takes it to"));
        section.close();
        for (int c = 0; c < Math.min(not.classes().size(), MOST_CLASSES); c++) {
            section.open("tr").leaf("td", c == 0 ? "0, given" : String.valueOf(c));
            section.open("td");
            units(not.classes().get(c))
                    .forEach(unit -> section.leaf("code", unit).empty("br"));
            section.close();
            for (List<ClassMove> moves : not.certificate().moves()) {
                section.leaf("td", String.valueOf(moves.get(c).target()));
            }
            section.close();
        }
        section.close().close();
        if (not.classes().size() > MOST_CLASSES) {
            section.leaf("p", (not.classes().size() - MOST_CLASSES) + " more classes are in the certificate.");
        }
        return section.close();
    }

    private static List<String> units(Network network) {
        List<String> units = new ArrayList<>();
        if (network.layers().get(0) instanceof Layer.Dense dense) {
            for (int i = 0; i < Math.min(dense.outputs(), MOST_UNITS); i++) {
                String weights =
                        dense.weight().row(i).stream().map(Scalar::toString).collect(Collectors.joining(" "));
                units.add(weights + (dense.hasBias() ? " | " + dense.bias(i) : ""));
            }
            if (dense.outputs() > MOST_UNITS) {
                units.add((dense.outputs() - MOST_UNITS) + " more units");
            }
        }
        return units;
    }
}
