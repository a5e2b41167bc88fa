package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Equality;
import io.intertwine.find.EqualitySearch;
import io.intertwine.find.NetworkReduction;
import io.intertwine.find.ReducedNetwork;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.testkit.DecimalOracle;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.Rewriting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Networks that were rewritten are proved equal, and networks that the oracle sees to differ are never called equal. */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class EqualityProperties {
    private static final int POINTS = 16;
    private static final int[] SIZES = {1, 2, 4, 10};

    @Property(tries = 180, edgeCases = EdgeCasesMode.NONE, seed = "20261101")
    void aRewrittenNetworkIsEqual(
            @ForAll Network network, @ForAll @Size(min = 1, max = 4) List<Rewriting> rewritings, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network other = rewritten(network, rewritings, random);
        assertThat(differAtRandomPoints(network, other, random))
                .as("the rewriting keeps the function")
                .isFalse();
        boolean turned = random.nextBoolean();
        Equality result = EqualitySearch.compare(turned ? other : network, turned ? network : other, seed);
        assertThat(result).isNotInstanceOf(Equality.Different.class);
        confirm(result);
        String verdict = result.getClass().getSimpleName();
        Statistics.label(hidden(network) == 1 ? "one hidden layer" : "two hidden layers")
                .collect(verdict);
        Statistics.label("rewritten")
                .collect(verdict)
                .coverage(checker -> checker.check("Undetermined").percentage(p -> p <= 8));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "20261102")
    void aChangedNetworkIsNeverEqual(
            @ForAll Network network, @ForAll @Size(max = 2) List<Rewriting> rewritings, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network other = changed(rewritten(network, rewritings, random), random);
        boolean differ = differAtRandomPoints(network, other, random);
        Equality result = EqualitySearch.compare(network, other, seed);
        confirm(result);
        String verdict = result.getClass().getSimpleName();
        if (differ) {
            assertThat(result).isNotInstanceOf(Equality.Equal.class);
            Statistics.label("seen to differ")
                    .collect(verdict)
                    .coverage(checker -> checker.check("Undetermined").percentage(p -> p <= 3));
        } else {
            Statistics.label("not seen to differ").collect(verdict);
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, seed = "20261104")
    void evidenceOfEqualityIsRejectedForAChangedNetwork(
            @ForAll Network network, @ForAll @Size(min = 1, max = 3) List<Rewriting> rewritings, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network other = rewritten(network, rewritings, random);
        if (EqualitySearch.compare(network, other, seed) instanceof Equality.Equal equal) {
            for (int k = 0; k < 6; k++) {
                Network left = k % 2 == 0 ? network : changed(network, random);
                Network right = k % 2 == 0 ? changed(other, random) : other;
                Claim claim = new EqualityClaim.Equal(left, right);
                CheckResult result = Checker.check(claim, EvidenceMutationTest.bound(equal.certificate(), claim));
                Statistics.collect(result.getClass().getSimpleName());
                if (result instanceof CheckResult.Accepted) {
                    assertThat(differAtRandomPoints(left, right, random))
                            .as("accepted: %s and %s", left, right)
                            .isFalse();
                }
            }
        }
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE, seed = "20261103")
    void aReductionIsSmallerAndHasTheSameFunction(
            @ForAll Network network, @ForAll @Size(min = 1, max = 4) List<Rewriting> rewritings, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network other = rewritten(network, rewritings, random);
        ReducedNetwork reduction = NetworkReduction.of(other);
        assertThat(differAtRandomPoints(network, reduction.reduced(), random)).isFalse();
        assertThat(units(reduction.reduced())).isLessThanOrEqualTo(units(other));
        assertThat(NetworkReduction.of(reduction.reduced()).steps()).isEmpty();
    }

    static Network rewritten(Network network, List<Rewriting> rewritings, SplittableRandom random) {
        Network current = network;
        for (Rewriting rewriting : rewritings) {
            current = rewriting.apply(current, random);
        }
        return current;
    }

    private static long hidden(Network network) {
        return network.layers().stream()
                .filter(Layer.Entrywise.class::isInstance)
                .count();
    }

    private static long units(Network network) {
        return network.layers().stream().mapToLong(Layer::outputs).sum();
    }

    /** One weight or bias is negated, dropped, increased, or exchanged with another; or changed by very little. */
    static Network changed(Network network, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>(network.layers());
        List<Integer> dense = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Dense) {
                dense.add(i);
            }
        }
        int index = dense.get(random.nextInt(dense.size()));
        Layer.Dense layer = (Layer.Dense) layers.get(index);
        int row = random.nextInt(layer.outputs());
        int column = random.nextInt(layer.inputs() + (layer.hasBias() ? 1 : 0));
        Scalar old = column < layer.inputs() ? layer.weight().get(row, column) : layer.bias(row);
        Scalar value = switch (random.nextInt(5)) {
            case 0 -> old.negate();
            case 1 -> Scalar.ZERO;
            case 2 -> old.add(Scalar.of(random.nextInt(1, 4)));
            case 3 -> layer.weight().get(random.nextInt(layer.outputs()), random.nextInt(layer.inputs()));
            default -> old.add(Scalar.of(1, 1L << 20));
        };
        ExactMatrix weight = ExactMatrix.build(
                layer.outputs(),
                layer.inputs(),
                (i, j) -> i == row && j == column ? value : layer.weight().get(i, j));
        List<Scalar> bias = new ArrayList<>(layer.biases());
        if (column == layer.inputs()) {
            bias.set(row, value);
        }
        layers.set(index, new Layer.Dense(weight, bias));
        return new Network(layers);
    }

    static boolean differAtRandomPoints(Network a, Network b, SplittableRandom random) {
        for (int k = 0; k < POINTS; k++) {
            List<BigDecimal> x = new ArrayList<>();
            for (int j = 0; j < a.inputs(); j++) {
                x.add(BigDecimal.valueOf(random.nextInt(-1000, 1001))
                        .multiply(BigDecimal.valueOf(SIZES[k % SIZES.length]))
                        .scaleByPowerOfTen(-3));
            }
            if (!DecimalOracle.agree(DecimalOracle.evaluate(a, x), DecimalOracle.evaluate(b, x))) {
                return true;
            }
        }
        return false;
    }

    /** The certificate is accepted, and the oracle sees what it says. */
    static void confirm(Equality result) {
        if (result instanceof Equality.Equal equal) {
            assertThat(Checker.check(new EqualityClaim.Equal(equal.left(), equal.right()), equal.certificate()))
                    .isInstanceOf(CheckResult.Accepted.class);
            assertThat(differAtRandomPoints(equal.left(), equal.right(), new SplittableRandom(5)))
                    .as("called equal: %s and %s", equal.left(), equal.right())
                    .isFalse();
        } else if (result instanceof Equality.Different different) {
            Certificate.Separation separation = different.separation();
            assertThat(Checker.check(new EqualityClaim.Different(different.left(), different.right()), separation))
                    .isInstanceOf(CheckResult.Accepted.class);
            assertThat(Judge.separates(different.left(), different.right(), separation))
                    .as("called different: %s and %s", different.left(), different.right())
                    .isTrue();
        }
    }
}
