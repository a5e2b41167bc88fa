package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.certificate;
import static io.intertwine.check.Table.claim;
import static io.intertwine.check.Table.generated;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.matrix;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.symmetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When actions of generators extend to the group: by relators, because they are forced, or by enumeration. */
class RelationsRuleTest {
    private static final GroupDescription TWO = new GroupDescription.Generated(List.of("a", "b"));

    private static Network net(String weight, String activation, String readout) {
        return new NetworkBuilder()
                .dense(weight)
                .activation(activation)
                .dense(readout)
                .build();
    }

    private static List<List<AffineMap>> both(AffineMap... generators) {
        return List.of(generators).stream().map(map -> List.of(map, map)).toList();
    }

    private static String rule(Network network, Symmetry symmetry, List<List<AffineMap>> actions) {
        return accept(claim(network, symmetry), certificate(network, symmetry, actions))
                .rule();
    }

    private static void no(Network network, Symmetry symmetry, List<List<AffineMap>> actions, String reason) {
        reject(claim(network, symmetry), certificate(network, symmetry, actions), reason);
    }

    @Test
    void actionsOnDistinctNonzeroRowsAreForced() {
        Network network = net("1 2; 2 1", "tanh", "5 5");
        assertThat(rule(network, symmetry(generated(), map("1 0"), map("0")), both(map("1 0"))))
                .contains("forced");
    }

    @Test
    void anInfiniteGroupIsForcedToo() {
        Network network = net("1", "relu", "1");
        Symmetry scaling = symmetry(generated(), map("0 | 2"), map("0 | 2"));
        assertThat(rule(network, scaling, both(map("0 | 2")))).contains("forced");
    }

    @Test
    void rowsOfUnitsWithDifferentActivationsMayBeEqual() {
        Layer.Entrywise units =
                new Layer.Entrywise(List.of(Activations.requireNamed("tanh"), Activations.requireNamed("arctan")));
        Network network = new Network(List.of(
                new Layer.Dense(NetworkBuilder.matrix("1; 1"), List.of()),
                units,
                new Layer.Dense(NetworkBuilder.matrix("1 1"), List.of())));
        Symmetry odd = symmetry(generated(), map("0 | -1"), map("0 | -1"));
        assertThat(rule(network, odd, both(map("0 1 | -1 -1")))).contains("forced");
    }

    @Test
    void clonesAreEnumerated() {
        Network network = net("1 0; 1 0; 0 1; 0 1", "tanh", "1 1 1 1");
        Symmetry swap = symmetry(generated(), map("1 0"), map("0"));
        assertThat(rule(network, swap, both(map("2 3 0 1")))).contains("enumerated (order 2)");
    }

    @Test
    void clonesUpToTheUnitsGroupAreNotFree() {
        Network network = net("1 0; -1 0; 0 1; 0 -1", "tanh", "1 2 1 2");
        Symmetry swap = symmetry(generated(), map("1 0"), map("0"));
        assertThat(rule(network, swap, both(map("2 3 0 1")))).contains("enumerated (order 2)");
    }

    @Test
    void aZeroRowIsNotFree() {
        Network network = net("1 2; 2 1; 0 0", "tanh", "5 5 7");
        Symmetry swap = symmetry(generated(), map("1 0"), map("0"));
        assertThat(rule(network, swap, both(map("1 0 2")))).contains("enumerated (order 2)");
    }

    @Test
    void aZeroRowInALaterLayerIsNotFree() {
        Network network = new NetworkBuilder()
                .dense("1 2; 2 1")
                .activation("tanh")
                .dense("1 1; 0 0")
                .activation("tanh")
                .dense("1 1")
                .build();
        Symmetry swap = symmetry(generated(), map("1 0"), map("0"));
        List<AffineMap> latent = List.of(map("1 0"), map("1 0"), map("0 1"), map("0 1"));
        assertThat(rule(network, swap, List.of(latent))).contains("enumerated (order 2)");
    }

