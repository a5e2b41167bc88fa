package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TruncatedSeriesTest {
    private static final PrimeField FIELD = new PrimeField(10007);
    private static final TruncatedSeries RING = new TruncatedSeries(FIELD, 6);

    private static long[] random(SplittableRandom random) {
        return random.longs(7, 0, 10007).toArray();
    }

    @Test
    void isACommutativeRing() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            long[] a = random(random);
            long[] b = random(random);
            long[] c = random(random);
            assertThat(RING.multiply(a, b)).isEqualTo(RING.multiply(b, a));
            assertThat(RING.multiply(RING.multiply(a, b), c)).isEqualTo(RING.multiply(a, RING.multiply(b, c)));
            assertThat(RING.multiply(a, RING.add(b, c))).isEqualTo(RING.add(RING.multiply(a, b), RING.multiply(a, c)));
            assertThat(RING.multiply(RING.constant(5), a)).isEqualTo(RING.scale(5, a));
        }
    }

    @Test
    void theGeometricSeriesIsTheInverseOfOneMinusT() {
        long[] geometric = {1, 1, 1, 1, 1, 1, 1};
        long[] oneMinusT = {1, 10006, 0, 0, 0, 0, 0};
        assertThat(RING.multiply(geometric, oneMinusT)).containsExactly(1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void integratesWhatWasDifferentiated() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            long[] a = random(random);
            assertThat(RING.integral(RING.derivative(a), a[0])).isEqualTo(a);
        }
    }

    @Test
    void evaluatesPolynomials() {
        SplittableRandom random = new SplittableRandom(3);
        long[] a = random(random);
        long[] b = random(random);
        Polynomial x = Polynomial.variable(0);
        Polynomial y = Polynomial.variable(1);
        Polynomial polynomial =
                x.pow(2).multiply(y).multiply(Scalar.of(1, 2)).subtract(y).add(Polynomial.of(Scalar.of(3)));
        long[] expected = RING.multiply(RING.multiply(a, a), b);
        expected = RING.scale(FIELD.inverse(2), expected);
        expected = RING.add(expected, RING.scale(10006, b));
        expected = RING.add(expected, RING.constant(3));
        assertThat(RING.evaluate(RING.compile(polynomial), new long[][] {a, b})).isEqualTo(expected);
    }

    @Test
    void refusesOrdersThatCannotBeIntegrated() {
        assertThatThrownBy(() -> new TruncatedSeries(new PrimeField(7), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 6, found 7");
        assertThatThrownBy(() -> new TruncatedSeries(FIELD, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new TruncatedSeries(new PrimeField(7), 6).length()).isEqualTo(7);
    }
}
