package io.intertwine.cli;

import io.intertwine.find.ReducedNetwork;
import java.util.ArrayList;
import java.util.List;

/** The steps of a reduction for people. */
final class ReductionText {
    private ReductionText() {}

    /** One numbered line a step, or more where it is long. */
    static List<String> steps(ReducedNetwork reduction) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < reduction.trace().size(); i++) {
            lines.addAll(
                    Paragraph.lines("  " + (i + 1) + ". ", reduction.trace().get(i)));
        }
        return lines;
    }
}
