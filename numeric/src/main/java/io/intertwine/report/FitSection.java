package io.intertwine.report;

import io.intertwine.match.LatentMatching;
import io.intertwine.match.NumericVerification.Nearest;
import io.intertwine.measure.Chance;
import io.intertwine.measure.PermutationTest;
import io.intertwine.measure.ThreeAnswers;
import java.util.List;
import java.util.Locale;

/** How far each dense layer is from equivariance, beside what chance gives. */
final class FitSection {
    private static final int WIDTH = 600;
    private static final int ROW = 44;
    private static final int LEFT = 84;
    private static final int TOP = 10;
    private static final int BOTTOM = 34;

    private FitSection() {}

    static Markup of(ThreeAnswers answers, Nearest.Found found) {
        Markup section = new Markup().open("section").leaf("h2", "How far each layer is, and how far by chance");
        List<LatentMatching.LayerFit> fits = found.matching().fits();
        if (!answers.chance().isEmpty()) {
            Chance chance = answers.chance().get(0);
            section.leaf(
                    "p",
                    "Each line is a dense layer, from 0 %, equivariant, to the right. Grey dots are "
                            + chance.draws().size()
                            + " searches where " + chance.hypothesis().words()
                            + "; the blue mark is this network. Left of all dots, the action is in the "
                            + "weights; among them, these weights do not show it. The actions below are the best fit, which exists for every "
                            + "network: how well it fits is said here.",
                    "class",
                    "muted");
            section.add(plot(fits, chance));
        }
        section.open("table", "class", "stacking").open("thead").open("tr");
        for (String title : List.of("dense layer", "residual", "within the tolerance", "distance", "by chance", "p")) {
            section.leaf("th", title);
        }
        section.close().close().open("tbody");
        for (int k = 0; k < fits.size(); k++) {
            section.add(row(answers, found, k));
        }
        section.close().close();
        found.matching().remarks().forEach(remark -> section.leaf("p", remark, "class", "small muted"));
        return section.close();
    }

    private static Markup row(ThreeAnswers answers, Nearest.Found found, int k) {
        LatentMatching.LayerFit fit = found.matching().fits().get(k);
        Markup row = new Markup().open("tr");
        row.leaf("td", String.valueOf(k + 1), "data-label", "dense layer");
        row.leaf("td", AnswersSection.percent(found.residuals().get(k)), "data-label", "residual");
        row.leaf("td", answers.carries().get(k) ? "yes" : "no", "data-label", "within the tolerance");
        row.leaf("td", AnswersSection.percent(fit.distance()), "data-label", "distance");
        if (answers.chance().isEmpty()) {
            row.leaf("td", "not measured", "data-label", "by chance").leaf("td", "\u2013", "data-label", "p");
        } else {
            PermutationTest test = answers.chance().get(0).layers().get(k);
            row.leaf(
                    "td",
                    test.isEmpty()
                            ? "0, trivially"
                            : AnswersSection.percent(test.mean()) + " \u00B1 "
                                    + AnswersSection.percent(test.deviation()),
                    "data-label",
                    "by chance");
            row.leaf("td", test.isEmpty() ? "\u2013" : Numbers.rounded(test.pValue()), "data-label", "p");
        }
        return row.close();
    }

    private static Markup plot(List<LatentMatching.LayerFit> fits, Chance chance) {
        int height = TOP + ROW * fits.size() + BOTTOM;
        double right = largest(fits, chance);
        Markup svg = new Markup()
                .open(
                        "svg",
                        "class",
                        "chance",
                        "viewBox",
                        "0 0 " + (LEFT + WIDTH + 24) + " " + height,
                        "role",
                        "img",
                        "aria-label",
                        "distance of each layer beside draws of chance");
        int step = right > 0.5 ? 2 : 1;
        for (int tenth = 0; tenth <= Math.round(right * 10); tenth += step) {
            double share = tenth / 10.0;
            String x = at(share, right);
            svg.empty("line", "class", "tick", "x1", x, "x2", x, "y1", number(TOP), "y2", number(height - BOTTOM));
            svg.leaf(
                    "text",
                    AnswersSection.percent(share),
                    "x",
                    x,
                    "y",
                    number(height - BOTTOM + 20),
                    "text-anchor",
                    "middle");
        }
        for (int k = 0; k < fits.size(); k++) {
            double middle = TOP + ROW * (k + 0.5);
            svg.leaf("text", "layer " + (k + 1), "x", number(LEFT - 14), "y", number(middle + 5), "text-anchor", "end");
            for (int d = 0; d < chance.draws().size(); d++) {
                // spread over the height of the line by the golden ratio, the same way every time
                double offset = (d * 0.6180339887498949 % 1 - 0.5) * ROW * 0.6;
                svg.empty(
                        "circle",
                        "class",
                        "draw",
                        "cx",
                        at(chance.draws().get(d).get(k), right),
                        "cy",
                        number(middle + offset),
                        "r",
                        "2.6");
            }
            String x = at(fits.get(k).distance(), right);
            svg.empty(
                    "line",
                    "class",
                    "observed",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    number(middle - ROW * 0.4),
                    "y2",
                    number(middle + ROW * 0.4));
        }
        return svg.close();
    }

    /** The right end of the axis: the largest distance, rounded up to a tenth. */
    private static double largest(List<LatentMatching.LayerFit> fits, Chance chance) {
        double largest = fits.stream()
                .mapToDouble(LatentMatching.LayerFit::distance)
                .max()
                .orElse(0);
        for (List<Double> draw : chance.draws()) {
            largest = Math.max(
                    largest,
                    draw.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        }
        return Math.max(0.1, Math.ceil(largest * 10) / 10);
    }

    private static String at(double share, double right) {
        return number(LEFT + WIDTH * share / right);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
