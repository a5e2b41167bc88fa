package io.intertwine.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for people, broken into lines at blanks. */
final class Paragraph {
    private static final int WIDTH = 96;

    private Paragraph() {}

    /**
     * The lines of a text.
     *
     * @param first what the first line begins with; the others begin with as many blanks
     */
    static List<String> lines(String first, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : text.split(" ")) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(first.length()));
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
