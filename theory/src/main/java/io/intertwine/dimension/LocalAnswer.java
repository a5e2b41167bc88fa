package io.intertwine.dimension;

import io.intertwine.activation.Branch;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.find.Answer;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether the parameters are locally identifiable up to the known continuous symmetries, and why or why that is open.
 *
 * @param answer the answer
 * @param reasons remarks, as sentences
 */
record LocalAnswer(Answer answer, List<String> reasons) {
    LocalAnswer {
        reasons = List.copyOf(reasons);
    }

    /**
     * The answer for a network.
     *
     * @param gauge the directions of its known continuous symmetries
     * @param dimension the dimension, which is proved
     * @param family an upper bound of the dimension at any parameters
     */
    static LocalAnswer of(FormalNetwork formal, List<Direction> gauge, long dimension, BigInteger family) {
        long parameters = Architecture.of(formal.network()).parameters();
        long expected = parameters - DirectionSpan.rank(gauge, parameters);
        if (dimension == expected) {
            return new LocalAnswer(Answer.HOLDS, List.of());
        }
        return family.equals(BigInteger.valueOf(dimension)) && isAnalytic(formal.network())
                ? new LocalAnswer(
                        Answer.REFUTED,
                        List.of(
                                "The dimension is the largest of the family, so that parameters near these with the same function "
                                        + "form a manifold of dimension " + (parameters - dimension)
                                        + ", larger than the " + (parameters - expected)
                                        + " dimensions of the orbit of the known symmetries."))
                : of(formal, gauge);
    }

    private static boolean isAnalytic(Network network) {
        return network.layers().stream()
                .filter(Layer.Entrywise.class::isInstance)
                .flatMap(layer -> ((Layer.Entrywise) layer).units().stream())
                .allMatch(unit -> Branch.isAnalytic(unit.expression()));
    }

    /** The answer where the dimension is not known to be that of locally identifiable parameters. */
    static LocalAnswer of(FormalNetwork formal, List<Direction> gauge) {
        FormalNetwork.Block last = formal.blocks().get(formal.blocks().size() - 1);
        int parameters = last.place(last.dense().outputs(), 0);
        for (FreeLines.Line line : FreeLines.of(formal)) {
            if (!isInside(line.direction(), gauge, parameters)) {
                return new LocalAnswer(
                        Answer.REFUTED,
                        List.of("A line of parameters with the same function leaves the orbit of the known symmetries: "
                                + line.what() + "."));
            }
        }
        return new LocalAnswer(
                Answer.UNDETERMINED,
                List.of("The rank is smaller than local identifiability by ranks needs, or not known, and no family of "
                        + "other parameters with the same function was found: a small rank alone does not refute local "
                        + "identifiability."));
    }

    /** Whether a direction may be in the span of the directions of symmetries, by its coordinates that are exact. */
    private static boolean isInside(Direction direction, List<Direction> gauge, int parameters) {
        TreeSet<Integer> places = new TreeSet<>();
        gauge.forEach(each -> each.entries().forEach(entry -> places.add(entry.place())));
        direction.entries().forEach(entry -> places.add(entry.place()));
        direction.entries().stream()
                .filter(entry -> !entry.constants().isEmpty())
                .forEach(entry -> places.remove(entry.place()));
        List<Direction> both = new ArrayList<>(gauge);
        both.add(direction);
        List<Integer> columns = new ArrayList<>(places);
        return DirectionSpan.rank(both, columns, parameters) == DirectionSpan.rank(gauge, columns, parameters);
    }
}
