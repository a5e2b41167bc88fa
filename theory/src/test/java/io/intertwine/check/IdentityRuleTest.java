package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.claim.Claim;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of identities that the kernel proves, of false ones that it must reject, and of true ones that it may not decide. */
class IdentityRuleTest {
    private static Expression parse(String text) {
        try {
            return Expression.parseWithSymbols(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static CheckResult check(String left, String right, String... hints) {
        List<Expression> points =
                Arrays.stream(hints).map(IdentityRuleTest::parse).toList();
        return Checker.check(new ActivationClaim.Identity(parse(left), parse(right)), new Certificate.Identity(points));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            tanh(-x); -tanh(x)
            tanh(x); 2*sigmoid(2*x) - 1
            tanh(x); (exp(x) - exp(-x))/(exp(x) + exp(-x))
            sigmoid(-x); 1 - sigmoid(x)
            1/(1 + exp(x)); 1 - 1/(1 + exp(-x))
            softplus(x) - softplus(-x); x
            softplus(x); log(1 + exp(x))
            log(1 + exp(x)) - log(1 + exp(-x)); x
            softplus(x) - softplus(-x) - softplus(x + 1) + softplus(-x - 1); -1
            x*sigmoid(x) - -x*sigmoid(-x); x
            x/2*(1 + erf(x/sqrt(2))) + x/2*(1 + erf(-x/sqrt(2))); x
            x/2*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3))) + x/2*(1 + tanh(sqrt(2/pi)*(-x - 0.044715*x^3))); x
            sin(x + pi); -sin(x)
            sin(pi - x); sin(x)
            sin(x + 2*pi*n); sin(x)
            cos(x - 4*n*pi + pi/3); cos(x)/2 - sqrt(3)/2*sin(x)
            cos(x + pi/2); -sin(x)
            sin(2*x); 2*sin(x)*cos(x)
            sin(x + t) + sin(x - t); 2*cos(t)*sin(x)
            sin(x) + sin(x + 2*pi/3) + sin(x + 4*pi/3); 0
            sin(x + 1) + sin(x - 1); 2*cos(1)*sin(x)
            x + sin(x)^2 + (pi/2 - x) + sin(pi/2 - x)^2; 1 + pi/2
            exp(x + t); exp(t)*exp(x)
            exp(x - t); exp(x)/exp(t)
            exp(x + 1); e*exp(x)
            exp(x - 1)*e; exp(x)
            exp((x + 1)*log(2)); 2*exp(x*log(2))
            exp((x + 3)*log(2)); 8*exp(x*log(2))
            exp((x - 1)*log(2)); exp(x*log(2))/2
            cosh(x)^2 - sinh(x)^2; 1
            cosh(x - 1) + cosh(x + 1); 2*cosh(1)*cosh(x)
            sinh(x - 1) + sinh(x + 1); 2*cosh(1)*sinh(x)
            log(cosh(x)); log(cosh(-x))
            arctan(-x); -arctan(x)
            erf(x - 1) + erf(1 - x); 0
            arctan(x - 1) + arctan(1 - x); 0
            sinc(-x); sinc(x)
            x*sinc(x); sin(x)
            (x + sqrt(x^2 + 4))/2 - (sqrt(x^2 + 4) - x)/2; x
            sqrt(x^2 + 1)^2; x^2 + 1
            sqrt(x^2 + 1)*(1/sqrt(x^2 + 1)); 1
            1/sqrt(x^2 + 4); sqrt(x^2 + 4)/(x^2 + 4)
            sigmoid(x + log(2)) + sigmoid(-x - log(2)); 1
            softplus(x - 1) - softplus(1 - x); x - 1
            x^3 + 3*x^2; (x + 1)^3 - 3*x - 1
            (t*x)^3; t^3*x^3
            sin(x + 1 + 4*pi); sin(x + 1)
            cos(x + 1 + pi/2) + cos(x + 1 - pi/2); 0
            sin(x + 2 + 3*pi/2); -cos(x + 2)
            cos(x + 2 + pi); -cos(x + 2)
            tanh(x + log(2)) + tanh(-x - log(2)); 0
            tanh(x - log(3)/2); (exp(2*x) - 3)/(exp(2*x) + 3)
            sigmoid(x + log(6)); 6*exp(x)/(1 + 6*exp(x))
            exp(x - log(2)/2); exp(x)/sqrt(2)
            exp(x + log(6)); 2*exp(x)*exp(log(3))
            log(1 + exp(x)*4/9) - log(1 + exp(-x)*9/4) - x; 2*log(2) - 2*log(3)
            log(4 + tanh(x)^2) - log(4 + tanh(-x)^2); 0
            log(x^2 + 1009) - log((x^2 + 1009)/2); log(2)
            cosh(x + log(2)); exp(x) + exp(-x)/4
            arctan(1 + x^2) - arctan(-1 - x^2); 2*arctan(1 + x^2)
            sqrt(t*abs(x)); sqrt(t)*sqrt(abs(x))
            by_sign(x, x/x, 0, x/x); sign(x)^2
            by_sign(x, sin(x)/x, 1, sin(x)/x); sinc(x)
            by_sign(x, x*arctan(1/x), 0, x*arctan(1/x)); abs(x)*(pi/2 - arctan(abs(x)))
            exp(tanh(-x)); 1/exp(tanh(x))
            log(2 + erf(x)) - log(2 - erf(-x)); 0
            exp(softplus(-x)); exp(softplus(x) - x)
            tanh(sin(-x)); -tanh(sin(x))
            log(2 + cos(-x)); log(2 + cos(x))
            if(x > 1, tanh(x) + tanh(-x), if(x < -1, sin(x) + sin(-x), softplus(x) - softplus(-x) - x)); 0
            max(x, 0) - max(-x, 0); x
            max(t*x, 0); t*max(x, 0)
            abs(x) + x; 2*max(x, 0)
            clip(x, -1, 1) + clip(x - 2, -1, 1) - 2*clip((x - 1)/2, -1, 1); 0
            clip(x, 0, 6) + clip(x - 6, 0, 6) - 2*clip(x/2, 0, 6); 0
            sign(-x); -sign(x)
            heaviside(-x); 1 - heaviside(x)
            floor(x + 1); floor(x) + 1
            floor(2*x); floor(x) + floor(x + 1/2)
            x - floor(x); (x + 3) - floor(x + 3)
            abs(sin(x + pi)); abs(sin(x))
            if(x > 0, tanh(x), x); -if(-x > 0, tanh(-x), -x) + if(x > 0, tanh(x) - x, x - tanh(x))
            """)
    void provesIdentities(String left, String right) {
        assertThat(check(left, right)).isInstanceOf(CheckResult.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            tanh(x); x
            tanh(-x); tanh(x)
            sin(x); x
            1/sqrt(x^2 + 4); 1/2
            sin(1/sqrt(x^2 + 4)); sin(1/2)
            log(sqrt(x^2 + 4)); log(2)
            sin(x); x - x^3/6
            sin(x + pi*n); sin(x)
            cos(x + 3*pi*n); cos(x)
            exp(x); 1 + x + x^2/2 + x^3/6 + x^4/24
            sigmoid(-x); sigmoid(x)
            sigmoid(-x); 2 - sigmoid(x)
            softplus(x) + softplus(-x); x
            gelu(x); x*sigmoid(1.702*x)
            x/2*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3))); gelu(x)
            exp(x + t); exp(x)
            (t*x)^3; t^2*x^3
            max(x, 0) + max(-x, 0); x
            abs(x); x
            max(t*x, 0); max(x, 0)
            sign(x)^2; 1
            heaviside(x) + heaviside(-x); 1 - abs(sign(x))
            floor(-x); -floor(x) - 1
            floor(x); x
            clip(x, -1, 1) + clip(x - 2, -1, 1) - 2*clip(x/2, -1, 1); 0
            if(x > 0, x, 0); if(x >= 0, x, 1)
            if(x > 10^9, x - 10^9, 0); 0
            by_sign(x, x/x, 0, x/x); 1
            by_sign(x - 2, (x - 2)*x/(x - 2), 0, (x - 2)*x/(x - 2)); x
            by_sign(x, sin(x)/x, 0, sin(x)/x); sinc(x)
            by_sign(x, x^2*exp(log(x^2)/2), 0, x^2*exp(log(x^2)/2)); x^3
            by_sign(x, x*arctan(1/x), 0, x*arctan(1/x)); x*(pi/2 - arctan(x))
            by_sign(x, x*exp(log(x^2)/2), 0, x*exp(log(x^2)/2)); x^2
            floor(x); n
            n*floor(x); floor(x)^2
            floor(x + n); 2*floor(x)
            sign(floor(x) - n); 0
            max(floor(x) - n, 0); 0
            if(sin(x) > 0, n*n, n*n); n*floor(x/(2*pi))
            floor(t*x); t*floor(x)
            """)
    void rejectsWhatIsNotAnIdentity(String left, String right) {
        assertThat(check(left, right)).isInstanceOf(CheckResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Identities on part of the line only; their functions have a pole, or no value, somewhere.
                "arctan(1/x) + arctan(x) - pi/2",
                "1/x - 1/x",
                "log(x) - log(x)",
                "log(x^2) - 2*log(abs(x))",
                "tan(x) - sin(x)/cos(x)",
                "1/(1/x) - x",
                "sqrt(x)^2 - x",
                "exp(log(x)) - x",
                "abs(x)/abs(x) - 1",
                "abs(x)/x - sign(x)",
                "abs(sin(x))/sin(x) - sign(sin(x))",
                "heaviside(x - 1)/x - heaviside(x - 1)/x",
                "heaviside(x - 1)*log(x) - heaviside(x - 1)*log(x)",
                "abs(relu(x))/relu(x) - heaviside(x)",
                "0*log(x)",
                "0/x",
                "log(x)^0 - 1",
                "abs(x)^2*exp(log(x^2)/2) - x^3"
            })
    void rejectsWhatIsNotDefinedEverywhere(String zero) {
        assertThat(check(zero, "0")).isInstanceOf(CheckResult.Rejected.class);
    }

