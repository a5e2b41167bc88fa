package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The regions of one network. */
class RegionsTest {
    private static Regions regions(Network network) {
        Regions regions = Regions.of(network, RegionSearch.BUDGET);
        assertThat(regions.isComplete()).isTrue();
        assertThat(regions.reason()).isEmpty();
        return regions;
    }

    @Test
    void linesInGeneralPositionCutThePlaneIntoTheKnownNumberOfRegions() {
        Network lines = new NetworkBuilder()
                .dense("1 0; 0 1; 1 1; 1 -2; 3 1", "0 0 -1 -7 5")
                .activation("relu")
                .dense("1 1 1 1 1")
                .build();
        assertThat(regions(lines).regions()).hasSize(1 + 5 + 10);
    }

    @Test
    void linesThroughOnePointCutThePlaneIntoSectors() {
        Network lines = new NetworkBuilder()
                .dense("1 0; 0 1; 1 1; 1 -2; 3 1; 2 2")
                .activation("relu")
                .dense("1 1 1 1 1 1")
                .build();
        assertThat(regions(lines).regions()).hasSize(10);
    }

    @Test
    void anAffineNetworkHasOneRegion() {
        Network affine = new NetworkBuilder().dense("1 2", "3").build();
        Regions regions = regions(affine);
        assertThat(regions.regions()).hasSize(1);
        assertThat(regions.regions().get(0).inequalities()).isEmpty();
        assertThat(regions.regions().get(0).simplex()).hasSize(3);
    }

    @Test
    void theAffineMapsAreTheNetworkAtTheirPoints() {
        Random random = new Random(1);
        for (String name : List.of("relu", "hardtanh", "abs")) {
            Network network = Samples.network(random, Activations.requireNamed(name), 2, 4, 3, 2);
            for (Regions.Region region : regions(network).regions()) {
                assertThat(region.simplex().get(0)).isEqualTo(region.point());
                for (List<Scalar> point : region.simplex()) {
                    assertThat(region.inequalities())
                            .allMatch(form -> form.at(point).signum() > 0);
                    List<Scalar> values = region.outputs().stream()
                            .map(form -> form.at(point))
                            .toList();
                    assertThat(Evaluation.exact(network, point)).contains(values);
                }
            }
        }
    }

    @Test
    void randomPointsLieInExactlyOneRegionOrInBoundaries() {
        Random random = new Random(2);
        Network network = Samples.network(random, Activations.requireNamed("relu"), 2, 5, 4, 1);
        Regions regions = regions(network);
        for (int run = 0; run < 200; run++) {
            List<Scalar> point = Samples.point(random, 2, 1 << (run % 12));
            long inside = regions.regions().stream()
                    .filter(region -> region.inequalities().stream()
                            .allMatch(form -> form.at(point).signum() > 0))
                    .count();
            long closed = regions.regions().stream()
                    .filter(region -> region.inequalities().stream()
                            .allMatch(form -> form.at(point).signum() >= 0))
                    .count();
            assertThat(closed).isPositive();
            assertThat(inside).isEqualTo(closed == 1 ? 1 : 0);
        }
    }

    @Test
    void theEnumerationEndsWithItsBudget() {
        Network network = Samples.network(new Random(3), Activations.requireNamed("relu"), 4, 20, 20, 1);
        Regions regions = Regions.of(network, 2_000_000);
        assertThat(regions.isComplete()).isFalse();
        assertThat(regions.regions()).isNotEmpty();
        assertThat(regions.reason()).contains("its budget of 2000000 operations");
    }

    @Test
    void otherActivationsAreRefused() {
        Network tanh = new NetworkBuilder().dense("1").activation("tanh").build();
        assertThatThrownBy(() -> Regions.of(tanh, RegionSearch.BUDGET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tanh");
    }
}
