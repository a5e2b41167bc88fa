package io.intertwine.check;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.RegionTree;
import io.intertwine.certificate.RegionTree.Cut;
import io.intertwine.certificate.RegionTree.Leaf;
import io.intertwine.certificate.RegionTree.Thin;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Equality by linear regions, accepted and rejected. */
class RegionRuleTest {
    private static final RegionTree LEAF = new Leaf();

    private static RegionTree cut(RegionTree... parts) {
        return new Cut(List.of(parts));
    }

    private static RegionTree thin(String multipliers) {
        return new Thin(vector(multipliers));
    }

    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static Certificate.Equality certificate(Network f, Network g, RegionTree tree) {
        return new Certificate.Equality(Digest.of(f), Digest.of(g), EqualityProof.of(new Comparison.Regions(tree)));
    }

    private static final Network LINE = net().dense("1").build();
    /** relu(x) - relu(-x) = x. */
    private static final Network PAIR =
            net().dense("1; -1").activation("relu").dense("1 -1").build();

    private static final RegionTree PAIR_TREE = cut(cut(thin("1 1"), LEAF), cut(LEAF, thin("1 1")));
    private static final Network RELU = net().dense("1").activation("relu").build();
    private static final Network TWICE = net().dense("1")
            .activation("relu")
            .dense("1", "1")
            .activation("relu")
            .dense("1", "-1")
            .build();
    private static final Network CLAMP = net().dense("1").activation("hardtanh").build();
    /** relu(x + 1) - relu(x - 1) - 1. */
    private static final Network CLAMP_OF_RELUS =
            net().dense("1; 1", "1 -1").activation("relu").dense("1 -1", "-1").build();

    private static final Network ZERO = net().dense("0").build();

    static List<Arguments> accepted() {
        return List.of(
                Arguments.of(
                        "two affine maps", LINE, net().dense("2").dense("1/2").build(), LEAF),
                Arguments.of("the cuts of the first network", PAIR, LINE, PAIR_TREE),
                Arguments.of("the cuts of the second network", LINE, PAIR, PAIR_TREE),
                Arguments.of(
                        "multipliers of any size", PAIR, LINE, cut(cut(thin("3 3"), LEAF), cut(LEAF, thin("1/5 1/5")))),
                Arguments.of(
                        "a unit that is never inactive adds no inequality",
                        TWICE,
                        RELU,
                        // The argument of the second unit is 1 for x <= 0, which is no cut, and x + 1 for x >= 0.
                        cut(cut(LEAF, thin("1 1")), cut(thin("1 1"), cut(thin("1 1"), LEAF)))),
                Arguments.of(
                        "three pieces against two units",
                        CLAMP,
                        CLAMP_OF_RELUS,
                        cut(
                                cut(cut(LEAF, thin("0 1 1")), cut(thin("1 1 0"), thin("1 0 1"))),
                                cut(thin("1 0 1"), cut(LEAF, thin("0 1 1"))),
                                cut(thin("1 1"), cut(thin("1 1"), LEAF)))),
                Arguments.of(
                        "an activation first",
                        new Network(List.of(Layer.Entrywise.of(Activations.requireNamed("relu"), 1))),
                        RELU,
                        cut(cut(LEAF, thin("1 1")), cut(thin("1 1"), LEAF))),
                Arguments.of(
                        "softmaxes whose logits differ by the same number",
                        withSoftmax(net().dense("1; 0").activation("relu").dense("1 0; 0 0")),
                        withSoftmax(net().dense("1; 0").activation("relu").dense("2 0; 1 0")),
                        cut(cut(LEAF, thin("1 1")), cut(thin("1 1"), LEAF))),
                Arguments.of(
                        "irrational numbers",
                        net().dense("sqrt(2); -sqrt(2)")
                                .activation("relu")
                                .dense("1 -1")
                                .build(),
                        net().dense("sqrt(2)").build(),
                        PAIR_TREE));
    }

