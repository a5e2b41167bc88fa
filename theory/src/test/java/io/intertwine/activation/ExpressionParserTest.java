package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    private static Expression parse(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2x ; 2*x",
                "2 sin(x) ; 2*sin(x)",
                "x tanh(x) ; x*tanh(x)",
                "3(x+1) ; 3*(x+1)",
                "(x+1)(x-1) ; (x+1)*(x-1)",
                "x(x+1) ; x*(x+1)",
                "2pi x ; 2*pi*x",
                "-x^2 ; -(x^2)",
                "2^-1 ; 1/2",
                "x^2^3 ; x^8",
                "x - -x ; x + x",
                "2*-x ; -2*x",
                "1e3x ; 1000*x",
                "2e x ; 2*e*x",
                "1.5e-2 ; 3/200",
                ".5x ; x/2",
                "2.x ; 2*x",
                "x^0.5 ; sqrt(x)",
                "x^(3/2) ; sqrt(x)^3",
                "x^(-1/2) ; 1/sqrt(x)",
                "x^(1/3) ; exp(log(x)/3)",
                "e^(2x) ; exp(2*x)",
                "|x| + x^2 ; abs(x) + x^2",
                "x|x| ; x*abs(x)",
                "||x|-1| ; abs(abs(x) - 1)",
                "|(x|x|)| ; abs(x*abs(x))",
                "2|x+1|x ; 2*abs(x+1)*x",
                "ReLU(x)^2 ; max(x, 0)^2",
                "sigmoid(2x) - 1/2 ; sigmoid(2*x) - 1/2",
                "GELU(x) ; x*(1 + erf(x/sqrt(2)))/2",
                "silu(x+1) ; (x+1)*sigmoid(x+1)",
                "leaky_relu(x, 1/100) ; if(x > 0, x, x/100)",
                "HardTanh(x) ; clip(x, -1, 1)",
                "atan(x) ; arctan(x)",
                "ln(x^2+1) ; log(x^2+1)",
                "max(x, 0, 1) ; max(max(x, 0), 1)",
                "if(x < 1, 0, x) ; if(x >= 1, x, 0)",
                "if(2 > 1, x, 0) ; x",
                "by_sign(x, -1, 0, 1) ; if(x > 0, 1, if(x >= 0, 0, -1))",
                "square(x) ; x^2",
                "sqrt(8) ; 2*sqrt(2)",
                "cos(2*pi/5) ; (sqrt(5) - 1)/4",
                "tan(pi/4) ; 1",
                "10^2 ; 100"
            })
    void formulasMeanWhatPeopleMean(String written, String explicit) {
        Expression found = parse(written);
        Expression expected = parse(explicit);
        for (int k = -12; k <= 12; k++) {
            Scalar x = Scalar.of(k, 4);
            var a = found.enclose(io.intertwine.exact.Enclosure.from(x.rational(), 100));
            var b = expected.enclose(io.intertwine.exact.Enclosure.from(x.rational(), 100));
            assertThat(a.isBounded()).isEqualTo(b.isBounded());
            assertThat(a.subtract(b).excludesZero()).as("%s at %s", written, x).isFalse();
        }
        if (!written.startsWith("by_sign")) {
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x + y ; 4 ; a function of one variable x, found y",
                "t*x ; 0 ; a function of one variable x, found t",
                "n ; 0 ; one variable x",
                "tanhh(x) ; 0 ; did you mean tanh?",
                "sin x ; 0 ; expected (...) after sin",
                "x + ; 3 ; found the end of the formula",
                "(x+1 ; 4 ; expected ')'",
                "x+1) ; 3 ; expected an operator or the end",
                "x**2 ; 2 ; powers are written with ^",
                "1/2x ; 3 ; can be read in two ways",
                "e^2x ; 3 ; can be read in two ways",
                "1/0 ; 1 ; a divisor other than 0",
                "x/(1-1) ; 1 ; a divisor other than 0",
                "0^-1 ; 1 ; a divisor other than 0",
                "x^100000 ; 1 ; an exponent of magnitude at most 1000",
                "1e9999 ; 1 ; decimal exponent",
                "x 2 ; 2 ; expected an operator",
                "sqrt(-1) ; 0 ; not negative, found -1",
                "log(0) ; 0 ; positive argument",
                "clip(x, 1, 0) ; 0 ; lo <= hi",
                "clip(x, 1) ; 0 ; 3 arguments",
                "sin(x, x) ; 0 ; one argument",
                "if(x, 1, 0) ; 4 ; expected '>'",
                "if(0 < x < 1, 1, 0) ; 9 ; expected ','",
                "e(x) ; 0 ; expected exp(...)",
                "leaky_relu(x) ; 0 ; one number as parameter",
                "leaky_relu(x, x) ; 0 ; numbers as parameters",
                "tanhshrink(x, 1) ; 0 ; takes no parameter",
                "x ? 1 ; 2 ; found '?'",
                "|x ; 2 ; expected '|'",
                "'' ; 0 ; expected a number",
                "x2 ; 0 ; expected a function"
            })
    void otherTextsAreRefusedAtTheCharacter(String text, int position, String part) {
        ExpressionSyntaxException refusal =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> Expression.parse(text));
        assertThat(refusal).as(text).isNotNull().hasMessageContaining(part);
        assertThat(refusal.position()).as(refusal.getMessage()).isEqualTo(position);
    }

    @Test
    void theMessagePointsAtTheCharacter() {
        assertThatThrownBy(() -> Expression.parse("x^2 + y")).hasMessageEndingWith("\n  x^2 + y\n        ^");
        assertThatThrownBy(() -> Expression.parse("x+".repeat(100) + "y"))
                .hasMessageEndingWith("\n  ..." + "x+".repeat(15) + "y\n" + " ".repeat(35) + "^");
        assertThatThrownBy(() -> Expression.parse("x \u001b[2J")).hasMessageContaining("x ?[2J");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "sin(", "-(", "x^(", "|", "if(", "silu(", "1/(", "max(x,"})
    void deepNestingIsRefused(String part) {
        assertThatThrownBy(() -> Expression.parse(part.repeat(1000) + "x"))
                .isInstanceOf(ExpressionSyntaxException.class);
    }

    @Test
    void largeInputIsRefusedQuickly() {
        for (String text : new String[] {
            "x".repeat(10_001),
            "silu(".repeat(100) + "x" + ")".repeat(100),
            "gelu(".repeat(14) + "x" + ")".repeat(14),
            "3^1000*".repeat(1000) + "x",
            "1/3^1000+".repeat(1000) + "x",
            "((3^1000)^1000)",
            "9^9^9",
            "((x^1000)^1000)^1000^1000",
            "1e5000*".repeat(500) + "x"
        }) {
            assertThatThrownBy(() -> Expression.parse(text))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isInstanceOf(ExpressionSyntaxException.class);
        }
        assertThat(parse("x+".repeat(2000) + "x").children()).hasSize(2001);
        assertThat(parse("sin(".repeat(150) + "x" + ")".repeat(150)).children()).hasSize(1);
    }

    @Test
    void constantsMayHaveSymbols() throws ExpressionSyntaxException {
        assertThat(Expression.parseConstant("t^2 + n*pi").children()).contains(Symbol.T.power(2));
        assertThat(Expression.parseConstant("2n")).isEqualTo(Expression.of(2).times(Symbol.N));
        assertThatThrownBy(() -> Expression.parseConstant("x")).isInstanceOf(ExpressionSyntaxException.class);
    }
}
