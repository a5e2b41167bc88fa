package io.intertwine.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.find.Normalisation;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.symmetry.HiddenSpace;
import io.intertwine.symmetry.Orbits;
import io.intertwine.symmetry.Orbits.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoNetworksTest {
    private static List<HiddenSpace> spaces(Demo demo) {
        Verification result = Verifier.verify(demo.network(), demo.symmetry(), 1);
        assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.Layerwise.class);
        Verification.Layerwise layerwise = (Verification.Layerwise) result;
        assertThat(layerwise.reparametrised()).isFalse();
        return HiddenSpace.of(layerwise.subject(), layerwise.symmetry(), layerwise.actions());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theMirrorNetworkHidesPairsAndSymmetricAndAntisymmetricFilters(long seed) {
        List<HiddenSpace> spaces = spaces(DemoNetworks.mirror(seed));
        assertThat(spaces).hasSize(2).allMatch(space -> space.group().equals("signed permutations"));
        Orbits first = spaces.get(0).orbits();
        assertThat(first.count(Kind.PERMUTED) + first.count(Kind.PERMUTED_AND_NEGATED))
                .isEqualTo(18);
        assertThat(first.count(Kind.NEGATED)).isEqualTo(2);
        assertThat(first.count(Kind.FIXED)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTurnedNetworkPermutesItsUnitsAfterRescaling(long seed) {
        List<HiddenSpace> spaces = spaces(DemoNetworks.turned(seed));
        assertThat(spaces)
                .extracting(space -> space.orbits().describe())
                .containsExactly("1 orbit of 8, 4 orbits of 4, 1 fixed", "2 orbits of 4, 1 fixed");
        Normalisation normalised =
                Normalisation.of(spaces.get(0).preactivation()).orElseThrow();
        assertThat(normalised.isTrivial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theNegativeNetworkHasAnAffineLatentAction(long seed) {
        List<HiddenSpace> spaces = spaces(DemoNetworks.negative(seed));
        assertThat(spaces).hasSize(3).allMatch(space -> space.group().equals("affine signed permutations"));
        assertThat(spaces.get(0).action()).anyMatch(map -> !map.isLinear());
        assertThat(spaces.get(0).preactivation()).allMatch(map -> map.isLinear());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aChangeInTheLastBitOfOneWeightIsRefuted(long seed) {
        Demo demo = DemoNetworks.nearMiss(seed);
        assertThat(Verifier.verify(demo.network(), demo.symmetry(), 1)).isInstanceOf(Verification.NotEquivariant.class);
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        assertThat(DemoNetworks.mirror(5)).isEqualTo(DemoNetworks.mirror(5));
        assertThat(DemoNetworks.mirror(5)).isNotEqualTo(DemoNetworks.mirror(6));
    }
}
