package io.intertwine.report;

/** The pictograms of the verdicts: a tick, a cross and a question mark, so that nothing depends on colour alone. */
final class Icons {
    private Icons() {}

    /** The pictogram of a verdict. */
    static Markup of(Subject.Verdict verdict) {
        Markup icon = new Markup()
                .open("svg", "class", "icon", "viewBox", "0 0 24 24", "aria-hidden", "true")
                .empty("circle", "cx", "12", "cy", "12", "r", "11", "class", "disc");
        switch (verdict) {
            case HOLDS -> stroke(icon, "M6.5 12.5 L10.5 16.5 L17.5 8");
            case REFUTED -> stroke(icon, "M8 8 L16 16 M16 8 L8 16");
            case UNDETERMINED -> {
                stroke(icon, "M8.6 9.2 C8.8 5.6 15.4 5.6 15.4 9.4 C15.4 12 12 11.9 12 14.4");
                icon.empty("circle", "cx", "12", "cy", "17.8", "r", "1.3", "class", "dot");
            }
        }
        return icon.close();
    }

    private static void stroke(Markup icon, String path) {
        icon.empty("path", "d", path, "class", "stroke");
    }
}
