package io.intertwine.report;

import io.intertwine.match.NumericVerification.Nearest;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.tensor.DoubleMatrix;
import java.util.List;

/** For every hidden layer how well its units serve as images of each other, and the latent action that was chosen from that. */
final class AgreementSection {
    private static final int MOST_PICTURES = 12;
    private static final int WIDEST = 512;

    private AgreementSection() {}

    static Markup of(Drawing drawing, Nearest.Found found) {
        List<HiddenSpace> dense = drawing.spaces();
        int hidden = found.matching().images().size();
        if (dense.isEmpty() || hidden == 0) {
            return new Markup();
        }
        Markup section = new Markup().open("section").leaf("h2", "Before and after the choice");
        section.leaf(
                "p",
                "Left: how well unit i serves as the image of unit j under a generator, the cosine between its weights and what the "
                        + "generator makes of the other's, incoming and outgoing together; blue is positive, orange negative. Right: the latent "
                        + "action that was chosen, which respects the group's relations. Units are sorted by orbit. Where the right "
                        + "picture cannot be seen in the left one, the action was forced on the layer.",
                "class",
                "muted");
        section.open("div", "class", "matrices");
        int drawn = 0;
        for (int k = 0; k < hidden && k < dense.size(); k++) {
            HiddenSpace space = dense.get(k);
            boolean drawable = space.orbits().monomial() && space.units() <= WIDEST;
            for (int g = 0; g < drawing.generators().size() && drawable && drawn < MOST_PICTURES; g++) {
                section.add(pair(drawing, found, space, k, g));
                drawn++;
            }
        }
        return section.close().close();
    }

    private static Markup pair(Drawing drawing, Nearest.Found found, HiddenSpace space, int k, int g) {
        List<Integer> order = Walk.units(space.orbits(), space.preactivation());
        DoubleMatrix cosines = found.search().cosines(found.matching(), k, g);
        Picture before = MatrixPicture.of(cosines.entries(), space.orbits(), order);
        Picture after = MatrixPicture.of(space.preactivation().get(g), space.orbits(), order, false);
        String generator = drawing.generators().get(g);
        String where = LayerSection.name(drawing, space);
        return new Markup()
                .open("div", "class", "row")
                .add(figure(before, generator, where, "agreement of units"))
                .add(figure(after, generator, where, "the latent action"))
                .close();
    }

    private static Markup figure(Picture picture, String generator, String where, String what) {
        return new Markup()
                .open("figure", "class", "matrix")
                .add(picture.image(what + " under " + generator + ", " + where, "pixels grid"))
                .open("figcaption")
                .leaf("span", generator, "class", "badge")
                .text(" ")
                .leaf("b", where)
                .leaf("span", what, "class", "line")
                .close()
                .close();
    }
}
