package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class StepFunctionsTest {
    private static Enclosure of(long lower, long upper) {
        return Enclosure.ofMantissas(BigInteger.valueOf(lower), BigInteger.valueOf(upper), 2);
    }

    @Test
    void floorIsExactAtPointsAndTheHullElsewhere() {
        assertThat(StepFunctions.floor(of(7, 7))).isEqualTo(of(4, 4));
        assertThat(StepFunctions.floor(of(8, 8))).isEqualTo(of(8, 8));
        assertThat(StepFunctions.floor(of(-1, -1))).isEqualTo(of(-4, -4));
        assertThat(StepFunctions.floor(of(-1, 9))).isEqualTo(of(-4, 8));
        assertThat(StepFunctions.floor(Enclosure.unbounded(2))).isEqualTo(Enclosure.unbounded(2));
    }

    @Test
    void signIsExactAtPointsAndTheHullElsewhere() {
        assertThat(StepFunctions.sign(of(1, 9))).isEqualTo(of(4, 4));
        assertThat(StepFunctions.sign(of(-9, -1))).isEqualTo(of(-4, -4));
        assertThat(StepFunctions.sign(of(0, 0))).isEqualTo(of(0, 0));
        assertThat(StepFunctions.sign(of(0, 1))).isEqualTo(of(0, 4));
        assertThat(StepFunctions.sign(of(-1, 1))).isEqualTo(of(-4, 4));
        assertThat(StepFunctions.sign(Enclosure.unbounded(2))).isEqualTo(of(-4, 4));
    }

    @Test
    void heavisideIsOneHalfAtZero() {
        assertThat(StepFunctions.heaviside(of(1, 9))).isEqualTo(of(4, 4));
        assertThat(StepFunctions.heaviside(of(-9, -1))).isEqualTo(of(0, 0));
        assertThat(StepFunctions.heaviside(of(0, 0))).isEqualTo(of(2, 2));
        assertThat(StepFunctions.heaviside(of(0, 1))).isEqualTo(of(2, 4));
        assertThat(StepFunctions.heaviside(of(-1, 0))).isEqualTo(of(0, 2));
        assertThat(StepFunctions.heaviside(Enclosure.unbounded(2))).isEqualTo(of(0, 4));
    }
}
