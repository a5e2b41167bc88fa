package io.intertwine.report;

import static io.intertwine.report.UnitRowPicture.WIDTH;
import static io.intertwine.report.UnitRowPicture.number;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.lift.Doubles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The weights between two rows of units, as lines: only the largest, and for an image only a hint. */
final class EdgeStrip {
    /** The largest number of lines between two rows. */
    static final int MOST_EDGES = 80;

    private static final int HEIGHT = 64;
    private static final int HALF_IMAGE = 30;

    private EdgeStrip() {}

    private record Edge(double from, double to, double weight) {}

    static Markup between(UnitRowPicture upper, UnitRowPicture lower) {
        Markup svg = new Markup()
                .open(
                        "svg",
                        "class",
                        "edges",
                        "viewBox",
                        "0 0 " + WIDTH + " " + HEIGHT,
                        "preserveAspectRatio",
                        "none",
                        "aria-hidden",
                        "true");
        if (upper.picture().isPresent() || lower.weight().isEmpty()) {
            fan(svg, lower.places());
        } else {
            lines(svg, edges(upper, lower, lower.weight().get()));
        }
        return new Markup().leaf("div", "", "class", "label").add(svg.close());
    }

    private static void fan(Markup svg, List<Double> places) {
        double middle = WIDTH / 2.0;
        double left = places.get(0) - 8;
        double right = places.get(places.size() - 1) + 8;
        svg.empty(
                "path",
                "class",
                "fan",
                "d",
                "M" + number(middle - HALF_IMAGE) + " 0 L" + number(middle + HALF_IMAGE) + " 0 L" + number(right) + " "
                        + HEIGHT + " L" + number(left) + " " + HEIGHT + " Z");
    }

    private static List<Edge> edges(UnitRowPicture upper, UnitRowPicture lower, ExactMatrix weight) {
        List<Integer> sources = upper.units().units();
        List<Integer> targets = lower.units().units();
        List<Double> from = upper.places();
        List<Double> to = lower.places();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < sources.size(); j++) {
                double value = Doubles.nearest(weight, targets.get(i), sources.get(j));
                if (value != 0) {
                    edges.add(new Edge(from.get(j), to.get(i), value));
                }
            }
        }
        edges.sort(
                Comparator.comparingDouble((Edge edge) -> Math.abs(edge.weight)).reversed());
        return edges.subList(0, Math.min(MOST_EDGES, edges.size()));
    }

    /** Weak lines first, so that the strong ones lie on top. */
    private static void lines(Markup svg, List<Edge> edges) {
        double largest = edges.isEmpty() ? 1 : Math.abs(edges.get(0).weight);
        for (int k = edges.size() - 1; k >= 0; k--) {
            Edge edge = edges.get(k);
            double part = Math.abs(edge.weight) / largest;
            svg.empty(
                    "line",
                    "class",
                    edge.weight < 0 ? "edge negative" : "edge positive",
                    "x1",
                    number(edge.from),
                    "y1",
                    "0",
                    "x2",
                    number(edge.to),
                    "y2",
                    String.valueOf(HEIGHT),
                    "stroke-opacity",
                    number(0.15 + 0.6 * part),
                    "stroke-width",
                    number(0.6 + 1.4 * part));
        }
    }
}
