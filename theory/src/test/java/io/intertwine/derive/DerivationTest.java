package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.ActivationFacts.Kind;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.Relation;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the table of theory 2.2 and further functions, with the groups that were worked out by hand. */
class DerivationTest {
    private static final Map<String, ActivationFacts> DERIVED = new TreeMap<>();

    private record Row(String expression, String linear, String affine, String relations) {}

    static List<Row> table() throws IOException {
        try (InputStream in = DerivationTest.class.getResourceAsStream("derivations.txt")) {
            List<Row> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split(";", 4);
                if (!line.startsWith("#")) {
                    rows.add(new Row(
                            cells[0].strip(),
                            cells[1].strip(),
                            cells[2].strip(),
                            cells.length < 4 ? "" : cells[3].strip()));
                }
            }
            return rows;
        }
    }

    private static ActivationFacts derive(String expression) {
        return DERIVED.computeIfAbsent(expression, text -> Derivation.of(FactsText.parse(text)));
    }

    static Stream<String> expressions() throws IOException {
        return table().stream().map(Row::expression);
    }

    @ParameterizedTest
    @MethodSource("table")
    void groupsAndRelationsAreThoseWorkedOutByHand(Row row) {
        ActivationFacts facts = derive(row.expression());

        assertThat(FactsText.linear(facts)).isEqualTo(row.linear());
        assertThat(FactsText.affine(facts)).isEqualTo(row.affine());
        assertThat(FactsText.relations(facts).replace(";", " &")).isEqualTo(row.relations());
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void everyElementAndRelationHoldsAtRationalPoints(String expression) {
        ActivationFacts facts = derive(expression);
        List<Relation> relations = new ArrayList<>(facts.relations());
        Stream.of(facts.generators(), facts.continuous(), facts.linear().generators())
                .flatMap(List::stream)
                .map(AffineSymmetry::asRelation)
                .forEach(relations::add);

        for (Relation relation : relations) {
            for (long[] t : new long[][] {{1, 1}, {2, 3}, {7, 2}}) {
                Expression defect =
                        Symbols.substitute(relation.defect(facts.expression()), Symbol.T, Expression.of(t[0], t[1]));
                assertThat(vanishesAtSamplePoints(defect))
                        .as(FactsText.text(relation))
                        .isTrue();
            }
        }
    }

    private static boolean vanishesAtSamplePoints(Expression defect) {
        for (long numerator = -31; numerator <= 31; numerator++) {
            BigFraction x = new BigFraction(numerator, 5);
            boolean vanishes = defect.exact(Scalar.of(x))
                    .map(Scalar::isZero)
                    .orElseGet(() -> defect.enclose(Enclosure.from(x, 100)).contains(BigFraction.ZERO));
            if (!vanishes) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void everyClassOfRelationsSaysWhetherItsSearchIsComplete(String expression) {
        assertThat(derive(expression).relationsComplete())
                .containsOnlyKeys(
                        "parity", "bypass", "periodicity", "phasor", "exponential", "refinement", "polynomial")
                .allSatisfy((name, text) -> assertThat(text).matches("(complete|not complete|does not apply): .+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor(x) + floor(-x)", "sign(x)^2", "x + sign(x)^2", "if(x > 1, 2, if(x < 1, 2, 3))"})
    void functionsThatAreAffineExceptAtSinglePointsAreNotDecided(String expression) {
        ActivationFacts facts = derive(expression);

        assertThat(facts.linear().kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(facts.complete()).isFalse();
        assertThat(facts.derivation()).last().asString().contains("affine except at single points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor(x)", "if(x >= 0, 1, 0)", "if(x > 1, 1, if(x > -1, 0, -1))"})
    void relationsThatFailAtSinglePointsAreOnlyMentioned(String expression) {
        ActivationFacts facts = derive(expression);

        assertThat(facts.derivation())
                .anyMatch(step -> step.startsWith("Only almost everywhere, and certifying nothing"));
        assertThat(facts.generators()).noneMatch(element -> element.a().equals(Expression.of(-1)));
    }

    @Test
    void pointsBetweenPiecesOfOneFormulaAreNotSingular() {
        assertThat(FactsText.affine(derive("if(x > 2, x^3, x^3)"))).isEqualTo(FactsText.affine(derive("x^3")));
        assertThat(FactsText.affine(derive("if(x > 2, x^3, x^3 + (x - 2)^5)"))).isEqualTo("|");
        assertThat(FactsText.affine(derive("abs(x)^2"))).isEqualTo(FactsText.affine(derive("x^2")));
        assertThat(FactsText.affine(derive("abs(x^2 + 1)"))).isEqualTo(FactsText.affine(derive("x^2 + 1")));
    }

    @Test
    void halfPowersAtASingularPointAreSeen() {
        assertThat(FactsText.affine(derive("sqrt(abs(x)) + x^2"))).isEqualTo("(-1, 0)->(1, 0) |");
        assertThat(FactsText.affine(derive("sqrt(abs(x)) + x"))).isEqualTo("|");
    }

    @Test
    void exclusionsNameTheirWitness() {
        assertThat(derive("if(x > 0, x, exp(x) - 1)").derivation())
                .anyMatch(step -> step.contains("are linearly independent, as the values at x ="));
        assertThat(derive("x^3 + x").derivation())
                .anyMatch(step -> step.contains("coefficient of (x - p)^1 is 1, not 0"));
        assertThat(derive("max(x, 0) + max(x - 1, 0) + max(x - 3, 0)").derivation())
                .anyMatch(step -> step.contains("where s is analytic: only the identity is left"));
    }

    @Test
    void whatIsNotUnderstoodIsNotClaimed() {
        for (String expression : List.of(
                "1/x", "floor(x)*x", "floor(x)^2", "tan(x)", "if(x > 0, exp(-1/x^2), if(x < 0, exp(-1/x^2), 0))")) {
            ActivationFacts facts = derive(expression);
            assertThat(facts.linear().kind()).isEqualTo(Kind.UNDETERMINED);
            assertThat(facts.complete()).isFalse();
            assertThat(facts.derivation()).anyMatch(step -> step.startsWith("Not decided: "));
        }
    }
}
