package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Expression;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    private static ExponentialSum sum(String formula) {
        return new ExponentialSumReader(Deadline.in(Duration.ofSeconds(20))).read(Groups.formula(formula));
    }

    @Test
    void identitiesOfExponentialsLeaveNoTerms() {
        assertThat(sum("sin(x)^2 + cos(x)^2 - 1").terms()).isEmpty();
        assertThat(sum("cosh(x)^2 - sinh(x)^2 - 1").terms()).isEmpty();
        assertThat(sum("sin(3x) - 3sin(x) + 4sin(x)^3").terms()).isEmpty();
        assertThat(sum("x*sinc(x) - sin(x)").terms()).isEmpty();
        assertThat(sum("exp(x - 1/3)*exp(1/3 - x) - 1").terms()).isEmpty();
        assertThat(sum("sin(x + pi/3) - sin(x)/2 - sqrt(3)/2*cos(x)").terms()).isEmpty();
    }

    @Test
    void derivativesAgreeWithThoseOfTheFormula() {
        for (String formula : List.of("x^2*exp(-x^2)*cos(5x)", "sinh(2x - 1)*x", "sin(x)^3 + exp(x)/3")) {
            Expression derivative = Groups.formula(formula).derivative();
            ExponentialSum other = new ExponentialSumReader(Deadline.in(Duration.ofSeconds(20))).read(derivative);
            ExponentialSum difference = sum(formula).derivative().add(other.multiply(ComplexConstant.ONE.negate()));
            assertThat(difference.terms()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sin(x)                       | pi
            sin(x) + sin(2x)             | 2*pi
            sin(2x/3) + cos(x/2)         | 12*pi
            1 + sin(x)                   | 2*pi
            sin(pi*x)                    | 1
            sin(sqrt(2)*x) + sin(sqrt(8)*x) | sqrt(2)*pi
            exp(-2x)*sin(3x)             | pi/3
            """)
    void thePeriodIsTheLeastTranslation(String formula, String period) {
        Translations translations = Spectrum.of(sum(formula)).translations();
        assertThat(translations)
                .isInstanceOfSatisfying(
                        Translations.Multiples.class,
                        multiples -> assertThat(multiples.period().toString())
                                .isEqualTo(ConstantReader.simplified(Groups.formula(period))
                                        .toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*sin(x)",
                "exp(x) + 1",
                "sin(x) + sin(sqrt(2)*x)",
                "sin(x) + sin(pi*x) + cos(2x)",
                "exp(x^2)",
                "sin(x)/x",
                "sin(x) + exp(x)"
            })
    void otherSumsHaveNoTranslation(String formula) {
        assertThat(Spectrum.of(sum(formula)).translations()).isInstanceOf(Translations.None.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exp(-(x - 2)^2)                  | 2
            exp(-(x - 2)^2) + exp(-(x - 3)^2)| 5/2
            exp(x) + 9exp(-x)                | log(3)
            (x - 1)*exp(x) + (x - 2)*exp(-x) | 3/2
            x*sin(x)                         | 0
            exp(x^3 - 6x^2) + exp(-x^3 + 6x^2) | 2
            sin(x)                           | 0
            """)
    void centresComeFromTheCoefficients(String formula, String centre) {
        Limitation limitation = Spectrum.of(sum(formula));
        assertThat(limitation.open()).isEmpty();
        assertThat(limitation.centres().stream().map(Object::toString))
                .contains(ConstantReader.simplified(Groups.formula(centre)).toString());
    }

    @Test
    void polynomialsAreRefused() {
        assertThatThrownBy(() -> Spectrum.of(sum("sin(x)^2 + cos(x)^2 + x"))).isInstanceOf(UndecidedException.class);
    }

    @Test
    void productsThatGrowTooLargeAreRefused() {
        assertThatThrownBy(() -> sum("(sin(x) + cos(2x) + sin(3x + 1))^24*(1 + x)^24"))
                .isInstanceOf(UndecidedException.class);
    }
}
