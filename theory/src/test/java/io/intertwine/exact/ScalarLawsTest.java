package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of an ordered field on seeded random elements of one field at a time. */
class ScalarLawsTest {

    private static final long SEED = 20240229;

    private static final MathContext DIGITS = new MathContext(60);

    /** Returns sums of up to three rational multiples of cosines of the n-th circle, some zero and some rational. */
    private static List<Scalar> elements(int n) {
        Random random = new Random(SEED + n);
        List<Scalar> elements = new ArrayList<>(List.of(Scalar.ZERO, Scalar.ONE));
        for (int i = 0; i < 5; i++) {
            Scalar element = Scalar.of(random.nextInt(9) - 4, 1 + random.nextInt(4));
            for (int term = 0; term < i % 4; term++) {
                Scalar factor = Scalar.of(random.nextInt(19) - 9, 1 + random.nextInt(6));
                element = element.add(Scalar.cosine(random.nextInt(n), n).multiply(factor));
            }
            elements.add(element);
        }
        return elements;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 8, 9, 15, 16, 20, 24, 28, 35, 36})
    void elementsFormAnOrderedField(int n) {
        List<Scalar> elements = elements(n);
        for (Scalar a : elements) {
            checkUnaryLaws(a);
            for (Scalar b : elements) {
                checkBinaryLaws(a, b);
                Scalar c = elements.get(elements.size() - 1);
                assertThat(a.add(b).add(c)).isEqualTo(a.add(b.add(c)));
                assertThat(a.multiply(b).multiply(c)).isEqualTo(a.multiply(b.multiply(c)));
                assertThat(a.add(b).multiply(c)).isEqualTo(a.multiply(c).add(b.multiply(c)));
            }
        }
    }

    private static void checkUnaryLaws(Scalar a) {
        assertThat(a.add(Scalar.ZERO)).isEqualTo(a);
        assertThat(a.multiply(Scalar.ONE)).isEqualTo(a);
        assertThat(a.multiply(Scalar.ZERO)).isEqualTo(Scalar.ZERO);
        assertThat(a.multiply(3)).isEqualTo(a.add(a).add(a));
        assertThat(a.add(a.negate())).isEqualTo(Scalar.ZERO);
        if (!a.isZero()) {
            assertThat(a.multiply(a.reciprocal())).isEqualTo(Scalar.ONE);
            assertThat(a.multiply(a).signum()).isEqualTo(1);
        }
        checkBounds(a, 0);
        checkBounds(a, 100);
        checkBounds(a, 300);
    }

    private static void checkBounds(Scalar a, int bits) {
        BigFraction width = a.bounds(bits).upper().subtract(a.bounds(bits).lower());
        assertThat(width).isLessThan(Scalar.of(1, 2).pow(bits).rational());
        assertThat(Scalar.of(a.bounds(bits).lower())).isLessThanOrEqualTo(a);
        assertThat(Scalar.of(a.bounds(bits).upper())).isGreaterThanOrEqualTo(a);
        BigFraction value = ReferenceCosine.value(a);
        BigFraction margin = new BigFraction(BigDecimal.ONE.movePointRight(50).toBigInteger()).reciprocal();
        assertThat(a.bounds(bits).lower().subtract(margin)).isLessThan(value);
        assertThat(a.bounds(bits).upper().add(margin)).isGreaterThan(value);
    }

    private static void checkBinaryLaws(Scalar a, Scalar b) {
        assertThat(a.add(b)).isEqualTo(b.add(a)).hasSameHashCodeAs(b.add(a));
        assertThat(a.multiply(b)).isEqualTo(b.multiply(a)).hasSameHashCodeAs(b.multiply(a));
        assertThat(a.subtract(b).add(b)).isEqualTo(a);
        assertThat(a.compareTo(b)).isEqualTo(a.subtract(b).signum());
        assertThat(a.subtract(b).signum())
                .isEqualTo(ReferenceCosine.value(a).compareTo(ReferenceCosine.value(b)) * (a.equals(b) ? 0 : 1));
        assertThat(a.equals(b)).isEqualTo(a.subtract(b).isZero());
        if (!b.isZero()) {
            assertThat(a.divide(b).multiply(b)).isEqualTo(a);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 12, 20, 28})
    void textIsReadBack(int n) throws NumberSyntaxException {
        for (Scalar element : elements(n)) {
            assertThat(Scalar.parse(element.toString())).isEqualTo(element).hasSameHashCodeAs(element);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 9, 11, 16, 36})
    void elementsOfTwoFieldsJoin(int n) {
        for (Scalar a : elements(n)) {
            for (Scalar b : elements(8)) {
                assertThat(a.add(b).subtract(b)).isEqualTo(a);
                assertThat(a.add(b).subtract(a)).isEqualTo(b);
                assertThat(a.add(b).multiply(a.subtract(b))).isEqualTo(a.pow(2).subtract(b.pow(2)));
                assertThat(ReferenceCosine.value(a.multiply(b))
                                .subtract(ReferenceCosine.value(a).multiply(ReferenceCosine.value(b)))
                                .abs()
                                .bigDecimalValue(DIGITS.getPrecision(), RoundingMode.HALF_EVEN))
                        .isLessThan(new BigDecimal("1e-45"));
            }
        }
    }
}
