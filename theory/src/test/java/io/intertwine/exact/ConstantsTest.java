package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ConstantsTest {
    @Test
    void agreeWithPublishedDigits() {
        Digits.assertMatches(Constants.pi(170), "3.14159265358979323846264338327950288419716939937510");
        Digits.assertMatches(Constants.ln2(170), "0.69314718055994530941723212145817656807550013436025");
    }

    @Test
    void encloseReferencesWithinTwoUnitsAtEveryPrecision() {
        BigFraction pi = Reference.fraction(Reference.PI);
        BigFraction ln2 = Reference.fraction(Reference.log(BigDecimal.valueOf(2)));
        for (int bits = 1; bits < 400; bits++) {
            assertTight(Constants.pi(bits), pi, bits);
            assertTight(Constants.ln2(bits), ln2, bits);
        }
    }

    private static void assertTight(Enclosure enclosure, BigFraction value, int bits) {
        assertThat(enclosure.contains(value)).isTrue();
        assertThat(enclosure.bits()).isEqualTo(bits);
        assertThat(enclosure.width().compareTo(FunctionLaws.unit(bits).multiply(2)))
                .isNotPositive();
    }

    @Test
    void areComputedFromSeriesAndRoots() {
        BigFraction pi = Reference.fraction(Reference.PI);
        assertThat(Constants.computePi(200).contains(pi)).isTrue();
        assertThat(Constants.computeRootOfPi(200).square().contains(pi)).isTrue();
        assertThat(Constants.computeRootOfTwoPi(200).square().contains(pi.multiply(2)))
                .isTrue();
        assertThat(Constants.computeLn2(200).contains(Reference.fraction(Reference.log(BigDecimal.valueOf(2)))))
                .isTrue();
    }

    @Test
    void refuseBitsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> Constants.pi(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Constants.ln2(Enclosure.MAXIMAL_BITS + 1));
    }
}
