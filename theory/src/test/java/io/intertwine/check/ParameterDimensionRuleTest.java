package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.certificate.DimensionEvidence.AtParameters;
import io.intertwine.certificate.DimensionEvidence.Dependence;
import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.certificate.DimensionEvidence.Independence;
import io.intertwine.certificate.RegionTree;
import io.intertwine.certificate.RegionTree.Cut;
import io.intertwine.certificate.RegionTree.Leaf;
import io.intertwine.certificate.RegionTree.Thin;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dimensions at the parameters of a network, accepted and rejected. */
class ParameterDimensionRuleTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    /** w_1 w_2 | b_1 b_2 at the places 0 2 | 1 3, then v_1 v_2 c at 4 5 6. */
    private static final Network CLONES =
            net().dense("3; 3", "1 1").activation("tanh").dense("1 2", "1/2").build();

    private static final Network CONSTANT =
            net().dense("3; 0", "1 1").activation("tanh").dense("1 2", "1/2").build();

    /** w b at the places 0 1, v c at 2 3. */
    private static final Network UNIT =
            net().dense("1", "1").activation("relu").dense("1", "2").build();

    /** The second unit is always active. w b at the places 0 1, then 2 3, then 4 5. */
    private static final Network ACTIVE = net().dense("1", "1")
            .activation("relu")
            .dense("1", "1")
            .activation("relu")
            .dense("1", "2")
            .build();

    private static final Network SQUARE =
            net().dense("1 2").activation(Activations.power(2)).dense("1").build();

    private static List<List<Scalar>> points(String... points) {
        return Arrays.stream(points).map(NetworkBuilder::vector).toList();
    }

    private static Independence.Residues residues(String... points) {
        return new Independence.Residues(points(points));
    }

    private static final Independence.Minor FOUR =
            new Independence.Minor(points("0", "1/2", "-1/2", "-1"), List.of(0, 1, 2, 3), List.of(6, 4, 1, 0), 128);

    /** A direction from places and numbers. */
    private static Direction direction(Object... placesAndNumbers) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < placesAndNumbers.length; i += 2) {
            Scalar number =
                    NetworkBuilder.vector(placesAndNumbers[i + 1].toString()).get(0);
            entries.add(Entry.of((Integer) placesAndNumbers[i], number));
        }
        return new Direction(entries);
    }

    private static Dependence formal(Direction... directions) {
        return new Dependence.Formal(List.of(directions));
    }

    private static final Dependence THREE =
            formal(direction(4, "1", 5, "-1"), direction(0, "2", 2, "-1"), direction(1, "2", 3, "-1"));

    /** The bias of the constant unit against the last one, and its outgoing weight against the same. */
    private static final Dependence TRADES = formal(
            new Direction(List.of(
                    Entry.of(3, Scalar.ONE), new Entry(6, Scalar.of(-2), List.of(new FormalConstant(1, 1, true))))),
            new Direction(List.of(
                    Entry.of(5, Scalar.ONE),
                    new Entry(6, Scalar.MINUS_ONE, List.of(new FormalConstant(1, 1, false))))));

    private static final RegionTree ACTIVE_TREE =
            new Cut(List.of(new Leaf(), new Cut(List.of(new Thin(NetworkBuilder.vector("1 1")), new Leaf()))));

    private static Direction[] active() {
        return new Direction[] {
            direction(0, "1", 1, "1", 2, "-1"), direction(2, "1", 3, "1", 4, "-1"), direction(3, "1", 5, "-1")
        };
    }

    private static Certificate.Dimension certificate(Network network, Independence below, Dependence above) {
        return new Certificate.Dimension(Digest.of(network), new AtParameters(below, above));
    }

    static List<Arguments> accepted() {
        Dependence none = formal();
        Dependence regions = new Dependence.OnRegions(ACTIVE_TREE, List.of(active()));
        Network softmax = softmax(net().dense("1; 2", "1 1").build());
        Network softmaxOfUnit = softmax(
                net().dense("1", "1").activation("relu").dense("1; 2", "1 1").build());
        return List.of(
                Arguments.of("the dimension of the family", UNIT, 3, true, residues("1", "2", "-2"), none),
                Arguments.of("from below", UNIT, 2, false, residues("1", "2", "-2"), none),
                Arguments.of("from below without inputs", UNIT, 0, false, residues(), none),
                Arguments.of("E20", CLONES, 4, true, FOUR, THREE),
                Arguments.of("a constant unit", CONSTANT, 5, true, five(), TRADES),
                Arguments.of(
                        "squares",
                        SQUARE,
                        2,
                        true,
                        residues("1 1", "1 2", "1 -1"),
                        formal(direction(0, "1", 1, "2", 2, "-2"))),
                Arguments.of("linear regions", ACTIVE, 3, true, residues("1", "2", "-2"), regions),
                Arguments.of(
                        "the same row for all logits",
                        softmax,
                        2,
                        true,
                        residues("1", "2"),
                        formal(direction(0, "1", 2, "1"), direction(1, "1", 3, "1"))),
                Arguments.of(
                        "logits on linear regions",
                        softmaxOfUnit,
                        3,
                        true,
                        residues("1", "2", "-2"),
                        new Dependence.OnRegions(
                                new Cut(List.of(new Leaf(), new Leaf())),
                                List.of(
                                        direction(0, "1", 1, "1", 2, "-1", 4, "-2"),
                                        direction(2, "1", 4, "1"),
                                        direction(3, "1", 5, "1")))));
    }

    private static Independence.Minor five() {
        return new Independence.Minor(
                points("0", "1/2", "-1/2", "-1", "1/4"), List.of(0, 1, 2, 3, 4), List.of(6, 4, 1, 0, 2), 128);
    }

    private static Network softmax(Network logits) {
        List<Layer> layers = new ArrayList<>(logits.layers());
        layers.add(new Layer.Softmax(logits.outputs()));
        return new Network(layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, long dimension, boolean exactly, Independence below, Dependence above) {
        Theorem theorem = Table.accept(
                new DimensionClaim.AtParameters(network, dimension, exactly), certificate(network, below, above));
        assertThat(theorem.claim().verdict())
                .as(name)
                .isEqualTo(exactly ? "dimension-at-parameters" : "dimension-at-parameters-at-least");
        assertThat(theorem.claim().statement()).contains((exactly ? "is " : "at least ") + dimension);
    }

    static List<Arguments> belowRejected() {
        Network tanh = CLONES;
        Network large = net().dense(String.join(" ", Collections.nCopies(RankRule.MOST_PARAMETERS + 1, "1")))
                .build();
        List<Integer> many = Collections.nCopies(EnclosedMinorRule.LARGEST_MINOR + 1, 0);
        return List.of(
                Arguments.of("rank 2, expected at least 3", UNIT, 3, residues("1", "2")),
                Arguments.of("expected at most 2000 parameters, found 2001", large, 1, residues()),
                Arguments.of("a unit is at a breakpoint", UNIT, 3, residues("-1")),
                Arguments.of("the input has 2 entries", UNIT, 3, residues("1 1")),
                Arguments.of("or has no rational slope", tanh, 1, residues("1")),
                Arguments.of("exact arithmetic gave up", UNIT, 1, residues("1/" + Mersenne61.PRIME)),
                Arguments.of("expected rational weights", net().dense("sqrt(2)").build(), 1, residues("1")),
                Arguments.of("a softmax alone", new Network(List.of(new Layer.Softmax(2))), 1, residues("1 1")),
                Arguments.of("rank 4, expected at least 5", CLONES, 5, FOUR),
                Arguments.of(
                        "expected a minor of size at most",
                        CLONES,
                        4,
                        new Independence.Minor(FOUR.points(), many, many, 128)),
                Arguments.of("bits, found 0", CLONES, 4, minor(FOUR.rows(), FOUR.columns(), 0)),
                Arguments.of("bits, found 4097", CLONES, 4, minor(FOUR.rows(), FOUR.columns(), 4097)),
                Arguments.of("may be zero", CLONES, 4, minor(FOUR.rows(), List.of(6, 4, 0, 2), 128)),
                Arguments.of("may be zero", CLONES, 4, minor(FOUR.rows(), FOUR.columns(), 1)),
                Arguments.of("found 4 of kind row", CLONES, 4, minor(FOUR.rows(), List.of(6, 4, 1), 128)),
                Arguments.of("found 4 of kind column", CLONES, 4, minor(FOUR.rows(), List.of(6, 4, 1, 1), 128)),
                Arguments.of(
                        "expected a row below 4, found 4", CLONES, 4, minor(List.of(0, 1, 2, 4), FOUR.columns(), 128)),
                Arguments.of(
                        "expected a row below 4, found -1",
                        CLONES,
                        4,
                        minor(List.of(0, 1, 2, -1), FOUR.columns(), 128)),
                Arguments.of("expected a column below 7", CLONES, 4, minor(FOUR.rows(), List.of(6, 4, 1, 7), 128)),
                Arguments.of(
                        "expected at most 1 inputs",
                        CLONES,
                        1,
                        new Independence.Minor(FOUR.points(), List.of(0), List.of(6), 128)),
                Arguments.of(
                        "have no enclosure",
                        UNIT,
                        1,
                        new Independence.Minor(points("-1"), List.of(0), List.of(3), 128)));
    }

    private static Independence.Minor minor(List<Integer> rows, List<Integer> columns, int bits) {
        return new Independence.Minor(FOUR.points(), rows, columns, bits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void belowRejected(String reason, Network network, long dimension, Independence below) {
        Table.reject(
                new DimensionClaim.AtParameters(network, dimension, false),
                certificate(network, below, formal()),
                reason);
    }

    static List<Arguments> aboveRejected() {
        return List.of(
                Arguments.of("the least upper bound known for the family is 7", CLONES, formal()),
                Arguments.of(
                        "vanishes in 2 independent directions of 7, expected at least 3",
                        CLONES,
                        formal(direction(4, "1", 5, "-1"), direction(0, "2", 2, "-1"))),
                Arguments.of(
                        "vanishes in 2 independent directions of 7, expected at least 3",
                        CLONES,
                        formal(direction(4, "1", 5, "-1"), direction(0, "2", 2, "-1"), direction(0, "4", 2, "-2"))),
                Arguments.of(
                        "direction 1 does not vanish",
                        CLONES,
                        formal(direction(4, "1", 5, "-1"), direction(0, "2", 2, "1"))),
                Arguments.of("direction 0 does not vanish", CLONES, formal(direction(6, "1"))),
                Arguments.of("direction 0 does not vanish", CLONES, formal(direction(4, "1", 5, "-2"))),
                Arguments.of("expected a place below 7, found 7", CLONES, formal(direction(7, "1"))),
                Arguments.of("expected a place below 7, found -1", CLONES, formal(direction(-1, "1"))),
                Arguments.of("the place 4 has two", CLONES, formal(direction(4, "1", 5, "-1", 4, "0"))),
                Arguments.of("there is no unit", CLONES, constant(-1, 0, false)),
                Arguments.of("there is no unit", CLONES, constant(3, 0, false)),
                Arguments.of("there is no unit", CLONES, constant(1, -1, false)),
                Arguments.of("there is no unit", CLONES, constant(1, 2, false)),
                Arguments.of("there is no unit", CLONES, constant(0, 0, false)),
                Arguments.of("no constant is", CLONES, constant(1, 0, false)),
                Arguments.of("no constant is", CLONES, constant(1, 0, true)),
                Arguments.of(
                        "not known to be continuous and piecewise affine",
                        CLONES,
                        new Dependence.OnRegions(new Leaf(), List.of(direction(4, "1", 5, "-1")))));
    }

    private static Dependence constant(int layer, int unit, boolean slope) {
        return formal(
                new Direction(List.of(new Entry(4, Scalar.ONE, List.of(new FormalConstant(layer, unit, slope))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aboveRejected(String reason, Network network, Dependence above) {
        Table.reject(new DimensionClaim.AtParameters(network, 4, true), certificate(network, FOUR, above), reason);
    }

    static List<Arguments> regionsRejected() {
        List<Direction> active = List.of(active());
        RegionTree leaf = new Leaf();
        RegionTree thin = new Thin(NetworkBuilder.vector("1"));
        return List.of(
                Arguments.of("a polyhedron is left", leaf, active),
                Arguments.of("expected 2 parts, found 1", new Cut(List.of(leaf)), active),
                Arguments.of("a cut after all units", new Cut(List.of(new Cut(List.of(leaf, leaf)), leaf)), active),
                Arguments.of("do not show that a part is thin", new Cut(List.of(thin, leaf)), active),
                Arguments.of("does not vanish", new Cut(List.of(leaf, new Cut(List.of(leaf, leaf)))), active),
                Arguments.of("does not vanish", ACTIVE_TREE, List.of(direction(2, "1", 3, "1"))),
                Arguments.of("2 independent directions of 6, expected at least 3", ACTIVE_TREE, active.subList(0, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void regionsRejected(String reason, RegionTree tree, List<Direction> directions) {
        Table.reject(
                new DimensionClaim.AtParameters(ACTIVE, 3, true),
                certificate(ACTIVE, residues("1", "2", "-2"), new Dependence.OnRegions(tree, directions)),
                reason);
    }

    @Test
    void aTreeThatSharesPartsTooOftenIsRefused() {
        int units = 17;
        Network unused = net().dense(String.join(";", Collections.nCopies(units, "1")))
                .activation("relu")
                .dense(String.join(" ", Collections.nCopies(units, "0")))
                .build();
        RegionTree tree = new Leaf();
        for (int k = 0; k < units; k++) {
            tree = new Cut(List.of(tree, tree));
        }
        Table.reject(
                new DimensionClaim.AtParameters(unused, 0, true),
                certificate(unused, residues(), new Dependence.OnRegions(tree, List.of(direction(0, "1")))),
                "the tree has more than " + RegionDirectionRule.LARGEST_TREE + " nodes");
    }

    @Test
    void relationsOfActivationsAreProvedBeforeUnitsAreMerged() {
        UnitGroup signs = UnitGroup.linear(UnitGroup.Scales.SIGNS, Scalar.ZERO, true, 1);
        for (Activation activation : List.of(
                Table.formula("x + exp(x)", signs),
                Activations.requireNamed("elu"),
                Activations.requireNamed("mish"))) {
            Network opposite =
                    net().dense("1; -1").activation(activation).dense("1 1").build();
            assertThatThrownBy(() -> Checker.vanishing(opposite, formal(direction(2, "1", 3, "1"))))
                    .hasMessageContaining("does not vanish");
            assertThatThrownBy(() -> Checker.vanishing(opposite, formal(direction(0, "1", 1, "-1"))))
                    .hasMessageContaining("does not vanish");
        }
        Network odd = net().dense("1; -1").activation("tanh").dense("1 1").build();
        assertThat(Checker.vanishing(odd, formal(direction(2, "1", 3, "1"), direction(0, "1", 1, "-1"))))
                .isEqualTo(2);
        // silu(z) - silu(-z) = z, and relu likewise: three opposite pairs read two inputs.
        for (String name : List.of("silu", "relu", "gelu")) {
            Network pairs = net().dense("1; -1; 2; -2")
                    .activation(name)
                    .dense("1 1 1 1")
                    .build();
            assertThat(Checker.vanishing(pairs, formal(direction(4, "2", 5, "-2", 6, "-1", 7, "1"))))
                    .isEqualTo(1);
        }
    }

    private static Network mixed(String rows, String... units) {
        return Table.network(Table.dense(rows), Table.units(units), Table.dense("1 1" + " 1".repeat(units.length - 2)));
    }

    @Test
    void slopesFollowTheRelationsOfValues() {
        // relu(2 z) = 2 relu(z), so both slopes are the same.
        assertThat(Checker.vanishing(mixed("1; 2", "relu", "relu"), formal(direction(0, "1", 1, "-1"))))
                .isEqualTo(1);
        // silu(x) - silu(-x) - x = 0 by values, and silu'(x) + silu'(-x) - 1 = 0 by slopes.
        Network bypass = mixed("1; -1; 1", "silu", "silu", "identity");
        assertThat(Checker.vanishing(
                        bypass, formal(direction(3, "1", 4, "-1", 5, "-1"), direction(0, "1", 1, "1", 2, "-1"))))
                .isEqualTo(2);
    }

    @Test
    void unitsOfOtherRowsStayApart() {
        List<Direction> values = List.of(direction(4, "1", 5, "-1"), direction(4, "1", 5, "1"));
        for (String rows : List.of("1 3; 2 3", "1 3; 1 2", "1 3; -2 -3")) {
            for (Direction direction : values) {
                assertThatThrownBy(() -> Checker.vanishing(mixed(rows, "tanh", "tanh"), formal(direction)))
                        .hasMessageContaining("does not vanish");
            }
        }
        assertThatThrownBy(() -> Checker.vanishing(mixed("1 3; 1 3", "tanh", "sin"), formal(values.get(0))))
                .hasMessageContaining("does not vanish");
    }

    @Test
    void directionsWithoutEvidenceOfVanishingHaveNoNumber() {
        assertThat(Checker.vanishing(CLONES, THREE)).isEqualTo(3);
        assertThatThrownBy(() -> Checker.vanishing(CLONES, formal(direction(6, "1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not vanish");
    }

    @Test
    void coordinatesThatAreNotRationalDoNotCount() {
        // Both trade a parameter of the constant unit for the last bias; only at the places of the former they are
        // independent.
        assertThat(Checker.vanishing(CONSTANT, TRADES)).isEqualTo(2);
        assertThat(Checker.vanishing(CLONES, formal(direction(4, "sqrt(2)", 5, "-sqrt(2)"))))
                .isZero();
    }

    @Test
    void otherEvidenceIsRefused() {
        Architecture family = Architecture.of(UNIT);
        DimensionEvidence explicit = new DimensionEvidence.Explicit(UNIT, points("1", "2", "-2"));
        Table.reject(
                new DimensionClaim.AtParameters(UNIT, 3, true),
                new Certificate.Dimension(Digest.of(UNIT), explicit),
                "another kind than the claim dimension-at-parameters");
        Table.reject(
                new DimensionClaim.AtParameters(UNIT, 3, true),
                new Certificate.Cited(Digest.of(UNIT), List.of(), "relu"),
                "another kind than the claim dimension-at-parameters");
        Table.reject(
                new DimensionClaim.OfFamily(family, 3, true),
                new Certificate.Dimension(Digest.of(family), new AtParameters(residues("1", "2", "-2"), formal())),
                "another kind than the claim dimension");
    }

    @Test
    void activationsNeedValuesEverywhere() {
        Network log =
                net().dense("1").activation(Table.formula("log(x)")).dense("1").build();
        Table.reject(
                new DimensionClaim.AtParameters(log, 0, false),
                certificate(log, residues(), formal()),
                "not known to have a value at every real number");
    }
}
