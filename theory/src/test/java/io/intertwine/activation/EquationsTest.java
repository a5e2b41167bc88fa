package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquationsTest {
    private static Expression constant(String text) throws ExpressionSyntaxException {
        return Expression.parseConstant(text);
    }

    private static AffineSymmetry symmetry(String a, String c, String b, String e) throws ExpressionSyntaxException {
        return new AffineSymmetry(constant(a), constant(c), constant(b), constant(e));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 0 | -1 | 0 | s(-x) = -s(x)",
                "-1 | 0 | -1 | 1 | s(-x) = 1 - s(x)",
                "-1 | 6 | -1 | 6 | s(6 - x) = 6 - s(x)",
                "-1 | -2/3 | -1 | 4/27 | s(-x - 2/3) = 4/27 - s(x)",
                "1 | 1 | 1 | 1 | s(x + 1) = s(x) + 1",
                "1 | pi | -1 | 0 | s(x + pi) = -s(x)",
                "t | 0 | t^2 | 0 | s(t x) = t^2 s(x)",
                "1 | t | exp(t) | -1 | s(x + t) = exp(t) s(x) - 1",
                "2 | 0 | 1 + sqrt(2) | -1 - pi | s(2 x) = (1 + sqrt(2)) s(x) - pi - 1"
            })
    void aSymmetryIsWrittenAsAnEquationInS(String a, String c, String b, String e, String equation)
            throws ExpressionSyntaxException {
        assertThat(Equations.in(Notation.TEXT).of(symmetry(a, c, b, e))).isEqualTo(equation);
    }

    @Test
    void aRelationHasItsTermsOnTheLeft() throws ExpressionSyntaxException {
        Relation bypass = new Relation(
                List.of(
                        new Relation.Term(constant("1"), constant("1"), constant("0")),
                        new Relation.Term(constant("-1"), constant("-1"), constant("0"))),
                constant("1"),
                constant("0"));
        assertThat(bypass).hasToString("s(x) - s(-x) = x");
        Relation phasor = new Relation(
                List.of(
                        new Relation.Term(constant("-2*cos(t)"), constant("1"), constant("0")),
                        new Relation.Term(constant("1/2"), constant("2"), constant("n"))),
                constant("0"),
                constant("0"));
        assertThat(phasor).hasToString("1/2 s(2 x + n) - 2*cos(t) s(x) = 0 for every t > 0 and every integer n");
    }

    @Test
    void latexHasItsOwnBracketsAndProducts() throws ExpressionSyntaxException {
        Equations latex = Equations.in(Notation.LATEX);
        AffineSymmetry scaling = symmetry("t", "1/2", "t^2", "0");
        assertThat(latex.of(scaling))
                .isEqualTo("s\\left(t \\, x + \\frac{1}{2}\\right) = t^{2} \\, s\\left(x\\right)");
        assertThat(latex.range(scaling)).isEqualTo("for every $t > 0$");
    }
}
