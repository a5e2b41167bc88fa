package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.hipparchus.fraction.BigFraction;

/** Comparison with published decimal digits. */
final class Digits {
    private Digits() {}

    /** Asserts that an enclosure of at least 160 bits is thin and meets the numbers that begin with the digits. */
    static void assertMatches(Enclosure enclosure, String digits) {
        BigDecimal value = new BigDecimal(digits);
        BigFraction truncated = Reference.fraction(value);
        BigFraction next = Reference.fraction(value.add(value.ulp().multiply(BigDecimal.valueOf(value.signum()))));
        int bits = enclosure.bits();
        Enclosure published = Enclosure.from(truncated, bits).union(Enclosure.from(next, bits));
        assertThat(published.subtract(enclosure).excludesZero())
                .as("%s apart from %s", enclosure, digits)
                .isFalse();
        assertThat(enclosure.width().compareTo(FunctionLaws.unit(150))).isNotPositive();
    }
}
