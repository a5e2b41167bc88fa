package io.intertwine.criterion;

import static io.intertwine.criterion.SmallNetworks.shallow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.criterion.Hypothesis.Truth;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows of a hidden layer may be negated together. */
class BypassFibreTest {
    private static final List<Integer> NONE = List.of();

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu", "softplus", "logsigmoid"})
    void theHatHasTwoClasses(String activation) {
        Network hat = WorkedExamples.hat(activation);
        assertThat(BypassFibre.flips(hat)).containsExactly(NONE, List.of(0, 1, 2));
        assertThat(BypassFibre.hypotheses(hat)).allMatch(found -> found.truth() == Truth.HOLDS);
        SmallNetworks.assertSameValues(hat, BypassFibre.flipped(hat, List.of(0, 1, 2)));
    }

    @Test
    void theHatOfALeakyReluHasTwoClasses() {
        Network hat = shallow(SmallNetworks.leaky(-3, 2), "1; 1; 1", "1 0 -1", "1 -2 1", "");
        assertThat(BypassFibre.flips(hat)).containsExactly(NONE, List.of(0, 1, 2));
        SmallNetworks.assertSameValues(hat, BypassFibre.flipped(hat, List.of(0, 1, 2)));
        assertThat(BypassFibre.slope(SmallNetworks.leaky(-3, 2))).contains(Scalar.of(-1, 2));
    }

    @Test
    void threeDirectionsThatAddUpToZeroMayBeNegated() {
        Network star = shallow("relu", "1 0; 0 1; -1 -1", "", "1 1 1", "");
        assertThat(BypassFibre.flips(star)).containsExactly(NONE, List.of(0, 1, 2));
        SmallNetworks.assertSameValues(star, BypassFibre.flipped(star, List.of(0, 1, 2)));
    }

    @Test
    void withoutAnOutputBiasTheBiasesMustCancelToo() {
        Network shifted = shallow("softplus", "1; 1; 1", "1 0 3", "1 -2 1", "");
        assertThat(BypassFibre.flips(shifted)).containsExactly(NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> BypassFibre.flipped(shifted, List.of(0, 1, 2)));
        Network biased = shallow("softplus", "1; 1; 1", "1 0 3", "1 -2 1", "5");
        assertThat(BypassFibre.flips(biased)).containsExactly(NONE, List.of(0, 1, 2));
        SmallNetworks.assertSameValues(biased, BypassFibre.flipped(biased, List.of(0, 1, 2)));
    }

    @Test
    void irrationalProductsAreAddedExactly() {
        Network root = shallow("gelu", "sqrt(2); 1; 1", "0 1 2", "-1 sqrt(2) 1", "0");
        assertThat(BypassFibre.flips(root)).containsExactly(NONE, List.of(0, 1));
        SmallNetworks.assertSameValues(root, BypassFibre.flipped(root, List.of(0, 1)));
    }

    @Test
    void productsThatVanishOnlyModuloThePrimeAreNotZero() {
        Network residue = shallow("relu", "2305843009213693951; 1", "0 1", "1 1", "0");
        assertThat(BypassFibre.flips(residue)).containsExactly(NONE);
        Network inverse = shallow("relu", "1/2305843009213693951; 1", "0 1", "1 1", "0");
        assertThat(BypassFibre.flips(inverse)).containsExactly(NONE);
        Network second = shallow("relu", "1 0; -1 2305843009213693951", "0 1", "1 1", "0");
        assertThat(BypassFibre.flips(second)).containsExactly(NONE);
    }

    @Test
    void theSearchAgreesWithAllSubsets() {
        SplittableRandom random = new SplittableRandom(41);
        Activation relu = Activations.requireNamed("relu");
        for (int trial = 0; trial < 300; trial++) {
            int[] widths = {random.nextInt(1, 4), random.nextInt(1, 8), random.nextInt(1, 3)};
            Network network = SmallNetworks.random(random, relu, widths, 1, random.nextBoolean(), random.nextBoolean());
            assertThat(BypassFibre.flips(network)).isEqualTo(allSubsets(network));
        }
    }

    /** Without the search: every subset is tried. */
    private static List<List<Integer>> allSubsets(Network network) {
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        Layer.Dense last = (Layer.Dense) network.layers().get(2);
        List<List<Integer>> sets = new ArrayList<>();
        for (int mask = 0; mask < 1 << first.outputs(); mask++) {
            int bits = mask;
            List<Integer> set = IntStream.range(0, first.outputs())
                    .filter(j -> (bits >> j & 1) == 1)
                    .boxed()
                    .toList();
            boolean zero = true;
            for (int i = 0; i < last.outputs(); i++) {
                for (int k = 0; k <= first.inputs(); k++) {
                    Scalar sum = Scalar.ZERO;
                    for (int j : set) {
                        Scalar entry = k < first.inputs()
                                ? first.weight().get(j, k)
                                : last.hasBias() ? Scalar.ZERO : first.bias(j);
                        sum = sum.add(entry.multiply(last.weight().get(i, j)));
                    }
                    zero &= sum.isZero();
                }
            }
            if (zero) {
                sets.add(set);
            }
        }
        sets.sort(Comparator.<List<Integer>>comparingInt(List::size).thenComparing(Object::toString));
        return sets;
    }

