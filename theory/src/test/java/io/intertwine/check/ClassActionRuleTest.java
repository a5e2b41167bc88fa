package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.generated;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.symmetry;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.group.GroupDescription;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and rejected actions of a group on the classes of parameters with the same function. */
class ClassActionRuleTest {
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));
    private static final Network HAT = WorkedExamples.hat("relu");
    private static final FibreEvidence FLIPS = new FibreEvidence.Flips(List.of(List.of(), List.of(0, 1, 2)));
    private static final AffineMap REVERSED = map("2 1 0");

    private static SymmetryClaim.NotLayerwise claim(Network network, Symmetry symmetry) {
        return new SymmetryClaim.NotLayerwise(network, symmetry);
    }

    private static ClassMove move(int target, AffineMap map) {
        return new ClassMove(target, List.of(map, map));
    }

    private static Certificate.ClassAction action(
            Network network, Symmetry symmetry, FibreEvidence fibre, List<List<ClassMove>> moves) {
        return new Certificate.ClassAction(Digest.of(network), Digest.of(symmetry), fibre, moves);
    }

    private static Certificate.ClassAction hat(ClassMove... moves) {
        return action(HAT, EVEN, FLIPS, List.of(List.of(moves)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu", "softplus"})
    void theTwoClassesOfTheHatAreExchanged(String activation) {
        Network hat = WorkedExamples.hat(activation);
        Theorem theorem = accept(
                claim(hat, EVEN), action(hat, EVEN, FLIPS, List.of(List.of(move(1, REVERSED), move(0, REVERSED)))));
        assertThat(theorem.rule()).startsWith("All 2 classes of parameters with this function were found again");
        assertThat(theorem.toString()).contains("no parameter of the same architecture with the same function");
    }

    @Test
    void theClassesOfTheStarAreExchangedByItsTurnOfOrderSix() {
        Network star = WorkedExamples.starOfTypeA2();
        Symmetry hexagon = WorkedExamples.hexagon();
        // The rows e1, e2, -e1 - e2 after the inverse turn ((1, 1), (-1, 0)) are e1 + e2, -e1, -e2.
        AffineMap cycle = map("2 0 1");
        accept(claim(star, hexagon), action(star, hexagon, FLIPS, List.of(List.of(move(1, cycle), move(0, cycle)))));
        // Its square fixes both classes.
        Symmetry square = symmetry(
                cyclic(3),
                hexagon.input().images().get(0).after(hexagon.input().images().get(0)),
                map("0"));
        reject(
                claim(star, square),
                action(star, square, FLIPS, List.of(List.of(move(0, map("1 2 0")), move(1, map("1 2 0"))))),
                "class 0 is fixed by every generator");
    }

    static List<Arguments> rejected() {
        ClassMove one = move(1, REVERSED);
        ClassMove zero = move(0, REVERSED);
        return List.of(
                Arguments.of("expected a move of each of the 2 classes, found 1", hat(one)),
                Arguments.of("expected a move of each of the 2 classes, found 3", hat(one, zero, zero)),
                Arguments.of("there is no class 2", hat(move(2, REVERSED), zero)),
                Arguments.of("there is no class -1", hat(move(-1, REVERSED), zero)),
                Arguments.of("there is no class 2147483647", hat(one, move(Integer.MAX_VALUE, REVERSED))),
                Arguments.of("layer 0: the two sides differ in the weight", hat(zero, zero)),
                Arguments.of("layer 0: the two sides differ in the weight", hat(one, one)),
                Arguments.of("layer 0: the two sides differ in the bias", hat(move(1, map("0 1 2")), zero)),
                Arguments.of("relu is not known to satisfy", hat(move(0, map("2 1 0 | -1 -1 -1")), zero)),
                Arguments.of(
                        "expected a map for each of the 2 latent spaces, found 1",
                        hat(new ClassMove(1, List.of(REVERSED)), zero)),
                Arguments.of("expected the moves of 1 generators, found 0", action(HAT, EVEN, FLIPS, List.of())),
                Arguments.of(
                        "expected the moves of 1 generators, found 2",
                        action(HAT, EVEN, FLIPS, List.of(List.of(one, zero), List.of(one, zero)))),
                Arguments.of(
                        "the sets of units are not those that may be negated: found [[], [0, 1, 2]]",
                        action(HAT, EVEN, new FibreEvidence.Flips(List.of(List.of())), List.of(List.of(zero)))),
                Arguments.of(
                        "there is no criterion none",
                        action(HAT, EVEN, new FibreEvidence.Single("none"), List.of(List.of(zero)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Certificate evidence) {
        reject(claim(HAT, EVEN), evidence, reason);
    }

    @Test
    void aClassThatEveryGeneratorFixesMayBeLayerwiseEquivariant() {
        Symmetry trivial = symmetry(generated(), map("0"), map("0"));
        AffineMap identity = map("0 1 2");
        reject(
                claim(HAT, trivial),
                action(HAT, trivial, FLIPS, List.of(List.of(move(0, identity), move(1, identity)))),
                "class 0 is fixed by every generator");
    }

    @Test
    void oneGeneratorThatMovesEachClassIsEnough() {
        GroupDescription free = new GroupDescription.Presentation(List.of("e", "s"), List.of());
        Symmetry symmetry = symmetry(free, List.of(map("0"), map("0 | -1")), List.of(map("0"), map("0")));
        AffineMap identity = map("0 1 2");
        List<ClassMove> fixed = List.of(move(0, identity), move(1, identity));
        List<ClassMove> moved = List.of(move(1, REVERSED), move(0, REVERSED));
        accept(claim(HAT, symmetry), action(HAT, symmetry, FLIPS, List.of(fixed, moved)));
    }

    @Test
    void aFunctionThatIsNotEquivariantHasNoMoves() {
        Symmetry odd = symmetry(cyclic(2), map("0 | -1"), map("0 | -1"));
        for (List<ClassMove> moves :
                List.of(List.of(move(1, REVERSED), move(0, REVERSED)), List.of(move(0, REVERSED), move(1, REVERSED)))) {
            reject(claim(HAT, odd), action(HAT, odd, FLIPS, List.of(moves)), "the two sides differ in the weight");
        }
    }

    @Test
    void aGroupWithoutGeneratorsFixesEveryClass() {
        GroupDescription trivial = new GroupDescription.Presentation(List.of(), List.of());
        Symmetry symmetry =
                new Symmetry(new Representation(trivial, 1, List.of()), new Representation(trivial, 1, List.of()));
        reject(claim(HAT, symmetry), action(HAT, symmetry, FLIPS, List.of()), "class 0 is fixed by every generator");
    }

    @Test
    void aGeneratorMayLeaveTheArchitecture() {
        // Without biases a translation of the input leads to a parameter that the architecture does not have.
        Network network = network(dense("1; 2"), units("silu", "silu"), dense("2 -1"));
        Symmetry translate = symmetry(generated(), map("0 | 1 | 1"), map("0"));
        FibreEvidence flips = new FibreEvidence.Flips(List.of(List.of(), List.of(0, 1)));
        List<ClassMove> moves = Collections.nCopies(2, move(0, map("0 1")));
        reject(
                claim(network, translate),
                action(network, translate, flips, List.of(moves)),
                "a generator takes the parameter of class 0 to another architecture");
    }
}
