package io.intertwine.report;

import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.report.UnitSample.Group;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.symmetry.Orbits.Kind;
import io.intertwine.symmetry.Orbits.Orbit;
import io.intertwine.symmetry.StabiliserCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first-layer weights as images, every filter beside its partners. */
final class FilterSection {
    /** Layers up to this size are shown in full, larger ones in a smaller sample. */
    private static final int FULL = 64;

    private static final int SAMPLE = 48;

    private FilterSection() {}

    static Markup of(Drawing drawing) {
        Optional<ImageShape> shape = drawing.image();
        Optional<Layer.Dense> layer = drawing.firstLayer();
        if (shape.isEmpty() || layer.isEmpty()) {
            return new Markup();
        }
        Optional<HiddenSpace> space = drawing.spaces().stream()
                .filter(candidate ->
                        candidate.index() == 0 && candidate.orbits().monomial())
                .findFirst();
        int units = layer.get().outputs();
        int limit = units <= FULL ? units : SAMPLE;
        UnitSample sample = space.map(found -> UnitSample.of(found.orbits(), found.preactivation(), limit))
                .orElseGet(() -> UnitSample.plain(units, limit));
        Markup section = new Markup().open("section").leaf("h2", "The filters of the first layer");
        section.leaf("p", introduction(shape.get(), space.isPresent()), "class", "muted");
        space.flatMap(found -> kinds(drawing, found)).ifPresent(words -> section.leaf("p", words));
        section.open("div", "class", "filters");
        for (Group group : sample.groups()) {
            section.add(figure(drawing, layer.get(), shape.get(), group, space));
        }
        section.close();
        if (!sample.isComplete()) {
            section.leaf(
                    "p",
                    sample.units().size() + " of " + Numbers.count(units) + " filters are shown"
                            + (space.isPresent() ? ", some of every kind." : "."),
                    "class",
                    "small muted");
        }
        return section.close();
    }

    private static String introduction(ImageShape shape, boolean paired) {
        String colours = shape.channels() == 3
                ? "Each picture shows the incoming weights of one unit as a colour image, grey for zero"
                : "Each picture shows the incoming weights of one unit: blue is positive, orange is negative, white is zero";
        return colours + ", each at its own contrast. The number is the unit's."
                + (paired ? " Filters in one frame are carried to one another by the group." : "");
    }

    /** For one motion that undoes itself: "8 mirrored pairs, 4 symmetric and 3 antisymmetric filters." */
    private static Optional<String> kinds(Drawing drawing, HiddenSpace space) {
        List<Orbit> orbits = space.orbits().orbits().stream()
                .filter(orbit -> orbit.kind() != Kind.UNUSED)
                .toList();
        boolean pairs = orbits.stream().allMatch(orbit -> orbit.units().size() <= 2);
        if (drawing.generators().size() > 1 || !pairs || !moves(drawing, 0)) {
            return Optional.empty();
        }
        long symmetric = single(orbits, StabiliserCharacter.TRIVIAL);
        long antisymmetric = single(orbits, StabiliserCharacter.SIGN);
        long swapped = orbits.size() - symmetric - antisymmetric;
        String words =
                swapped + " " + drawing.motion(0).map(PixelMotion::filter).orElse("swapped")
                        + (swapped == 1 ? " pair, " : " pairs, ") + symmetric + " symmetric and " + antisymmetric
                        + (antisymmetric == 1 ? " antisymmetric filter." : " antisymmetric filters.");
        return Optional.of(
                space.orbits().count(Kind.PERMUTED_AND_NEGATED) == 0
                        ? words
                        : words
                                + " A pair of which one is also negated counts as a pair: it is one without signs once one of its "
                                + "units changes its sign.");
    }

    private static long single(List<Orbit> orbits, StabiliserCharacter character) {
        return orbits.stream()
                .filter(orbit -> orbit.units().size() == 1 && orbit.character() == character)
                .count();
    }

    /** Whether a generator moves pixels and does nothing else to them. */
    private static boolean moves(Drawing drawing, int g) {
        AffineMap input = drawing.inputs().get(g);
        boolean moves = drawing.motion(g)
                .filter(motion -> motion != PixelMotion.IDENTITY)
                .isPresent();
        return moves && input.isLinear() && input.scales().stream().allMatch(Scalar::isOne);
    }

    private static Markup figure(
            Drawing drawing, Layer.Dense layer, ImageShape shape, Group group, Optional<HiddenSpace> space) {
        boolean wide = group.units().size() > 2;
        Markup figure = new Markup()
                .open("figure", "class", wide ? "filter wide" : "filter")
                .open("div", "class", "strip");
        for (int unit : group.units()) {
            Picture picture = Rasters.filter(Doubles.nearestRow(layer.weight(), unit), shape);
            figure.open("span")
                    .add(picture.image("filter " + unit, "pixels weight"))
                    .leaf("small", String.valueOf(unit))
                    .close();
        }
        figure.close();
        List<String> captions =
                space.map(found -> captions(drawing, group, found)).orElse(List.of());
        if (!captions.isEmpty()) {
            figure.open("figcaption");
            captions.forEach(caption -> figure.leaf("span", caption));
            figure.close();
        }
        return figure.close();
    }

    private static List<String> captions(Drawing drawing, Group group, HiddenSpace space) {
        if (group.orbit().kind() == Kind.UNUSED) {
            return List.of("unused");
        }
        List<String> captions = new ArrayList<>();
        boolean several = drawing.generators().size() > 1;
        for (int g = 0; g < drawing.generators().size(); g++) {
            String words =
                    words(drawing, group.orbit().units(), space.preactivation().get(g), g);
            captions.add(several ? drawing.generators().get(g) + ": " + words : words);
        }
        return captions;
    }

    /** What one generator makes of the filters of an orbit: "3 \u2194 17 mirrored", "symmetric". */
    private static String words(Drawing drawing, List<Integer> units, AffineMap action, int g) {
        if (units.size() > 2) {
            return ActionWords.cycles(action, units);
        }
        boolean moves = moves(drawing, g);
        int unit = units.get(0);
        boolean negated = action.scales().get(unit).signum() < 0;
        if (action.permutation().apply(unit) == unit) {
            String plain = negated ? "changes its sign" : "stays";
            String picture = negated ? "antisymmetric" : "symmetric";
            return moves ? picture : plain;
        }
        String how = drawing.motion(g)
                .filter(motion -> moves)
                .map(PixelMotion::filter)
                .orElse("swapped");
        return unit + " \u2194 " + action.permutation().apply(unit) + " " + how + (negated ? " and negated" : "");
    }
}
