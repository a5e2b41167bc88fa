package io.intertwine.find;

import io.intertwine.criterion.Criterion;
import io.intertwine.criterion.Hypothesis;
import java.util.List;

/**
 * A criterion at the parameters of a network.
 *
 * @param criterion the criterion, which concerns the network
 * @param hypotheses its hypotheses with what was found
 */
public record Assessment(Criterion criterion, List<Hypothesis> hypotheses) {
    public Assessment {
        hypotheses = List.copyOf(hypotheses);
    }

    /** The hypotheses that do not hold, or are not decided. */
    public List<Hypothesis> missing() {
        return hypotheses.stream()
                .filter(hypothesis -> hypothesis.truth() != Hypothesis.Truth.HOLDS)
                .toList();
    }
}
