package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.testkit.DecimalOracle;
import io.intertwine.testkit.Disguise;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.KnownAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Networks that are no longer equivariant are never declared equivariant, and nearly always refuted. */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class PerturbationProperties {
    private static final int ORACLE_POINTS = 3;

    @Property(tries = 150, seed = "20260201", edgeCases = EdgeCasesMode.NONE)
    void aChangedWeightIsNeverDeclaredEquivariant(@ForAll KnownAnswer answer, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = perturbed(Disguise.of(answer, random).network(), random);
        boolean broken = isBroken(network, answer.symmetry(), random);
        Verification result = Verifier.verify(network, answer.symmetry(), seed);
        String verdict = result.getClass().getSimpleName();
        Statistics.label("oracle and verdict").collect(broken ? "broken" : "not seen broken", verdict);
        if (broken) {
            assertThat(result).isNotInstanceOf(Verification.Layerwise.class);
            Statistics.label("broken networks")
                    .collect(verdict)
                    .coverage(checker -> checker.check("NotEquivariant").percentage(p -> p >= 95));
        }
        confirm(result, seed);
    }

    @Property(tries = 150, seed = "20260202", edgeCases = EdgeCasesMode.NONE)
    void aRandomNetworkIsOnlyAcceptedWhereTheOracleAgrees(@ForAll KnownAnswer answer, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = randomised(answer.network(), random);
        Verification result = Verifier.verify(network, answer.symmetry(), seed);
        boolean broken = isBroken(network, answer.symmetry(), random);
        Statistics.collect(
                broken ? "broken" : "not seen broken", result.getClass().getSimpleName());
        assertThat(broken && result instanceof Verification.Layerwise).isFalse();
        confirm(result, seed);
    }

    /** Every verdict is confirmed by the oracle: equivariance at random points, a counterexample at its input. */
    private static void confirm(Verification result, long seed) {
        if (result instanceof Verification.Layerwise layerwise) {
            assertThat(isBroken(result.network(), result.symmetry(), new SplittableRandom(seed)))
                    .isFalse();
            assertThat(new Judge(
                                    result.network(),
                                    result.symmetry(),
                                    result.symmetry().group().relators())
                            .isTrue(layerwise.certificate()))
                    .isTrue();
        } else if (result instanceof Verification.NotEquivariant refuted) {
            Claim claim = new SymmetryClaim.NotEquivariant(result.network(), result.symmetry());
            assertThat(Checker.check(claim, refuted.witness())).isInstanceOf(CheckResult.Accepted.class);
        }
    }

    static boolean isBroken(Network network, Symmetry symmetry, SplittableRandom random) {
        for (int g = 0; g < symmetry.input().images().size(); g++) {
            AffineMap input = symmetry.input().images().get(g);
            AffineMap output = symmetry.output().images().get(g);
            for (int k = 0; k < ORACLE_POINTS; k++) {
                List<BigDecimal> x = RecoveryProperties.point(network.inputs(), random);
                List<BigDecimal> left = DecimalOracle.evaluate(network, DecimalOracle.apply(input, x));
                List<BigDecimal> right = DecimalOracle.apply(output, DecimalOracle.evaluate(network, x));
                if (!DecimalOracle.agree(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One weight or bias changed, by the last bit of a binary64 number or by much. */
    private static Network perturbed(Network network, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int index = 2 * random.nextInt((layers.size() + 1) / 2);
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        int row = random.nextInt(dense.outputs());
        int column = random.nextInt(dense.inputs());
        boolean small = random.nextBoolean();
        int step = random.nextInt(1, 4);
        if (dense.hasBias() && random.nextInt(4) == 0) {
            List<Scalar> bias = new ArrayList<>(dense.biases());
            bias.set(row, changed(bias.get(row), small, step));
            layers.set(index, new Layer.Dense(dense.weight(), bias));
        } else {
            ExactMatrix weight = ExactMatrix.build(
                    dense.outputs(),
                    dense.inputs(),
                    (i, j) -> i == row && j == column
                            ? changed(dense.weight().get(i, j), small, step)
                            : dense.weight().get(i, j));
            layers.set(index, new Layer.Dense(weight, dense.biases()));
        }
        return new Network(layers);
    }

    private static Scalar changed(Scalar value, boolean small, int step) {
        if (!small) {
            return value.add(Scalar.of(step));
        }
        long bits = value.nearestBinary64Bits();
        return Scalar.ofBinary64(bits == 0 ? 1L << 52 : bits + 1);
    }

    private static Network randomised(Network network, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                List<Scalar> bias = new ArrayList<>();
                dense.biases().forEach(old -> bias.add(Scalar.of(random.nextInt(-2, 3))));
                layers.add(new Layer.Dense(
                        ExactMatrix.build(dense.outputs(), dense.inputs(), (i, j) -> Scalar.of(random.nextInt(-1, 2))),
                        bias));
            } else {
                layers.add(layer);
            }
        }
        return new Network(layers);
    }
}
