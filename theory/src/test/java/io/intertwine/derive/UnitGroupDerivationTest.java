package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The derived groups with algebraic entries, against the defining identity and under affine changes of the variables. */
class UnitGroupDerivationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max(x, 0); POSITIVE; 0; 1; 0",
                "abs(x - 1) + 2; NONZERO; 1; 1; 0",
                "x^2 + 1; NONZERO; 0; 2; 0",
                "sign(x); NONZERO; 0; 0; 0",
                "sigmoid(x); SIGNS; 0; 0; 0",
                "clip(x, 0, 6); SIGNS; 3; 0; 0",
                "x^3 + x^2; SIGNS; -1/3; 0; 0",
                "floor(x); TRIVIAL; 0; 1; 1",
                "abs(x - 2*floor((x + 1)/2)); SIGNS; 0; 0; 1",
                "sin(x); SIGNS; 0; 0; 0",
                "exp(x); TRIVIAL; 0; 1; 0",
                "x; NONZERO; 0; 1; 0",
                "3*x + 1; NONZERO; 0; 1; 0",
                "sqrt(abs(x)); SIGNS; 0; 0; 0"
            })
    void unitGroupsHaveTheDerivedScalesCentreDegreeAndPeriod(
            String expression, Scales scales, String centre, int degree, String period) throws Exception {
        UnitGroup group = Derivation.unitGroup(FactsText.parse(expression));

        assertThat(group.scales()).isEqualTo(scales);
        assertThat(group.centre()).isEqualTo(Scalar.parse(centre));
        assertThat(group.degree()).isEqualTo(degree);
        assertThat(group.period()).isEqualTo(Scalar.parse(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(x, 0)",
                "abs(x)",
                "x*abs(x)",
                "x^3 + x^2",
                "x^4 + 1",
                "sign(x)",
                "heaviside(x)",
                "floor(x)",
                "x - floor(x)",
                "clip(x, -1, 1)",
                "clip(x, 0, 6)",
                "abs(x - 2*floor((x + 1)/2))",
                "if(x > 0, x, exp(x) - 1)",
                "sigmoid(x)",
                "tanh(x)",
                "abs(x) + x^2",
                "min(abs(x), 1)",
                "x*sigmoid(x)"
            })
    void affineChangesOfTheVariablesConjugateTheGroup(String expression) {
        Random random = new Random(17);
        Expression s = FactsText.parse(expression);
        UnitGroup group = Derivation.unitGroup(s);
        for (int round = 0; round < 3; round++) {
            Scalar p = nonzero(random);
            Scalar q = nonzero(random);
            Scalar r = rational(random);
            Scalar u = rational(random);
            Expression changed = Expression.of(p)
                    .times(s.after(Expression.of(q), Expression.of(r)))
                    .plus(Expression.of(u));
            UnitGroup conjugate = Derivation.unitGroup(changed);
            assertThat(conjugate.scales()).isEqualTo(group.scales());
            for (UnitMap map : candidates(group, random)) {
                Scalar shift =
                        map.scale().multiply(r).add(map.shift()).subtract(r).divide(q);
                UnitMap moved = new UnitMap(map.scale(), shift);
                assertThat(conjugate.contains(moved)).isEqualTo(group.contains(map));
                if (group.contains(map)) {
                    UnitMap companion = group.companion(map);
                    Scalar e = u.subtract(companion.scale().multiply(u)).add(p.multiply(companion.shift()));
                    assertThat(conjugate.companion(moved)).isEqualTo(new UnitMap(companion.scale(), e));
                }
            }
        }
    }

    /** Maps that belong to the group where their factor does, and some that do not. */
    private static List<UnitMap> candidates(UnitGroup group, Random random) {
        Scalar turns = group.period().multiply(Scalar.of(random.nextInt(5) - 2));
        return List.of(
                about(group, Scalar.MINUS_ONE, turns),
                about(group, Scalar.of(2), Scalar.ZERO),
                about(group, Scalar.of(-3, 2), Scalar.ZERO),
                about(group, Scalar.ONE, turns),
                about(group, Scalar.ONE, Scalar.of(3, 7)),
                about(group, Scalar.MINUS_ONE, Scalar.of(3, 7)));
    }

    private static UnitMap about(UnitGroup group, Scalar a, Scalar shift) {
        return new UnitMap(a, group.centre().multiply(Scalar.ONE.subtract(a)).add(shift));
    }

    private static Scalar rational(Random random) {
        return Scalar.of(new BigFraction(random.nextInt(13) - 6, 1 + random.nextInt(3)));
    }

    private static Scalar nonzero(Random random) {
        Scalar value = rational(random);
        return value.isZero() ? Scalar.of(-2) : value;
    }
}