    @Test
    void twentyFourUnitsOfOneVariableAreSearchedInTwoHalves() {
        StringBuilder weight = new StringBuilder("1");
        StringBuilder bias = new StringBuilder("0");
        StringBuilder outgoing = new StringBuilder("-1000000");
        for (int j = 1; j < 24; j++) {
            weight.append("; ").append(1L << j);
            bias.append(" ").append(j);
            outgoing.append(" 1");
        }
        Network wide = shallow("silu", weight.toString(), bias.toString(), outgoing.toString(), "0");
        // 1000000 = 64 + 512 + 16384 + 65536 + 131072 + 262144 + 524288
        assertThat(BypassFibre.flips(wide)).containsExactly(NONE, List.of(0, 6, 9, 14, 16, 17, 18, 19));
    }

    @Test
    void wideLayersAreDecidedWhereTheirProductsAreIndependent() {
        Network wide = SmallNetworks.random(
                new SplittableRandom(7), Activations.requireNamed("relu"), new int[] {20, 100, 10}, 9, true, true);
        assertThat(BypassFibre.tryFlips(wide)).contains(List.of(NONE));
        Network dependent = SmallNetworks.random(
                new SplittableRandom(7), Activations.requireNamed("relu"), new int[] {2, 100, 2}, 9, true, true);
        assertThat(BypassFibre.tryFlips(dependent)).isEmpty();
    }

    @Test
    void oneDependenceAmongManyUnitsIsFound() {
        Network wide = SmallNetworks.random(
                new SplittableRandom(8), Activations.requireNamed("gelu"), new int[] {8, 40, 8}, 9, true, true);
        Layer.Dense first = (Layer.Dense) wide.layers().get(0);
        Layer.Dense last = (Layer.Dense) wide.layers().get(2);
        List<Scalar> biases = new ArrayList<>(first.biases());
        biases.set(39, Scalar.of(100));
        Network doubled = new NetworkBuilder()
                .dense(
                        io.intertwine.exact.ExactMatrix.build(
                                40, 8, (j, k) -> first.weight().get(j == 39 ? 3 : j, k)),
                        biases)
                .activation("gelu")
                .dense(
                        io.intertwine.exact.ExactMatrix.build(
                                8,
                                40,
                                (i, j) -> j == 39
                                        ? last.weight().get(i, 3).negate()
                                        : last.weight().get(i, j)),
                        last.biases())
                .build();
        assertThat(BypassFibre.flips(doubled)).containsExactly(NONE, List.of(3, 39));
    }

    @Test
    void tooManySetsAreRefused() {
        String ones = "1 ".repeat(12) + "-1 ".repeat(12);
        Network many = shallow("relu", ones.trim().replace(" ", "; "), "0 ".repeat(24), "1 ".repeat(24), "0");
        assertThat(BypassFibre.tryFlips(many)).isEmpty();
    }

    @Test
    void onlyOneHiddenLayerOfSuchUnitsIsOfThisKind() {
        assertThat(BypassFibre.concerns(shallow("abs", "1", "0", "1", "0"))).isFalse();
        assertThat(BypassFibre.concerns(shallow("tanh", "1", "0", "1", "0"))).isFalse();
        assertThat(BypassFibre.concerns(shallow("gelu_tanh", "1", "0", "1", "0")))
                .isFalse();
        assertThat(BypassFibre.concerns(shallow("hard_swish", "1", "0", "1", "0")))
                .isFalse();
        assertThat(BypassFibre.concerns(new NetworkBuilder().dense("1").build()))
                .isFalse();
        assertThat(BypassFibre.concerns(
                        new NetworkBuilder().dense("1").activation("relu").build()))
                .isFalse();
        assertThat(BypassFibre.concerns(new NetworkBuilder()
                        .dense("1")
                        .activation("relu")
                        .dense("1")
                        .dense("1")
                        .build()))
                .isFalse();
    }

    @Test
    void aPlaceWhereAHypothesisFailsIsNamed() {
        assertThat(found(shallow("relu", "1 2; 0 0", "1 1", "1 1", ""), 0))
                .isEqualTo("row 1 of the hidden layer is zero");
        assertThat(found(shallow("relu", "1 2; 2 1", "1 1", "0 1; 0 2", ""), 1))
                .isEqualTo("outgoing column 0 of the hidden layer is zero");
        assertThat(found(shallow("relu", "1 2; 2 1; -2 -4", "1 1 -2", "1 1 1", ""), 2))
                .isEqualTo("rows 0 and 2 of the hidden layer are proportional");
        assertThat(found(shallow("gelu", "1 2; 2 1; -1 -2", "1 1 -1", "1 1 1", ""), 2))
                .isEqualTo("rows 0 and 2 of the hidden layer agree up to sign");
        assertThat(BypassFibre.hypotheses(shallow("gelu", "1 2; 2 4", "1 2", "1 1", "")))
                .allMatch(hypothesis -> hypothesis.truth() == Truth.HOLDS);
    }

    private static String found(Network network, int hypothesis) {
        Hypothesis result = BypassFibre.hypotheses(network).get(hypothesis);
        assertThat(result.truth()).isEqualTo(Truth.FAILS);
        return result.found();
    }
}
