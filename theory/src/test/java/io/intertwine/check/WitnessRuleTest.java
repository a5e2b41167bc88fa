package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.matrix;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.symmetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.Certificate.Witness;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and rejected counterexamples. */
class WitnessRuleTest {
    private static final Network RELU =
            new NetworkBuilder().dense("1", "1").activation("relu").dense("1").build();
    private static final Network TANH =
            new NetworkBuilder().dense("1", "1").activation("tanh").dense("1").build();
    private static final Network ABS =
            new NetworkBuilder().dense("1", "1").activation("abs").dense("1").build();
    private static final Network EXP =
            new NetworkBuilder().dense("1").activation("exp").dense("1").build();
    private static final Network TWO = new NetworkBuilder()
            .dense("1; 1", "1 0")
            .activation("relu")
            .dense("1 0; 0 1")
            .build();
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));

    private static SymmetryClaim.NotEquivariant claim(Network network, Symmetry symmetry) {
        return new SymmetryClaim.NotEquivariant(network, symmetry);
    }

    private static Value exact(String number) {
        return new Value.Exact(NetworkBuilder.vector(number).get(0));
    }

    private static Witness witness(
            Network network,
            Symmetry symmetry,
            String input,
            int bits,
            List<Value> left,
            List<Value> right,
            List<Value> difference) {
        return new Witness(
                Digest.of(network),
                Digest.of(symmetry),
                "s",
                NetworkBuilder.vector(input),
                bits,
                left,
                right,
                difference);
    }

    private static Witness relu(String input, int bits, String left, String right, String difference) {
        return witness(
                RELU, EVEN, input, bits, List.of(exact(left)), List.of(exact(right)), List.of(exact(difference)));
    }

    /** A witness with enclosures that are recomputed honestly. */
    private static Witness enclosed(Network network, Symmetry symmetry, String input, int bits) {
        AffineMap in = symmetry.input().images().get(0);
        AffineMap out = symmetry.output().images().get(0);
        List<Scalar> x = NetworkBuilder.vector(input);
        List<Enclosure> left = Evaluation.enclose(network, in.apply(x), bits);
        List<Enclosure> right = Evaluation.enclose(out, Evaluation.enclose(network, x, bits), bits);
        List<Enclosure> difference = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            difference.add(left.get(i).subtract(right.get(i)));
        }
        return witness(network, symmetry, input, bits, between(left), between(right), between(difference));
    }

    private static List<Value> between(List<Enclosure> enclosures) {
        return enclosures.stream()
                .<Value>map(value -> value.isBounded()
                        ? new Value.Between(value.lower(), value.upper())
                        : new Value.Between(BigFraction.ONE, BigFraction.TWO))
                .toList();
    }

    @Test
    void anExactCounterexampleIsAccepted() {
        assertThat(accept(claim(RELU, EVEN), relu("2", 0, "0", "3", "-3")).rule())
                .isEqualTo("The two sides were computed again exactly at the recorded input, for generator s.");
    }

    @Test
    void theBiasRefutesTheShiftedAbsoluteValue() {
        Witness witness = witness(ABS, EVEN, "1", 0, List.of(exact("0")), List.of(exact("2")), List.of(exact("-2")));
        assertThat(accept(claim(ABS, EVEN), witness).toString())
                .startsWith("The network's function is not equivariant.");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 53, 160})
    void anEnclosedCounterexampleIsAccepted(int bits) {
        assertThat(accept(claim(TANH, EVEN), enclosed(TANH, EVEN, "2", bits)).rule())
                .contains("in proven enclosures");
    }

    @Test
    void enclosuresThatMeetZeroProveNothing() {
        Witness witness = enclosed(TANH, EVEN, "1/1000", 4);
        assertThat(witness.difference()).noneMatch(Value::excludesZero).hasSize(1);
        reject(claim(TANH, EVEN), witness, "no entry of the difference is known to differ from 0");
        accept(claim(TANH, EVEN), enclosed(TANH, EVEN, "1/1000", 20));
    }

    @Test
    void theLargestPrecisionIsAccepted() {
        accept(claim(RELU, EVEN), enclosed(RELU, EVEN, "2", Enclosure.MAXIMAL_BITS));
    }

    @Test
    void anExactNetworkMayBeEnclosed() {
        accept(claim(RELU, EVEN), enclosed(RELU, EVEN, "2", 40));
    }

    @Test
    void oneEntryThatDiffersIsEnough() {
        Symmetry symmetry = symmetry(cyclic(2), map("0 | -1"), map("0 1 | -1 1"));
        Witness witness = enclosed(TWO, symmetry, "1/2", 30);
        assertThat(witness.difference()).anyMatch(Value::excludesZero);
        accept(claim(TWO, symmetry), witness);
    }

    @Test
    void theSecondGeneratorMayRefute() {
        GroupDescription free = new GroupDescription.Presentation(List.of("e", "s"), List.of());
        Symmetry symmetry = symmetry(free, List.of(map("0"), map("0 | -1")), List.of(map("0"), map("0")));
        Witness witness =
                witness(RELU, symmetry, "2", 0, List.of(exact("0")), List.of(exact("3")), List.of(exact("-3")));
        accept(claim(RELU, symmetry), witness);
        Witness first = new Witness(
                witness.network(),
                witness.symmetry(),
                "e",
                witness.input(),
                0,
                witness.right(),
                witness.right(),
                List.of(exact("0")));
        reject(claim(RELU, symmetry), first, "no entry of the difference");
        Witness wrong = new Witness(
                witness.network(),
                witness.symmetry(),
                "e",
                witness.input(),
                0,
                witness.left(),
                witness.right(),
                witness.difference());
        reject(claim(RELU, symmetry), wrong, "recorded outputs are not the recomputed ones");
    }

    @Test
    void denseOutputActionsAndShiftsAreApplied() {
        Network identity = new NetworkBuilder().dense("1 0; 0 1").build();
        AffineMap output = AffineMap.of(matrix("1 1; 0 1").matrix(), NetworkBuilder.vector("0 1"));
        Symmetry symmetry = symmetry(cyclic(0), map("0 1 | 1 1 | 0 2"), output);
        Witness witness = witness(
                identity,
                symmetry,
                "3 5",
                0,
                List.of(exact("3"), exact("7")),
                List.of(exact("8"), exact("6")),
                List.of(exact("-5"), exact("1")));
        accept(claim(identity, symmetry), witness);
        accept(claim(identity, symmetry), enclosed(identity, symmetry, "3 5", 9));
    }

    @Test
    void aPointWhereTheSidesAgreeProvesNothing() {
        reject(claim(RELU, EVEN), relu("0", 0, "1", "1", "0"), "no entry of the difference is known to differ from 0");
        reject(
                claim(TANH, EVEN),
                enclosed(TANH, EVEN, "0", 64),
                "no entry of the difference is known to differ from 0");
    }

    @Test
    void recordedOutputsMustBeTheRecomputedOnes() {
        String reason = "the recorded outputs are not the recomputed ones";
        reject(claim(RELU, EVEN), relu("2", 0, "1", "3", "-3"), reason);
        reject(claim(RELU, EVEN), relu("2", 0, "0", "2", "-3"), reason);
        reject(claim(RELU, EVEN), relu("2", 0, "0", "3", "3"), reason);
        reject(claim(RELU, EVEN), relu("2", 10, "0", "3", "-3"), reason);
        Witness honest = relu("2", 0, "0", "3", "-3");
        Witness longer = witness(RELU, EVEN, "2", 0, honest.left(), honest.right(), List.of(exact("-3"), exact("-3")));
        reject(claim(RELU, EVEN), longer, reason);
    }

    @Test
    void theGeneratorMustExist() {
        Witness honest = relu("2", 0, "0", "3", "-3");
        Witness other = new Witness(
                honest.network(),
                honest.symmetry(),
                "t",
                honest.input(),
                0,
                honest.left(),
                honest.right(),
                honest.difference());
        reject(claim(RELU, EVEN), other, "the group has no generator t");
    }

    @Test
    void theInputMustHaveTheRightSize() {
        reject(claim(RELU, EVEN), relu("2 2", 0, "0", "3", "-3"), "the input has 2 entries, expected 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Enclosure.MAXIMAL_BITS + 1, Integer.MAX_VALUE})
    void thePrecisionMustBeInRange(int bits) {
        reject(
                claim(RELU, EVEN),
                relu("2", bits, "0", "3", "-3"),
                "the precision must be between 0 and " + Enclosure.MAXIMAL_BITS + " bits");
    }

    @Test
    void transcendentalOutputsNeedAPrecision() {
        Witness witness = witness(TANH, EVEN, "2", 0, List.of(exact("0")), List.of(exact("1")), List.of(exact("-1")));
        reject(claim(TANH, EVEN), witness, "the outputs have no exact value at this input; give a precision");
        // On one side only: 1 + x vanishes at -1, where tanh has the exact value 0, and the other side has none.
        reject(
                claim(TANH, EVEN),
                witness(TANH, EVEN, "1", 0, List.of(exact("0")), List.of(exact("1")), List.of(exact("-1"))),
                "give a precision");
        reject(
                claim(TANH, EVEN),
                witness(TANH, EVEN, "-1", 0, List.of(exact("1")), List.of(exact("0")), List.of(exact("1"))),
                "give a precision");
    }

    @Test
    void anOutputThatCannotBeBoundedProvesNothing() {
        reject(
                claim(EXP, EVEN),
                enclosed(EXP, EVEN, "1000000000", 8),
                "an output could not be bounded at this precision");
        reject(
                claim(EXP, EVEN),
                enclosed(EXP, EVEN, "-1000000000", 8),
                "an output could not be bounded at this precision");
    }

    @Test
    void softmaxIsEnclosed() {
        Network network =
                new Network(List.of(new Layer.Dense(NetworkBuilder.matrix("1; 0"), List.of()), new Layer.Softmax(2)));
        Symmetry flip = symmetry(cyclic(2), map("0 | -1"), map("0 1"));
        accept(claim(network, flip), enclosed(network, flip, "1", 20));
        Symmetry both = symmetry(cyclic(2), map("0 | -1"), map("1 0"));
        reject(claim(network, both), enclosed(network, both, "1", 20), "no entry of the difference");
    }
}
