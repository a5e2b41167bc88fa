package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.lift.NormalWeights;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChanceTest {
    private static final Symmetry SWAPS = swaps();
    private static final Architecture ARCHITECTURE =
            Architecture.ofWidths(List.of(6, 6, 5, 1), Collections.nCopies(2, Activations.requireNamed("tanh")), true);

    private static Symmetry swaps() {
        Presentation two = Presentation.cyclic(2);
        AffineMap swap = AffineMap.monomial(Permutation.of(1, 0, 3, 2, 5, 4), Collections.nCopies(6, Scalar.ONE));
        return new Symmetry(
                new Representation(two, 6, List.of(swap)), new Representation(two, 1, List.of(AffineMap.identity(1))));
    }

    private static LatentSearch search(Network network) {
        return ((LatentSearch.Attempt.Ready) LatentSearch.tryOf(network, SWAPS)).search();
    }

    private static Chance measure(Network network, Chance.Hypothesis hypothesis, int draws, long seed) {
        LatentSearch search = search(network);
        return Chance.measure(search, search.matching(), hypothesis, draws, seed);
    }

    /**
     * At 10 %, with 300 random networks, 30 alarms are expected; more than 47 have a probability below 0.001, and fewer than 14, too. The
     * seeds of networks and draws are the same numbers: the streams must differ.
     */
    @ParameterizedTest
    @EnumSource(Chance.Hypothesis.class)
    void callsRandomNetworksBetterThanChanceAsOftenAsStated(Chance.Hypothesis hypothesis) {
        int alarms = 0;
        for (int seed = 0; seed < 300; seed++) {
            Network network = NormalWeights.of(ARCHITECTURE, new SplittableRandom(seed));
            alarms += measure(network, hypothesis, 19, seed).whole().pValue() <= 0.1 ? 1 : 0;
        }
        assertThat(alarms).isBetween(14, 47);
    }

    @Test
    void callsAPlantedActionBetterThanEveryDraw() {
        SplittableRandom random = new SplittableRandom(3);
        EquivariantParameters parameters = RandomLatentActions.draw(ARCHITECTURE, SWAPS, random);
        Network network = parameters.actions().average(NormalWeights.of(ARCHITECTURE, random));
        Chance chance = measure(network, Chance.Hypothesis.SHUFFLED, 39, 1);
        assertThat(chance.whole().pValue()).isEqualTo(1.0 / 40);
        assertThat(chance.whole().observed()).isLessThan(1e-7);
        assertThat(chance.whole().mean()).isGreaterThan(0.2);
        assertThat(chance.layers()).hasSize(3);
        assertThat(chance.draws()).hasSize(39);
    }

    @Test
    void isTheSameForTheSameSeedOnAllThreads() {
        Network network = NormalWeights.of(ARCHITECTURE, new SplittableRandom(8));
        assertThat(measure(network, Chance.Hypothesis.RANDOM, 20, 5))
                .isEqualTo(measure(network, Chance.Hypothesis.RANDOM, 20, 5));
    }

    @Test
    void theObservedDistancesAreThoseOfTheMatching() {
        LatentSearch search = search(NormalWeights.of(ARCHITECTURE, new SplittableRandom(2)));
        LatentMatching matching = search.matching();
        Chance chance = Chance.measure(search, matching, Chance.Hypothesis.SHUFFLED, 1, 1);
        for (int layer = 0; layer < 3; layer++) {
            assertThat(chance.layers().get(layer).observed())
                    .isEqualTo(matching.fits().get(layer).distance());
        }
        assertThatThrownBy(() -> Chance.measure(search, matching, Chance.Hypothesis.SHUFFLED, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
    }
}
