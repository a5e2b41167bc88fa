package io.intertwine.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DoublesTest {
    @Test
    void roundsToTheNearestNumber() {
        assertThat(Doubles.nearest(Scalar.of(1, 3))).isEqualTo(1.0 / 3);
        assertThat(Doubles.nearest(new BigFraction(-2, 7))).isEqualTo(-2.0 / 7);
        assertThat(Doubles.nearest(Scalar.sqrt(new BigFraction(2)))).isEqualTo(Math.sqrt(2));
        assertThat(Doubles.nearest(Scalar.ofDyadic(BigInteger.ONE, 2000))).isInfinite();
    }

    @Test
    void binary64EntriesAreTakenAsTheyAre() {
        long bits = Double.doubleToLongBits(0.1);
        ExactMatrix matrix = ExactMatrix.ofBinary64(1, 2, new long[] {bits, 0});
        assertThat(Doubles.nearest(matrix, 0, 0)).isEqualTo(0.1);
        assertThat(Doubles.nearestRow(matrix, 0)).containsExactly(0.1, 0);
    }

    @Test
    void otherEntriesAreRounded() {
        ExactMatrix matrix = ExactMatrix.of(1, 1, List.of(Scalar.of(1, 3)));
        assertThat(Doubles.nearest(matrix, 0, 0)).isEqualTo(1.0 / 3);
        assertThat(Doubles.nearest(List.of(Scalar.ONE, Scalar.of(1, 3)))).containsExactly(1, 1.0 / 3);
    }
}
