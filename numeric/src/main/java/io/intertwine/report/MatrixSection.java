package io.intertwine.report;

import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.symmetry.Orbits;
import java.util.stream.Stream;

/** The latent action as pictures of its matrices, layer by layer and generator by generator. */
final class MatrixSection {
    private static final int MOST_PICTURES = 24;

    private MatrixSection() {}

    static Markup of(Drawing drawing) {
        if (drawing.spaces().isEmpty()) {
            return new Markup();
        }
        Markup section = new Markup().open("section").leaf("h2", "The latent action as matrices");
        section.leaf(
                "p",
                "Column j shows where unit j goes: blue +1, orange \u22121, paler for smaller factors. Rows and columns are "
                        + "sorted by orbit, so each orbit is one grey block on the diagonal: a matrix with colour on the diagonal fixes units, "
                        + "one with colour beside it exchanges them.",
                "class",
                "muted");
        int drawn = 0;
        section.open("div", "class", "matrices");
        for (HiddenSpace space : drawing.spaces()) {
            Markup figures = new Markup();
            for (int g = 0; g < drawing.generators().size() && drawn < MOST_PICTURES; g++) {
                figures.add(figures(drawing, space, g));
                drawn++;
            }
            section.open("div", "class", "row").add(figures).close();
        }
        section.close();
        if (drawn < drawing.spaces().size() * drawing.generators().size()) {
            section.leaf("p", "Only the first " + drawn + " are shown.", "class", "small muted");
        }
        return section.close();
    }

    private static Markup figures(Drawing drawing, HiddenSpace space, int g) {
        boolean same = space.preactivation().get(g).equals(space.action().get(g));
        Markup before = figure(drawing, space, g, same ? "before and after the activation" : "before the activation");
        return same ? before : before.add(figure(drawing, space, g, "after the activation"));
    }

    private static Markup figure(Drawing drawing, HiddenSpace space, int g, String when) {
        AffineMap map = (when.startsWith("before") ? space.preactivation() : space.action()).get(g);
        Orbits orbits = space.orbits();
        boolean shifts = Stream.concat(space.preactivation().stream(), space.action().stream())
                .anyMatch(other -> !other.isLinear());
        Picture picture = MatrixPicture.of(map, orbits, Walk.units(orbits, space.preactivation()), shifts);
        String generator = drawing.generators().get(g);
        String where = LayerSection.name(drawing, space);
        String size = map.dimension() + " \u00D7 " + map.dimension() + (map.isLinear() ? "" : ", shift at the right");
        return new Markup()
                .open("figure", "class", "matrix")
                .add(picture.image("matrix of " + generator + ", " + where + ", " + when, "pixels grid"))
                .open("figcaption")
                .leaf("span", generator, "class", "badge")
                .text(" ")
                .leaf("b", where)
                .leaf("span", when, "class", "line")
                .leaf("span", size, "class", "line muted")
                .close()
                .close();
    }
}
