package io.intertwine.criterion;

import io.intertwine.net.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All criteria, the strongest first among those that concern the same networks. */
public final class DecisionTable {
    private static final List<Criterion> ROWS = Stream.of(
                    ShallowRows.rows(),
                    TanhRows.rows(),
                    RectifierRows.rows(),
                    MonomialRows.rows(),
                    PolynomialRows.rows(),
                    LinearRows.rows())
            .flatMap(List::stream)
            .toList();

    private DecisionTable() {}

    /** The rows. */
    public static List<Criterion> rows() {
        return ROWS;
    }

    /** The rows that concern a network, in order. */
    public static List<Criterion> concerning(Network network) {
        return ROWS.stream().filter(row -> row.concerns(network)).toList();
    }

    /** The row of a name. */
    public static Optional<Criterion> find(String name) {
        return ROWS.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
