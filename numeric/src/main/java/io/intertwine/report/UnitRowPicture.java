package io.intertwine.report;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.report.UnitSample.Group;
import io.intertwine.symmetry.Orbits.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of the picture of a network.
 *
 * @param name what it is
 * @param description its size and activation
 * @param units the units that are shown
 * @param weight the weight of the layer that writes them, if one does
 * @param picture a picture that stands for the units, if they are the pixels of an image
 */
record UnitRowPicture(
        String name, String description, UnitSample units, Optional<ExactMatrix> weight, Optional<Picture> picture) {
    /** The width of all rows in units of the drawing. */
    static final int WIDTH = 560;

    private static final int HEIGHT = 40;
    private static final double LARGEST_PITCH = 32;
    private static final double GAP = 0.45;
    private static final double SMALLEST_NUMBERED = 7;
    private static final int MARGIN = 12;

    /** The label and the drawing. */
    Markup row() {
        Markup row = new Markup()
                .open("div", "class", "label")
                .leaf("b", name)
                .text(" ")
                .leaf("span", description)
                .close();
        return row.add(picture.map(this::framed).orElseGet(this::drawing));
    }

    private Markup framed(Picture content) {
        return new Markup()
                .open("div", "class", "units framed")
                .add(content.image("", "pixels frame"))
                .close();
    }

    private Markup drawing() {
        Markup svg = new Markup()
                .open(
                        "svg",
                        "class",
                        "units",
                        "viewBox",
                        "0 0 " + WIDTH + " " + HEIGHT,
                        "role",
                        "img",
                        "aria-label",
                        name + ": " + description);
        List<Double> places = places();
        double radius = 0.42 * pitch();
        int first = 0;
        for (Group group : units.groups()) {
            int end = first + group.units().size();
            group(svg, group, places.subList(first, end), radius);
            first = end;
        }
        return svg.close();
    }

    private void group(Markup svg, Group group, List<Double> places, double radius) {
        boolean single = group.orbit().units().size() == 1;
        String colour = Colours.orbit(group.number());
        if (!single && group.orbit().kind() != Kind.UNUSED) {
            double left = places.get(0) - radius - 2.5;
            double right = places.get(places.size() - 1) + radius + 2.5;
            svg.open(
                            "rect",
                            "class",
                            "capsule",
                            "x",
                            number(left),
                            "y",
                            number(HEIGHT / 2.0 - radius - 2.5),
                            "width",
                            number(right - left),
                            "height",
                            number(2 * radius + 5),
                            "rx",
                            number(radius + 2.5),
                            "stroke",
                            colour,
                            "fill",
                            colour)
                    .leaf("title", group.orbit().describe())
                    .close();
        }
        for (int i = 0; i < places.size(); i++) {
            unit(svg, group, group.units().get(i), places.get(i), radius, single ? "" : colour);
        }
    }

    private static void unit(Markup svg, Group group, int unit, double x, double radius, String colour) {
        String style = switch (group.orbit().kind()) {
            case PERMUTED, PERMUTED_AND_NEGATED -> "unit";
            case NEGATED -> "unit negated";
            case SCALED, SHIFTED, FIXED -> "unit fixed";
            case UNUSED -> "unit unused";
        };
        svg.open("g").leaf("title", "unit " + unit + ": " + group.orbit().describe());
        List<String> attributes = new ArrayList<>(
                List.of("class", style, "cx", number(x), "cy", number(HEIGHT / 2.0), "r", number(radius)));
        if (!colour.isEmpty()) {
            attributes.addAll(List.of("fill", colour));
        }
        svg.empty("circle", attributes.toArray(String[]::new));
        if (radius >= SMALLEST_NUMBERED) {
            String sign = group.orbit().kind() == Kind.NEGATED ? "\u00B1" : "";
            svg.leaf(
                    "text",
                    sign + unit,
                    "x",
                    number(x),
                    "y",
                    number(HEIGHT / 2.0 + radius * 0.32),
                    "font-size",
                    number(radius * 0.92));
        }
        svg.close();
    }

    /** The horizontal places of the units that are shown. */
    List<Double> places() {
        List<Double> places = new ArrayList<>();
        double pitch = pitch();
        double at = (WIDTH - pitch * length()) / 2 + pitch / 2;
        for (Group group : units.groups()) {
            for (int i = 0; i < group.units().size(); i++) {
                places.add(at);
                at += pitch;
            }
            at += GAP * pitch;
        }
        return places;
    }

    private double pitch() {
        return Math.min(LARGEST_PITCH, (WIDTH - 2 * MARGIN) / length());
    }

    /** The length of the row in units and gaps. */
    private double length() {
        return units.units().size() + GAP * Math.max(0, units.groups().size() - 1);
    }

    /** A coordinate with two decimals. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0 ? String.valueOf(hundredths / 100) : String.valueOf(hundredths / 100.0);
    }
}
