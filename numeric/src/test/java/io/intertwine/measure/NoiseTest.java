package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static double mean(DoubleMatrix noise, int j) {
        return Arrays.stream(noise.transpose().row(j)).average().orElseThrow();
    }

    private static double deviation(DoubleMatrix noise, int j) {
        double mean = mean(noise, j);
        return Math.sqrt(Arrays.stream(noise.transpose().row(j))
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void noiseIsStandardNormalAndRepeatable() {
        DoubleMatrix noise = Noise.standard(10_000, 3, 7);
        for (int j = 0; j < 3; j++) {
            assertThat(mean(noise, j)).isCloseTo(0, within(0.04));
            assertThat(deviation(noise, j)).isCloseTo(1, within(0.03));
        }
        assertThat(Noise.standard(10_000, 3, 7).entries()).isEqualTo(noise.entries());
        assertThat(Noise.standard(10_000, 3, 8).entries()).isNotEqualTo(noise.entries());
        assertThatThrownBy(() -> Noise.standard(0, 3, 7)).hasMessageContaining("at least 1, found 0");
    }

    @Test
    void noiseLikeTheDataHasTheirMeansAndDeviations() {
        DoubleMatrix data = DoubleMatrix.of(4, 3, new double[] {1, 0, 5, 3, 0, 5, 1, 8, 5, 3, 8, 5});
        DoubleMatrix noise = Noise.like(data, 10_000, 7);
        assertThat(mean(noise, 0)).isCloseTo(2, within(0.04));
        assertThat(deviation(noise, 0)).isCloseTo(1, within(0.03));
        assertThat(mean(noise, 1)).isCloseTo(4, within(0.16));
        assertThat(deviation(noise, 1)).isCloseTo(4, within(0.12));
        assertThat(noise.transpose().row(2)).containsOnly(5);
        assertThatThrownBy(() -> Noise.like(DoubleMatrix.zeros(0, 3), 1, 7)).hasMessageContaining("found none");
    }
}
