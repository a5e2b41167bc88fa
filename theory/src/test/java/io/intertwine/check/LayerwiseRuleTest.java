package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.certificate;
import static io.intertwine.check.Table.claim;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.matrix;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.symmetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected certificates of layerwise equivariance at the given parameters. */
class LayerwiseRuleTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static Network network(Layer... layers) {
        return new Network(List.of(layers));
    }

    private static Layer.Dense dense(String weight) {
        return new Layer.Dense(NetworkBuilder.matrix(weight), List.of());
    }

    private static Layer.Dense dense(String weight, String bias) {
        return new Layer.Dense(NetworkBuilder.matrix(weight), NetworkBuilder.vector(bias));
    }

    private static Layer.Entrywise units(String name, int n) {
        return Layer.Entrywise.of(Activations.requireNamed(name), n);
    }

    private static Layer.Entrywise mixed(String... names) {
        return new Layer.Entrywise(
                List.of(names).stream().map(Activations::requireNamed).toList());
    }

    private static final Network TANH =
            net().dense("1 2; 2 1", "3 3").activation("tanh").dense("5 5").build();
    private static final Network SIGNS =
            net().dense("1 0; 0 1", "0 0").activation("tanh").dense("5 7").build();
    private static final Network SCALED =
            net().dense("1 0; 0 2").activation("relu").dense("2 1").build();
    private static final Network FLIP =
            net().dense("1", "0").activation("sigmoid").dense("2", "-1").build();
    private static final Network FLIPS =
            net().dense("1; -1", "2 2").activation("sigmoid").dense("1 1").build();
    private static final Network TWO_FLIPS =
            net().dense("1; 3", "0 0").activation("sigmoid").dense("1 -1").build();
    private static final Network RELU6 =
            net().dense("1", "3").activation("relu6").dense("1", "-3").build();
    private static final Network FLOOR =
            net().dense("1").activation("floor").dense("1").build();
    private static final Network ABS =
            net().dense("1").activation("abs").dense("1").build();
    private static final Network SHIFTED_ABS =
            net().dense("1", "1").activation("abs").dense("1").build();
    private static final Network FINAL = network(dense("1"), units("tanh", 1));
    private static final Network FINAL_ABS = network(dense("1"), units("abs", 1));
    private static final Network FIRST = network(units("tanh", 2), dense("1 1"));
    private static final Network TWICE = network(dense("1"), units("tanh", 1), units("tanh", 1), dense("4"));
    private static final Network BLENDED = network(dense("1"), units("tanh", 1), units("relu", 1), dense("4"));
    private static final Network MIXED = network(dense("1 1; 2 2"), mixed("tanh", "relu"), dense("1 1"));
    private static final Network SOFTMAX = network(dense("1; 0", "1/2 0"), new Layer.Softmax(2));
    private static final Network SOFTMAX3 = network(dense("1 0; 0 1; 1 1", "1 1 2"), new Layer.Softmax(3));
    private static final Network PROBABILITIES = network(new Layer.Softmax(2));
    private static final Network LINEAR = network(dense("1 0; 1 1"), dense("2 -1; 1 0", "1 1"));
    private static final Network DEEP = net().dense("1 2; 2 1", "3 3")
            .activation("tanh")
            .dense("1 0; 0 1", "1 1")
            .activation("relu")
            .dense("1 1", "1")
            .build();

    private static final Symmetry SWAP = symmetry(cyclic(2), map("1 0"), map("0"));
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));
    private static final Symmetry ODD = symmetry(cyclic(2), map("0 | -1"), map("0 | -1"));
    private static final Symmetry NEGATE = symmetry(cyclic(2), map("0 1 | -1 -1"), map("0 | -1"));
    private static final Symmetry TRANSLATE = symmetry(cyclic(0), map("0 | 1 | 1"), map("0 | 1 | 1"));
    private static final Symmetry SOFT = symmetry(cyclic(2), map("0 | -1 | -1"), map("1 0"));
    private static final Symmetry SOFT3 = symmetry(cyclic(2), map("1 0"), map("1 0 2"));
    private static final Symmetry BOTH = symmetry(cyclic(2), map("1 0"), map("1 0"));
    private static final Symmetry SWAP_OUT = symmetry(cyclic(2), map("1 0"), matrix("1 0; 0 1"));

    private static Arguments row(String name, Network network, Symmetry symmetry, AffineMap... latent) {
        return Arguments.of(name, network, symmetry, List.of(latent));
    }

    static List<Arguments> accepted() {
        return List.of(
                row("units swapped", TANH, SWAP, map("1 0"), map("1 0")),
                row("units negated", SIGNS, NEGATE, map("0 1 | -1 -1"), map("0 1 | -1 -1")),
                row("units scaled", SCALED, SWAP, map("1 0 | 2 1/2"), map("1 0 | 2 1/2")),
                row("sigmoid flipped, next bias", FLIP, ODD, map("0 | -1"), map("0 | -1 | 1")),
                row("sigmoids swapped", FLIPS, EVEN, map("1 0"), map("1 0")),
                row("ReLU6 flipped about 3", RELU6, ODD, map("0 | -1 | 6"), map("0 | -1 | 6")),
                row("floor translated", FLOOR, TRANSLATE, map("0 | 1 | 1"), map("0 | 1 | 1")),
                row("even unit", ABS, EVEN, map("0 | -1"), map("0")),
                row("last activation", FINAL, ODD, map("0 | -1")),
                row("last even activation", FINAL_ABS, EVEN, map("0 | -1")),
                row("first activation", FIRST, SWAP, map("1 0")),
                row("first activation, odd", FIRST, NEGATE, map("0 1 | -1 -1")),
                row("composed activations", TWICE, ODD, map("0 | -1"), map("0 | -1"), map("0 | -1")),
                row("several layers", DEEP, SWAP, map("1 0"), map("1 0"), map("1 0"), map("1 0")),
                row("softmax up to a common number", SOFTMAX, SOFT),
                row("softmax of three", SOFTMAX3, SOFT3),
                row("softmax alone", PROBABILITIES, BOTH),
                linear(),
                row("no latent space", network(dense("1 1")), SWAP));
    }

    private static Arguments linear() {
        // W_1 rho W_1^-1 with rho the swap, and W_2 A = rho_2 W_2 with rho_2 = W_2 A W_2^-1.
        AffineMap latent = matrix("0 1; 1 0");
        ExactMatrix first = NetworkBuilder.matrix("1 0; 1 1");
        ExactMatrix second = NetworkBuilder.matrix("2 -1; 1 0");
        ExactMatrix inside = first.multiply(latent.matrix()).multiply(first.inverse());
        ExactMatrix outside = second.multiply(inside).multiply(second.inverse());
        List<Scalar> zero = List.of(Scalar.ZERO, Scalar.ZERO);
        List<Scalar> bias = List.of(Scalar.ONE, Scalar.ONE);
        List<Scalar> moved = AffineMap.of(outside, zero).apply(bias);
        List<Scalar> shift =
                List.of(bias.get(0).subtract(moved.get(0)), bias.get(1).subtract(moved.get(1)));
        return row(
                "general linear latent space",
                LINEAR,
                symmetry(cyclic(2), latent, AffineMap.of(outside, shift)),
                AffineMap.of(inside, zero));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, Symmetry symmetry, List<AffineMap> latent) {
        Theorem theorem = accept(claim(network, symmetry), certificate(network, symmetry, List.of(latent)));
        assertThat(theorem.rule()).as(name).contains("recomputed exactly").contains("relators hold");
        assertThat(theorem.toString())
                .startsWith("The network's function is equivariant, and the network at its given");
    }

    private static Arguments no(String reason, Network network, Symmetry symmetry, AffineMap... latent) {
        return Arguments.of(reason, network, symmetry, List.of(latent));
    }

    static List<Arguments> rejected() {
        return List.of(
                no("expected an action on 2 latent spaces, found 1", TANH, SWAP, map("1 0")),
                no("expected an action on 2 latent spaces, found 3", TANH, SWAP, map("1 0"), map("1 0"), map("1 0")),
                no("differ in the weight of unit 0", TANH, SWAP, map("0 1"), map("0 1")),
                no("is not the companion", TANH, SWAP, map("1 0"), map("0 1")),
                no(
                        "output: the two sides differ in the weight",
                        SIGNS,
                        symmetry(cyclic(2), map("0 1 | -1 -1"), map("0")),
                        map("0 1 | -1 -1"),
                        map("0 1 | -1 -1")),
                no("not in the latent group", TANH, SWAP, map("0"), map("0")),
                no("not in the latent group", TANH, SWAP, map("1 0 2"), map("1 0 2")),
                no("not in the latent group", TANH, SWAP, map("1 0 | 2 1/2"), map("1 0 | 2 1/2")),
                no("not in the latent group", TANH, SWAP, map("1 0 | 1 1 | 1 0"), map("1 0")),
                no("not in the latent group", TANH, SWAP, matrix("1 1; 0 1"), map("1 0")),
                no("not in the latent group", TANH, SWAP, map("1 0"), map("1 0 2")),
                no("not in the latent group", SCALED, SWAP, map("1 0 | -2 -1/2"), map("1 0 | -2 -1/2")),
                no("differ in the weight", SCALED, SWAP, map("1 0 | 1/2 2"), map("1 0 | 1/2 2")),
                no("is not the companion", FLIP, ODD, map("0 | -1"), map("0 | -1")),
                no("is not the companion", FLIP, ODD, map("0 | -1"), map("0 | -1 | 2")),
                oddFlips(),
                no("not in the latent group", RELU6, ODD, map("0 | -1"), map("0 | -1")),
                no("not in the latent group", FLOOR, TRANSLATE, map("0 | 1 | 1/2"), map("0 | 1 | 1/2")),
                no("differ in the bias", FLOOR, TRANSLATE, map("0 | 1 | 2"), map("0 | 1 | 2")),
                no("differ in the bias of unit 0", SHIFTED_ABS, EVEN, map("0 | -1"), map("0")),
                no("output: the action after the activation is not the companion", FINAL, EVEN, map("0 | -1")),
                no("output: the action after the activation is not the companion", FINAL_ABS, ODD, map("0 | -1")),
                no(
                        "before the activation is not in the latent group",
                        FIRST,
                        symmetry(cyclic(0), map("0 1 | 2 2"), map("0 | 2")),
                        map("0 1 | 2 2")),
                no(
                        "before the activation is not in the latent group",
                        FIRST,
                        symmetry(cyclic(0), matrix("1 1; 0 1"), map("0")),
                        matrix("1 1; 0 1")),
                no(
                        "latent space 2: the action before the activation is not in the latent group",
                        BLENDED,
                        ODD,
                        map("0 | -1"),
                        map("0 | -1"),
                        map("0 | -1")),
                no("not in the latent group", MIXED, symmetry(cyclic(2), map("1 0"), map("0")), map("1 0"), map("1 0")),
                no(
                        "output action must be a permutation",
                        SOFTMAX,
                        symmetry(cyclic(2), map("0 | -1 | -1"), map("1 0 | 2 1/2"))),
                no(
                        "output action must be a permutation",
                        SOFTMAX,
                        symmetry(cyclic(0), map("0 | -1 | -1"), map("1 0 | 1 1 | 1 1"))),
                no(
                        "output action must be a permutation",
                        SOFTMAX,
                        symmetry(cyclic(0), map("0 | -1 | -1"), matrix("1 1; 0 1"))),
                no(
                        "logits differ by more than a common number in input 0",
                        SOFTMAX,
                        symmetry(cyclic(2), map("0 | -1 | -1"), map("0 1"))),
                no(
                        "logits differ by more than a common number in the bias",
                        SOFTMAX,
                        symmetry(cyclic(2), map("0 | -1"), map("1 0"))),
                no(
                        "logits differ by more than a common number in input 0",
                        SOFTMAX3,
                        symmetry(cyclic(2), map("1 0"), map("0 1 2"))),
                no(
                        "the relator \"s^2\" fails on latent space 0",
                        clones(),
                        symmetry(cyclic(2), map("0"), map("0")),
                        map("1 2 0"),
                        map("1 2 0")));
    }

    /** Three clones, so that a latent action of order three fits the trivial input action. */
    private static Network clones() {
        return net().dense("1; 1; 1").activation("tanh").dense("1 1 1").build();
    }

    private static Arguments oddFlips() {
        // No bias to absorb the shifts: W u = 1 - 1 = 0 keeps an odd function odd, but 1 + 1 does not vanish.
        Network network =
                net().dense("1; 3", "0 0").activation("sigmoid").dense("1 1").build();
        return no(
                "output: the two sides differ in the bias", network, ODD, map("0 1 | -1 -1"), map("0 1 | -1 -1 | 1 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Symmetry symmetry, List<AffineMap> latent) {
        reject(claim(network, symmetry), certificate(network, symmetry, List.of(latent)), reason);
    }

    @Test
    void missingBiasAbsorbsFlipsThatCancel() {
        accept(
                claim(TWO_FLIPS, ODD),
                certificate(TWO_FLIPS, ODD, List.of(List.of(map("0 1 | -1 -1"), map("0 1 | -1 -1 | 1 1")))));
    }

    @Test
    void theOutputNeedsItsOwnMatrix() {
        reject(
                claim(LINEAR, SWAP_OUT),
                certificate(LINEAR, SWAP_OUT, List.of(List.of(matrix("0 1; 1 0")))),
                "latent space 0: the two sides differ in the weight");
    }

    @Test
    void everyGeneratorNeedsItsActions() {
        List<AffineMap> one = List.of(map("1 0"), map("1 0"));
        reject(
                claim(TANH, SWAP),
                certificate(TANH, SWAP, List.of(one, one)),
                "expected actions for 1 generators, found 2");
        reject(claim(TANH, SWAP), certificate(TANH, SWAP, List.of()), "expected actions for 1 generators, found 0");
    }

    @Test
    void theFailingGeneratorIsNamed() {
        reject(
                claim(TANH, SWAP),
                certificate(TANH, SWAP, List.of(List.of(map("0 1"), map("0 1")))),
                "generator s: latent space 0: ");
    }
}
