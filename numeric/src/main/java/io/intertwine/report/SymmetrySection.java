package io.intertwine.report;

import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.stream.Collectors;

/** What was asked: every generator with what it does to inputs and outputs. */
final class SymmetrySection {
    private static final int SMALLEST_LETTER = 5;

    private SymmetrySection() {}

    static Markup of(Drawing drawing) {
        Markup section = new Markup().open("section").leaf("h2", "The symmetry that was asked about");
        section.leaf("p", group(drawing), "class", "muted");
        section.open("div", "class", "cards");
        for (int g = 0; g < drawing.generators().size(); g++) {
            section.add(card(drawing, g));
        }
        return section.close().close();
    }

    private static String group(Drawing drawing) {
        List<String> generators = drawing.generators();
        String relators = drawing.symmetry().group().relators().stream()
                .map(word -> Scripts.word(word.format(generators)) + " = 1")
                .collect(Collectors.joining(", "));
        String start = (generators.size() == 1 ? "One generator: " : generators.size() + " generators: ")
                + String.join(", ", generators) + ". ";
        return start + (relators.isEmpty() ? "No relations are stated." : "Relations: " + relators + ".");
    }

    private static Markup card(Drawing drawing, int g) {
        AffineMap input = drawing.inputs().get(g);
        AffineMap output = drawing.outputs().get(g);
        Markup card = new Markup().open("div", "class", "card");
        card.open("h3")
                .leaf("span", drawing.generators().get(g), "class", "badge")
                .close();
        drawing.image().ifPresent(shape -> card.add(letters(input, shape)));
        card.open("dl").leaf("dt", "input").leaf("dd", inputWords(drawing, g)).leaf("dt", "output");
        return card.leaf("dd", ActionWords.describe(output, "y")).close().close();
    }

    private static String inputWords(Drawing drawing, int g) {
        AffineMap input = drawing.inputs().get(g);
        String words = drawing.motion(g).map(PixelMotion::words).orElseGet(() -> ActionWords.describe(input, "x"));
        if (!input.isMonomial() || drawing.motion(g).isEmpty()) {
            return words;
        }
        boolean negates = input.scales().stream().allMatch(scale -> scale.signum() < 0);
        boolean plain = input.isLinear() && input.scales().stream().allMatch(scale -> scale.isOne());
        return plain ? words : words + (negates ? "; light and dark change places" : "; the numbers change too");
    }

    private static Markup letters(AffineMap input, ImageShape shape) {
        Markup pictures = new Markup();
        if (input.isMonomial() && Math.min(shape.height(), shape.width()) >= SMALLEST_LETTER) {
            double[] letter = Rasters.letter(shape);
            pictures.open("p", "class", "letters")
                    .add(Rasters.image(letter, shape).image("the letter F", "pixels letter"))
                    .leaf("span", "\u2192", "class", "arrow")
                    .add(Rasters.image(Rasters.moved(input, letter), shape).image("its image", "pixels letter"))
                    .close();
        }
        return pictures;
    }
}
