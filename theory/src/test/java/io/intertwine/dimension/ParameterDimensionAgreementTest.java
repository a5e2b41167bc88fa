package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.dimension.PlantedNetworks.Plant;
import io.intertwine.dimension.PlantedNetworks.Planted;
import io.intertwine.find.Answer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proved dimension at parameters against a computation with many decimal digits. */
class ParameterDimensionAgreementTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tanh, 1, 16",
        "tanh sigmoid, 2, 16",
        "silu, 3, 16",
        "relu, 4, 16",
        "abs hardtanh relu, 5, 16",
        "power:2 power:3, 6, 16",
        "gaussian exp, 7, 16",
        "tanh relu power:2, 8, 16"
    })
    void theProvedDimensionIsTheNumericalOne(String activations, long seed, int count) {
        Random random = new Random(seed);
        int proved = 0;
        for (int i = 0; i < count; i++) {
            Planted planted = PlantedNetworks.next(random, List.of(activations.split(" ")));
            Dimension found = ParameterDimensionTest.dimension(planted.network());
            int rank = DecimalJacobian.rank(
                    planted.network(), activations.matches("[a-z: ]*(relu|abs)[a-z0-9: ]*") ? 500 : 60, random);
            if (found.isProved()
                    ? found.lower() != rank
                    : (found.lower() > rank || found.upper().intValue() < rank)) {
                System.out.println(planted + " " + rank + " " + found);
            }
            assertThat((long) rank)
                    .as(planted.toString())
                    .isBetween(found.lower(), found.upper().longValueExact());
            if (found.isProved()) {
                proved++;
            } else {
                System.out.println(
                        "open " + planted + " " + rank + " " + found.lower() + " " + found.upper() + found.reasons());
            }
            boolean odd = !activations.contains("silu")
                    && !activations.contains("exp")
                    && !activations.contains("relu")
                    && !activations.contains(" ");
            if (planted.plant() == Plant.CLONE
                    || planted.plant() == Plant.ZERO_COLUMN
                    || odd && planted.plant() == Plant.OPPOSITE) {
                assertThat(found.locallyIdentifiable())
                        .as(planted + " " + found)
                        .isNotEqualTo(Answer.HOLDS);
            }
        }
        System.out.println(activations + ": " + proved + " of " + count + " proved");
        assertThat(proved).isGreaterThanOrEqualTo(count * 2 / 3);
    }
}
