package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.exact.Scalar;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.SmallGroups;
import io.intertwine.group.Subgroup;
import io.intertwine.group.SubgroupClasses;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransitiveActionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C1", "C2", "C4", "V4", "C6", "S3", "D4", "Q8", "C2xC4", "C2^3", "A4", "D6", "Dic3", "S4", "SL(2,3)"
            })
    void areAsManyAsSubgroupsOfTheGroupTimesSignsWithoutTheSign(String name) {
        FiniteGroup twice = CosetEnumeration.of(withSign(SmallGroups.presentation(name)));
        int sign = twice.generator(twice.generators() - 1);
        long expected = SubgroupClasses.of(twice).stream()
                .filter(member -> !member.representative().contains(sign))
                .count();
        assertThat(TransitiveActions.of(SmallGroups.of(name))).hasSize((int) expected);
    }

    /** The direct product with a group of order 2. */
    private static Presentation withSign(Presentation group) {
        List<String> names = new ArrayList<>(group.generators());
        List<Word> relators = new ArrayList<>(group.relators());
        int last = names.size();
        names.add("minus");
        relators.add(Word.power(last, 2));
        for (int g = 0; g < last; g++) {
            relators.add(new Word(List.of(
                    new Word.Letter(last, 1),
                    new Word.Letter(g, 1),
                    new Word.Letter(last, -1),
                    new Word.Letter(g, -1))));
        }
        return new Presentation(names, relators);
    }

    @ParameterizedTest
    @CsvSource({"C2, 2, 3", "C3, 2, 2", "C4, 3, 5", "V4, 5, 11", "S3, 4, 6", "S4, 11, 22", "Q8, 6, 13"})
    void smallGroupsHaveTheseMany(String name, int permutations, int signed) {
        FiniteGroup group = SmallGroups.of(name);
        assertThat(TransitiveActions.permutations(group)).hasSize(permutations);
        assertThat(TransitiveActions.of(group)).hasSize(signed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C4", "V4", "S3", "D4", "Q8", "A4", "Dic3", "S4", "A5"})
    void areTransitiveRepresentationsAndRecognised(String name) {
        Presentation presentation = SmallGroups.presentation(name);
        List<TransitiveAction> actions = TransitiveActions.of(SmallGroups.of(name));
        assertThat(actions.get(0).degree()).isEqualTo(1);
        assertThat(actions.get(0).isPermutation()).isTrue();
        for (int i = 0; i < actions.size(); i++) {
            TransitiveAction action = actions.get(i);
            Representation representation = new Representation(presentation, action.degree(), action.images());
            assertThat(TransitiveActions.classify(actions, representation.images()))
                    .containsExactly(i);
            boolean positive = representation.images().stream()
                    .allMatch(map -> map.scales().stream().allMatch(Scalar::isOne));
            assertThat(action.isPermutation() && !positive).isFalse();
        }
        assertThat(actions).isSortedAccordingTo((a, b) -> Integer.compare(a.degree(), b.degree()));
    }

    @Test
    void orbitsOfASumAreRecognisedThroughSignChanges() {
        List<TransitiveAction> actions = TransitiveActions.of(SmallGroups.of("D4"));
        List<Integer> numbers = List.of(3, 0, 7, 7, actions.size() - 1);
        List<AffineMap> sum =
                TransitiveActions.sum(numbers.stream().map(actions::get).toList());
        int n = sum.get(0).dimension();
        AffineMap change = AffineMap.monomial(
                Permutation.of(IntStream.range(0, n).map(i -> n - 1 - i).toArray()),
                IntStream.range(0, n)
                        .mapToObj(i -> Scalar.of(i % 3 == 0 ? -1 : 1))
                        .toList());
        List<AffineMap> changed = sum.stream()
                .map(map -> change.after(map).after(change.inverse()))
                .toList();
        assertThat(TransitiveActions.classify(actions, sum)).isEqualTo(numbers);
        assertThat(TransitiveActions.classify(actions, changed)).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void refusesWhatIsNoSignedPermutationRepresentation() {
        FiniteGroup group = SmallGroups.of("C3");
        List<TransitiveAction> actions = TransitiveActions.of(group);
        AffineMap doubled = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.of(2)));
        AffineMap swap = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitiveActions.classify(actions, List.of(doubled)))
                .withMessageStartingWith("expected a signed permutation for each of the 1 generators, found");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitiveActions.classify(actions, List.of(swap)))
                .withMessage("the maps are no representation of the group");
        Subgroup trivial = Subgroup.of(group, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransitiveAction(Subgroup.whole(group), trivial))
                .withMessageStartingWith("expected a kernel of index 1 or 2 in the stabiliser");
    }
}