    @Test
    void aLinearLatentSpaceIsNotFree() {
        Network network = new NetworkBuilder().dense("1 0; 0 1").dense("1 1").build();
        Symmetry swap = symmetry(generated(), map("1 0"), map("0"));
        assertThat(rule(network, swap, List.of(List.of(map("1 0"))))).contains("enumerated (order 2)");
    }

    @Test
    void logitsAreNoLatentSpace() {
        Network network = new Network(
                List.of(new Layer.Dense(NetworkBuilder.matrix("1 0; 0 1"), List.of()), new Layer.Softmax(2)));
        Symmetry swap = symmetry(generated(), map("1 0"), map("1 0"));
        assertThat(rule(network, swap, List.of(List.of()))).contains("forced");
    }

    @Test
    void anActionThatTheInputAndOutputDoNotDetermineIsRefused() {
        Network clones = net("1; 1", "tanh", "1 1");
        Symmetry trivial = symmetry(TWO, List.of(map("0"), map("0")), List.of(map("0"), map("0")));
        assertThat(rule(clones, trivial, both(map("0 1"), map("0 1")))).contains("enumerated (order 1)");
        no(clones, trivial, both(map("0 1"), map("1 0")), "not determined by the input and output action");
        no(clones, trivial, both(map("1 0"), map("0 1")), "not determined by the input and output action");
    }

    @Test
    void anActionOfDoubleOrderIsRefused() {
        Network clones = net("1 0; 1 0; 0 1; 0 1", "tanh", "1 1 1 1");
        Symmetry swap = symmetry(generated(), map("1 0"), map("0"));
        no(clones, swap, both(map("2 3 1 0")), "not determined by the input and output action");
    }

    @Test
    void generatorsThatCoincideMustActAlike() {
        Network clones = net("1 0; 1 0; 0 1; 0 1", "tanh", "1 1 1 1");
        Symmetry twice = symmetry(TWO, List.of(map("1 0"), map("1 0")), List.of(map("0"), map("0")));
        no(clones, twice, both(map("2 3 0 1"), map("3 2 1 0")), "not determined by the input and output action");
        assertThat(rule(clones, twice, both(map("3 2 1 0"), map("3 2 1 0")))).contains("enumerated (order 2)");
    }

    @Test
    void theOutputActionAloneMayDistinguishElements() {
        Network clones = net("0 0; 0 0", "tanh", "1 1; 1 1");
        Symmetry outputs = symmetry(generated(), map("0 1"), map("1 0"));
        assertThat(rule(clones, outputs, both(map("1 0")))).contains("enumerated (order 2)");
    }

    @Test
    void tooLargeAGroupIsRefusedUnlessRelatorsAreGiven() {
        Network clones = net("1; 1", "relu", "1 1");
        AffineMap twice = map("0 | 2");
        AffineMap latent = map("0 1 | 2 2");
        no(clones, symmetry(generated(), twice, twice), both(latent), "more than 4000 bits; give relators");
        assertThat(rule(clones, symmetry(Table.cyclic(0), twice, twice), both(latent)))
                .contains("relators hold");
    }

    /** A permutation with cycles of these lengths, one beside the other; a negative length is that many fixed points. */
    private static AffineMap cycles(int... lengths) {
        StringBuilder text = new StringBuilder();
        int offset = 0;
        for (int length : lengths) {
            for (int i = 0; i < Math.abs(length); i++) {
                text.append(offset + (length < 0 ? i : (i + 1) % length)).append(' ');
            }
            offset += Math.abs(length);
        }
        return map(text.toString());
    }

    private static Network sums(int inputs) {
        String row = "1 ".repeat(inputs);
        return net(row + ";" + row, "tanh", "1 1");
    }

    @Test
    void theLargestGroupThatIsEnumeratedHasTenThousandElements() {
        AffineMap one = map("0");
        Symmetry largest = symmetry(TWO, List.of(cycles(4, 25, -4, -25), cycles(-4, -25, 4, 25)), List.of(one, one));
        assertThat(rule(sums(58), largest, both(map("0 1"), map("0 1")))).contains("enumerated (order 10000)");
        Symmetry larger = symmetry(generated(), cycles(73, 137), one);
        no(sums(210), larger, both(map("0 1")), "more than 10000 elements; give relators");
    }