    @Test
    void aHintHelpsWhereTheUsualPointsDoNot() {
        String left = "tanh(x - 1/3) + tanh(1/3 - x)";
        assertThat(check("sqrt(x - log(3) + 5 + exp(x))", "sqrt(x + 5 - log(3) + exp(x))"))
                .isNotNull();
        assertThat(check(left, "0", "1/3")).isInstanceOf(CheckResult.Accepted.class);
        assertThat(check(left, "0", "x")).isInstanceOf(CheckResult.Accepted.class);
    }

    @Test
    void aCertificateOfAnotherKindProvesNothing() {
        Certificate values = new Certificate.IndependentValues(0, List.of(), 64);
        Claim claim = new ActivationClaim.Identity(Expression.X, Expression.X);
        assertThat(Checker.check(claim, values)).isInstanceOf(CheckResult.Rejected.class);
        assertThat(claim.verdict()).isEqualTo("identity");
        assertThat(claim.statement()).isEqualTo("x = x for every real x.");
    }

    @Test
    void saysWhatWasNotProved() {
        CheckResult result = check("tanh(x)", "x");
        assertThat(result)
                .isInstanceOfSatisfying(
                        CheckResult.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("not proved to be zero")
                                .contains("derivative 3 of the difference is not known to be 0"));
    }

    @Test
    void hugeExpressionsEndInARejection() {
        assertThat(check("(1 + x + tanh(x) + sin(x) + exp(x))^90", "0")).isInstanceOf(CheckResult.Rejected.class);
        assertThat(check("x^101", "x^101 + sin(x)")).isInstanceOf(CheckResult.Rejected.class);
        assertThat(check("exp(exp(exp(exp(exp(x)))))", "x")).isInstanceOf(CheckResult.Rejected.class);
    }
}
