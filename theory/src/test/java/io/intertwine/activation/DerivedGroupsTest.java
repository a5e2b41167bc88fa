package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The groups that are derived are those of the table that was made by hand. */
class DerivedGroupsTest {
    static Stream<Arguments> rows() {
        List<Arguments> rows = new ArrayList<>();
        Activations.named().forEach((name, activation) -> rows.add(Arguments.of(activation, name, List.of())));
        rows.add(row("leaky_relu", Scalar.of(1, 100)));
        rows.add(row("leaky_relu", Scalar.of(-2)));
        rows.add(row("power", Scalar.of(2)));
        rows.add(row("power", Scalar.of(3)));
        rows.add(row("power", Scalar.of(8)));
        rows.add(row("elu", Scalar.of(1, 3)));
        rows.add(row("celu", Scalar.of(2)));
        rows.add(row("hardtanh", Scalar.of(-2), Scalar.of(5)));
        rows.add(row("threshold", Scalar.of(1, 10), Scalar.of(20)));
        rows.add(row("threshold", Scalar.of(2), Scalar.of(2)));
        rows.add(row("softshrink", Scalar.of(1, 3)));
        rows.add(row("hardshrink", Scalar.of(3)));
        return rows.stream();
    }

    private static Arguments row(String name, Scalar... parameters) {
        return Arguments.of(Activations.of(name, List.of(parameters)), name, List.of(parameters));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theDerivedGroupHasTheMembersAndCompanionsOfTheTable(
            Activation activation, String name, List<Scalar> parameters) {
        UnitGroup derived = activation.group();
        UnitGroup table = HandTable.group(name, parameters);
        for (UnitMap map : maps(table)) {
            assertThat(derived.contains(map)).as("%s in the group of %s", map, name).isEqualTo(table.contains(map));
            if (table.contains(map)) {
                assertThat(derived.companion(map)).as("%s of %s", map, name).isEqualTo(table.companion(map));
            }
        }
    }

    /** Maps of many kinds, among them every kind that fixes the centre of the table, and its translations. */
    private static List<UnitMap> maps(UnitGroup table) {
        List<UnitMap> maps = new ArrayList<>();
        List<Scalar> factors = List.of(
                Scalar.ONE, Scalar.MINUS_ONE, Scalar.of(2), Scalar.of(-2), Scalar.of(1, 3), Scalar.of(-7, 5));
        List<Scalar> shifts = List.of(
                Scalar.ZERO, Scalar.ONE, Scalar.MINUS_ONE, Scalar.of(2), Scalar.of(6), Scalar.of(1, 2), Scalar.of(-3));
        for (Scalar factor : factors) {
            Scalar centred = table.centre().multiply(Scalar.ONE.subtract(factor));
            maps.add(new UnitMap(factor, centred));
            maps.add(new UnitMap(factor, centred.add(table.period().multiply(Scalar.of(3)))));
            shifts.forEach(shift -> maps.add(new UnitMap(factor, shift)));
        }
        return maps;
    }
}