    @Test
    void ofWideSpacesFewerElementsAreEnumerated() {
        Symmetry wide = symmetry(generated(), cycles(73, 137, -19790), map("0"));
        no(sums(20000), wide, both(map("0 1")), "more than 999 elements; give relators");
    }

    @Test
    void aGroupWithoutGeneratorsIsTrivial() {
        GroupDescription none = new GroupDescription.Generated(List.of());
        Symmetry trivial = new Symmetry(new Representation(none, 1, List.of()), new Representation(none, 1, List.of()));
        assertThat(rule(net("1; 1", "tanh", "1 1"), trivial, List.of())).contains("enumerated (order 1)");
        GroupDescription free = new Presentation(List.of(), List.of());
        Symmetry empty = new Symmetry(new Representation(free, 1, List.of()), new Representation(free, 1, List.of()));
        assertThat(rule(net("1; 1", "tanh", "1 1"), empty, List.of())).contains("relators hold");
    }

    @Test
    void theEmptyWordHoldsInAGroupWithoutGenerators() {
        GroupDescription group = new Presentation(List.of(), List.of(new Word(List.of())));
        Symmetry trivial =
                new Symmetry(new Representation(group, 1, List.of()), new Representation(group, 1, List.of()));
        assertThat(rule(net("1; 1", "tanh", "1 1"), trivial, List.of())).contains("relators hold");
    }

    @Test
    void everyRelatorIsCheckedOnEveryLatentSpace() {
        GroupDescription group = new Presentation(List.of("a"), List.of(Word.power(0, 4), Word.power(0, 2)));
        Symmetry swap = symmetry(group, map("1 0"), map("0"));
        Network clones = net("1 0; 1 0; 0 1; 0 1", "tanh", "1 1 1 1");
        no(clones, swap, both(map("2 3 1 0")), "the relator \"a^2\" fails on latent space 0");
        assertThat(rule(clones, swap, both(map("2 3 0 1")))).contains("relators hold");
    }

    @Test
    void anEvenUnitCanHideARelatorThatFailsBeforeIt() {
        // chi forgets the sign: on the space after the activation every relator holds, before it a^1 does not.
        GroupDescription group = new Presentation(List.of("a"), List.of(Word.power(0, 1)));
        Symmetry trivial = symmetry(group, map("0"), map("0"));
        Network constant =
                new NetworkBuilder().dense("0").activation("abs").dense("1").build();
        no(constant, trivial, List.of(List.of(map("0 | -1"), map("0"))), "fails on latent space 0");
        assertThat(rule(constant, trivial, List.of(List.of(map("0"), map("0")))))
                .contains("relators hold");
    }

    @Test
    void commutatorsAreReadFromLeftToRight() {
        GroupDescription dihedral = Presentation.dihedral(3);
        Symmetry triangle = symmetry(dihedral, List.of(map("1 2 0"), map("1 0 2")), List.of(map("0"), map("0")));
        Network network = net("1 0 0; 0 1 0; 0 0 1", "tanh", "1 1 1");
        assertThat(rule(network, triangle, both(map("1 2 0"), map("1 0 2")))).contains("relators hold");
        assertThat(rule(
                        network,
                        symmetry(
                                TWO,
                                triangle.input().images(),
                                triangle.output().images()),
                        both(map("1 2 0"), map("1 0 2"))))
                .contains("forced");
    }

    @Test
    void aDenseInputActionIsEnumeratedExactly() {
        AffineMap turn = matrix("0 -1; 1 1");
        Network constant = net("0 0; 0 0", "tanh", "1 1");
        assertThat(rule(constant, symmetry(generated(), turn, map("0")), both(map("1 0"))))
                .contains("enumerated (order 6)");
        no(constant, symmetry(generated(), turn.after(turn), map("0")), both(map("1 0")), "not determined");
    }
}
