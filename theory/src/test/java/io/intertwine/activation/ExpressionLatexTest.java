package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionLatexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2 + 1/2 ; x^{2} + \\frac{1}{2}",
                "x/2 - 3 ; \\frac{x}{2} - 3",
                "-2*x/3 ; -\\frac{2 x}{3}",
                "x*(1 + erf(x/sqrt(2)))/2 ; \\frac{x \\left(\\operatorname{erf}\\left(\\frac{\\sqrt{2} x}{2}\\right) + 1\\right)}{2}",
                "floor(x) ; \\left\\lfloor x \\right\\rfloor",
                "abs(x)^3 ; \\left|x\\right|^{3}",
                "sin(x)^2 ; \\left(\\sin\\left(x\\right)\\right)^{2}",
                "exp(-x^2) ; e^{-x^{2}}",
                "sqrt(x^2 + 1) ; \\sqrt{x^{2} + 1}",
                "sqrt(3)/2 ; \\frac{\\sqrt{3}}{2}",
                "1/(1 + abs(x)) ; \\frac{1}{\\left|x\\right| + 1}",
                "if(x > 0, x, exp(x) - 1) ; \\begin{cases} x & x > 0 \\\\ e^{x} - 1 & x \\le 0 \\end{cases}",
                "clip(x, -1, 1) ; \\min\\left(\\max\\left(x, -1\\right), 1\\right)",
                "2*pi*x ; 2 \\pi x"
            })
    void formulasAreWrittenInLatex(String text, String latex) throws ExpressionSyntaxException {
        assertThat(Expression.parse(text).latex()).isEqualTo(latex);
    }
}
