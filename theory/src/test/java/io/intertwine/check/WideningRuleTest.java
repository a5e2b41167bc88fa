package io.intertwine.check;

import static io.intertwine.check.EquivarianceRuleTest.certificate;
import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.gauge;
import static io.intertwine.check.Table.generated;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.matrix;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.ridge;
import static io.intertwine.check.Table.symmetry;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected proofs that a wider network is layerwise equivariant. */
class WideningRuleTest {
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));
    private static final Symmetry SWAP = symmetry(cyclic(2), map("1 0"), map("0"));
    private static final Network HAT = WorkedExamples.hat("relu");
    private static final Network WIDE =
            network(dense("1; -1; 1; -1", "0 0 -1 -1"), units("relu", "relu", "relu", "relu"), dense("-1 -1 1 1", "1"));
    private static final AffineMap PAIRS = map("1 0 3 2");
    private static final Network SPLIT = WorkedExamples.splitClones();

    private static final Network LINEAR = network(dense("0"), dense("1"));
    private static final Symmetry EVEN_GENERATED = symmetry(generated(), map("0 | -1"), map("0"));

    private static SymmetryClaim.LayerwiseWhenWidened claim(Network network, Symmetry symmetry) {
        return new SymmetryClaim.LayerwiseWhenWidened(network, symmetry);
    }

    private static Certificate.Widening wide(Network network, Network wide, Comparison proof, AffineMap... latent) {
        return new Certificate.Widening(
                Digest.of(network), Digest.of(EVEN), wide, EqualityProof.of(proof), List.of(List.of(latent)));
    }

    @Test
    void theHatIsLayerwiseEquivariantAtWidthFour() {
        Theorem theorem = accept(claim(HAT, EVEN), wide(HAT, WIDE, ridge("relu"), PAIRS, PAIRS));
        assertThat(theorem.toString()).contains("a network of other widths with the same function is layerwise");
        assertThat(theorem.rule()).startsWith("The wider network was proved to have the same function. Every layer's");
    }

    @Test
    void aNetworkWithALastSoftmaxMayBeWidened() {
        Layer softmax = new Layer.Softmax(2);
        Network network = network(dense("1"), units("abs"), dense("1; 0"), softmax);
        Network wide = network(dense("1; -1"), units("abs", "abs"), dense("1/2 1/2; 0 0"), softmax);
        Symmetry symmetry = symmetry(cyclic(2), map("0 | -1"), map("0 1"));
        Certificate.Widening evidence = new Certificate.Widening(
                Digest.of(network),
                Digest.of(symmetry),
                wide,
                EqualityProof.of(ridge()),
                List.of(List.of(map("1 0"), map("1 0"))));
        accept(claim(network, symmetry), evidence);
    }

    private static Arguments row(String reason, Network network, Network wide, Comparison proof, AffineMap... latent) {
        return Arguments.of(reason, network, wide(network, wide, proof, latent));
    }

    static List<Arguments> rejected() {
        Network tanh = network(dense("1"), units("tanh"), dense("1"));
        return List.of(
                row("the wider network has another number of layers", HAT, network(dense("1")), ridge()),
                row("layer 1 of the wider network is of another kind", HAT, tanh, ridge()),
                row(
                        "layer 1 of the wider network is of another kind",
                        HAT,
                        network(dense("1; 1"), units("relu", "tanh"), dense("1 0")),
                        ridge()),
                row(
                        "layer 1 of the wider network is of another kind",
                        network(dense("1; 1"), units("relu", "tanh"), dense("1 0")),
                        network(dense("1; 1; 1"), units("relu", "tanh", "relu"), dense("1 0 0")),
                        ridge()),
                row(
                        "layer 1 of the wider network is of another kind",
                        HAT,
                        network(dense("1"), dense("1"), dense("1")),
                        ridge()),
                row(
                        "layer 0 of the wider network is of another kind",
                        HAT,
                        network(units("relu"), units("relu"), dense("1")),
                        ridge()),
                row(
                        "the wider network has the widths of the given one",
                        HAT,
                        HAT,
                        ridge("relu"),
                        map("2 1 0"),
                        map("2 1 0")),
                row(
                        "the wider network has the widths of the given one",
                        network(dense("0")),
                        network(dense("0", "0")),
                        gauge()),
                row(
                        "the functions differ in the constant of output 0",
                        HAT,
                        network(
                                dense("1; -1; 1; -1", "0 0 -1 -1"),
                                units("relu", "relu", "relu", "relu"),
                                dense("-1 -1 1 1", "2")),
                        ridge("relu"),
                        PAIRS,
                        PAIRS),
                row(
                        "generator s: latent space 0: the two sides differ in the weight",
                        HAT,
                        WIDE,
                        ridge("relu"),
                        map("0 1 3 2"),
                        PAIRS),
                row("generator s: expected an action on 2 latent spaces, found 1", HAT, WIDE, ridge("relu"), PAIRS),
                row("one network reads 1 numbers", HAT, reading(2), ridge("relu"), PAIRS, PAIRS));
    }

    /** A wider network that reads another number of inputs. */
    private static Network reading(int inputs) {
        String row = "1" + " 0".repeat(inputs - 1);
        return network(
                dense(String.join("; ", row, row, row, row)),
                units("relu", "relu", "relu", "relu"),
                dense("-1 -1 1 1", "1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Certificate evidence) {
        reject(claim(network, EVEN), evidence, reason);
    }

    static List<Arguments> averaged() {
        return List.of(
                Arguments.of(2, HAT, EVEN, certificate(HAT, EVEN, ridge("relu"))),
                Arguments.of(2, SPLIT, SWAP, certificate(SPLIT, SWAP, ridge())),
                Arguments.of(
                        6,
                        WorkedExamples.starOfTypeA2(),
                        WorkedExamples.hexagon(),
                        certificate(WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon(), ridge("relu"))),
                Arguments.of(2, LINEAR, EVEN_GENERATED, certificate(LINEAR, EVEN_GENERATED, ridge())));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void averaged(int order, Network network, Symmetry symmetry, Certificate evidence) {
        Theorem theorem = accept(claim(network, symmetry), evidence);
        assertThat(theorem.rule()).contains("a finite group of order " + order + ", so the average over it");
    }

    static List<Arguments> notAveraged() {
        Network floor = network(dense("1"), units("floor"), dense("1"));
        Symmetry translate = symmetry(generated(), map("0 | 1 | 1"), map("0 | 1 | 1"));
        Symmetry doubled = symmetry(generated(), map("0 | 2"), map("0 | 2"));
        Symmetry output = symmetry(cyclic(2), map("0"), map("0 | -1 | 2"));
        Network relu = network(dense("1"), units("relu"), dense("1"));
        Network one = network(dense("0", "1"), dense("1"));
        return List.of(
                Arguments.of(
                        "averaging needs a hidden layer between a dense first and a dense last layer",
                        network(dense("0")),
                        EVEN,
                        certificate(network(dense("0")), EVEN, gauge())),
                Arguments.of(
                        "averaging needs a hidden layer",
                        network(units("abs"), dense("1")),
                        EVEN,
                        certificate(network(units("abs"), dense("1")), EVEN, ridge())),
                Arguments.of(
                        "averaging needs a hidden layer",
                        network(dense("1"), units("abs")),
                        EVEN,
                        certificate(network(dense("1"), units("abs")), EVEN, gauge(map("0 | -1")))),
                Arguments.of(
                        "averaging needs linear actions",
                        floor,
                        translate,
                        certificate(floor, translate, gauge(map("0 | 1 | -1"), map("0 | 1 | -1")))),
                Arguments.of("averaging needs linear actions", one, output, certificate(one, output, ridge())),
                Arguments.of("give relators", relu, doubled, certificate(relu, doubled, ridge())),
                Arguments.of("expected a proof for each of 1 generators, found 0", HAT, EVEN, certificate(HAT, EVEN)),
                Arguments.of(
                        "generator s: the functions differ in the factor of input 0",
                        relu,
                        EVEN,
                        certificate(relu, EVEN, ridge())),
                Arguments.of(
                        "generator s: layer 0: the two sides differ",
                        relu,
                        symmetry(cyclic(2), matrix("-1"), map("0")),
                        certificate(relu, symmetry(cyclic(2), matrix("-1"), map("0")), gauge(map("0"), map("0")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notAveraged(String reason, Network network, Symmetry symmetry, Certificate evidence) {
        reject(claim(network, symmetry), evidence, reason);
    }
}
