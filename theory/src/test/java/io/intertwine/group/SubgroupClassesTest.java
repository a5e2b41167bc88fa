package io.intertwine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubgroupClassesTest {
    @ParameterizedTest
    @CsvSource({
        "C1, 1, 1",
        "C6, 4, 4",
        "V4, 5, 5",
        "S3, 4, 6",
        "D4, 8, 10",
        "Q8, 6, 6",
        "C2^3, 16, 16",
        "A4, 5, 10",
        "D6, 10, 16",
        "Dic3, 6, 8",
        "S4, 11, 30",
        "'SL(2,3)', 7, 15",
        "C2xS4, 33, 98",
        "A5, 9, 59",
        "S5, 19, 156"
    })
    void countsAreThoseOfTheTablesOfMarks(String name, int classes, int subgroups) {
        List<SubgroupClasses.Member> found = SubgroupClasses.of(SmallGroups.of(name));
        assertThat(found).hasSize(classes);
        assertThat(found.stream().mapToInt(SubgroupClasses.Member::size).sum()).isEqualTo(subgroups);
    }

    @Test
    void findsWhatTripleClosuresFind() {
        FiniteGroup group = SmallGroups.of("S4");
        Set<Subgroup> all = new HashSet<>();
        for (int x = 0; x < 24; x++) {
            for (int y = 0; y < 24; y++) {
                for (int z = 0; z < 24; z++) {
                    all.add(Subgroup.of(group, List.of(x, y, z)));
                }
            }
        }
        Set<Subgroup> found = new HashSet<>();
        for (SubgroupClasses.Member member : SubgroupClasses.of(group)) {
            for (int x = 0; x < 24; x++) {
                found.add(member.representative().conjugate(x));
            }
            Subgroup normaliser = member.normaliser();
            for (int x = 0; x < 24; x++) {
                assertThat(normaliser.contains(x))
                        .isEqualTo(member.representative().conjugate(x).equals(member.representative()));
            }
        }
        assertThat(found).isEqualTo(all);
    }

    @Test
    void subgroupsKnowTheirGenerators() {
        FiniteGroup group = SmallGroups.of("D4");
        Subgroup whole = Subgroup.whole(group);
        assertThat(whole.order()).isEqualTo(8);
        assertThat(Subgroup.ofWords(group, whole.words())).isEqualTo(whole);
        Subgroup centre = Subgroup.ofWords(group, List.of(Word.power(0, 2)));
        assertThat(centre.order()).isEqualTo(2);
        assertThat(centre.index()).isEqualTo(4);
        assertThat(centre.normaliser()).isEqualTo(whole);
        assertThat(centre).hasToString("subgroup of order 2 and index 4");
        assertThat(Cosets.of(centre).count()).isEqualTo(4);
    }

    @Test
    void manySubgroupsAreNotListed() {
        List<String> names = IntStream.range(0, 7).mapToObj(i -> "a" + i).toList();
        List<Word> relators = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            relators.add(Word.power(i, 2));
            for (int j = 0; j < i; j++) {
                relators.add(SmallGroups.word(names, "a" + i + " a" + j + " a" + i + " a" + j));
            }
        }
        FiniteGroup elementary = CosetEnumeration.of(new GroupDescription.Presentation(names, relators));
        assertThat(elementary.order()).isEqualTo(128);
        assertThat(SubgroupClasses.tryOf(elementary)).isEmpty();
    }

    @Test
    void refusesLargeGroups() {
        FiniteGroup large = SmallGroups.of("D600");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubgroupClasses.of(large))
                .withMessage("the subgroups of a group are listed if it has at most 1000 elements and 20000 subgroups, "
                        + "and this one has 1200 elements");
    }
}