    private static Network withSoftmax(NetworkBuilder builder) {
        List<Layer> layers = new ArrayList<>(builder.build().layers());
        layers.add(new Layer.Softmax(2));
        return new Network(layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network f, Network g, RegionTree tree) {
        Theorem theorem = Table.accept(new EqualityClaim.Equal(f, g), certificate(f, g, tree));
        assertThat(theorem.claim().verdict()).as(name).isEqualTo("equal");
    }

    static List<Arguments> rejected() {
        RegionTree two = cut(LEAF, LEAF);
        return List.of(
                Arguments.of("a cut after all units are passed", LINE, LINE, two),
                Arguments.of("a polyhedron is left before all units are passed", PAIR, LINE, LEAF),
                Arguments.of("a polyhedron is left before all units are passed", LINE, PAIR, LEAF),
                Arguments.of("a polyhedron is left before all units are passed", PAIR, LINE, two),
                Arguments.of("expected 2 parts, found 1", PAIR, LINE, cut(LEAF)),
                Arguments.of("expected 2 parts, found 3", PAIR, LINE, cut(LEAF, LEAF, LEAF)),
                Arguments.of("expected 3 parts, found 2", CLAMP, LINE, two),
                Arguments.of("different affine functions on a part", RELU, LINE, two),
                Arguments.of("different affine functions on a part", RELU, ZERO, two),
                Arguments.of("different affine functions on a part", LINE, ZERO, LEAF),
                Arguments.of("all multipliers are zero", LINE, ZERO, new Thin(List.of())),
                Arguments.of("expected 0 multipliers, found 1", LINE, ZERO, thin("1")),
                Arguments.of("expected 1 multipliers, found 0", RELU, LINE, cut(new Thin(List.of()), LEAF)),
                Arguments.of("expected 2 multipliers, found 1", PAIR, LINE, cut(cut(thin("1"), LEAF), LEAF)),
                Arguments.of("a multiplier is negative", PAIR, LINE, cut(cut(thin("-1 -1"), LEAF), LEAF)),
                Arguments.of("a multiplier is negative", PAIR, LINE, cut(cut(thin("1 -1"), LEAF), LEAF)),
                Arguments.of("all multipliers are zero", PAIR, LINE, cut(cut(thin("0 0"), LEAF), LEAF)),
                // x <= 0 is not thin, though x = relu(x) elsewhere.
                Arguments.of("do not show that a part is thin", RELU, LINE, cut(thin("1"), LEAF)),
                Arguments.of("do not show that a part is thin", PAIR, LINE, cut(cut(thin("1 2"), LEAF), LEAF)),
                // -1 <= x <= 1 is not thin: (x + 1) + (1 - x) = 2.
                Arguments.of(
                        "do not show that a part is thin",
                        CLAMP,
                        net().dense("0", "-1").build(),
                        cut(LEAF, thin("1 1"), LEAF)),
                Arguments.of("not known to be continuous and piecewise affine", LINE, tanh(), LEAF),
                Arguments.of("not known to be continuous and piecewise affine", tanh(), LINE, LEAF),
                Arguments.of(
                        "not known to be continuous and piecewise affine",
                        net().dense("1").activation("heaviside").build(),
                        ZERO,
                        cut(LEAF, LEAF)),
                Arguments.of("the networks are different affine functions", softmaxed(), ZERO_TO_TWO, LEAF),
                Arguments.of(
                        "exact arithmetic gave up",
                        net().dense("cos(2*pi/43)").dense("cos(2*pi/47)").build(),
                        LINE,
                        LEAF));
    }

    private static final Network ZERO_TO_TWO = withSoftmax(net().dense("0; 0"));

    private static Network softmaxed() {
        return withSoftmax(net().dense("0; 1"));
    }

    private static Network tanh() {
        return net().dense("1").activation("tanh").build();
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource
    void rejected(String reason, Network f, Network g, RegionTree tree) {
        Table.reject(new EqualityClaim.Equal(f, g), certificate(f, g, tree), reason);
    }

    @Test
    void aTreeThatSharesItsPartsTooOftenIsRefused() {
        int units = 21;
        Network unused = net().dense(String.join(";", Collections.nCopies(units, "1")))
                .activation("relu")
                .dense(String.join(" ", Collections.nCopies(units, "0")))
                .build();
        RegionTree tree = LEAF;
        for (int k = 0; k < units; k++) {
            tree = cut(tree, tree);
        }
        Table.reject(
                new EqualityClaim.Equal(unused, ZERO),
                certificate(unused, ZERO, tree),
                "the tree has more than " + RegionRule.LARGEST_TREE + " nodes");
    }

    @Test
    void aDeepTreeNeedsNoDeepStack() {
        int units = 3000;
        List<String> rows = new ArrayList<>(Collections.nCopies(units, "1"));
        Network unused = net().dense(String.join(";", rows))
                .activation("relu")
                .dense(String.join(" ", Collections.nCopies(units, "0")))
                .build();
        // On x <= 0, where x >= 0 is thin for every unit but the first.
        RegionTree left = LEAF;
        RegionTree right = LEAF;
        for (int k = 1; k < units; k++) {
            left = cut(left, thin("1 1"));
            right = cut(thin("1 1"), right);
        }
        Table.accept(new EqualityClaim.Equal(unused, ZERO), certificate(unused, ZERO, cut(left, right)));
    }

    @Test
    void theValueAtABreakpointCountsOnlyForContinuousActivations() {
        // heaviside differs from a step with another value at 0 at one point alone: no thin part may hide it.
        Network step = net().dense("1").activation("heaviside").build();
        Network other = net().dense("1").activation("sign").dense("1/2", "1/2").build();
        assertThat(Evaluation.exact(step, vector("0"))).isEqualTo(Evaluation.exact(other, vector("0")));
        Table.reject(
                new EqualityClaim.Equal(step, other),
                certificate(step, other, cut(cut(LEAF, thin("1 1")), cut(thin("1 1"), LEAF))),
                "not known to be continuous");
    }
}
