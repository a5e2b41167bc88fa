package io.intertwine.check;

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

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.group.GroupDescription;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and rejected proofs that the function of a network is equivariant. */
class EquivarianceRuleTest {
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));
    private static final Symmetry ODD = symmetry(cyclic(2), map("0 | -1"), map("0 | -1"));
    private static final Symmetry TRANSLATE = symmetry(generated(), map("0 | 1 | 1"), map("0 | 1 | 1"));
    private static final Network SOFTMAX = network(dense("1; -1"), new Layer.Softmax(2));
    private static final Network SOFT_TANH = network(dense("1; -1"), units("tanh", "tanh"), new Layer.Softmax(2));

    private static final Symmetry SOFT_WRONG = symmetry(cyclic(2), map("0 | -1"), map("0 1"));

    static Certificate.Equivariance certificate(Network network, Symmetry symmetry, Comparison... comparisons) {
        return new Certificate.Equivariance(
                Digest.of(network),
                Digest.of(symmetry),
                List.of(comparisons).stream().map(EqualityProof::of).toList());
    }

    private static Arguments row(String name, Network network, Symmetry symmetry, Comparison... comparisons) {
        return Arguments.of(name, network, symmetry, certificate(network, symmetry, comparisons));
    }

    static List<Arguments> accepted() {
        return List.of(
                row("the hat is even", WorkedExamples.hat("relu"), EVEN, ridge("relu")),
                row("the hat of SiLU is even", WorkedExamples.hat("silu"), EVEN, ridge("silu")),
                row("a star of order 6", WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon(), ridge("relu")),
                row(
                        "an odd function",
                        network(dense("1"), units("tanh"), dense("2")),
                        ODD,
                        gauge(map("0 | -1"), map("0 | -1"))),
                row("an even last activation", network(dense("1"), units("abs")), EVEN, gauge(map("0 | -1"))),
                row(
                        "a floor",
                        network(dense("1"), units("floor"), dense("1")),
                        TRANSLATE,
                        gauge(map("0 | 1 | -1"), map("0 | 1 | -1"))),
                row("logits", SOFTMAX, symmetry(cyclic(2), map("0 | -1"), map("1 0")), gauge()),
                row(
                        "logits of units",
                        SOFT_TANH,
                        symmetry(cyclic(2), map("0 | -1"), map("1 0")),
                        gauge(map("0 1"), map("0 1"))),
                row(
                        "squares that a group of infinite order exchanges",
                        new io.intertwine.construct.NetworkBuilder()
                                .dense("1 0; 0 1")
                                .activation(Activations.power(2))
                                .dense("1 1; 1 -1")
                                .activation(Activations.power(2))
                                .dense("1 0; 0 1")
                                .build(),
                        symmetry(generated(), matrix("1 1; 1 -1"), matrix("4 0; 4 -4")),
                        new Comparison.Expansion()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, Symmetry symmetry, Certificate certificate) {
        Theorem theorem = accept(new SymmetryClaim.Equivariant(network, symmetry), certificate);
        assertThat(theorem.toString()).as(name).startsWith("The network's function is equivariant.");
        assertThat(theorem.rule()).contains("For every generator");
    }

    static List<Arguments> rejected() {
        return List.of(
                row("expected a proof for each of 1 generators, found 0", WorkedExamples.hat("relu"), EVEN),
                row(
                        "expected a proof for each of 1 generators, found 2",
                        WorkedExamples.hat("relu"),
                        EVEN,
                        ridge("relu"),
                        ridge("relu")),
                row("generator s: not proved to be zero", WorkedExamples.hat("tanh"), EVEN, ridge()),
                row("generator s: the functions differ", network(dense("1")), EVEN, ridge()),
                row(
                        "generator s: after a softmax the output action must be a permutation of the probabilities",
                        SOFTMAX,
                        symmetry(cyclic(2), map("0 | -1"), map("1 0 | -1 -1")),
                        gauge()),
                row("generator s: layer 0: the two sides differ", SOFTMAX, SOFT_WRONG, gauge()),
                row(
                        "generator s: the activation tanh is not known to satisfy",
                        network(dense("1"), units("tanh")),
                        EVEN,
                        gauge(map("0 | -1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Symmetry symmetry, Certificate certificate) {
        reject(new SymmetryClaim.Equivariant(network, symmetry), certificate, reason);
    }

    @Test
    void everyGeneratorCounts() {
        GroupDescription free = new GroupDescription.Presentation(List.of("a", "b"), List.of());
        Symmetry symmetry = symmetry(free, List.of(map("0 1"), map("1 0")), List.of(map("0"), map("0")));
        Network network = network(dense("1 2"));
        reject(
                new SymmetryClaim.Equivariant(network, symmetry),
                certificate(network, symmetry, gauge(), gauge()),
                "generator b: layer 0: the two sides differ in the weight");
    }

    @Test
    void aGroupWithoutGeneratorsAsksForNothing() {
        GroupDescription trivial = new GroupDescription.Presentation(List.of(), List.of());
        Symmetry symmetry =
                new Symmetry(new Representation(trivial, 2, List.of()), new Representation(trivial, 1, List.of()));
        Network network = network(dense("1 2"));
        accept(new SymmetryClaim.Equivariant(network, symmetry), certificate(network, symmetry));
    }

    @Test
    void evidenceOfAnotherKindProvesNothing() {
        Network network = network(dense("1"));
        Certificate exhaustion = new Certificate.Exhaustion(Digest.of(network), Digest.of(ODD));
        reject(new SymmetryClaim.Equivariant(network, ODD), exhaustion, "of another kind than the claim equivariant");
        reject(
                new SymmetryClaim.NotLayerwise(network, ODD),
                exhaustion,
                "of another kind than the claim equivariant-not-layerwise");
        reject(
                new SymmetryClaim.LayerwiseWhenWidened(network, ODD),
                exhaustion,
                "of another kind than the claim layerwise-when-widened");
        reject(
                new SymmetryClaim.NoLatentAction(network, ODD),
                certificate(network, ODD, gauge()),
                "of another kind than the claim no-latent-action");
    }
}
