package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.generated;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.matrix;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.symmetry;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters at which there is proved to be no latent action, and parameters at which that is not proved. */
class NoActionRuleTest {
    private static final Symmetry SWAP = symmetry(cyclic(2), map("1 0"), map("0"));
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));
    private static final Symmetry ODD = symmetry(cyclic(2), map("0 | -1"), map("0 | -1"));
    private static final Symmetry TURN = symmetry(cyclic(6), matrix("0 -1; 1 1"), matrix("0 -1; 1 1"));
    private static final Symmetry NEGATE = symmetry(cyclic(2), map("0 1 | -1 -1"), map("0 | -1"));
    private static final Symmetry TWICE_ODD = symmetry(
            new GroupDescription.Presentation(List.of("a", "b"), List.of()),
            List.of(map("0 | -1"), map("0 | -1")),
            List.of(map("0 | -1"), map("0 | -1")));
    private static final String NONE = "All elements of the latent groups were gone through; generator s has none.";

    private static Certificate exhaustion(Network network, Symmetry symmetry) {
        return new Certificate.Exhaustion(Digest.of(network), Digest.of(symmetry));
    }

    private static Arguments row(String name, Network network, Symmetry symmetry) {
        return Arguments.of(name, network, symmetry);
    }

    private static Layer.Entrywise each(Activation activation, int n) {
        return Layer.Entrywise.of(activation, n);
    }

    /** A tanh network of clones, (1, n, 1). */
    private static Network clones(int n) {
        return network(
                dense(String.join("; ", Collections.nCopies(n, "1"))),
                each(Activations.requireNamed("tanh"), n),
                dense(String.join(" ", Collections.nCopies(n, "1"))));
    }

    static List<Arguments> accepted() {
        return List.of(
                row(NONE, WorkedExamples.splitClones(), SWAP),
                row(NONE, WorkedExamples.hat("relu"), EVEN),
                row(NONE, WorkedExamples.hat("gelu"), EVEN),
                row("does not split", WorkedExamples.nonSplitClones(), SWAP),
                row(NONE, network(dense("1 2; 2 1"), units("tanh", "tanh"), dense("5 6")), SWAP),
                row(NONE, network(dense("1 2; 2 1", "3 4"), units("tanh", "tanh"), dense("5 5")), SWAP),
                row(NONE, network(dense("1 2; 3 1", "3 3"), units("tanh", "tanh"), dense("5 5")), SWAP),
                row(NONE, network(dense("1 2; 2 1"), units("tanh", "relu"), dense("5 5")), SWAP),
                row(NONE, network(dense("1"), units("tanh")), EVEN),
                row(NONE, network(dense("1"), units("abs")), ODD),
                row(NONE, network(units("relu"), dense("1")), EVEN),
                row(NONE, network(units("tanh", "abs"), dense("1 1")), SWAP),
                row(NONE, network(dense("1"), units("tanh"), units("relu"), dense("1")), ODD),
                row(NONE, network(dense("1"), units("tanh"), dense("1; 2"), units("abs", "abs"), dense("1 1")), ODD),
                row(NONE, network(dense("1")), EVEN),
                row(
                        NONE,
                        network(dense("1"), units("tanh"), dense("1")),
                        symmetry(generated(), map("0 | -1"), map("0"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String rule, Network network, Symmetry symmetry) {
        Theorem theorem = accept(new SymmetryClaim.NoLatentAction(network, symmetry), exhaustion(network, symmetry));
        assertThat(theorem.rule()).contains(rule);
        assertThat(theorem.toString()).startsWith("At the network's given parameters no homomorphisms");
    }

    static List<Arguments> rejected() {
        return List.of(
                row("there is a latent action at these parameters", WorkedExamples.swappedPair(), SWAP),
                row("there is a latent action at these parameters", WorkedExamples.signedUnits(), NEGATE),
                row("there is a latent action at these parameters", network(dense("1"), units("abs")), EVEN),
                row("there is a latent action at these parameters", network(units("tanh"), dense("1")), ODD),
                row("there is a latent action at these parameters", network(dense("1")), ODD),
                row("there is a latent action at these parameters", clones(3), ODD),
                row(
                        "there is a latent action at these parameters",
                        network(dense("1"), units("tanh"), units("abs"), dense("1")),
                        EVEN),
                row(
                        "unit 1 has no incoming weights",
                        network(dense("1; 0"), units("tanh", "tanh"), dense("1 1")),
                        EVEN),
                row("between two dense layers are not enumerated", network(dense("1"), dense("1")), EVEN),
                row(
                        "between two dense layers are not enumerated",
                        network(dense("1; 1"), new Layer.Softmax(2)),
                        symmetry(cyclic(2), map("0 | -1"), map("0 1"))),
                row(
                        "after a softmax are not enumerated",
                        network(new Layer.Softmax(2)),
                        symmetry(cyclic(2), map("1 0"), map("1 0"))),
                row(
                        "the map before activations is not monomial",
                        network(units("tanh", "tanh"), dense("1 0; 0 1")),
                        TURN),
                row("there are more than 20000 possibilities to go through", clones(8), EVEN),
                row("there are more than 2000 latent maps", clones(7), ODD),
                row("there are more than 20000 combinations of lifts", clones(6), TWICE_ODD),
                row("there are more than 20000 latent maps to go through", layersOfClones(), EVEN),
                row("is not known to have a value", network(each(formula("log(x)"), 1), dense("1")), EVEN));
    }

    /** Layers of six clones: each of the 720 maps of the one goes with 720 of the other, and none fits the readout. */
    private static Network layersOfClones() {
        String column = String.join("; ", Collections.nCopies(6, "1"));
        String square = String.join("; ", Collections.nCopies(6, "1 1 1 1 1 1"));
        return new NetworkBuilder()
                .dense(column)
                .activation("tanh")
                .dense(square)
                .activation("tanh")
                .dense("1 2 3 4 5 6")
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Symmetry symmetry) {
        reject(new SymmetryClaim.NoLatentAction(network, symmetry), exhaustion(network, symmetry), reason);
    }

    @Test
    void unitsOfDifferentNamesThatMayBeExchangedAreNotOverlooked() {
        // tanh x + 2 sigmoid(2 y) = tanh x + tanh y + 1: the swap exchanges the two units, which have different names.
        Network network = network(dense("1 0; 0 2"), units("tanh", "sigmoid"), dense("1 2"));
        reject(
                new SymmetryClaim.NoLatentAction(network, SWAP),
                exhaustion(network, SWAP),
                "it is not decided whether sigmoid(2 x + 0) is b tanh(x) + e");
        Network first = network(units("tanh", "sigmoid"), dense("1 1"));
        Symmetry scaled = symmetry(cyclic(2), map("1 0 | 2 1/2"), map("0"));
        reject(
                new SymmetryClaim.NoLatentAction(first, scaled),
                exhaustion(first, scaled),
                "it is not decided whether sigmoid(2 x + 0) is b tanh(x) + e");
    }

    @Test
    void affineUnitsHaveMapsThatAreNotMonomial() {
        // The network is x -> 2 x, equivariant layer by layer under any linear map.
        Network network = network(dense("1 0; 0 1"), each(formula("2*x"), 2), dense("1 0; 0 1"));
        reject(
                new SymmetryClaim.NoLatentAction(network, TURN),
                exhaustion(network, TURN),
                "the latent group of expr:2*x is monomial, for the activation may be affine");
    }

    @Test
    void constantUnitsHaveManyMapsAfterThem() {
        // After units with the value 3 the swap may also be (a, b) -> (6 - b, 6 - a), which the readout (1, -1) needs.
        Network network = network(dense("1 0; 0 1"), each(formula("3"), 2), dense("1 -1"));
        reject(
                new SymmetryClaim.NoLatentAction(network, SWAP),
                exhaustion(network, SWAP),
                "the latent group of expr:3 is monomial, for the activation may be affine");
    }

    /** The weights phi(j - i mod 6), which only the six turns keep, from rows (1, 2) at even places and (2, 1) at odd ones. */
    private static Network sixClones() {
        int[] places = {0, 2, 4, 1, 3, 5};
        int[] phi = {1, 7, 20, 3, 50, 11};
        StringBuilder square = new StringBuilder();
        for (int i : places) {
            square.append(square.isEmpty() ? "" : ";");
            for (int j : places) {
                square.append(' ').append(phi[Math.floorMod(j - i, 6)]);
            }
        }
        return new NetworkBuilder()
                .dense("1 2; 1 2; 1 2; 2 1; 2 1; 2 1")
                .activation("tanh")
                .dense(square.toString())
                .activation("tanh")
                .dense("1 1 1 1 1 1")
                .build();
    }

    @Test
    void allCombinationsOfLiftsAreTried() throws Rejection {
        // The swap lifts to the turns by 1, 3 and 5: the first has order 6, and the second is an action.
        List<List<AffineMap>> lifts = LiftsRule.all(sixClones(), sixClones(), map("1 0"), map("0"));
        assertThat(lifts).hasSize(3);
        AffineMap first = lifts.get(0).get(0);
        AffineMap second = lifts.get(1).get(0);
        assertThat(first.after(first).isIdentity()).isFalse();
        assertThat(second.after(second).isIdentity()).isTrue();
        reject(
                new SymmetryClaim.NoLatentAction(sixClones(), SWAP),
                exhaustion(sixClones(), SWAP),
                "there is a latent action at these parameters");
    }

    @Test
    void relatorsMayFailInALaterSpaceOnly() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation("tanh")
                .dense("1 2; 1 2; 2 1; 2 1")
                .activation("tanh")
                .dense("1 7 20 3; 7 1 3 20; 3 20 1 7; 20 3 7 1")
                .activation("tanh")
                .dense("1 1 1 1")
                .build();
        Theorem theorem = accept(new SymmetryClaim.NoLatentAction(network, SWAP), exhaustion(network, SWAP));
        assertThat(theorem.rule()).contains("none of the 2 combinations satisfies the relators");
    }

    @Test
    void aFormulaWithASymbolIsNoActivation() throws ExpressionSyntaxException {
        Activation scaled = Activations.of(Expression.parseWithSymbols("t*x + x^2"), UnitGroup::trivial);
        Network network = network(dense("1"), each(scaled, 1), dense("1"));
        reject(
                new SymmetryClaim.NoLatentAction(network, EVEN),
                exhaustion(network, EVEN),
                "is not known to have a value at every real number: the formula contains a symbol");
    }

    @Test
    void aGroupWithoutGeneratorsAlwaysActs() {
        GroupDescription trivial = new GroupDescription.Presentation(List.of(), List.of());
        Symmetry symmetry =
                new Symmetry(new Representation(trivial, 1, List.of()), new Representation(trivial, 1, List.of()));
        reject(
                new SymmetryClaim.NoLatentAction(clones(2), symmetry),
                exhaustion(clones(2), symmetry),
                "there is a latent action at these parameters");
    }

    @Test
    void theActionAfterAnEvenUnitIsNotTheOneBeforeIt() {
        // abs(x) with the readout -1 on the output: no action, though the identity of the input would lift.
        Network network = network(dense("1"), units("abs"), dense("1"));
        accept(new SymmetryClaim.NoLatentAction(network, ODD), exhaustion(network, ODD));
        reject(
                new SymmetryClaim.NoLatentAction(network, EVEN),
                exhaustion(network, EVEN),
                "there is a latent action at these parameters");
    }

    @Test
    void everyGeneratorNeedsALift() {
        GroupDescription free = new GroupDescription.Presentation(List.of("a", "b"), List.of());
        Symmetry symmetry = symmetry(free, List.of(map("0 1"), map("1 0")), List.of(map("0"), map("0")));
        Network network = network(dense("1 0; 0 1"), units("tanh", "tanh"), dense("1 2"));
        Theorem theorem = accept(new SymmetryClaim.NoLatentAction(network, symmetry), exhaustion(network, symmetry));
        assertThat(theorem.rule()).contains("generator b has none");
    }

    @Test
    void tooManyUnitsAreNotPlaced() {
        int n = 2_001;
        List<AffineMap> identity = List.of(AffineMap.identity(1));
        Symmetry symmetry = symmetry(cyclic(1), identity, identity);
        reject(
                new SymmetryClaim.NoLatentAction(clones(n), symmetry),
                exhaustion(clones(n), symmetry),
                "there are more than 2000 units to place");
    }
}
