package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.reject;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Relation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.claim.Claim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relations and intertwiners of activations: tables of those that the kernel proves, and of those that it rejects. */
class ActivationRuleTest {
    private static final Certificate NOTHING = new Certificate.Identity(List.of());

    private static Expression parse(String text) {
        try {
            return Expression.parseWithSymbols(text);
        } catch (ExpressionSyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Activation activation(String formula) {
        return Activations.of(parse(formula), UnitGroup::trivial);
    }

    /** s(a x + c) = b s(x) + e, written "a, c, b, e". */
    private static Relation symmetry(String text) {
        List<Expression> parts =
                Arrays.stream(text.split(",")).map(ActivationRuleTest::parse).toList();
        return new AffineSymmetry(parts.get(0), parts.get(1), parts.get(2), parts.get(3)).asRelation();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            tanh(x); -1, 0, -1, 0
            sigmoid(x); -1, 0, -1, 1
            max(x, 0); t, 0, t, 0
            abs(x); t, 0, t, 0
            abs(x); -1, 0, 1, 0
            x^3; t, 0, t^3, 0
            x^3 + x^2; -1, -2/3, -1, 4/27
            x*abs(x); t, 0, t^2, 0
            x*abs(x); -1, 0, -1, 0
            max(x, 0)^2; t, 0, t^2, 0
            exp(x); 1, t, exp(t), 0
            exp(x) - 1; 1, t, exp(t), exp(t) - 1
            sin(x); 1, pi, -1, 0
            x + sin(x)^2; 1, pi, 1, pi
            x + sin(x)^2; -1, pi/2, -1, 1 + pi/2
            floor(x); 1, 1, 1, 1
            x - floor(x); 1, 1, 1, 0
            clip(x, 0, 6); -1, 6, -1, 6
            heaviside(x); -1, 0, -1, 1
            sign(x); t, 0, 1, 0
            sin(pi*x); 1, 1, -1, 0
            """)
    void provesElementsOfTheAffineGroup(String formula, String element) {
        Claim claim = new ActivationClaim.Relations(activation(formula), List.of(symmetry(element)));
        accept(claim, NOTHING);
        assertThat(claim.verdict()).isEqualTo("activation-relations");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            tanh(x); -1, 0, 1, 0
            tanh(x); 2, 0, 2, 0
            sigmoid(x); -1, 0, -1, 0
            max(x, 0); -1, 0, -1, 0
            max(x, 0); t, 0, 1, 0
            max(x, 0); 2, 1, 2, 1
            floor(x); -1, 0, -1, -1
            x^3 + x^2; -1, 0, -1, 0
            sin(x); 1, 3, -1, 0
            gelu(x); -1, 0, -1, 0
            """)
    void rejectsOthers(String formula, String element) {
        reject(
                new ActivationClaim.Relations(activation(formula), List.of(symmetry(element))),
                NOTHING,
                "is not known to satisfy");
    }

    @Test
    void aNetworkWhoseActivationHasAPoleIsNotEquivariant() {
        for (String formula : List.of("1/(x^2 - 2)", "log(x^5 + x + 100)", "abs(x)/x", "1/(erf(x) - 1/3)^2")) {
            Network network = new Network(List.of(
                    new Layer.Dense(NetworkBuilder.matrix("1 2; 2 1"), List.of()),
                    Layer.Entrywise.of(activation(formula), 2),
                    new Layer.Dense(NetworkBuilder.matrix("5 5"), List.of())));
            Symmetry swap = Table.symmetry(Table.cyclic(2), Table.map("1 0"), Table.map("0"));
            Certificate certificate =
                    Table.certificate(network, swap, List.of(List.of(Table.map("1 0"), Table.map("1 0"))));
            reject(Table.claim(network, swap), certificate, "is not known to have a value at every real number");
        }
    }

    @Test
    void everyRelationOfTheClaimIsProved() {
        reject(
                new ActivationClaim.Relations(
                        activation("tanh(x)"), List.of(symmetry("-1, 0, -1, 0"), symmetry("-1, 0, 1, 0"))),
                NOTHING,
                "is not known to satisfy");
        accept(new ActivationClaim.Relations(activation("tanh(x)"), List.of()), NOTHING);
    }

    @Test
    void theStatementPrintsTheRelations() {
        Claim claim = new ActivationClaim.Relations(activation("gelu(x)"), List.of(bypass()));
        accept(claim, NOTHING);
        assertThat(claim.statement()).contains("s(x) - s(-x) = x");
    }

    private static Relation bypass() {
        return new Relation(
                List.of(
                        new Relation.Term(Expression.ONE, Expression.ONE, Expression.ZERO),
                        new Relation.Term(Expression.of(-1), Expression.of(-1), Expression.ZERO)),
                Expression.ONE,
                Expression.ZERO);
    }

    private static Claim intertwiner(String formula, String matrix, String companion) {
        return new ActivationClaim.Intertwiner(
                activation(formula), NetworkBuilder.matrix(matrix), NetworkBuilder.matrix(companion));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tanh(x)   | 0 -1; 1 0       | 0 -1; 1 0
            max(x, 0) | 0 2; 1/3 0      | 0 2; 1/3 0
            x^2       | 0 2; -1/3 0     | 0 4; 1/9 0
            gelu(x)   | 0 1; 1 0        | 0 1; 1 0
            3*x       | 1 2; 3 4        | 1 2; 3 4
            x         | 0 2; 1 0        | 0 2; 1 0
            2*x + 5   | 2 -1; 3 -2      | 2 -1; 3 -2
            max(x, 0) - max(-x, 0) | 1 2; 3 4 | 1 2; 3 4
            x - x + 7 | 1 2; 3 4        | 1 0; 0 1
            """)
    void provesIntertwiners(String formula, String matrix, String companion) {
        Claim claim = intertwiner(formula, matrix, companion);
        accept(claim, NOTHING);
        assertThat(claim.verdict()).isEqualTo("intertwiner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tanh(x)   | 0 -1; 1 0       | 0 1; 1 0      | is not known to satisfy
            tanh(x)   | 0 -1; 1 0       | -1 0; 0 1     | do not permute the units alike
            tanh(x)   | 1 2; 3 4        | 1 2; 3 4      | not known to be affine
            x^2       | 1 2; 3 4        | 1 2; 3 4      | not proved to be zero
            3*x       | 1 2; 3 4        | 1 2; 3 5      | B is not A
            2*x + 5   | 1 2; 3 4        | 1 2; 3 4      | does not fix the all-ones vector
            2*x + 5   | 1 1; 0 1        | 1 1; 0 1      | does not fix the all-ones vector
            x         | 1 2             | 1 2           | not square
            x         | 1 2; 3 4        | 1             | not square
            x         | 1 2; 3 4        | 1 2; 3 4; 5 6 | not square
            x         | 1 2; 2 4        | 1 2; 2 4      | not invertible
            """)
    void rejectsOtherMatrices(String formula, String matrix, String companion, String reason) {
        reject(intertwiner(formula, matrix, companion), NOTHING, reason);
    }

    private static Certificate.IndependentValues values(int row, int bits, String... points) {
        List<List<Scalar>> list = new ArrayList<>();
        for (String point : points) {
            list.add(NetworkBuilder.vector(point));
        }
        return new Certificate.IndependentValues(row, list, bits);
    }

    private static Claim none(String formula, String matrix) {
        ExactMatrix a = NetworkBuilder.matrix(matrix);
        return new ActivationClaim.NotIntertwiner(activation(formula), a);
    }

    @Test
    void valuesAtPointsExcludeEveryCompanion() {
        Claim claim = none("tanh(x)", "1 1; 0 1");
        accept(claim, values(0, 128, "1 0", "0 1", "1 1"));
        assertThat(claim.verdict()).isEqualTo("not-intertwiner");
        assertThat(claim.statement()).contains("No matrix B");
        accept(none("max(x, 0)", "-1"), values(0, 64, "1", "-1"));
        // The second row is that of a permutation: no points can exclude it.
        reject(claim, values(1, 128, "1 0", "0 1", "1 1"), "not known to be independent");
        reject(claim, values(0, 128, "1 0", "0 1", "0 1"), "not known to be independent");
        reject(claim, values(0, 1, "1/8 0", "0 1/8", "1/8 1/8"), "not known to be independent");
    }

    @Test
    void valuesMustFitTheClaim() {
        Claim claim = none("tanh(x)", "1 1; 0 1");
        reject(claim, values(2, 128, "1 0", "0 1", "1 1"), "no row 2");
        reject(claim, values(-1, 128, "1 0", "0 1", "1 1"), "no row -1");
        reject(claim, values(0, 0, "1 0", "0 1", "1 1"), "the precision must be");
        reject(claim, values(0, 1 << 20, "1 0", "0 1", "1 1"), "the precision must be");
        reject(claim, values(0, 128, "1 0", "0 1"), "expected 3 points");
        reject(claim, values(0, 128, "1 0", "0 1", "1 1 1"), "expected 3 points");
        reject(none("tanh(x)", "1 1"), values(0, 128, "1 0", "0 1", "1 1"), "not square");
        reject(claim, NOTHING, "of another kind");
        reject(new ActivationClaim.Relations(activation("x"), List.of()), values(0, 128, "1", "2"), "of another kind");
        reject(intertwiner("tanh(x)", "1", "1"), values(0, 128, "1", "2"), "of another kind");
    }
}
