package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Domain.Everywhere;
import io.intertwine.activation.Domain.NotDecided;
import io.intertwine.activation.Domain.NotDefined;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
    private static Domain domain(String formula) throws ExpressionSyntaxException {
        return Domain.of(ExpressionParser.parse(formula));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x/(1+abs(x))",
                "sqrt(x^2+4)",
                "1/(1+exp(-x))",
                "x/(1+exp(-x))",
                "log(1+exp(x))",
                "log(cosh(x))",
                "(exp(x)-exp(-x))/(exp(x)+exp(-x))",
                "1/(2+sin(x))",
                "1/(2+sin(x)+cos(x))",
                "x^2/(x^2+1)",
                "1/(x^2+x+1)",
                "1/(x^4-x+1)",
                "if(x > 0, 1/x, 0)",
                "if(x > 0, log(x), 0)",
                "if(x > 0, sin(x)/x, if(x < 0, sin(x)/x, 1))",
                "1/max(x, 1)",
                "1/(1+floor(x)^2)",
                "1/(1+abs(sin(x)))",
                "sqrt(1-tanh(x)^2)",
                "1/(2-exp(-x^2))",
                "log(1-sigmoid(x))",
                "sqrt(abs(sin(x)))",
                "tan(tanh(x))",
                "if(x^3 - x - 1 > 0, 1, 0)",
                "mish(x)",
                "exp(exp(x))"
            })
    void functionsWithoutPolesAreFine(String formula) throws ExpressionSyntaxException {
        assertThat(domain(formula)).isEqualTo(new Everywhere());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/x                   | pole at x = 0
            x^-2                  | pole at x = 0
            sin(x)/x              | pole at x = 0
            abs(1/x)              | pole at x = 0
            1/(x^2-2)             | pole at x = -sqrt(2)
            1/(exp(x)-1)          | pole at x = 0
            1/(1-exp(-x^2))       | pole at x = 0
            1/(cosh(x)-1)         | pole at x = 0
            1/sin(x)              | pole at x = pi
            1/(sin(x)+1)          | pole at x = 3*pi/2
            tan(x)                | pole at x = pi/2
            tan(2*x+1)            | pole at x = pi/4 - 1/2
            1/floor(x)            | pole at x = 0
            1/(x^3-x-1)           | pole between x = 1 and x = 3/2
            1/(exp(x)-x-2)        | pole between x = -2 and x = -3/2
            1/abs(x-1)            | pole at x = 1
            if(x > 0, 1, 1/(x+1)) | pole at x = -1
            log(x)                | log of a number that is not positive at x = 0
            log(x^2)              | log of a number that is not positive at x = 0
            log(sin(x)-2)         | log of a number that is not positive at x = 0
            sqrt(x)               | sqrt of a negative number at x = -1
            sqrt(x+1)             | sqrt of a negative number at x = -2
            sqrt(x^3)             | sqrt of a negative number at x = -1
            sqrt(sin(x))          | sqrt of a negative number at x = 4
            """)
    void functionsWithoutAValueSomewhereAreRefusedWithThePlace(String formula, String message)
            throws ExpressionSyntaxException {
        assertThat(domain(formula))
                .isInstanceOfSatisfying(
                        NotDefined.class, found -> assertThat(found.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/(erf(x) + erf(x^3 - x) - x*cos(x) - 40)", "1/(sin(x) + sin(sqrt(2)*x) + 2)"})
    void theRestIsNotDecided(String formula) throws ExpressionSyntaxException {
        assertThat(domain(formula)).isInstanceOf(NotDecided.class);
    }

    @Test
    void aFormulaWithASymbolIsNoFunction() throws ExpressionSyntaxException {
        for (String formula : List.of("1/(x - t)", "t*x", "n + x", "tanh(abs(t*x))")) {
            assertThat(Domain.of(Expression.parseWithSymbols(formula)))
                    .isEqualTo(new NotDecided("the formula contains a symbol"));
        }
    }
}
