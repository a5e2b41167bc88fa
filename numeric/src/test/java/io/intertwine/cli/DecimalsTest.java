package io.intertwine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate.Value;
import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @Test
    void boundsAreRoundedOutward() {
        assertThat(Decimals.bounds(new BigFraction(1, 3), new BigFraction(2, 3), 4))
                .isEqualTo("[0.3333, 0.6667]");
        assertThat(Decimals.bounds(new BigFraction(-2, 3), new BigFraction(-1, 3), 4))
                .isEqualTo("[-0.6667, -0.3333]");
        assertThat(Decimals.bounds(new BigFraction(1, 2), new BigFraction(1, 2), 4))
                .isEqualTo("0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "1/2,1/2",
        "-3,-3",
        "sqrt(2)/2,1/2*sqrt(2)",
        "123456789123456789123456789123456789123456789/7,~1.7636684e43",
        "1/100000000000000000000000000000000000000000000000000,~1e-50",
        "0,0"
    })
    void longNumbersAreCutAndShortOnesAreNot(String number, String text) throws NumberSyntaxException {
        assertThat(Decimals.brief(Scalar.parse(number))).isEqualTo(text);
    }

    @Test
    void anEnclosureShowsItsFirstDigits() {
        Value value = new Value.Between(new BigFraction(333333333, 1000000000), new BigFraction(333333334, 1000000000));
        assertThat(Decimals.brief(value)).isEqualTo("~0.33333333");
    }

    @Test
    void onlyTheFirstEntriesOfALongListAreShown() {
        assertThat(Decimals.briefly(List.of(1, 2, 3), String::valueOf)).isEqualTo("[1, 2, 3]");
        assertThat(Decimals.briefly(List.of(1, 2, 3, 4, 5, 6, 7, 8), String::valueOf))
                .isEqualTo("[1, 2, 3, 4, 5, 6, ... (8 entries)]");
    }
}
