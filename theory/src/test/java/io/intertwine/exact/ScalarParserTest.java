package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        0                       | 0
        -0                      | 0
        -0.0                    | 0
        007                     | 7
        12                      | 12
        -12                     | -12
        +12                     | 12
        0.25                    | 1/4
        -0.25                   | -1/4
        10.500                  | 21/2
        -1e-3                   | -1/1000
        1.5E+10                 | 15000000000
        1.5e1                   | 15
        2.50e1                  | 25
        0e5                     | 0
        12e0                    | 12
        6/4                     | 3/2
        -6/4                    | -3/2
        0/5                     | 0
        9/3/3                   | 1
        1/2+1/3                 | 5/6
        1-2-3                   | -4
        2-3*4                   | -10
        (2-3)*4                 | -4
        2*-3                    | -6
        --3                     | 3
        -+3                     | -3
        2^10                    | 1024
        -2^2                    | -4
        (-2)^2                  | 4
        (-2)^ 3                 | -8
        2^-2                    | 1/4
        2^+2                    | 4
        0^0                     | 1
        2*3^2                   | 18
        ` 1\t/  2 `             | 1/2
        sqrt(2)                 | sqrt(2)
        sqrt(8)/4               | 1/2*sqrt(2)
        1/sqrt(2)               | 1/2*sqrt(2)
        sqrt (1/4)              | 1/2
        sqrt(2)*sqrt(3)         | sqrt(6)
        sqrt(sqrt(16))          | 2
        sqrt(sqrt(2)^2)         | sqrt(2)
        -sqrt(5)/2 - 1/2        | -1/2-1/2*sqrt(5)
        (1+sqrt(5))^2/4         | 3/2+1/2*sqrt(5)
        cos(0)                  | 1
        sin(0)                  | 0
        cos(pi)                 | -1
        cos(-pi/3)              | 1/2
        cos(pi*2/3)             | -1/2
        cos((1/3)*pi+pi/3)      | -1/2
        cos(pi/2-pi/6)          | 1/2
        cos(pi*1/4)             | 1/2*sqrt(2)
        cos(0*pi)               | 1
        cos(sin(0)*pi)          | 1
        cos(cos(pi)*pi)         | -1
        sin(pi/6)               | 1/2
        sin(-pi/2)              | -1
        2*cos(2*pi/5)           | -1/2+1/2*sqrt(5)
        sin(2*pi/5)             | cos(pi/10)
        cos(2*pi/7)             | cos(2*pi/7)
        cos(2*pi/7)^0           | 1
        1/1000000007            | 1/1000000007
        1e5000/1e5000           | 1
        """)
    void textsDenoteNumbers(String text, String canonical) throws NumberSyntaxException {
        assertThat(Scalar.parse(text)).hasToString(canonical);
        assertThat(Scalar.parse("(" + text + ")")).hasToString(canonical);
        assertThat(Scalar.parse(canonical)).isEqualTo(Scalar.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
        ``               | 0  | expected a number, '(', sqrt, cos or sin, found the end of the text
        `  `             | 2  | found the end of the text
        -                | 1  | found the end of the text
        1 2              | 2  | expected an operator or the end of the text, found '2'
        1.               | 2  | expected a digit after the decimal point, found the end of the text
        .5               | 0  | expected a number, '(', sqrt, cos or sin, found '.'
        -.5              | 1  | found '.'
        1.x              | 2  | expected a digit after the decimal point, found 'x'
        1/               | 2  | expected a number
        /2               | 0  | found '/'
        -/2              | 1  | found '/'
        1e               | 2  | expected a digit of the decimal exponent, found the end of the text
        1e+              | 3  | expected a digit of the decimal exponent
        1e5001           | 2  | expected a decimal exponent of magnitude at most 5000
        1e-5001          | 2  | expected a decimal exponent of magnitude at most 5000
        1e99999999999999 | 2  | expected a decimal exponent of magnitude at most 5000
        1:2              | 1  | expected an operator or the end of the text, found ':'
        0x10             | 1  | found 'x'
        1_000            | 1  | found '_'
        1,5              | 1  | found ','
        NaN              | 0  | expected sqrt, cos, sin or pi, found NaN
        Infinity         | 0  | expected sqrt, cos, sin or pi, found Infinity
        tan(pi)          | 0  | expected sqrt, cos, sin or pi, found tan
        [1]              | 0  | found '['
        {1}              | 0  | found '{'
        @                | 0  | found '@'
        1/0              | 1  | expected a nonzero divisor, found 0
        -1/0             | 2  | expected a nonzero divisor, found 0
        1/(2-2)          | 1  | expected a nonzero divisor, found 0
        2+0^-1           | 3  | expected a nonzero divisor, found 0
        (1               | 2  | expected ')', found the end of the text
        (1]              | 2  | expected ')', found ']'
        1)               | 1  | expected an operator or the end of the text, found ')'
        ()               | 1  | expected a number
        sqrt 2           | 5  | expected '(', found '2'
        sqrt(2           | 6  | expected ')'
        1+sqrt(-2)       | 2  | expected a number of at least 0 under the square root, found -2
        sqrt(1+sqrt(2))  | 0  | expected a rational number under sqrt
        cos(sqrt(pi))    | 4  | expected a rational number under sqrt
        pi               | 0  | expected an algebraic number, found pi, which stands only within cos and sin
        2+pi             | 2  | which stands only within cos and sin
        cos(pi)+pi       | 8  | which stands only within cos and sin
        exp(1)           | 0  | expected an algebraic number, found exp, whose values are not algebraic
        2*e              | 2  | expected an algebraic number, found e, whose values are not algebraic
        cos(1)           | 0  | expected a rational multiple of pi as an angle, found another number
        3*sin(1+pi)      | 2  | expected a rational multiple of pi as an angle, found another number
        cos(pi*pi)       | 6  | expected a rational multiple of pi, found another product
        cos(sqrt(2)*pi)  | 11 | expected a rational multiple of pi, found another product
        cos(pi*sqrt(2))  | 6  | expected a rational multiple of pi, found another product
        cos(1/pi)        | 5  | expected a divisor without pi
        cos(pi^2)        | 6  | expected a base without pi
        2^x              | 2  | expected a digit of the power, found 'x'
        2^(2)            | 2  | expected a digit of the power, found '('
        2^1/2^           | 6  | expected a digit of the power, found the end of the text
        2^2^2            | 3  | expected an operator or the end of the text, found '^'
        2^1001           | 2  | expected a power of magnitude at most 1000
        2^-1001          | 2  | expected a power of magnitude at most 1000
        (2^1000)^51      | 8  | expected a result of at most 50000 bits
        (2^1000)^-51     | 8  | expected a result of at most 50000 bits
        1e5000*1e5000*1e5000*1e5000 | 20 | expected a result of at most 50000 bits
        cos(2*pi/101)    | 0  | the degree of the real cyclotomic field of conductor 101 is beyond the limit 48
        sqrt(103)+cos(2*pi/7) | 9 | Q(sqrt(103)) and Q(2*cos(2*pi/7)) do not fit together
        sqrt(10^40+1)    | 0  | the square-free part of a radicand is not found
        """)
    void otherTextsAreRefusedAtThePositionOfTheFault(String text, int position, String message) {
        NumberSyntaxException refusal = catchThrowableOfType(NumberSyntaxException.class, () -> Scalar.parse(text));
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal).hasMessageContaining(message).hasMessageEndingWith(" at character " + position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0661", "1\n", "\u00a01", "1\0", "\0", "\u221e", "\u03c0"})
    void otherCharactersAreRefused(String text) {
        assertThatThrownBy(() -> Scalar.parse(text)).isInstanceOf(NumberSyntaxException.class);
    }

    @Test
    void limitsAreReachedButNotPassed() throws NumberSyntaxException {
        assertThat(Scalar.parse("1e5000")).isEqualTo(Scalar.of(10).pow(5000));
        assertThat(Scalar.parse("1e-5000")).isEqualTo(Scalar.of(10).pow(-5000));
        assertThat(Scalar.parse("2^1000")).isEqualTo(Scalar.of(2).pow(1000));
        assertThat(Scalar.parse("2^-1000")).isEqualTo(Scalar.of(2).pow(-1000));
        assertThat(Scalar.parse("(2^998)^50")).isEqualTo(Scalar.of(2).pow(49_900));
        assertThat(Scalar.parse("1+cos(2*pi/420)").coefficients()).hasSize(48);
        String nines = "9".repeat(10_000);
        assertThat(Scalar.parse(nines)).isEqualTo(Scalar.of(new BigInteger(nines)));
        assertThat(Scalar.parse("0." + "3".repeat(9_998))).isGreaterThan(Scalar.of(333, 1000));
        assertThat(Scalar.parse("-".repeat(9_999) + "1")).isEqualTo(Scalar.MINUS_ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-7",
                "0.123",
                "3/7",
                "-3/7",
                "123456789012345678",
                "-123456789012345678",
                "1234567890.12345678",
                "-1234567890.12345678",
                "-0.12345678901234567",
                "123456789/123456789",
                "-1/23456789012345678"
            })
    void shortNumbersNeedNoParser(String text) throws NumberSyntaxException {
        assertThat(PlainNumber.read(text)).contains(Scalar.parse("(" + text + ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "1/",
                "1.",
                "1/0",
                "1/-2",
                "1:2",
                "1/2/3",
                "1.2e3",
                "1234567890123456789",
                "-1234567890123456789",
                "0.1234567890123456789",
                "12345678901234567890/1"
            })
    void otherTextsAreLeftToTheParser(String text) {
        assertThat(PlainNumber.read(text)).isEmpty();
    }

    @Test
    void longerTextsAreRefused() {
        NumberSyntaxException refusal =
                catchThrowableOfType(NumberSyntaxException.class, () -> Scalar.parse("1".repeat(10_001)));
        assertThat(refusal.position()).isEqualTo(10_000);
        assertThat(refusal).hasMessageStartingWith("expected at most 10000 characters, found 10001");
    }

    @Test
    void nestingHasALimit() {
        String deepest = "(".repeat(100) + "1" + ")".repeat(100);
        assertThatCode(() -> Scalar.parse(deepest + "+" + deepest)).doesNotThrowAnyException();
        NumberSyntaxException refusal =
                catchThrowableOfType(NumberSyntaxException.class, () -> Scalar.parse("sqrt(" + deepest + ")"));
        assertThat(refusal.position()).isEqualTo(104);
        assertThat(refusal).hasMessageContaining("at most 100 nested parentheses");
        assertThatThrownBy(() -> Scalar.parse("(".repeat(10_000))).isInstanceOf(NumberSyntaxException.class);
    }

    @Test
    void decimalsOfAnyLengthAreExact() throws NumberSyntaxException {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            BigDecimal value = new BigDecimal(new BigInteger(1 + random.nextInt(80), random), random.nextInt(12));
            Scalar expected = Scalar.of(new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale())));
            assertThat(Scalar.parse(value.toPlainString())).isEqualTo(expected);
            assertThat(Scalar.parse("-" + value.toPlainString())).isEqualTo(expected.negate());
            assertThat(Scalar.parse(value.toString())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999999999999",
                "-999999999999999999",
                "9999999999999999999",
                "-9999999999999999999",
                "9223372036854775808",
                "0.99999999999999999",
                "-0.99999999999999999",
                "-9.999999999999999999",
                "99999999999999999.9",
                "999999999999999999.9",
                "-99999999999999999.99"
            })
    void decimalsNearTheEndOfMachineIntegersAreExact(String text) throws NumberSyntaxException {
        BigDecimal value = new BigDecimal(text);
        assertThat(Scalar.parse(text))
                .isEqualTo(Scalar.of(new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1/999999999999999999", "-999999999999999999/1", "1234567890/987654321", "99999999999/9999999"})
    void fractionsNearTheEndOfMachineIntegersAreExact(String text) throws NumberSyntaxException {
        String[] parts = text.split("/");
        assertThat(Scalar.parse(text))
                .isEqualTo(Scalar.of(new BigFraction(new BigInteger(parts[0]), new BigInteger(parts[1]))));
    }
}
