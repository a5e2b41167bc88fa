package io.intertwine.report;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import io.intertwine.symmetry.Orbits;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void mapsOfAFewCoordinatesAreToldOneByOne() {
        AffineMap map = AffineMap.monomial(Permutation.of(1, 0, 2, 3), vector("1 1 -1 1"));
        assertThat(ActionWords.describe(map, "y"))
                .isEqualTo("y\u2080 \u2194 y\u2081, y\u2082 \u21A6 \u2212y\u2082, y\u2083 stays");
        AffineMap reverse = AffineMap.monomial(Permutation.identity(1), vector("-1"), vector("1"));
        assertThat(ActionWords.describe(reverse, "y")).isEqualTo("y\u2080 \u21A6 1 \u2212 y\u2080");
        assertThat(ActionWords.describe(AffineMap.identity(2), "y")).isEqualTo("nothing moves");
        assertThat(ActionWords.describe(new ImageActions(1, 6, 6).mirror(), "x"))
                .isEqualTo("18 swapped pairs");
    }

    @Test
    void longCyclesShowTheirSigns() {
        AffineMap map = AffineMap.monomial(Permutation.of(1, 2, 0), vector("1 -1 1"));
        assertThat(ActionWords.cycles(map, List.of(0, 1, 2))).isEqualTo("0 \u2192 1 \u2192 \u22122 \u2192 0");
    }

    @Test
    void mapsAreWrittenAsInTheFormats() {
        AffineMap map = AffineMap.monomial(Permutation.of(1, 0), vector("1 -1/2"), vector("0 3"));
        assertThat(ActionWords.notation(map))
                .isEqualTo("{\"permutation\": [1, 0], \"scales\": [\"1\", \"-1/2\"], \"shift\": [\"0\", \"3\"]}");
    }

    @Test
    void numbersAreShort() {
        assertThat(Numbers.exact(Scalar.of(-3, 7))).isEqualTo("\u22123/7");
        assertThat(Numbers.rounded(-9.8061e-19)).isEqualTo("\u22129.806\u00D710\u207B\u00B9\u2079");
        assertThat(Numbers.rounded(12.3456)).isEqualTo("12.35");
        assertThat(Numbers.count(1_048_576, "weight")).isEqualTo("1\u202F048\u202F576 weights");
        assertThat(Scripts.word("r^4 s^-1")).isEqualTo("r\u2074 s\u207B\u00B9");
    }

    @Test
    void numbersSideBySideShowWhereTheyDiffer() {
        Numbers.Pair pair =
                Numbers.sideBySide(new BigFraction(1, 3), new BigFraction(33_333_333_334L, 100_000_000_000L));
        assertThat(pair.left().substring(pair.common())).startsWith("33");
        assertThat(pair.right().substring(pair.common())).startsWith("40");
    }

    @Test
    void aWalkFollowsTheFirstGenerator() {
        List<AffineMap> square = List.of(new ImageActions(1, 2, 2).rotate90(), new ImageActions(1, 2, 2).mirror());
        assertThat(Walk.units(Orbits.of(square), square)).containsExactly(0, 2, 3, 1);
    }

    @Test
    void fileNamesAreQuotedForTheShell() {
        assertThat(ShellWord.of("a b's.json")).isEqualTo("'a b'\\''s.json'");
        assertThat(ShellWord.of("dir/a-1.json")).isEqualTo("dir/a-1.json");
    }
}
