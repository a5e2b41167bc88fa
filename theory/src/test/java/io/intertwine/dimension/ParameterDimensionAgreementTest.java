package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;

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
        "tanh, 1, 16, 60",
        "tanh sigmoid, 2, 16, 60",
        "silu, 3, 16, 60",
        "relu, 4, 16, 500",
        "abs hardtanh relu, 5, 16, 500",
        "power:2 power:3, 6, 16, 60",
        "gaussian exp, 7, 16, 60",
        "tanh relu power:2, 8, 16, 500"
    })
    void theProvedDimensionIsTheNumericalOne(String activations, long seed, int count, int inputs) {
        Random random = new Random(seed);
        int proved = 0;
        for (int i = 0; i < count; i++) {
            Planted planted = PlantedNetworks.next(random, List.of(activations.split(" ")));
            Dimension found = ParameterDimensionTest.dimension(planted.network());
            long rank = DecimalJacobian.rank(planted.network(), inputs, random);
            assertThat(rank)
                    .as(planted.toString())
                    .isBetween(found.lower(), found.upper().longValueExact());
            proved += found.isProved() ? 1 : 0;
            if (planted.isNotIdentifiable()) {
                assertThat(found.locallyIdentifiable())
                        .as(planted + " " + found)
                        .isNotEqualTo(Answer.HOLDS);
            }
        }
        assertThat(proved).isGreaterThanOrEqualTo(count * 2 / 3);
    }
}
