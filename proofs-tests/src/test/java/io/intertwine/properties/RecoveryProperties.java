package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.find.Reduction;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.symmetry.UnitRow;
import io.intertwine.testkit.DecimalOracle;
import io.intertwine.testkit.Disguise;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.KnownAnswer;
import io.intertwine.testkit.Redundancy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Verification recovers the action of networks that were built from one. */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class RecoveryProperties {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20260101")
    void theActionOfADisguisedNetworkIsRecovered(@ForAll KnownAnswer answer, @ForAll long seed) {
        KnownAnswer hidden = Disguise.of(answer, new SplittableRandom(seed));
        assertThat(agreeAtRandomPoints(answer.network(), hidden.network(), seed))
                .isTrue();
        Verification result = Verifier.verify(hidden.network(), hidden.symmetry(), seed);
        if (hasUnitAtItsCentre(Reduction.of(hidden.network()).network())) {
            assertThat(result).isNotInstanceOf(Verification.NotEquivariant.class);
            Statistics.collect("unit at its centre", result.getClass().getSimpleName());
            return;
        }
        assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.Layerwise.class);
        Verification.Layerwise found = (Verification.Layerwise) result;
        boolean forced = isForced(hidden.network());
        Statistics.collect(forced ? "forced" : "ambiguous", found.reparametrised() ? "reparametrised" : "given");
        if (forced) {
            assertThat(found.reparametrised()).isFalse();
            assertThat(found.actions()).isEqualTo(hidden.actions());
        }
        accept(found);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20260102")
    void redundantUnitsDoNotHideTheAction(
            @ForAll KnownAnswer answer, @ForAll Redundancy first, @ForAll Redundancy second, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network hidden = Disguise.of(answer, random).network();
        int lastHidden = hidden.layers().size() - 3;
        Network more = second.addTo(first.addTo(hidden, 0, random), lastHidden, random);
        assertThat(agreeAtRandomPoints(hidden, more, seed)).isTrue();
        Verification result = Verifier.verify(more, answer.symmetry(), seed);
        if (hasUnitAtItsCentre(Reduction.of(more).network())) {
            assertThat(result).isNotInstanceOf(Verification.NotEquivariant.class);
            return;
        }
        assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.Layerwise.class);
        accept((Verification.Layerwise) result);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, seed = "20260103")
    void reductionKeepsTheFunctionAndIsIdempotent(
            @ForAll KnownAnswer answer, @ForAll Redundancy first, @ForAll Redundancy second, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = Disguise.of(answer, random).network();
        Network more = second.addTo(first.addTo(network, 0, random), 0, random);
        Reduction reduction = Reduction.of(more);
        assertThat(agreeAtRandomPoints(more, reduction.network(), seed)).isTrue();
        assertThat(Reduction.of(reduction.network()).steps()).isEmpty();
        assertThat(shapes(reduction.network())).isEqualTo(shapes(more));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = "20260104")
    void theVerdictDoesNotDependOnTheParameterOfTheClass(@ForAll KnownAnswer answer, @ForAll long seed) {
        Assume.that(isForced(answer.network()));
        KnownAnswer hidden = Disguise.of(answer, new SplittableRandom(seed));
        assertThat(isForced(hidden.network())).isTrue();
        Verification plain = Verifier.verify(answer.network(), answer.symmetry(), seed);
        assertThat(((Verification.Layerwise) plain).actions()).isEqualTo(answer.actions());
    }

    private static void accept(Verification.Layerwise found) {
        Claim claim = new SymmetryClaim.LayerwiseEquivariant(found.network(), found.symmetry(), found.reparametrised());
        assertThat(Checker.check(claim, found.certificate())).isInstanceOf(CheckResult.Accepted.class);
    }

    private static List<String> shapes(Network network) {
        return network.layers().stream()
                .map(layer -> layer instanceof Layer.Dense dense
                        ? dense.inputs() + " to " + dense.outputs() + " " + dense.hasBias()
                        : layer.toString())
                .toList();
    }

    /** Whether rows of hidden layers are nonzero and distinct modulo the units' groups. */
    static boolean isForced(Network network) {
        for (int i = 0; i + 1 < network.layers().size(); i += 2) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(i);
            Layer.Entrywise units = (Layer.Entrywise) network.layers().get(i + 1);
            for (int a = 0; a < dense.outputs(); a++) {
                if (dense.weight().isZeroRow(a)) {
                    return false;
                }
                for (int b = 0; b < a; b++) {
                    var group = units.units().get(a).group();
                    if (UnitRow.of(dense, a)
                            .transporter(group, UnitRow.of(dense, b))
                            .isPresent()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * Whether a unit that is used, without incoming weights, has the centre of its group as its bias: every scaling about the centre
     * keeps it, and matching tries only one of them.
     */
    static boolean hasUnitAtItsCentre(Network network) {
        for (int i = 0; i + 1 < network.layers().size(); i += 2) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(i);
            Layer.Entrywise units = (Layer.Entrywise) network.layers().get(i + 1);
            for (int a = 0; a < dense.outputs(); a++) {
                boolean central =
                        dense.bias(a).equals(units.units().get(a).group().centre());
                boolean used = !((Layer.Dense) network.layers().get(i + 2))
                        .weight()
                        .transpose()
                        .isZeroRow(a);
                if (dense.weight().isZeroRow(a) && central && used) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean agreeAtRandomPoints(Network a, Network b, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 3; k++) {
            List<BigDecimal> point = point(a.inputs(), random);
            if (!DecimalOracle.agree(DecimalOracle.evaluate(a, point), DecimalOracle.evaluate(b, point))) {
                return false;
            }
        }
        return true;
    }

    /** A point of multiples of 1/64 between -1 and 1. */
    static List<BigDecimal> point(int n, SplittableRandom random) {
        List<BigDecimal> point = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            point.add(BigDecimal.valueOf(random.nextInt(-64, 65)).divide(BigDecimal.valueOf(64)));
        }
        return point;
    }
}
