package io.intertwine.dimension;

import java.util.List;
import java.util.stream.Stream;

/**
 * The layers that were chosen so far.
 *
 * @param stages the layers
 * @param lines lines that have passed them
 * @param dense how many of them are dense
 * @param wanted how many places in general position, counted over all units, determine the units up to their scalings
 * @param isFull whether so many places are seen, and the values of the last layer affinely span their space
 */
record Passed(List<Stage> stages, Lines lines, int dense, int wanted, boolean isFull) {
    Passed {
        stages = List.copyOf(stages);
    }

    static Passed none(Lines lines) {
        return new Passed(List.of(), lines, 0, 0, true);
    }

    /** Goes through one more layer, after which more places are wanted. */
    Passed after(Stage stage, int more, boolean full) {
        return new Passed(
                Stream.concat(stages.stream(), Stream.of(stage)).toList(),
                lines.after(stage),
                stage instanceof Stage.Dense ? dense + 1 : dense,
                wanted + more,
                full);
    }

    /** Takes more lines, which have passed no layer. */
    Passed with(List<Line> more) {
        Lines passed = new Lines(more);
        for (Stage stage : stages) {
            passed = passed.after(stage);
        }
        Lines all = new Lines(
                Stream.concat(lines.lines().stream(), passed.lines().stream()).toList());
        return new Passed(stages, all, dense, wanted, isFull);
    }
}
